//! The first word of a text, by its class.

use crate::{
    boundary::{char_class::class_of, token::TokenClass},
    link::url_start,
    text::{
        chars::{is_at_sign, is_hash_sign},
        list_item::after_item_number,
        offset::first_bytes,
        whitespace::{WIDEST_GAP, is_whitespace},
    },
};

/// What a text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Opening {
    Link,
    Tag,
    Mention,
    Upper,
    Lower,
    Number,
    /// The number of an item in a list: `12. The bridge`.
    Item,
    Unspaced,
    /// An opening bracket, or a quotation mark.
    Open,
    Emoji,
    Dash,
    Symbol,
    /// Nothing follows.
    Nothing,
}

impl Opening {
    pub(super) const COUNT: usize = Self::Nothing as usize + 1;

    /// The opening of the text behind `end`, past whitespace.
    pub(super) fn behind(document: &str, end: usize) -> Self {
        let behind = document.get(end..).unwrap_or_default();
        Self::of(first_bytes(behind, WIDEST_GAP).trim_start_matches(is_whitespace))
    }

    pub(super) fn of(text: &str) -> Self {
        let Some(first) = text.chars().next() else { return Self::Nothing };
        if url_start(text).is_ok() {
            return Self::Link;
        }
        match class_of(first) {
            TokenClass::Upper => Self::Upper,
            TokenClass::Lower => Self::Lower,
            TokenClass::Number if after_item_number(text).is_some() => Self::Item,
            TokenClass::Number => Self::Number,
            TokenClass::Unspaced | TokenClass::Uncased => Self::Unspaced,
            TokenClass::Open | TokenClass::Quote => Self::Open,
            TokenClass::Emoji => Self::Emoji,
            TokenClass::Dash => Self::Dash,
            _ if is_hash_sign(first) => Self::Tag,
            _ if is_at_sign(first) => Self::Mention,
            _ => Self::Symbol,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_with_a_word_of_a_class() {
        for (text, opening) in [
            ("https://a.example", Opening::Link),
            ("pic.twitter.com/AbCdEf1234", Opening::Link),
            ("pictures", Opening::Lower),
            ("The", Opening::Upper),
            ("12. The", Opening::Item),
            ("3) The", Opening::Item),
            ("12.5 m", Opening::Number),
            ("2021. The", Opening::Number),
            ("嬉しい", Opening::Unspaced),
            ("“The", Opening::Open),
            ("🎉", Opening::Emoji),
            ("- The", Opening::Dash),
            ("#tag", Opening::Tag),
            ("＠dortiz", Opening::Mention),
            ("* The", Opening::Symbol),
            ("", Opening::Nothing),
        ] {
            assert_eq!(Opening::of(text), opening, "{text:?}");
        }
    }
}
