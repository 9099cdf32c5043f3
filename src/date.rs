//! The date of a tweet, as the page that embedded it wrote it.
//!
//! Twitter wrote the date of an embedded tweet in the long form of the Unicode CLDR in the language of the page
//! (`July 14, 2021`, `14. Juli 2021`, `2021年7月14日`), in forms of its own before about 2016 (`julio 8, 2014`,
//! `2014, 8月 27`), and the widgets in the medium form after the time of day (`7:32 AM · Jul 14, 2021`). The language is
//! not known to the reader, so that one grammar holds all of them:
//!
//! ```text
//! date          = year-first / day-month-year / month-day-year
//! year-first    = numeric / year mark month mark day suffix / year mark day mark month
//! month         = name / number "月" / number "월" / "tháng" number
//! numeric       = year "-" number "-" number / year "/" number "/" number / year ". " number ". " number "."
//! ```
//!
//! What keeps a text that is no date from being read as one:
//!
//! - A month is a number only where something says that it is one; `7/14/2021` is a day to half the world and no date here.
//! - The year has four digits, and is one in which tweets can have been written: 2006 to 2099, in the Christian or (2549 to
//!   2642) in the Buddhist era. What follows its fourth digit is not looked at: pages that lost their white space glue the
//!   next word to it, or the next number.
//! - The day exists: 30 February is no date.
//! - A name that is one month in one language and another in the next (`listopada`: November in Polish, October in Croatian)
//!   is told apart by the dots after day and year, which is all that differs: `14 listopada 2021`, `14. listopada 2021.`
//!
//! Letters are compared without case, accents and other marks, digits are those of any script that a language of the table
//! uses, and between two parts may be a gap of whitespace with one line break at most.
//!
//! The tables are generated from the CLDR by `scripts/generate_date_table.py`, which also tells which names collide.

mod epoch;
mod gap;
mod month;
mod names;
mod numbers;
mod table;
#[cfg(test)]
mod tests;
mod time;
mod timestamp;
mod year_month_day;

use crate::text::parse::IResult;
use nom::{Parser, branch::alt, combinator::map};

pub(crate) use epoch::epoch_millis;
pub(crate) use time::{may_begin_time, rendered_stamp, timed_date, trailing_time};
pub(crate) use timestamp::Timestamp;

/// `date`: a day, month and year in any order and language known, at the very beginning of `input`.
///
/// What remains begins after the last character that belongs to the date: the year's fourth digit, or the suffix of the
/// language (`г.`, `日`).
pub(crate) fn date(input: &str) -> IResult<&str, Timestamp> {
    let year = numbers::year;
    let date = alt((
        year_month_day::english,
        year_month_day::month_day_year(year),
        year_month_day::day_month_year(year),
        year_month_day::year_first,
    ));
    map(date, Timestamp::from).parse(input)
}

/// `short-year-date`: a date whose year has two digits, at the end of its line: `October 04, 19`.
///
/// It is the last thing to try. All tweets are from this century, so that `06` is 2006 and `99` is 2099.
pub(crate) fn short_year_date(input: &str) -> IResult<&str, Timestamp> {
    let year = numbers::short_year;
    map(alt((year_month_day::month_day_year(year), year_month_day::day_month_year(year))), Timestamp::from).parse(input)
}

/// Whether a date can begin with what `input` begins with: cheap, and enough to leave out most places where none is.
pub(crate) fn may_begin_date(input: &str) -> bool {
    input.starts_with(|c: char| c.is_ascii_digit()) || month::may_begin_month(input)
}
