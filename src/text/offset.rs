//! Byte spans, and the few operations on byte offsets that the standard library lacks at the crate's oldest compiler.

use core::ops::Range;

/// A span of bytes within one quotation, relative to its beginning.
///
/// `Copy` and half as wide as a `Range<usize>`: a quotation is a few KiB at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span of `range`, in the quotation that begins at `origin`.
    pub(crate) fn new(range: Range<usize>, origin: usize) -> Self {
        let relative = |at: usize| u32::try_from(at.saturating_sub(origin)).unwrap_or(u32::MAX);
        Self { start: relative(range.start), end: relative(range.end) }
    }

    /// The bytes of the span in `quotation`.
    pub(crate) fn of(self, quotation: &str) -> &str {
        quotation.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// The span in a document where the quotation begins at `origin`.
    pub(crate) fn at(self, origin: usize) -> Range<usize> {
        origin + self.start as usize..origin + self.end as usize
    }
}

/// The greatest character boundary of `text` up to `at`.
pub(crate) fn char_floor(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The smallest character boundary of `text` from `at` on.
pub(crate) fn char_ceil(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}
