//! The time of day: before the date in rendered widgets, after it in the posts of other networks.

use chrono::NaiveTime;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while_m_n,
    character::complete::{char, one_of, satisfy},
    combinator::{map_opt, not, opt, value, verify},
    sequence::{preceded, terminated},
};

use super::{
    names::longest,
    numbers::{digits, is_digit},
    punctuation::{comma, escaped},
    tables::{DAY_PERIODS, TIME_WORDS},
};
use crate::text::{
    parse::IResult,
    whitespace::{gap0, narrow_gap1},
};

/// `trailing_time`: the time of day directly after the date of another network's post.
///
/// ` at 11:00 PM` and its like in other languages, `, 23:00`, ` 오후 11:00`, and `T03:14:06.000Z` after an ISO date. A bare
/// time (`July 14, 2021 12:30 update`) is not read: live blogs begin their entries so, directly after a tweet. A word before
/// the time must be in lower case, and the time must have minutes: `July 14, 2021 At 11 the mayor said` is a tweet and prose.
pub(crate) fn trailing_time(input: &str) -> IResult<&str, NaiveTime> {
    alt((spaced_time, iso_time)).parse(input)
}

/// `spaced_time`: ` at 11:00 PM`, `, 23:00`, ` 오후 11:00`.
fn spaced_time(input: &str) -> IResult<&str, NaiveTime> {
    let (rest, comma) = terminated(opt(comma), narrow_gap1).parse(input)?;
    let bare = if comma.is_some() { time } else { foreign_day_period_first };
    alt((preceded(at, time), bare)).parse(rest)
}

/// `at`: a word before the time, in lower case.
fn at(input: &str) -> IResult<&str, ()> {
    let word = preceded(not(satisfy(char::is_uppercase)), |input| longest(&TIME_WORDS, |(word, _)| word, input));
    value((), (word, opt(escaped('.')), narrow_gap1)).parse(input)
}

/// `time`: `7:32 AM`, `19:32`, `19.32`, `午後7:32`.
pub(super) fn time(input: &str) -> IResult<&str, NaiveTime> {
    alt((day_period_last, day_period_first)).parse(input)
}

/// `day_period_first`: `午後7:32`, `오후 7:32`, `ÖS 7:32`.
fn day_period_first(input: &str) -> IResult<&str, NaiveTime> {
    map_opt((terminated(day_period, gap0), hour_minute), |(period, time)| time_of_day(time, Some(period))).parse(input)
}

/// `foreign_day_period_first`: the same with a day period that does not begin with an ASCII letter: `os 10.15` (Turkish `ÖS`
/// without its marks) is more likely something else.
fn foreign_day_period_first(input: &str) -> IResult<&str, NaiveTime> {
    preceded(not(satisfy(|c| c.is_ascii())), day_period_first).parse(input)
}

/// `day_period_last`: `7:32 AM`, `7:32pm`, `7:32 a. m.`, or without a day period `19:32`.
fn day_period_last(input: &str) -> IResult<&str, NaiveTime> {
    let period = opt(preceded(gap0, terminated(day_period, not(satisfy(char::is_alphanumeric)))));
    map_opt((hour_minute, period), |(time, period)| time_of_day(time, period)).parse(input)
}

/// Whether a time of day can begin with what `input` begins with: a digit or a day period.
pub(crate) fn may_begin_time(input: &str) -> bool {
    input.starts_with(is_digit) || day_period(input).is_ok()
}

/// `day_period`: AM or PM in any language; the hour on a clock of 24 hours at which it begins.
fn day_period(input: &str) -> IResult<&str, u32> {
    let (rest, &(_, [start])) =
        terminated(|input| longest(&DAY_PERIODS, |(name, _)| name, input), opt(escaped('.'))).parse(input)?;
    Ok((rest, u32::from(start)))
}

/// The time in the day period that begins at `start`. Hours above twelve stay: some pages show both, `19:32 PM`.
fn time_of_day((hour, minute): (u32, u32), start: Option<u32>) -> Option<NaiveTime> {
    let hour = match (hour, start) {
        (12, Some(0)) => 0,
        (1..=11, Some(start)) => hour + start,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// `hour_minute`: `7:32`, and `19.32` as in Finnish and Indonesian.
fn hour_minute(input: &str) -> IResult<&str, (u32, u32)> {
    let minute = preceded(one_of(":.："), digits(2, 2));
    terminated((digits(1, 2), minute), not(satisfy(is_digit))).parse(input)
}

/// `separator`: what stands between the time and the date of a widget; two spaces where the punctuation was lost.
pub(super) fn separator(input: &str) -> IResult<&str, ()> {
    let punctuation = value((), (gap0, alt((one_of("-–·∙•⋅‧・"), preceded(char('\\'), char('-')))), gap0));
    let lost = value((), verify(gap0, |gap: &str| gap.bytes().filter(|&byte| byte == b' ').count() > 1));
    alt((punctuation, lost)).parse(input)
}

/// `iso_time`: `T03:14:06.000Z`; the fraction is left out of the time.
fn iso_time(input: &str) -> IResult<&str, NaiveTime> {
    let second = preceded(char(':'), digits(2, 2));
    let fraction = (char('.'), take_while_m_n(1, 9, |c: char| c.is_ascii_digit()));
    let offset = (one_of("+-"), digits(2, 2), opt(char(':')), digits(2, 2));
    let zone = alt((value((), char('Z')), value((), offset)));
    let clock = (preceded(char('T'), digits(2, 2)), preceded(char(':'), digits(2, 2)), opt(second));
    map_opt((clock, opt(fraction), opt(zone)), |((hour, minute, second), _, _)| {
        NaiveTime::from_hms_opt(hour, minute, second.unwrap_or(0))
    })
    .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_begins_with_a_digit_or_a_day_period() {
        for input in ["7:32 AM", "19.32", "PM 7:32", "os 7:32", "午後7:32", "오후 7:32", "٧:٣٢ م"] {
            assert!(may_begin_time(input), "{input:?}");
        }
        for input in ["", " 7:32", "who", "July 14", "@dortiz", "(7:32)"] {
            assert!(!may_begin_time(input), "{input:?}");
        }
    }
}
