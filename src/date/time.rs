//! The time of day: before the date in rendered widgets, after it in the posts of other networks.

use chrono::NaiveTime;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while_m_n,
    character::complete::{char, one_of, satisfy},
    combinator::{map, map_opt, not, opt, value, verify},
    sequence::{preceded, terminated},
};

use super::{
    Timestamp, date,
    gap::part_gap1,
    names::{Beginnings, longest},
    numbers::{digits, escaped},
    short_year_date,
    table::PERIODS,
};
use crate::text::{
    chars::is_comma,
    parse::{IResult, mismatch},
    whitespace::gap0,
};

/// Words before the time of day, folded and sorted: those of CLDR's `atTime` patterns, which browsers print where both date
/// and time are asked for.
static AT: &[(&str, ())] = &[
    ("a", ()),
    ("a las", ()),
    ("a les", ()),
    ("alle", ()),
    ("alle ore", ()),
    ("as", ()),
    ("at", ()),
    ("kell", ()),
    ("kl", ()),
    ("klo", ()),
    ("la", ()),
    ("luc", ()),
    ("ne", ()),
    ("o", ()),
    ("ob", ()),
    ("om", ()),
    ("plkst", ()),
    ("pukul", ()),
    ("saat", ()),
    ("u", ()),
    ("um", ()),
    ("v", ()),
    ("στισ", ()),
    ("в", ()),
    ("о", ()),
    ("об", ()),
    ("у", ()),
    ("בשעה", ()),
    ("الساعة", ()),
    ("ساعت", ()),
    ("في", ()),
    ("को", ()),
    ("เวลา", ()),
];

/// `rendered-stamp`: the time of day and the date of a rendered widget: `7:32 AM · Jul 14, 2021`, `8:27 AM - 11 Jul 2017`.
///
/// Twitter's own pages of 2012 and 2013 wrote the year with two digits, `8:27 AM - 11 Jul 12`, read at the end of its line
/// only.
pub(crate) fn rendered_stamp(input: &str) -> IResult<&str, Timestamp> {
    let day = alt((date, short_year_date));
    map((terminated(time, separator), day), |(time, stamp)| Timestamp { time: Some(time), ..stamp }).parse(input)
}

/// `timed-date`: a date with the time of day after it, which embedded tweets do not have and other networks' posts do.
///
/// It is [`date`] and [`trailing_time`]; after an East Asian date the time also follows without a word between them:
/// `2024年12月15日 19:49`.
pub(crate) fn timed_date(input: &str) -> IResult<&str, Timestamp> {
    let (rest, stamp) = date(input)?;
    let written = input.get(..input.len() - rest.len()).unwrap_or_default();
    let east_asian = written.ends_with(['日', '일']);
    let bare = verify(preceded(part_gap1, time), |_| east_asian);
    map(alt((trailing_time, bare)), |time| Timestamp { time: Some(time), ..stamp }).parse(rest)
}

/// `trailing-time`: the time of day after the date of another network's post, directly after what [`date`] read.
///
/// ` at 11:00 PM` and its like in other languages, `, 23:00`, ` 오후 11:00`, and `T03:14:06.000Z` after an ISO date. A time
/// alone (`July 14, 2021 12:30 update`) is not taken for one: live blogs begin their entries so, directly after a tweet. A
/// word before the time must be in lower case, and the time must have minutes: `July 14, 2021 At 11 the mayor said` is a tweet
/// and prose.
pub(crate) fn trailing_time(input: &str) -> IResult<&str, NaiveTime> {
    if input.starts_with('T') {
        return iso_time(input);
    }
    let (rest, comma) = terminated(opt(comma), part_gap1).parse(input)?;
    if comma.is_some() {
        alt((preceded(at, time), time)).parse(rest)
    } else {
        alt((preceded(at, time), foreign_half)).parse(rest)
    }
}

/// `at`: a word before the time, in lower case.
fn at(input: &str) -> IResult<&str, ()> {
    let word = preceded(not(satisfy(char::is_uppercase)), |input| longest(AT, input));
    value((), (word, opt(escaped('.')), part_gap1)).parse(input)
}

/// `time`: `7:32 AM`, `19:32`, `19.32`, `午後7:32`.
fn time(input: &str) -> IResult<&str, NaiveTime> {
    alt((named_half, halved, map_opt(hour_minute, |(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0))))
        .parse(input)
}

