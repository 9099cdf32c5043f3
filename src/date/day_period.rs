//! Day periods: the words that tell which half of the day an hour is in, `PM`, `午後`, `du soir`.

use chrono::NaiveTime;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while_m_n,
    character::complete::satisfy,
    combinator::{not, opt, recognize, value, verify},
    sequence::{preceded, terminated},
};

use super::{names::longest, punctuation::escaped, separator::is_separator, tables::DAY_PERIODS, timestamp::Clock};
use crate::text::{
    parse::IResult,
    whitespace::{gap0, is_blank, is_whitespace},
};

/// What the word beside an hour and minute says about the half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPeriod {
    /// From one hour on a clock of 24 hours to another; the first may be the later: from 21 to 6.
    Hours { from: u8, to: u8, stands_first: bool },
    /// A word for hours, which the clock of 24 hours has: `19:32 Uhr`.
    WholeDay,
    /// A word in the place of a day period that cannot be read.
    Unread,
}

/// How far outside of its hours a period still is what people call an hour: `早上9:30`, whose hours end at eight.
const NEAR: u8 = 2;

impl DayPeriod {
    /// The time on a clock of 24 hours; `None` if there is no such time.
    ///
    /// Hours above twelve stay, whatever the word: some pages show both, `19:32 PM`.
    pub(super) fn time(self, (hour, minute, second): (u32, u32, u32)) -> Option<Clock> {
        let written = NaiveTime::from_hms_opt(hour, minute, second)?;
        if hour > 12 {
            return Some(Some(written));
        }
        let hour = match self {
            Self::WholeDay => Some(hour),
            Self::Hours { from, to, .. } => half(hour % 12, from, to),
            Self::Unread => None,
        };
        Some(hour.and_then(|hour| NaiveTime::from_hms_opt(hour, minute, second)))
    }
}

/// Which of `hour` and the hour twelve hours later is in the hours `from..to`, or much nearer to them.
fn half(hour: u32, from: u8, to: u8) -> Option<u32> {
    let distances = [hour, hour + 12].map(|hour| distance(u8::try_from(hour).ok()?, from, to));
    match distances.map(|distance| distance.unwrap_or(u8::MAX)) {
        [morning, afternoon] if morning < afternoon && morning <= NEAR => Some(hour),
        [morning, afternoon] if afternoon < morning && afternoon <= NEAR => Some(hour + 12),
        _ => None,
    }
}

/// How many hours around the clock `hour` is away from the hours `from..to`; 0 within them.
fn distance(hour: u8, from: u8, to: u8) -> Option<u8> {
    let ahead = |from: u8, to: u8| (24 + to).checked_sub(from).map(|hours| hours % 24);
    let length = ahead(from, to)?;
    let behind_start = ahead(from, hour)?;
    if behind_start < length {
        return Some(0);
    }
    Some((behind_start - length + 1).min(24 - behind_start))
}

/// `day_period`: a day period or a word for hours, in any language.
pub(super) fn day_period(input: &str) -> IResult<&str, DayPeriod> {
    let (rest, &(_, [from, to, first])) =
        terminated(|input| longest(&DAY_PERIODS, |(name, _)| name, input), opt(escaped('.'))).parse(input)?;
    let period = if from == to { DayPeriod::WholeDay } else { DayPeriod::Hours { from, to, stands_first: first > 0 } };
    Ok((rest, period))
}

/// `last_day_period`: one behind the time, where no letter may follow; a word for hours may stand before it,
/// `7:32 ч. сл.об.`
pub(super) fn last_day_period(input: &str) -> IResult<&str, DayPeriod> {
    let word = || terminated(day_period, not(satisfy(char::is_alphanumeric)));
    let hours = verify(word(), |period| *period == DayPeriod::WholeDay);
    alt((preceded((hours, gap0), word()), word())).parse(input)
}

/// `first_day_period`: one that a language writes before the time.
pub(super) fn first_day_period(input: &str) -> IResult<&str, DayPeriod> {
    verify(day_period, |period| matches!(period, DayPeriod::Hours { stands_first: true, .. })).parse(input)
}

/// The most characters of a word in the place of a day period.
const LONGEST_WORD: usize = 16;

