//! The end of an element, and the links to tweets in it.
//!
//! No tree is built: end tags are counted against start tags of the same name. Some elements cannot hold another of
//! their kind: the start of another shows that the end tag was lost. An element that nothing closes ends behind the
//! link on its tweet's date.

use core::ops::Range;

use super::{
    data_attribute, frame,
    status_link::{Status, StatusLink, StatusLinks},
    tags::Tags,
};
use crate::{
    markup::tag::{Tag, TagKind},
    status_id::StatusId,
};

/// An element's content.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element<'p> {
    /// Between the tags.
    pub(super) inner_start: usize,
    /// Where the words begin. Other words, such as a request for consent, may precede a widget's quotation.
    pub(super) words_start: usize,
    pub(super) inner_end: usize,
    /// Behind the end tag.
    pub(super) end: usize,
    /// The link on the date.
    pub(super) link: Option<StatusLink<'p>>,
    /// The first link to a tweet that has its end tag.
    pub(super) first: Option<StatusLink<'p>>,
    /// The tweet that an inner element names.
    pub(super) inner: Option<Status>,
    /// How many bytes were searched.
    pub(super) looked: usize,
}

/// A start tag that the element cannot hold, which ends the search for the end tag.
pub(super) type Alien = fn(&Tag<'_>, &str) -> bool;

/// Nothing: elements of this kind nest.
pub(super) fn nests(_: &Tag<'_>, _: &str) -> bool {
    false
}

/// Another element of the same name.
pub(super) fn same_name(tag: &Tag<'_>, name: &str) -> bool {
    tag.name.eq_ignore_ascii_case(name)
}

/// Elements that have no content.
const VOID: &str = "area base br col embed hr img input link meta source track wbr";

impl<'p> Element<'p> {
    /// The element of `opening`, behind which `tags` go on; looks at most `most` bytes ahead.
    pub(super) fn read(page: &'p str, opening: &Tag<'p>, tags: Tags<'p>, is_alien: Alien, most: usize) -> Self {
        let inner_start = tags.tag_end;
        let mut element = Self {
            inner_start,
            words_start: inner_start,
            inner_end: inner_start,
            end: inner_start,
            link: None,
            first: None,
            inner: None,
            looked: 0,
        };
        if VOID.split(' ').any(|name| name.eq_ignore_ascii_case(opening.name)) {
            return element;
        }
        let mut links = StatusLinks::default();
        let closing = element.close(page, opening.name, tags, is_alien, most, &mut links);
        if let Some(closing) = closing {
            links.finish(page, closing.start);
            (element.inner_end, element.end, element.link) = (closing.start, closing.end, links.last);
            element.words_start = links.quotation.unwrap_or(inner_start);
        } else {
            element.link = links.first;
            element.end = links.first.map_or(inner_start, |link| link.end);
            element.inner_end = element.end;
        }
        element.first = links.first;
        if let Some(link) = element.link {
            element.words_start = link.quotation.unwrap_or(inner_start);
        }
        element
    }

    /// Whether the words are those of a widget's quotation of another tweet than `id`.
    pub(super) fn holds_embed_of_other(&self, id: StatusId) -> bool {
        self.link.is_some_and(|link| link.quotation.is_some() && link.status.id != id)
    }

    /// Leaves nothing of the element but its start tag.
    pub(super) fn forget_content(&mut self) {
        (self.words_start, self.inner_end, self.end) = (self.inner_start, self.inner_start, self.inner_start);
        (self.link, self.inner) = (None, None);
    }

    /// Finds the end tag, and records the links and the first named tweet before it.
    fn close(
        &mut self,
        page: &'p str,
        name: &str,
        tags: Tags<'p>,
        is_alien: Alien,
        most: usize,
        links: &mut StatusLinks<'p>,
    ) -> Option<Range<usize>> {
        let mut depth = 0_usize;
        for (place, tag) in tags {
            self.looked = place.end - self.inner_start;
            if self.looked > most {
                return None;
            }
            match tag.kind {
                TagKind::Start if is_alien(&tag, name) => return None,
                TagKind::Start if tag.name.eq_ignore_ascii_case(name) => depth += 1,
                TagKind::End if tag.name.eq_ignore_ascii_case(name) => match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => return Some(place),
                },
                _ => {}
            }
            if self.inner.is_none() {
                self.inner = data_attribute::status(&tag).or_else(|| frame::status(&tag));
            }
            links.see(page, place.start, place.end, &tag);
        }
        self.looked = page.len().saturating_sub(self.inner_start);
        None
    }
}
