//! Emoji, which count alike however many characters they are made of.
//!
//! The grammar is that of [UTS #51](https://unicode.org/reports/tr51/#EBNF_and_Regex), with one class for all
//! characters that begin an emoji. Some of these are symbols and no emoji; alone they weigh the same.

use crate::text::{
    chars::{is_pictograph, is_regional_indicator},
    parse::IResult,
};
use nom::{
    Parser,
    branch::alt,
    character::complete::{char, one_of, satisfy},
    combinator::{opt, recognize},
    multi::{many0_count, many1_count},
};

/// The weight of an emoji.
pub(super) const WEIGHT: usize = 2;

/// The length of the emoji at the beginning of `input`, in bytes.
pub(super) fn emoji_len(input: &str) -> Option<usize> {
    // Few characters begin one.
    let first = input.chars().next()?;
    let emoji: IResult<&str, &str> = match first {
        '0'..='9' | '#' | '*' => keycap(input),
        first if is_regional_indicator(first) => flag(input),
        first if is_pictograph(first) => sequence(input),
        _ => return None,
    };
    emoji.ok().map(|(_, emoji)| emoji.len())
}

/// `keycap`: `1️⃣`.
fn keycap(input: &str) -> IResult<&str, &str> {
    recognize((one_of("0123456789#*"), opt(char('\u{fe0f}')), char('\u{20e3}'))).parse(input)
}

/// `flag`: `🇺🇸`.
fn flag(input: &str) -> IResult<&str, &str> {
    recognize((satisfy(is_regional_indicator), satisfy(is_regional_indicator))).parse(input)
}

/// `sequence`: elements joined by zero-width joiners, `👨‍👩‍👧‍👦`.
fn sequence(input: &str) -> IResult<&str, &str> {
    recognize((element, many0_count((char('\u{200d}'), element)))).parse(input)
}

/// `element`: a pictograph with its skin tone or variation selector.
fn element(input: &str) -> IResult<&str, &str> {
    recognize((satisfy(is_pictograph), opt(alt((skin, form))), opt(tags))).parse(input)
}

/// `skin`: its tone; a selector may stand before or after it.
fn skin(input: &str) -> IResult<&str, &str> {
    let tone = satisfy(|c| matches!(c, '\u{1f3fb}'..='\u{1f3ff}'));
    recognize((opt(char('\u{fe0f}')), tone, opt(char('\u{fe0f}')))).parse(input)
}

/// `form`: the selector of the coloured one, and the frame of a key.
fn form(input: &str) -> IResult<&str, &str> {
    recognize((char('\u{fe0f}'), opt(char('\u{20e3}')))).parse(input)
}

/// `tags`: the rest of `🏴󠁧󠁢󠁥󠁮󠁧󠁿`.
fn tags(input: &str) -> IResult<&str, &str> {
    recognize((many1_count(satisfy(|c| matches!(c, '\u{e0020}'..='\u{e007e}'))), char('\u{e007f}'))).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::Marked;

    #[test]
    fn an_emoji_is_as_long_as_it_looks() {
        for marked in ["👍‖ ", "👍‖👍", "👍🏿‖!", "❤️‖a", "👨‍👩‍👧‍👦‖👦", "👨🏿‍❤️‍💋‍👨🏻‖", "🇺🇸‖🇨🇦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿‖ ", "1️⃣‖2", "#⃣‖", "👍‖\u{200d}x"]
        {
            let marked = Marked::read(marked);
            assert_eq!(emoji_len(&marked.text), Some(marked.place()), "{marked:?}");
        }
        for input in ["🇺", "12", "a", ""] {
            assert_eq!(emoji_len(input), None, "{input:?}");
        }
    }
}
