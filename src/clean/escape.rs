//! Backslash escapes of Markdown, told from backslashes of the author's.

use crate::text::parse::IResult;
use nom::{
    Parser,
    character::complete::{char, satisfy},
    sequence::preceded,
};

/// `escaped`: a backslash and the punctuation that it escapes.
pub(super) fn escaped(input: &str) -> IResult<&str, char> {
    preceded(char('\\'), satisfy(|c| c.is_ascii_punctuation())).parse(input)
}

/// Punctuation of ASCII that stands in a text without a backslash.
///
/// A converter escapes a sign everywhere or, those that mean something only there, at the beginning of a line. So if
/// one stands without a backslash, a backslash before another of its kind is the author's: `¯\_(ツ)_/¯`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs(u128);

impl Signs {
    /// Adds the signs of `text`, but not those of addresses, in which nothing is escaped.
    pub(super) fn add_all(&mut self, text: &str) {
        for word in text.split(char::is_whitespace).filter(|word| !word.contains("//")) {
            word.bytes().filter(u8::is_ascii_punctuation).for_each(|sign| self.0 |= 1 << sign);
        }
    }

    fn contains(self, sign: char) -> bool {
        u8::try_from(sign).is_ok_and(|sign| sign.is_ascii() && self.0 & (1 << sign) != 0)
    }

    /// Whether a backslash between `before` and `sign` escapes it.
    pub(super) fn is_escape(self, before: &str, sign: char) -> bool {
        let is_always = match sign {
            // html2text escapes them at the beginning of each piece of markup, too.
            '-' | '+' => true,
            '*' | '#' | '>' | '=' | '~' => is_line_start(before),
            '.' | ')' => before.ends_with(|c: char| c.is_ascii_digit()),
            _ => false,
        };
        is_always || !self.contains(sign)
    }
}

fn is_line_start(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_stand_alone_are_not_escaped_elsewhere() {
        let mut signs = Signs::default();
        signs.add_all("so - a_b. https://t.co/a*b");
        for (before, sign, expected) in [
            ("so ", '*', true),
            ("so ", '_', false),
            ("so ", '-', true),
            ("so ", '.', false),
            ("so 14", '.', true),
            ("so #", '#', true),
            ("so ", '[', true),
        ] {
            assert_eq!(signs.is_escape(before, sign), expected, "{before:?} {sign:?}");
        }
    }
}
