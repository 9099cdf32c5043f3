//! The tags of a page, one after another, without those in comments and in raw text.

use core::ops::Range;

use memchr::memchr;

use super::raw_text;
use crate::{
    markup::tag::{Tag, TagKind, declaration, opens, tag},
    text::steps,
};

/// The tags of a page from a place on.
#[derive(Debug, Clone)]
pub(super) struct Tags<'p> {
    page: &'p str,
    /// Where the search goes on: never within a tag.
    pub(super) at: usize,
    /// Where the last tag ended.
    pub(super) tag_end: usize,
}

impl<'p> Tags<'p> {
    /// The tags of `page` that begin at `at` or later. `at` must not be inside a tag.
    pub(super) fn new(page: &'p str, at: usize) -> Self {
        Self { page, at, tag_end: at }
    }

    /// Ends the page at `end`.
    pub(super) fn until(self, end: usize) -> Self {
        Self { page: self.page.get(..end).unwrap_or(self.page), ..self }
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a tag is large, and was copied once more otherwise")]
    fn search(&mut self) -> Option<(Range<usize>, Tag<'p>)> {
        loop {
            let Some(distance) = memchr(b'<', self.page.as_bytes().get(self.at..)?) else {
                self.at = self.page.len();
                return None;
            };
            let start = self.at + distance;
            let input = self.page.get(start..)?;
            if let Ok((after, tag)) = tag(input) {
                let end = self.page.len() - after.len();
                let raw = if tag.kind == TagKind::Start { raw_text::content_len(after, tag.name) } else { 0 };
                (self.at, self.tag_end) = (end + raw, end);
                return Some((start..end, tag));
            }
            self.at = match declaration(input) {
                Ok((after, ())) => self.page.len() - after.len(),
                // A tag that nothing closes is dropped, and extends to the end of the page.
                Err(_) if opens(input) => self.page.len(),
                Err(_) => start + 1,
            };
        }
    }
}

impl<'p> Iterator for Tags<'p> {
    type Item = (Range<usize>, Tag<'p>);

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a tag is large, and was copied once more otherwise")]
    fn next(&mut self) -> Option<Self::Item> {
        let from = self.at;
        let found = self.search();
        // A byte of a tag, or a few of text.
        steps::step(1 + (self.at - from) / 4);
        found
    }
}
