//! The search ahead of an author for the stamp or link that closes the tweet.

use core::ops::Range;

use crate::text::steps;

/// A search for the next mark of one kind. It remembers the stretch that it searched: many authors may precede one
/// mark.
#[derive(Debug, Clone)]
pub(super) struct LookAhead<T> {
    searched: Range<usize>,
    /// The mark that begins where the stretch ends.
    found: Found<T>,
}

impl<T> Default for LookAhead<T> {
    fn default() -> Self {
        Self { searched: 0..0, found: None }
    }
}

/// A mark, and where it is.
pub(super) type Found<T> = Option<(Range<usize>, T)>;

impl<T: Clone> LookAhead<T> {
    /// The first mark that begins in `window`, as `first` finds it.
    #[inline]
    pub(super) fn next(
        &mut self,
        document: &str,
        window: Range<usize>,
        first: impl Fn(&str, Range<usize>) -> Found<T>,
    ) -> Found<T> {
        // The searched stretch ends at the mark found, so that a mark before the window is dropped too.
        if !(self.searched.start..=self.searched.end).contains(&window.start) {
            *self = Self { searched: window.start..window.start, found: None };
        }
        if self.found.is_none() && self.searched.end < window.end {
            self.found = first(document, self.searched.end..window.end);
            let end = self.found.as_ref().map_or(window.end, |(mark, _)| mark.start);
            steps::scan(end - self.searched.end);
            self.searched.end = end;
        }
        self.found.clone().filter(|(mark, _)| mark.start < window.end)
    }
}
