//! Stamps: the time of day and the date of a tweet, as widgets, pages and templates print them together.

use core::ops::Range;

use nom::{
    Parser,
    branch::alt,
    combinator::{all_consuming, map, opt, value},
    sequence::{preceded, terminated},
};

use super::{
    bare_date,
    comments::skipping_comments,
    day_period::{DayPeriod, first_day_period, last_day_period, unread_day_period},
    numbers::{is_digit, line_end},
    numeric::numeric_date,
    punctuation::comma,
    separator::{separator, separator_mark},
    short_year_date,
    time::{HourMinute, at, half_unread, hour_minute, spelled_hour_minute, stamp_time},
    timestamp::{Clock, Timestamp},
};
use crate::text::{
    chars::{is_ideographic, is_middle_dot},
    comment::trim_comments_end,
    offset::char_ceil,
    parse::IResult,
    steps,
    whitespace::{char_before, is_line_break, is_whitespace, last_line, narrow_gap1},
};

/// `rendered_stamp`: the time of day and the date of a rendered widget: `7:32 AM · Jul 14, 2021`, `8:27 AM - 11 Jul 2017`,
/// `午後7:32 · 2021年7月14日`.
///
/// A word in the place of the day period that cannot be read hides the half of the day: the stamp then has no time.
///
/// Twitter's own pages of 2012 and 2013 wrote a year of two digits: `8:27 AM - 11 Jul 12`.
pub(crate) fn rendered_stamp(input: &str) -> IResult<&str, Timestamp> {
    skipping_comments(bare_rendered_stamp, input)
}

fn bare_rendered_stamp(input: &str) -> IResult<&str, Timestamp> {
    let time = alt((terminated(stamp_time, separator), terminated(half_unread, separator_mark)));
    map((time, alt((stamp_date, short_year_date))), |(time, day)| day.at(time)).parse(input)
}

/// `stamp_date`: a date beside a time, where it may be in numbers.
fn stamp_date(input: &str) -> IResult<&str, Timestamp> {
    alt((bare_date, map(numeric_date, Timestamp::from))).parse(input)
}

/// `template_stamp`: date and time, in either order, as the templates of sites print them: `14 июля 2021, 19:32`,
/// `July 14, 2021 at 7:32 PM`, `19:32, 14.07.2021`.
///
/// Only for what stands on a line of its own below `NAME (@HANDLE)`, or closes a tweet whose author stands before the text.
/// Behind `— NAME (@HANDLE) DATE` in a line, a time marks the post of another network ([`super::timed_date`]), or begins what
/// follows.
pub(crate) fn template_stamp(input: &str) -> IResult<&str, Timestamp> {
    skipping_comments(|input| alt((bare_rendered_stamp, date_then_time, time_then_date)).parse(input), input)
}

/// `date_then_time`: `14 июля 2021, 19:32`, `14 July 2021 19:32`, `July 14, 2021 at 7:32 PM`, `14.07.2021 - 19:32`.
fn date_then_time(input: &str) -> IResult<&str, Timestamp> {
    let between = alt((separator_mark, value((), (opt(comma), narrow_gap1, opt(at)))));
    map((stamp_date, preceded(between, closing_time)), |(day, time)| day.at(time)).parse(input)
}

/// `closing_time`: a time behind which no word hides the half of the day.
fn closing_time(input: &str) -> IResult<&str, Clock> {
    alt((terminated(half_unread, line_end), stamp_time)).parse(input)
}

/// `time_then_date`: `19:32, 14 июля 2021`, `19:32 14.07.2021`.
fn time_then_date(input: &str) -> IResult<&str, Timestamp> {
    map((stamp_time, (opt(comma), narrow_gap1), stamp_date), |(time, _, day)| day.at(time)).parse(input)
}

/// The bytes to look for to find stamps with [`stamp_at`]: nearly all have a colon. Those with another mark in the time have
/// a hyphen or a middle dot behind it, whose last byte this is.
pub(crate) const STAMP_BYTES: [u8; 3] = [b':', b'-', 0xb7];

/// The `·` whose last byte is one of [`STAMP_BYTES`].
const DOT: &str = "·";

/// The most bytes from the beginning of a stamp to the byte that it is found by: a day period and a time.
const WIDEST_TIME: usize = 64;

/// The stamp whose time of day has its colon at byte `at`, or that has its hyphen or middle dot there: where it is, and what
/// it says.
///
/// `at` is where one of [`STAMP_BYTES`] stands. Looks back over the digits of any script and over a day period, at most to
/// `floor`, and reads on from there.
pub(crate) fn stamp_at(document: &str, floor: usize, at: usize) -> Option<(Range<usize>, Timestamp)> {
    let from = char_ceil(document, at.saturating_sub(WIDEST_TIME).max(floor));
    match document.as_bytes().get(at)? {
        b':' => {
            let hour = hour_before(document, from, at)?;
            stamp_from(document, floor, from, hour)
        }
        b'-' => {
            // That of a word or a link has no blanks around it.
            let is_apart = [at.checked_sub(1)?, at + 1].iter().all(|&at| document.as_bytes().get(at) == Some(&b' '));
            is_apart.then(|| stamp_of_line(document, floor, from, at)).flatten()
        }
        _ => {
            let dot = (at + 1).checked_sub(DOT.len()).filter(|&dot| dot >= from)?;
            document.get(dot..).filter(|rest| rest.starts_with(DOT))?;
            stamp_of_line(document, floor, from, dot)
        }
    }
}

