//! The hop from anchor to anchor: everything else runs only near one.

use core::iter::FusedIterator;

use crate::{
    attribution::{Attribution, Finder},
    text::steps,
};

/// How many bytes of a text without anchors cost as much as a character elsewhere.
const SCANNED_AT_ONCE: usize = 32;

/// The attributions of a text, in order.
///
/// An anchor is an `@`, or the `]` before a link's target; between anchors nothing is looked at. What lies before the end of the previous quotation is not
/// looked at again, so that the work follows the number of anchors.
#[derive(Debug, Clone)]
pub(crate) struct Attributions<'t> {
    finder: Finder<'t>,
    /// Where the search goes on.
    at: usize,
    /// What was found ahead.
    ahead: Option<Attribution>,
}

impl<'t> Attributions<'t> {
    /// The attributions of `text`; those whose date was dropped only if `undated`.
    pub(crate) fn new(text: &'t str, undated: bool) -> Self {
        Self { finder: Finder::new(text, undated), at: 0, ahead: None }
    }

    /// The end of the last quotation found, or 0.
    pub(crate) fn floor(&self) -> usize {
        self.finder.floor
    }

    /// The next attribution, if its anchor stands before `end`. The search goes on as if it had not been asked for.
    pub(crate) fn ahead(&mut self, end: usize) -> Option<&Attribution> {
        if self.ahead.is_none() {
            self.ahead = self.find(end.min(self.finder.document.len()));
        }
        self.ahead.as_ref()
    }

    #[cold]
    fn take_ahead(&mut self) -> Option<Attribution> {
        let attribution = self.ahead.take()?;
        self.go_on_at(attribution.end);
        Some(attribution)
    }

    /// Tells that the quotation of the last attribution goes on to `end`, which is not behind the next attribution.
    pub(crate) fn go_on_at(&mut self, end: usize) {
        self.finder.floor = self.finder.floor.max(end);
        self.at = self.at.max(end);
    }

    /// The next attribution whose anchor stands before `end`.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "an attribution is large, and was copied once more otherwise")]
    fn find(&mut self, end: usize) -> Option<Attribution> {
        loop {
            let anchor = self.next_anchor(end)?;
            if let Some(attribution) = self.attribution_at(anchor) {
                return Some(attribution);
            }
        }
    }

    fn next_anchor(&mut self, end: usize) -> Option<usize> {
        let rest = self.finder.document.as_bytes().get(self.at..end)?;
        let anchor = self.at + memchr::memchr2(b'@', b']', rest)?;
        steps::step(1 + (anchor - self.at) / SCANNED_AT_ONCE);
        self.at = anchor + 1;
        Some(anchor)
    }

    fn attribution_at(&mut self, anchor: usize) -> Option<Attribution> {
        match self.finder.document.as_bytes().get(anchor..)? {
            [b'@', ..] => self.finder.at_sign(anchor),
            [b']', b'(', b'h', ..] => self.finder.at_bracket(anchor),
            _ => None,
        }
    }
}

impl Iterator for Attributions<'_> {
    type Item = Attribution;

    fn next(&mut self) -> Option<Attribution> {
        if self.ahead.is_some() {
            return self.take_ahead();
        }
        let attribution = self.find(self.finder.document.len())?;
        self.go_on_at(attribution.end);
        Some(attribution)
    }
}

impl FusedIterator for Attributions<'_> {}
