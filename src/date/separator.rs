//! What stands between the time and the date of a widget.

use nom::{
    Parser,
    branch::alt,
    character::complete::{char, satisfy},
    combinator::{value, verify},
    sequence::preceded,
};

use crate::text::{chars::is_middle_dot, parse::IResult, whitespace::gap0};

/// `separator`: what stands between the time and the date of a widget; two spaces where the punctuation was lost.
pub(super) fn separator(input: &str) -> IResult<&str, ()> {
    let lost = value((), verify(gap0, |gap: &str| gap.bytes().filter(|&byte| byte == b' ').count() > 1));
    alt((separator_mark, lost)).parse(input)
}

/// `separator_mark`: a dot or dash, with the gaps around it.
pub(super) fn separator_mark(input: &str) -> IResult<&str, ()> {
    value((), (gap0, alt((satisfy(is_separator), preceded(char('\\'), char('-')))), gap0)).parse(input)
}

/// Whether `c` is a mark between time and date.
pub(super) fn is_separator(c: char) -> bool {
    is_middle_dot(c) || matches!(c, '-' | '–' | '⋅' | '‧' | '・')
}
