//! The kind of a boundary: the mark by which a text was begun there.

use super::{
    token::{TokenClass, gap::TokenGap},
    types::Boundary,
};

/// The boundary behind a token of the class `before`, at this `gap`; `deepens` tells whether a quote begins there.
pub(super) fn boundary_at(gap: TokenGap, deepens: bool, before: TokenClass) -> Boundary {
    match (gap, before) {
        (TokenGap::Wrap | TokenGap::LineBreak | TokenGap::EmptyLine, _) if deepens => Boundary::Quote,
        (TokenGap::EmptyLine | TokenGap::InputEdge, _) => Boundary::Paragraph,
        (TokenGap::Wrap | TokenGap::LineBreak, _) => Boundary::Line,
        (TokenGap::None, _) => Boundary::Glue,
        (_, TokenClass::Colon) => Boundary::Cue,
        (_, TokenClass::End | TokenClass::Close | TokenClass::Quote) => Boundary::Sentence,
        _ => Boundary::Words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boundaries_are_told_by_what_stands_between_two_tokens() {
        for (class, gap, deepens, boundary) in [
            (TokenClass::Lower, TokenGap::LineBreak, true, Boundary::Quote),
            (TokenClass::Lower, TokenGap::EmptyLine, true, Boundary::Quote),
            (TokenClass::Lower, TokenGap::Wrap, true, Boundary::Quote),
            (TokenClass::Lower, TokenGap::EmptyLine, false, Boundary::Paragraph),
            (TokenClass::Lower, TokenGap::InputEdge, false, Boundary::Paragraph),
            (TokenClass::Lower, TokenGap::LineBreak, false, Boundary::Line),
            (TokenClass::Lower, TokenGap::Wrap, false, Boundary::Line),
            (TokenClass::End, TokenGap::None, false, Boundary::Glue),
            (TokenClass::Colon, TokenGap::Space, false, Boundary::Cue),
            (TokenClass::Colon, TokenGap::Wide, false, Boundary::Cue),
            (TokenClass::End, TokenGap::Space, false, Boundary::Sentence),
            (TokenClass::Close, TokenGap::Space, false, Boundary::Sentence),
            (TokenClass::Quote, TokenGap::Wide, false, Boundary::Sentence),
            (TokenClass::Lower, TokenGap::Space, false, Boundary::Words),
        ] {
            assert_eq!(boundary_at(gap, deepens, class), boundary, "{class:?} {gap:?} {deepens}");
        }
    }
}
