//! White space inside a date.

use nom::{Parser, combinator::verify};

use crate::text::{parse::IResult, whitespace::gap0};

/// `part-gap`: a gap with one line break at most; may be empty.
///
/// A converter that wraps lines breaks a date once. With a blank line in it, it is two things: a count and a heading, an
/// attribution and the next paragraph.
pub(super) fn part_gap0(input: &str) -> IResult<&str, &str> {
    verify(gap0, |gap: &str| gap.bytes().filter(|&byte| byte == b'\n').count() < 2).parse(input)
}

/// `part-gap` of at least one character.
pub(super) fn part_gap1(input: &str) -> IResult<&str, &str> {
    verify(part_gap0, |gap: &str| !gap.is_empty()).parse(input)
}
