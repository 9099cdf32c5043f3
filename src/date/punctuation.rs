//! Punctuation between the parts of a date.

use nom::{
    Parser,
    character::complete::{char, satisfy},
    combinator::{opt, recognize},
};

use crate::text::{chars::is_comma, parse::IResult};

/// `comma`: of any script.
pub(super) fn comma(input: &str) -> IResult<&str, char> {
    satisfy(is_comma).parse(input)
}

/// `punctuation`, with the backslash that Markdown may put before it.
pub(super) fn escaped<'t>(punctuation: char) -> impl Parser<&'t str, Output = &'t str, Error = ()> {
    recognize((opt(char('\\')), char(punctuation)))
}
