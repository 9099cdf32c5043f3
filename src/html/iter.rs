//! The embeds of a page, and the page as markup and embeds in turn.

use core::{fmt, iter::FusedIterator};

use super::{
    embed::{self, Embed},
    tags::Tags,
};
use crate::markup::tag::TagKind;

/// The embeds of a page, in order; made by [`embeds`](super::embeds).
///
/// ```
/// # use embedded_tweet::html;
/// let page = "<p>It rained.</p><div data-tweet-id=\"1415245567461347331\"></div>";
/// assert_eq!(html::embeds(page).count(), 1);
/// ```
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Embeds<'p> {
    page: &'p str,
    tags: Tags<'p>,
    /// How many bytes may still be searched in vain, so that the work is linear on any page.
    spare: usize,
}

/// How often, on average, a byte may be searched in vain; and how many bytes of a small page may be.
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
            if tag.kind == TagKind::End || !embed::may_begin(&tag) {
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

impl fmt::Debug for Embeds<'_> {
    /// Writes the byte at which the search goes on, and not the page.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Embeds").field("at", &self.tags.at).finish_non_exhaustive()
    }
}

/// A part of a page.
///
/// ```
/// # use embedded_tweet::html;
/// let page = "<p>It rained.</p><div data-tweet-id=\"1415245567461347331\"></div>";
/// for segment in html::segments(page) {
///     match segment {
///         html::Segment::Markup(markup) => assert_eq!(markup, "<p>It rained.</p>"),
///         html::Segment::Embed(embed) => assert!(embed.status_id().is_some()),
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum Segment<'p> {
    /// What is no embed.
    Markup(&'p str),
    /// An embed.
    Embed(Embed<'p>),
}

impl<'p> Segment<'p> {
    /// Its bytes of the page.
    ///
    /// ```
    /// # use embedded_tweet::html;
    /// let page = "<p>It rained.</p><div data-tweet-id=\"1415245567461347331\"></div>";
    /// assert_eq!(html::segments(page).next().unwrap().as_str(), "<p>It rained.</p>");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'p str {
        match self {
            Self::Markup(markup) => markup,
            Self::Embed(embed) => embed.as_str(),
        }
    }

    /// The markup, if it is that.
    ///
    /// ```
    /// # use embedded_tweet::html;
    /// let page = "<p>It rained.</p><div data-tweet-id=\"1415245567461347331\"></div>";
    /// assert_eq!(html::segments(page).find_map(|segment| segment.markup()), Some("<p>It rained.</p>"));
    /// ```
    #[must_use]
    pub fn markup(&self) -> Option<&'p str> {
        match self {
            Self::Markup(markup) => Some(markup),
            Self::Embed(_) => None,
        }
    }

    /// The embed, if it is one.
    ///
    /// ```
    /// # use embedded_tweet::html;
    /// let page = "<p>It rained.</p><div data-tweet-id=\"1415245567461347331\"></div>";
    /// assert!(html::segments(page).last().unwrap().embed().is_some());
    /// ```
    #[must_use]
    pub fn embed(&self) -> Option<&Embed<'p>> {
        match self {
            Self::Markup(_) => None,
            Self::Embed(embed) => Some(embed),
        }
    }
}

/// A page as markup and embeds in turn; made by [`segments`](super::segments).
///
/// ```
/// # use embedded_tweet::html;
/// let page = "<p>It rained.</p><div data-tweet-id=\"1415245567461347331\"></div>";
/// assert_eq!(html::segments(page).map(|segment| segment.as_str()).collect::<String>(), page);
/// ```
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
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

impl fmt::Debug for Segments<'_> {
    /// Writes the byte at which the next segment begins, and not the page.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Segments").field("at", &self.at).finish_non_exhaustive()
    }
}
