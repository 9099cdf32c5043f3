//! Stamps: the time of day and the date of a tweet, as widgets, pages and templates print them together.

use core::ops::Range;

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{all_consuming, map, opt},
    sequence::terminated,
};

use super::{
    bare_date,
    comments::skipping_comments,
    day_period::{DayPeriod, first_day_period, last_day_period, unread_day_period},
    loose::weekday_date,
    moment::moment,
    numeric::numeric_date,
    punctuation::comma,
    separator::{separator, separator_mark},
    short_year_date,
    time::{HourMinute, half_unread, hour_minute, spelled_hour_minute, stamp_time},
    timed_date,
    timestamp::Timestamp,
};
use crate::text::{
    chars::{is_ideographic, is_middle_dot},
    comment::trim_comments_end,
    digits::is_digit,
    offset::char_ceil,
    parse::IResult,
    steps,
    whitespace::{char_before, is_blank, is_line_break, last_line, narrow_gap0, narrow_gap1},
};

/// `rendered_stamp`: the time of day and the date of a rendered widget: `7:32 AM · Jul 14, 2021`,
/// `8:27 AM - 11 Jul 2017`, `午後7:32 · 2021年7月14日`.
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

/// `line_stamp`: date and time of day, in either order, as pages print them on a line of their own:
/// `14 July 2021, 19:32`, `14.07.2021, 19:32 Uhr`, `19:32, 14 July 2021`.
pub(crate) fn line_stamp(input: &str) -> IResult<&str, Timestamp> {
    let time_first = map((stamp_time, (comma, narrow_gap0), stamp_date), |(time, _, day)| day.at(time));
    let date_first =
        map((alt((stamp_date, weekday_date)), opt(comma), narrow_gap1, stamp_time), |(day, _, _, time)| day.at(time));
    let stamp = alt((timed_date, moment, date_first, time_first, rendered_stamp));
    terminated(stamp, opt((narrow_gap1, tag("Uhr")))).parse(input)
}

/// `stamp_date`: a date beside a time, where it may be in numbers.
fn stamp_date(input: &str) -> IResult<&str, Timestamp> {
    alt((bare_date, map(numeric_date, Timestamp::from))).parse(input)
}

/// The bytes to look for to find stamps with [`stamp_at`]: nearly all have a colon. Those with another mark in the time
/// have a hyphen or a middle dot behind it, whose last byte this is.
pub(crate) const STAMP_BYTES: [u8; 3] = [b':', b'-', 0xb7];

/// The `·` whose last byte is one of [`STAMP_BYTES`].
const DOT: &str = "·";

/// The most bytes from the beginning of a stamp to the byte that it is found by: a day period and a time.
const WIDEST_TIME: usize = 64;

/// `stamp_at`: the stamp whose colon, hyphen or middle dot is at byte `at`; gives its span and value.
///
/// `at` is where one of [`STAMP_BYTES`] stands. Looks back over the digits of any script and over a day period, at most
/// to `floor`, and reads on from there. `floor` is where something else ends, not where a search goes on: digits before
/// it are not seen.
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

/// The stamp whose time stands before the mark at `mark`, in its line: the last two numbers before it are hour and
/// minute.
fn stamp_of_line(document: &str, floor: usize, from: usize, mark: usize) -> Option<(Range<usize>, Timestamp)> {
    let line = last_line(document.get(from..mark)?);
    let before = line.trim_end_matches(is_blank);
    if !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '>')) {
        return None;
    }
    let (mut hour, mut minute) = (None, None);
    let mut in_number = false;
    for (at, c) in before.char_indices() {
        steps::step(1);
        if is_digit(c) && !in_number {
            (hour, minute) = (minute, Some(mark - line.len() + at));
        }
        in_number = is_digit(c);
    }
    stamp_from(document, floor, from, hour?)
}

/// The stamp whose hour begins at `hour`, with the day period before it.
fn stamp_from(document: &str, floor: usize, from: usize, hour: usize) -> Option<(Range<usize>, Timestamp)> {
    let input = document.get(hour..)?;
    let (rest, stamp) = rendered_stamp(input).ok()?;
    let end = document.len() - rest.len();
    let Ok((_, written)) = skipping_comments(time_alone, input) else { return Some((hour..end, stamp)) };
    let before = trim_comments_end(document.get(from..hour)?.trim_end_matches(is_blank));
    let place = BeforeHour { before, is_whole: from == floor || from == 0 };
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
struct BeforeHour<'t> {
    before: &'t str,
    /// Whether `before` has all that can belong to the stamp, so that its beginning is as good as that of a line.
    is_whole: bool,
}

impl BeforeHour<'_> {
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

    /// Whether nothing but blanks and marks stand before `start` in its line; `None` if the line's beginning is not to
    /// be seen.
    fn begins_line(&self, start: usize) -> Option<bool> {
        let text = self.before.get(..start).unwrap_or_default().trim_end_matches(is_blank);
        let last = text.chars().next_back()?;
        Some(is_line_break(last) || is_middle_dot(last) || matches!(last, '[' | '*' | '_' | '>' | '|'))
    }

    /// The word that stands alone in the line before the hour, and where it begins: a day period, if not one that is
    /// known to stand there.
    fn only_word(&self) -> Option<(usize, DayPeriod)> {
        let word = last_line(self.before).trim_start_matches(|c: char| !c.is_alphabetic());
        let start = self.before.len() - word.len();
        let (_, period) = all_consuming(alt((last_day_period, unread_day_period))).parse(word).ok()?;
        self.begins_line(start)?.then_some((start, period))
    }
}