/// The most digits of an hour.
const HOUR_DIGITS: usize = 2;

/// Where the digits of an hour begin that end at `end`. Nearly all colons have none before them.
fn hour_before(document: &str, from: usize, end: usize) -> Option<usize> {
    let mut hour = end;
    for _ in 0..=HOUR_DIGITS {
        let digits_end = from + trim_comments_end(document.get(from..hour)?).len();
        match char_before(document, digits_end).filter(|&(at, c)| at >= from && is_digit(c)) {
            Some((at, _)) => hour = at,
            None => return (hour < end).then_some(hour),
        }
    }
    None
}

/// The stamp whose hour stands before the mark at `mark`, in its line. The first number is tried first.
fn stamp_of_line(document: &str, floor: usize, from: usize, mark: usize) -> Option<(Range<usize>, Timestamp)> {
    let before = last_line(document.get(from..mark)?);
    steps::step(before.len());
    let mut in_number = false;
    before.char_indices().find_map(|(at, c)| {
        let begins = is_digit(c) && !in_number;
        in_number = is_digit(c);
        begins.then(|| stamp_from(document, floor, from, mark - before.len() + at)).flatten()
    })
}

/// The stamp whose hour begins at `hour`, with the day period before it.
fn stamp_from(document: &str, floor: usize, from: usize, hour: usize) -> Option<(Range<usize>, Timestamp)> {
    let input = document.get(hour..)?;
    let (rest, stamp) = rendered_stamp(input).ok()?;
    let end = document.len() - rest.len();
    let Ok((_, written)) = skipping_comments(time_alone, input) else { return Some((hour..end, stamp)) };
    let before = trim_comments_end(trim_blanks_end(document.get(from..hour)?));
    let place = Place { before, is_whole: from == floor || from == 0 };
    let hides_half = |&(_, period): &(usize, DayPeriod)| written.0 <= 12 || period != DayPeriod::Unread;
    let Some((start, period)) = place.leading_period().or_else(|| place.only_word().filter(hides_half)) else {
        return Some((hour..end, stamp));
    };
    let time = period.time(written)?;
    Some((from + start..end, stamp.at(time)))
}

/// `time_alone`: an hour and minute without a day period behind it, before a date.
fn time_alone(input: &str) -> IResult<&str, HourMinute> {
    terminated(alt((hour_minute, spelled_hour_minute)), separator).parse(input)
}

/// What stands before the hour of a stamp.
struct Place<'t> {
    before: &'t str,
    /// Whether `before` has all that can belong to the stamp, so that its beginning is as good as that of a line.
    is_whole: bool,
}

impl Place<'_> {
    /// The day period with which the text before the hour ends, and where it begins.
    fn leading_period(&self) -> Option<(usize, DayPeriod)> {
        self.before.char_indices().find_map(|(start, c)| {
            if !self.may_begin_period(start, c) {
                return None;
            }
            let (_, period) =
                skipping_comments(|input| all_consuming(first_day_period).parse(input), self.before.get(start..)?)
                    .ok()?;
            Some((start, period))
        })
    }

    /// Whether a day period may begin at `start` with `c`. A word of ASCII may be the last one of the text as well
    /// (`de`), unless it is an abbreviation, or begins its line.
    fn may_begin_period(&self, start: usize, c: char) -> bool {
        let follows_word = self.before.get(..start).is_some_and(|text| text.ends_with(char::is_alphanumeric));
        let is_letter = c.is_alphabetic() && (!follows_word || is_ideographic(c));
        let word = self.before.get(start..).unwrap_or_default();
        let is_foreign = !word.is_ascii();
        let is_abbreviated = word.ends_with('.') || !word.contains(|c: char| c.is_ascii_lowercase());
        is_letter && (is_foreign || is_abbreviated || self.begins_line(start).unwrap_or(self.is_whole))
    }

    /// Whether nothing but blanks and marks stand before `start` in its line; `None` if the line's beginning is not to be seen.
    fn begins_line(&self, start: usize) -> Option<bool> {
        let text = trim_blanks_end(self.before.get(..start).unwrap_or_default());
        let last = text.chars().next_back()?;
        Some(is_line_break(last) || is_middle_dot(last) || matches!(last, '[' | '*' | '_' | '>' | '|'))
    }

    /// The word that stands alone in the line before the hour, and where it begins: a day period, if not one that is known
    /// to stand there.
    fn only_word(&self) -> Option<(usize, DayPeriod)> {
        let word = last_line(self.before).trim_start_matches(|c: char| !c.is_alphabetic());
        let start = self.before.len() - word.len();
        let (_, period) = all_consuming(alt((last_day_period, unread_day_period))).parse(word).ok()?;
        self.begins_line(start)?.then_some((start, period))
    }
}

fn trim_blanks_end(text: &str) -> &str {
    text.trim_end_matches(|c| is_whitespace(c) && !is_line_break(c))
}
