//! `#hashtag`, by the rules of twitter-text.

use nom::{
    IResult, Parser,
    bytes::complete::{tag, take_while1},
    character::complete::one_of,
    combinator::{not, peek, recognize, verify},
    sequence::{preceded, terminated},
};

use super::letter::{is_hashtag_char, is_hashtag_letter};

/// `hashtag`: the sigil and characters of which at least one is a letter, not followed by another sigil or `://`.
pub(super) fn hashtag(input: &str) -> IResult<&str, &str> {
    let tail = not(peek(tag("://").or(recognize(hash_sign))));
    recognize(preceded((hash_sign, not(keycap)), terminated(name, tail))).parse(input)
}

/// `hash_sign`, the full-width one of Japanese keyboards too.
fn hash_sign(input: &str) -> IResult<&str, char> {
    one_of("#＃").parse(input)
}

/// What makes of `#` the emoji `#️⃣`.
fn keycap(input: &str) -> IResult<&str, char> {
    one_of("\u{fe0f}\u{20e3}").parse(input)
}

fn name(input: &str) -> IResult<&str, &str> {
    verify(take_while1(is_hashtag_char), |name: &str| name.chars().any(is_hashtag_letter)).parse(input)
}

/// Whether a hashtag may begin after `before`: not within a word, nor where `&#` of an HTML entity was meant.
pub(super) fn may_follow(before: &str) -> bool {
    match before.chars().next_back() {
        // Selectors of an emoji's form are marks, but end no word.
        None | Some('\u{fe0e}' | '\u{fe0f}') => true,
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
            ("#a#b", None),
            ("#http://x", None),
            ("#\u{fe0f}\u{20e3}a", None),
        ] {
            assert_eq!(hashtag(input).ok().map(|(rest, found)| (found, rest)), expected, "{input:?}");
        }
    }
}
