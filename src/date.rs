//! The date of a tweet, as the page that embedded it wrote it.

use chrono::{Datelike, NaiveDate, NaiveTime};
use nom::{
    IResult, Parser,
    branch::alt,
    bytes::complete::{tag, take_while1},
    character::complete::u32 as number,
    combinator::{fail, map_opt, opt},
};

use crate::space::gap0;

/// A day, and the time of day where the page showed one; both as the page showed them, in a time zone that it does not
/// tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) date: NaiveDate,
    pub(crate) time: Option<NaiveTime>,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of the month of `date`.
pub(crate) fn english_month(date: NaiveDate) -> &'static str {
    MONTHS.get(date.month0() as usize).copied().unwrap_or_default()
}

fn month(input: &str) -> IResult<&str, u32> {
    map_opt(take_while1(|c: char| c.is_ascii_alphabetic()), |m: &str| {
        MONTHS.iter().position(|x| x == &m || m.len() == 3 && x.starts_with(m)).map(|x| x as u32 + 1)
    })
    .parse(input)
}

fn year(input: &str) -> IResult<&str, u32> {
    let (y, rest) = (input.get(..4).unwrap_or_default(), input.get(4..).unwrap_or_default());
    map_opt(number, Some).parse(y).map(|(_, y)| (rest, y))
}

/// `date`
pub(crate) fn date(input: &str) -> IResult<&str, Stamp> {
    let ymd = |(y, m, d): (u32, u32, u32)| {
        Some(Stamp { date: NaiveDate::from_ymd_opt(i32::try_from(y).ok()?, m, d)?, time: None })
    };
    alt((
        map_opt((month, gap0, number, opt(tag(",")), gap0, year), move |(m, _, d, _, _, y)| ymd((y, m, d))),
        map_opt((number, gap0, month, gap0, year), move |(d, _, m, _, y)| ymd((y, m, d))),
    ))
    .parse(input)
}

pub(crate) fn epoch_millis(input: &str) -> IResult<&str, Stamp> {
    fail().parse(input)
}

pub(crate) fn trailing_time(input: &str) -> IResult<&str, NaiveTime> {
    fail().parse(input)
}

pub(crate) fn rendered_stamp(input: &str) -> IResult<&str, Stamp> {
    fail().parse(input)
}