/// `unread_day_period`: a word in the place of a day period that is none of the table, or two initials.
pub(super) fn unread_day_period(input: &str) -> IResult<&str, DayPeriod> {
    let initial = verify(unread_word, |word: &str| word.ends_with('.'));
    let initials = recognize((initial, blanks, unread_word));
    value(DayPeriod::Unread, alt((initials, unread_word))).parse(input)
}

/// `blanks`: a few, which end no line.
pub(super) fn blanks(input: &str) -> IResult<&str, &str> {
    take_while_m_n(0, 3, is_blank).parse(input)
}

/// `unread_word`: letters, and what stands between those of abbreviations.
fn unread_word(input: &str) -> IResult<&str, &str> {
    let letters = take_while_m_n(1, LONGEST_WORD, |c: char| {
        c.is_ascii_alphabetic() || is_punctuation(c) || !c.is_ascii() && !c.is_numeric() && !is_apart(c)
    });
    preceded(not(satisfy(is_punctuation)), letters).parse(input)
}

/// Whether `c` is of the punctuation within abbreviations.
fn is_punctuation(c: char) -> bool {
    matches!(c, '.' | '\'' | '"')
}

/// Whether `c` is no part of a word beside the time.
fn is_apart(c: char) -> bool {
    is_separator(c) || is_whitespace(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hour and minute in the half of the day that `word` names, or `?`.
    fn read(word: &str, hour: u32) -> String {
        let (rest, period) = day_period(word).unwrap();
        assert_eq!(rest, "", "{word:?}");
        let time = period.time((hour, 30, 0)).unwrap();
        time.map_or_else(|| "?".to_owned(), |time| time.format("%H:%M").to_string())
    }

    #[test]
    fn a_period_tells_the_half_of_its_hours() {
        for (word, hour, time) in [
            ("AM", 12, "00:30"),
            ("AM", 11, "11:30"),
            ("PM", 12, "12:30"),
            ("PM", 1, "13:30"),
            ("PM", 19, "19:30"),
            ("午後", 0, "12:30"),
            ("午前", 0, "00:30"),
            ("凌晨", 12, "00:30"),
            ("凌晨", 4, "04:30"),
            ("早上", 7, "07:30"),
            ("早上", 9, "09:30"),
            ("中午", 12, "12:30"),
            ("中午", 11, "11:30"),
            ("下午", 1, "13:30"),
            ("晚上", 7, "19:30"),
            ("晚上", 11, "23:30"),
            ("晚上", 12, "00:30"),
            ("밤", 11, "23:30"),
            ("밤", 2, "02:30"),
            ("밤", 6, "?"),
            ("中午", 6, "?"),
            ("Uhr", 7, "07:30"),
            ("Uhr", 12, "12:30"),
            ("ч.", 0, "00:30"),
        ] {
            assert_eq!(read(word, hour), time, "{word:?} {hour}");
        }
        for hour in 0..=12 {
            assert_eq!(DayPeriod::Unread.time((hour, 30, 0)), Some(None), "{hour}");
        }
        assert_eq!(DayPeriod::Unread.time((13, 30, 0)), Some(NaiveTime::from_hms_opt(13, 30, 0)));
        for period in [DayPeriod::Unread, DayPeriod::WholeDay] {
            assert_eq!([period.time((24, 0, 0)), period.time((7, 60, 0))], [None, None]);
        }
    }

    #[test]
    fn every_period_is_of_one_half() {
        for &(word, [from, to, _]) in &DAY_PERIODS {
            let hours = (24 + to - from) % 24;
            assert!(from < 24 && to <= 24 && hours <= 12, "{word}");
        }
    }

    #[test]
    fn a_word_that_is_no_period_is_short_and_has_letters() {
        for (input, rest) in [
            ("XM · Jul 14", Some(" · Jul 14")),
            ("x. y. · Jul 14", Some(" · Jul 14")),
            ("кеш· Jul 14", Some("· Jul 14")),
            ("Paradiso tonight", Some(" tonight")),
            ("· Jul 14", None),
            ("14", None),
            (".x", None),
            ("@dortiz", None),
            ("abcdefghijklmnopq", Some("q")),
        ] {
            assert_eq!(unread_day_period(input).ok().map(|(rest, _)| rest), rest, "{input:?}");
        }
    }
}
