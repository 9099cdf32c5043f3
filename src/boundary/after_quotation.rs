//! The surroundings of a quotation on its far side: the gap behind it, and the character behind that.

use super::{
    char_class::class_of,
    token::{
        TokenClass,
        gap::{MOST_AFTER, TokenGap, split_gap},
    },
};
use crate::text::whitespace::line_breaks;

/// The beginning of the text behind a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AfterQuotation {
    pub(super) gap: TokenGap,
    /// How many lines end in the gap.
    pub(super) breaks: usize,
    /// The class of the first character behind the gap.
    pub(super) class: TokenClass,
}

impl AfterQuotation {
    /// The beginning of `after`.
    pub(super) fn of(after: &str) -> Self {
        let (gap, first) = split_gap(after);
        let kind = match first {
            Some(_) => TokenGap::of(gap),
            None if after.len() > MOST_AFTER => TokenGap::EmptyLine,
            None => TokenGap::InputEdge,
        };
        Self { gap: kind, breaks: line_breaks(gap), class: first.map_or(TokenClass::None, class_of) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_as_wide_as_its_lines_and_columns() {
        for (after, gap, breaks, class) in [
            ("", TokenGap::InputEdge, 0, TokenClass::None),
            (" \n ", TokenGap::InputEdge, 1, TokenClass::None),
            ("The", TokenGap::None, 0, TokenClass::Upper),
            (" the", TokenGap::Space, 0, TokenClass::Lower),
            ("  The", TokenGap::Wide, 0, TokenClass::Upper),
            ("> The", TokenGap::None, 0, TokenClass::Symbol),
            (" | The", TokenGap::Space, 0, TokenClass::Symbol),
            ("\nThe", TokenGap::LineBreak, 1, TokenClass::Upper),
            ("\n> The", TokenGap::LineBreak, 1, TokenClass::Upper),
            ("\r\n\r\n12", TokenGap::EmptyLine, 2, TokenClass::Number),
            ("\n>\n> The", TokenGap::EmptyLine, 2, TokenClass::Upper),
            ("\n|\n| The", TokenGap::EmptyLine, 2, TokenClass::Upper),
        ] {
            assert_eq!(AfterQuotation::of(after), AfterQuotation { gap, breaks, class }, "{after:?}");
        }
        assert_eq!(AfterQuotation::of(&" ".repeat(64)).gap, TokenGap::InputEdge);
        let wide = AfterQuotation::of(&" ".repeat(65));
        assert_eq!(wide.gap, TokenGap::EmptyLine, "so wide a gap separates like an empty line");
    }
}
