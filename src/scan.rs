//! The hop from anchor to anchor: everything else runs only near one.

use core::iter::FusedIterator;

use crate::attribution::{self, Attribution, StampSearch};

/// The attributions of a text, in order.
///
/// An anchor is an `@`, or the `]` before a link's target; between anchors nothing is looked at. What lies before the end of the previous quotation is not
/// looked at again, so that the work follows the number of anchors.
#[derive(Debug, Clone)]
pub(crate) struct Attributions<'t> {
    text: &'t str,
    /// Where the search goes on.
    at: usize,
    /// The end of the previous quotation.
    floor: usize,
    stamps: StampSearch,
}

impl<'t> Attributions<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0, floor: 0, stamps: StampSearch::default() }
    }

    /// The end of the last quotation found, or 0.
    pub(crate) fn floor(&self) -> usize {
        self.floor
    }

    fn next_anchor(&mut self) -> Option<usize> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let anchor = self.at + memchr::memchr2(b'@', b']', rest)?;
        self.at = anchor + 1;
        Some(anchor)
    }

    fn attribution_at(&mut self, anchor: usize) -> Option<Attribution> {
        match self.text.as_bytes().get(anchor..)? {
            [b'@', ..] => attribution::at_sign(self.text, self.floor, anchor, &mut self.stamps),
            [b']', b'(', b'h', ..] => attribution::at_bracket(self.text, self.floor, anchor),
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
                self.floor = attribution.end;
                self.at = self.at.max(attribution.end);
                return Some(attribution);
            }
        }
    }
}

impl FusedIterator for Attributions<'_> {}
