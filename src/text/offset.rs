//! Byte spans, and the few operations on byte offsets that the standard library lacks at the crate's oldest compiler.

use core::ops::Range;

use nom::Offset;

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

/// A place in a document, and the end of the previous quotation, which no search back from the place may pass.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cursor<'t> {
    pub(crate) document: &'t str,
    /// Byte offset into the document; 0 where there is no previous quotation.
    pub(crate) previous_end: usize,
    /// Byte offset into the document.
    pub(crate) at: usize,
}

impl<'t> Cursor<'t> {
    /// The place at `at`.
    pub(crate) fn moved_to(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The text between the previous quotation and the place.
    pub(crate) fn before(self) -> &'t str {
        self.document.get(self.previous_end..self.at).unwrap_or_default()
    }

    /// At most the last `most` bytes of [`before`](Self::before), from a character boundary on.
    pub(crate) fn window_before(self, most: usize) -> &'t str {
        last_bytes(self.before(), most)
    }

    /// The rest of the document.
    pub(crate) fn after(self) -> &'t str {
        self.document.get(self.at..).unwrap_or_default()
    }

    /// The bytes that `part`, a slice of the document, takes up.
    pub(crate) fn span_of(self, part: &str) -> Range<usize> {
        let start = self.document.offset(part);
        start..start + part.len()
    }
}

/// At most the first `most` bytes of `text`, up to a character boundary.
pub(crate) fn first_bytes(text: &str, most: usize) -> &str {
    text.get(..char_floor(text, most)).unwrap_or_default()
}

/// At most the last `most` bytes of `text`, from a character boundary on.
pub(crate) fn last_bytes(text: &str, most: usize) -> &str {
    text.get(char_ceil(text, text.len().saturating_sub(most))..).unwrap_or_default()
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
