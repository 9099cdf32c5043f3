//! `$CASH`, by the rules of twitter-text.

use crate::text::parse::IResult;
use nom::{
    Parser,
    bytes::complete::{take_while, take_while_m_n},
    character::complete::{char, one_of},
    combinator::{opt, peek, recognize, verify},
    sequence::{preceded, terminated},
};

/// `cashtag`: a ticker symbol of at most six letters, and a suffix of one or two for its exchange (`$RBS.CA`).
pub(super) fn cashtag(input: &str) -> IResult<&str, &str> {
    let symbol = verify(take_while(is_letter), |symbol: &str| (1..=6).contains(&symbol.len()));
    terminated(recognize((char('$'), symbol, opt(suffix))), peek(end)).parse(input)
}

/// `suffix`, which is one only if the cashtag ends after it.
fn suffix(input: &str) -> IResult<&str, &str> {
    preceded(one_of("._"), terminated(take_while_m_n(1, 2, is_letter), peek(end))).parse(input)
}

/// `end` of a cashtag: that of the text, whitespace or punctuation.
fn end(input: &str) -> IResult<&str, &str> {
    verify(nom::combinator::rest, |rest: &str| {
        rest.chars().next().is_none_or(|c| c.is_whitespace() || is_punctuation(c))
    })
    .parse(input)
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

/// ASCII punctuation, less the quotation mark and the accent that twitter-text leaves out.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && !matches!(c, '"' | '`')
}

/// Whether a cashtag may begin after `before`: only at the beginning and after whitespace.
pub(super) fn may_follow(before: &str) -> bool {
    before.chars().next_back().is_none_or(is_space)
}

/// Whitespace to twitter-text: that of Unicode, and one character that was whitespace in 2012.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{180e}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_and_remainder() {
        for (input, expected) in [
            ("$CASH rest", Some(("$CASH", " rest"))),
            ("$RBS.CA", Some(("$RBS.CA", ""))),
            ("$RBS.CAD", Some(("$RBS", ".CAD"))),
            ("$RBS.", Some(("$RBS", "."))),
            ("$TOOLONGX", None),
            ("$CASH1", None),
            ("$CASHé", None),
            ("$5", None),
            ("$", None),
        ] {
            assert_eq!(cashtag(input).ok().map(|(rest, found)| (found, rest)), expected, "{input:?}");
        }
    }
}
