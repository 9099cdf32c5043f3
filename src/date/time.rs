//! The time of day: before the date in rendered widgets, after it in the posts of other networks.

use chrono::NaiveTime;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while_m_n,
    character::complete::{char, one_of, satisfy},
    combinator::{map_opt, not, opt, value},
    sequence::{preceded, terminated},
};

use super::{
    day_period::{DayPeriod, blanks, first_day_period, last_day_period, unread_day_period},
    first_letters::FirstLetters,
    names::longest,
    numbers::digits,
    punctuation::{comma, escaped},
    tables::{DAY_PERIODS, TIME_WORDS},
    timestamp::Clock,
};
use crate::text::{
    digits::is_digit,
    parse::IResult,
    whitespace::{gap0, narrow_gap1},
};

/// Hour, minute and second as they are written.
pub(super) type HourMinute = (u32, u32, u32);

/// `trailing_time`: the time of day directly after the date of another network's post.
///
/// ` at 11:00 PM` and its like in other languages, `, 23:00`, ` 오후 11:00`, and `T03:14:06.000Z` after an ISO date. A
/// bare time (`July 14, 2021 12:30 update`) is not read: live blogs begin their entries so, directly after a tweet. A
/// word before the time must be in lower case, and the time must have minutes: `July 14, 2021 At 11 the mayor said` is
/// a tweet and prose.
pub(crate) fn trailing_time(input: &str) -> IResult<&str, Clock> {
    alt((spaced_time, iso_time)).parse(input)
}

/// `spaced_time`: ` at 11:00 PM`, `, 23:00`, ` 오후 11:00`.
fn spaced_time(input: &str) -> IResult<&str, Clock> {
    let (rest, comma) = terminated(opt(comma), narrow_gap1).parse(input)?;
    let bare = if comma.is_some() { time } else { foreign_day_period_first };
    alt((preceded(at, time), bare)).parse(rest)
}

/// `at`: a word before the time, in lower case.
pub(super) fn at(input: &str) -> IResult<&str, ()> {
    let word = preceded(not(satisfy(char::is_uppercase)), |input| longest(&TIME_WORDS, |word| word, input));
    value((), (word, opt(escaped('.')), narrow_gap1)).parse(input)
}

/// `time`: `7:32 AM`, `19:32`, `19.32`, `午後7:32`.
pub(super) fn time(input: &str) -> IResult<&str, Clock> {
    with_period(hour_minute, input)
}

/// `stamp_time`: a `time` beside a date that belongs to it, where the hour may be in words as well: `19 h 32`,
/// `19時32分`.
pub(super) fn stamp_time(input: &str) -> IResult<&str, Clock> {
    with_period(hour_minute, input).or_else(|_| with_period(spelled_hour_minute, input))
}

/// An `hour_minute` with a day period on either side, or with none.
fn with_period<'t>(
    hour_minute: fn(&'t str) -> IResult<&'t str, HourMinute>,
    input: &'t str,
) -> IResult<&'t str, Clock> {
    day_period_last(hour_minute, input).or_else(|_| day_period_first(hour_minute, input))
}

/// `day_period_last`: `7:32 AM`, `7:32pm`, `7:32 a. m.`, or without a day period `19:32`.
fn day_period_last<'t>(
    hour_minute: fn(&'t str) -> IResult<&'t str, HourMinute>,
    input: &'t str,
) -> IResult<&'t str, Clock> {
    let period = opt(preceded(gap0, last_day_period));
    map_opt((hour_minute, period), |(time, period)| period.unwrap_or(DayPeriod::WholeDay).time(time)).parse(input)
}

/// `day_period_first`: `午後7:32`, `오후 7:32`, `ÖS 7:32`.
fn day_period_first<'t>(
    hour_minute: fn(&'t str) -> IResult<&'t str, HourMinute>,
    input: &'t str,
) -> IResult<&'t str, Clock> {
    map_opt((terminated(first_day_period, gap0), hour_minute), |(period, time)| period.time(time)).parse(input)
}

/// `foreign_day_period_first`: the same with a day period that does not begin with an ASCII letter: `os 10.15` (Turkish
/// `ÖS` without its marks) is more likely something else.
fn foreign_day_period_first(input: &str) -> IResult<&str, Clock> {
    preceded(not(satisfy(|c| c.is_ascii())), |input| day_period_first(hour_minute, input)).parse(input)
}

/// `half_unread`: a time with a word in the place of the day period that cannot be read: `7:32 XM`.
pub(super) fn half_unread(input: &str) -> IResult<&str, Clock> {
    let unread = preceded((blanks, not(last_day_period)), unread_day_period);
    map_opt((alt((hour_minute, spelled_hour_minute)), unread), |(time, period)| period.time(time)).parse(input)
}

/// Whether a time of day can begin with what `input` begins with: a digit or a day period.
pub(crate) fn may_begin_time(input: &str) -> bool {
    input.starts_with(is_digit) || FIRST_LETTERS.may_begin(input) && first_day_period(input).is_ok()
}

/// Of the day periods. Spares 350 of 5,200 instructions a KiB of mail.
static FIRST_LETTERS: FirstLetters = FirstLetters::NONE.with_names(&DAY_PERIODS, u32::MAX);

/// `hour_minute`: `7:32`, `19.32` as in Finnish and Indonesian, and with seconds `7:32:05`.
pub(super) fn hour_minute(input: &str) -> IResult<&str, HourMinute> {
    let minute = preceded(one_of(":.："), digits(2, 2));
    let second = preceded(char(':'), digits(2, 2));
    let (rest, (hour, minute, second)) =
        terminated((digits(1, 2), minute, opt(second)), not(satisfy(is_digit))).parse(input)?;
    Ok((rest, (hour, minute, second.unwrap_or(0))))
}

/// `spelled_hour_minute`: `19 h 32`, `19h32`, `19時32分`, `7시 32분`.
pub(super) fn spelled_hour_minute(input: &str) -> IResult<&str, HourMinute> {
    let hour = (digits(1, 2), gap0, one_of("h時时點点시"), gap0);
    let minute = terminated(digits(1, 2), opt((gap0, one_of("分분"))));
    let (rest, ((hour, ..), minute)) = terminated((hour, minute), not(satisfy(is_digit))).parse(input)?;
    Ok((rest, (hour, minute, 0)))
}

/// `iso_time`: `T03:14:06.000Z`; the fraction is left out of the time.
fn iso_time(input: &str) -> IResult<&str, Clock> {
    let second = preceded(char(':'), digits(2, 2));
    let fraction = (char('.'), take_while_m_n(1, 9, |c: char| c.is_ascii_digit()));
    let offset = (one_of("+-"), digits(2, 2), opt(char(':')), digits(2, 2));
    let zone = alt((value((), char('Z')), value((), offset)));
    let clock = (preceded(char('T'), digits(2, 2)), preceded(char(':'), digits(2, 2)), opt(second));
    map_opt((clock, opt(fraction), opt(zone)), |((hour, minute, second), _, _)| {
        NaiveTime::from_hms_opt(hour, minute, second.unwrap_or(0)).map(Some)
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
