//! The names of weekdays before the dates that programs print.

use nom::Parser;

use super::names::words;
use crate::text::parse::IResult;

/// The English names of the weekdays, as programs abbreviate them.
pub(super) static WEEKDAYS: [&str; 7] = ["fri", "mon", "sat", "sun", "thu", "tue", "wed"];

/// `weekday`: its English name of three letters.
pub(super) fn weekday(input: &str) -> IResult<&str, ()> {
    words(&WEEKDAYS).parse(input)
}
