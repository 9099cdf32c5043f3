//! Gaps between two tokens.

use crate::text::{
    offset::first_bytes,
    whitespace::{gap_len, line_breaks},
};

/// The gap before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(in crate::boundary) enum TokenGap {
    /// Nothing: the token touches the one before.
    None,
    Space,
    /// Two spaces or more, or a tab.
    Wide,
    /// A line break behind a full line.
    Wrap,
    LineBreak,
    /// A line that is empty but for the markers of its block.
    EmptyLine,
    /// Nothing: the input begins or ends.
    InputEdge,
}

impl TokenGap {
    pub(in crate::boundary) const COUNT: usize = Self::InputEdge as usize + 1;
    /// How many values [`edge`](Self::edge) has.
    pub(in crate::boundary) const EDGES: usize = 2 * Self::COUNT;

    /// A gap of so many line breaks, or of so many columns without one.
    #[inline]
    pub(in crate::boundary) const fn new(breaks: u8, columns: u8) -> Self {
        match (breaks, columns) {
            (0, 0) => Self::None,
            (0, 1) => Self::Space,
            (0, _) => Self::Wide,
            (1, _) => Self::LineBreak,
            _ => Self::EmptyLine,
        }
    }

    /// The kind of `gap`, whitespace and line markers.
    pub(in crate::boundary) fn of(gap: &str) -> Self {
        Self::new(saturated(line_breaks(gap)), saturated(gap.chars().take(2).count()))
    }

    /// The number of the gap before a candidate, with numbers of their own for the end of the previous quotation.
    #[inline]
    pub(in crate::boundary) const fn edge(self, follows_quotation: bool) -> usize {
        self as usize + if follows_quotation { Self::COUNT } else { 0 }
    }
}

/// How much of the text behind a quotation is read for its gap, in bytes.
pub(in crate::boundary) const MOST_AFTER: usize = 64;

/// The whitespace and line markers at the beginning of `after`, and the first character behind them, unless it is too
/// far away.
pub(in crate::boundary) fn split_gap(after: &str) -> (&str, Option<char>) {
    let near = first_bytes(after, MOST_AFTER);
    let gap = near.get(..gap_len(near)).unwrap_or_default();
    (gap, near.get(gap.len()..).and_then(|words| words.chars().next()))
}

fn saturated(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}
