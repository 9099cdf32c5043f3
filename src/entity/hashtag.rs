//! `#hashtag`, by the rules of twitter-text.

use crate::text::parse::IResult;
use nom::{
    Parser,
    bytes::complete::take_while1,
    character::complete::one_of,
    combinator::{not, recognize, verify},
};

use super::{
    hashtag_chars::{is_hashtag_char, is_hashtag_letter},
    mention::goes_on_escaped,
};

/// `hashtag`: the sigil and characters of which at least one is a letter.
pub(super) fn hashtag(input: &str) -> IResult<&str, &str> {
    recognize((hash_sign, not(keycap), name)).parse(input)
}

/// `hash_sign`, the full-width one of Japanese keyboards too.
fn hash_sign(input: &str) -> IResult<&str, char> {
    one_of("#＃").parse(input)
}

/// `keycap`: the rest of the emoji `#️⃣`.
fn keycap(input: &str) -> IResult<&str, char> {
    one_of("\u{fe0f}\u{20e3}").parse(input)
}

fn name(input: &str) -> IResult<&str, &str> {
    verify(take_while1(is_hashtag_char), |name: &str| name.chars().any(is_hashtag_letter)).parse(input)
}

/// Whether a hashtag may be followed by `after`: not by another sigil, the `://` of a URL, or more of its name behind
/// an escape of markup or of a string.
pub(super) fn may_precede(after: &str) -> bool {
    !after.starts_with("://") && !goes_on_escaped(after) && !after.starts_with("\\u") && !after.starts_with(['#', '＃'])
}

/// Whether a hashtag may follow `before`: not within a word, nor where `&#` of an HTML entity was meant. `before` ends
/// the text before it; `bare` where it reaches the beginning of the text.
pub(super) fn may_follow(before: &str, bare: bool) -> bool {
    match before.chars().next_back() {
        None => bare,
        // Selectors of an emoji's form are marks, but end no word.
        Some('\u{fe0e}' | '\u{fe0f}') => true,
        Some(c) => c != '&' && !is_hashtag_char(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_and_remainder() {
        for (input, expected) in [
            ("#tag rest", Some(("#tag", " rest"))),
            ("＃タグ。", Some(("＃タグ", "。"))),
            ("#1st", Some(("#1st", ""))),
            ("#a½", Some(("#a", "½"))),
            ("#1", None),
            ("#", None),
            ("#\u{fe0f}\u{20e3}a", None),
        ] {
            assert_eq!(hashtag(input).ok().map(|(rest, found)| (found, rest)), expected, "{input:?}");
        }
    }

    #[test]
    fn a_hashtag_is_a_word_of_its_own() {
        for (before, allowed) in
            [("", true), (" ", true), ("。", true), ("❤\u{fe0f}", true), ("a", false), ("日", false), ("&", false)]
        {
            assert_eq!(may_follow(before, true), allowed, "{before:?}");
        }
        assert!(!may_follow("", false));
        for (after, allowed) in [("", true), (":", true), ("!", true), ("#", false), ("＃", false), ("://", false)] {
            assert_eq!(may_precede(after), allowed, "{after:?}");
        }
    }
}
