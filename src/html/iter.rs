//! The embeds of a page, and the page as markup and embeds in turn.

use core::iter::FusedIterator;

use super::{embed::Embed, tags::Tags};
use crate::markup::tag::TagKind;

/// The embeds of a page, in order; made by [`embeds`](super::embeds).
#[derive(Debug, Clone)]
pub struct Embeds<'p> {
    page: &'p str,
    tags: Tags<'p>,
    /// How many bytes may still be looked at in vain, so that the work is linear whatever the page.
    spare: usize,
}

/// How often, on average, a byte may be looked at in vain; and how many bytes of a small page.
const SPARE: (usize, usize) = (8, 64 << 10);

impl<'p> Embeds<'p> {
    pub(super) fn new(page: &'p str) -> Self {
        Self { page, tags: Tags::new(page, 0), spare: page.len().saturating_mul(SPARE.0).saturating_add(SPARE.1) }
    }
}

impl<'p> Iterator for Embeds<'p> {
    type Item = Embed<'p>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some((place, tag)) = self.tags.next() {
            if tag.kind == TagKind::End {
                continue;
            }
            if let Some(embed) = Embed::at(self.page, place.start, &tag, self.tags.clone(), &mut self.spare) {
                let end = embed.span().end;
                // A frame that nothing closes holds the rest of the page.
                self.tags = Tags::new(self.page, if end == self.tags.tag_end { self.tags.at } else { end });
                return Some(embed);
            }
        }
        None
    }
}

impl FusedIterator for Embeds<'_> {}

/// A part of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment<'p> {
    /// What is no embed.
    Markup(&'p str),
    /// An embed.
    Embed(Embed<'p>),
}

impl<'p> Segment<'p> {
    /// Its bytes of the page.
    pub fn as_str(&self) -> &'p str {
        match self {
            Self::Markup(markup) => markup,
            Self::Embed(embed) => embed.as_str(),
        }
    }

    /// The markup, if it is that.
    pub fn markup(&self) -> Option<&'p str> {
        match self {
            Self::Markup(markup) => Some(markup),
            Self::Embed(_) => None,
        }
    }

    /// The embed, if it is one.
    pub fn embed(&self) -> Option<&Embed<'p>> {
        match self {
            Self::Markup(_) => None,
            Self::Embed(embed) => Some(embed),
        }
    }
}

/// A page as markup and embeds in turn; made by [`segments`](super::segments).
#[derive(Debug, Clone)]
pub struct Segments<'p> {
    page: &'p str,
    embeds: Embeds<'p>,
    at: usize,
    pending: Option<Embed<'p>>,
}

impl<'p> Segments<'p> {
    pub(super) fn new(page: &'p str) -> Self {
        Self { page, embeds: Embeds::new(page), at: 0, pending: None }
    }
}

impl<'p> Iterator for Segments<'p> {
    type Item = Segment<'p>;

    fn next(&mut self) -> Option<Self::Item> {
        let embed = self.pending.take().or_else(|| self.embeds.next());
        let start = embed.map_or(self.page.len(), |embed| embed.span().start);
        if self.at < start {
            let markup = self.page.get(self.at..start)?;
            self.at = start;
            self.pending = embed;
            return Some(Segment::Markup(markup));
        }
        let embed = embed?;
        self.at = embed.span().end;
        Some(Segment::Embed(embed))
    }
}

impl FusedIterator for Segments<'_> {}
