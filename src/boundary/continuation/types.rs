//! The types of a tweet that may have a continuation, before the words behind its date are read.

use core::ops::Range;

use super::{
    opening::Opening,
    word::{Ending, TagHash, last_hashtag},
};
use crate::boundary::token::gap::TokenGap;

/// A tweet whose attribution is read and whose text's beginning is judged. Offsets are bytes of the document.
#[derive(Debug, Clone)]
pub(crate) struct Attributed<'t> {
    /// The whole input.
    pub(crate) document: &'t str,
    /// The text before the attribution.
    pub(crate) text: Range<usize>,
    /// The beginning of the attribution: its dash, or its name if the dash was lost.
    pub(crate) attribution: usize,
    /// The end of the attribution.
    pub(crate) end: usize,
    /// The greatest weighted length of a tweet on the day of this one.
    pub(crate) limit: usize,
}

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
    /// Counts a tweet with room for a continuation, which stands at `span` if there is one.
    pub(super) fn note(&mut self, attributed: &Attributed<'_>, span: Option<&Range<usize>>) {
        let behind = span.map(|span| Opening::behind(attributed.document, span.end));
        let second = span.and_then(|span| attributed.document.get(span.clone()));
        self.note_end(second.unwrap_or_else(|| attributed.text()));
        let count = if behind.is_some() { &mut self.with } else { &mut self.without };
        *count = count.saturating_add(1);
        self.behind = behind.or(self.behind);
    }

    /// Notes the hashtag with which `text` ends, the text of a tweet or its second part.
    pub(super) fn note_end(&mut self, text: &str) {
        self.hashtag = last_hashtag(text).or(self.hashtag);
    }
}

impl<'t> Attributed<'t> {
    pub(super) fn text(&self) -> &'t str {
        self.document.get(self.text.clone()).unwrap_or_default()
    }
}

/// How the page separates the date from what follows: a continuation stands in a line of its own, or in the line of a
/// document whose lines were joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Separation {
    Lines,
    OneLine,
}

impl Separation {
    pub(super) const COUNT: usize = Self::OneLine as usize + 1;
}

/// A tweet that may have a continuation.
#[derive(Debug)]
pub(super) struct Situation<'t> {
    pub(super) document: &'t str,
    /// Where a continuation begins.
    pub(super) start: usize,
    pub(super) layout: Separation,
    /// The gap before the attribution, and the one before the text.
    pub(super) gap: TokenGap,
    pub(super) gap_before_text: TokenGap,
    pub(super) ending: Ending,
    /// Whether the first part ends with the hashtag of an earlier tweet.
    pub(super) ends_with_hashtag: bool,
    /// The weighted length of the first part.
    pub(super) weight: usize,
    pub(super) limit: usize,
    pub(super) habit: Habit,
}
