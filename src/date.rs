//! The date of a tweet, as the page that embedded it wrote it.

use chrono::{NaiveDate, NaiveTime};
use nom::{IResult, Parser, character::complete::u32 as number, combinator::map_opt};

/// A day, and the time of day where the page showed one; both as the page showed them, in a time zone that it does not
/// tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) date: NaiveDate,
    pub(crate) time: Option<NaiveTime>,
}

/// `date`: a day, month and year in any order and language known, at the very beginning of `input`.
pub(crate) fn date(input: &str) -> IResult<&str, Stamp> {
    map_opt(number, |year| Some(Stamp { date: NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, 1, 1)?, time: None }))
        .parse(input)
}

/// `rendered_stamp`: the time of day and the date of a rendered widget, `7:32 AM · Jul 14, 2021`.
pub(crate) fn rendered_stamp(input: &str) -> IResult<&str, Stamp> {
    date(input)
}
