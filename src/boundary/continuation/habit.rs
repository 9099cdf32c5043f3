//! The habit of a document: whether and how the texts of its earlier tweets went on behind the attribution.

use core::ops::Range;

use super::{
    opening::Opening,
    word::{TagHash, last_hashtag},
};

/// Counts of the earlier tweets of a document: a tool that prints one text in two parts does so with all of several
/// lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Habit {
    /// How many had a continuation.
    pub(super) with: u8,
    /// How many had none, though the layout had room for one.
    pub(super) without: u8,
    /// The opening of the text behind the last continuation.
    pub(super) behind: Option<Opening>,
    /// The hashtag with which the last tweet ended that ended with one: tweets of one event share theirs.
    pub(super) hashtag: Option<TagHash>,
}

impl Habit {
    /// Counts a tweet with room for a continuation, which stands at `span` of `document` if there is one; `text` is the
    /// part before the attribution.
    pub(super) fn note(&mut self, document: &str, text: &str, span: Option<&Range<usize>>) {
        let behind = span.map(|span| Opening::behind(document, span.end));
        self.note_end(span.and_then(|span| document.get(span.clone())).unwrap_or(text));
        let count = if behind.is_some() { &mut self.with } else { &mut self.without };
        *count = count.saturating_add(1);
        self.behind = behind.or(self.behind);
    }

    /// Notes the hashtag with which `text` ends, the text of a tweet or its second part.
    pub(super) fn note_end(&mut self, text: &str) {
        self.hashtag = last_hashtag(text).or(self.hashtag);
    }
}