/// `named-half`: the half of the day first: `午後7:32`, `오후 7:32`, `ÖS 7:32`.
fn named_half(input: &str) -> IResult<&str, NaiveTime> {
    map_opt((terminated(period, gap0), hour_minute), |(after_noon, time)| in_half(after_noon, time)).parse(input)
}

/// `foreign-half`: the half of the day first, in a word that is not of ASCII letters: `os 10.15` (Turkish `ÖS` without its
/// marks) is more likely something else.
fn foreign_half(input: &str) -> IResult<&str, NaiveTime> {
    preceded(not(satisfy(|c| c.is_ascii())), named_half).parse(input)
}

/// `halved`: the half of the day last: `7:32 AM`, `7:32pm`, `7:32 a. m.`
fn halved(input: &str) -> IResult<&str, NaiveTime> {
    let period = terminated(period, not(satisfy(char::is_alphanumeric)));
    map_opt((hour_minute, preceded(gap0, period)), |(time, after_noon)| in_half(after_noon, time)).parse(input)
}

/// How the words for a half of the day begin.
static BEGINNINGS: Beginnings = Beginnings::of(PERIODS);

/// Whether a time of day can begin with what `input` begins with, as [`may_begin_date`](super::may_begin_date).
pub(crate) fn may_begin_time(input: &str) -> bool {
    input.starts_with(|c: char| c.is_ascii_digit()) || BEGINNINGS.may_begin(input)
}

/// `period`: the word for a half of the day; whether it is the one after noon.
fn period(input: &str) -> IResult<&str, bool> {
    if !BEGINNINGS.may_begin(input) {
        return mismatch();
    }
    terminated(|input| longest(PERIODS, input), opt(escaped('.'))).parse(input)
}

/// The time of day on the clock of twelve hours; hours above twelve are of a page that shows both, `19:32 PM`.
fn in_half(after_noon: bool, (hour, minute): (u32, u32)) -> Option<NaiveTime> {
    let hour = match (hour, after_noon) {
        (12, false) => 0,
        (1..=11, true) => hour + 12,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// `hour-minute`: `7:32`, and `19.32` as in Finnish and Indonesian.
fn hour_minute(input: &str) -> IResult<&str, (u32, u32)> {
    let minute = preceded(one_of(":.："), digits(2, 2));
    terminated((digits(1, 2), minute), not(digits(1, 1))).parse(input)
}

/// `separator`: what stands between the time and the date of a widget; two spaces where the sign was lost.
fn separator(input: &str) -> IResult<&str, ()> {
    let sign = value((), (gap0, alt((one_of("-–·∙•⋅‧・"), preceded(char('\\'), char('-')))), gap0));
    let lost = value((), verify(gap0, |gap: &str| gap.bytes().filter(|&byte| byte == b' ').count() > 1));
    alt((sign, lost)).parse(input)
}

/// `iso-time`: `T03:14:06.000Z`; the fraction is left out of the time.
fn iso_time(input: &str) -> IResult<&str, NaiveTime> {
    let second = preceded(char(':'), digits(2, 2));
    let fraction = (char('.'), take_while_m_n(1, 9, |c: char| c.is_ascii_digit()));
    let offset = (one_of("+-"), digits(2, 2), opt(char(':')), digits(2, 2));
    let zone = alt((value((), char('Z')), value((), offset)));
    let clock = (preceded(char('T'), digits(2, 2)), preceded(char(':'), digits(2, 2)), opt(second));
    let zoned = (clock, opt(fraction), opt(zone));
    map_opt(zoned, |((hour, minute, second), _, _)| NaiveTime::from_hms_opt(hour, minute, second.unwrap_or(0)))
        .parse(input)
}

fn comma(input: &str) -> IResult<&str, char> {
    satisfy(is_comma).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::names::assert_searchable;

    #[test]
    fn words_before_a_time_can_be_searched() {
        assert_searchable(AT);
    }

    #[test]
    fn a_time_begins_with_a_digit_or_a_word_for_a_half_of_the_day() {
        for input in ["7:32 AM", "19.32", "PM 7:32", "os 7:32", "午後7:32", "오후 7:32", "٧:٣٢ م"] {
            assert!(may_begin_time(input), "{input:?}");
        }
        for input in ["", " 7:32", "who", "July 14", "@dortiz", "(7:32)"] {
            assert!(!may_begin_time(input), "{input:?}");
        }
    }
}
