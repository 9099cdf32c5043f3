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
}

impl<'t> Attributions<'t> {
    /// The attributions of `text`; those whose date was dropped only if `undated`.
    pub(crate) fn new(text: &'t str, undated: bool) -> Self {
        Self { finder: Finder::new(text, undated), at: 0 }
    }

    /// The end of the last quotation found, or 0.
    pub(crate) fn floor(&self) -> usize {
        self.finder.floor
    }

    fn next_anchor(&mut self) -> Option<usize> {
        let rest = self.finder.document.as_bytes().get(self.at..)?;
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
        loop {
            let anchor = self.next_anchor()?;
            if let Some(attribution) = self.attribution_at(anchor) {
                self.finder.floor = attribution.end;
                self.at = self.at.max(attribution.end);
                return Some(attribution);
            }
        }
    }
}

impl FusedIterator for Attributions<'_> {}
