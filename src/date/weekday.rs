//! The names of weekdays before the dates that programs print and people type.

use chrono::{Datelike, NaiveDate};

use nom::Parser;

use super::{
    first_letters::FirstLetters,
    names::{longest, words},
    tables::WEEKDAYS,
};
use crate::text::parse::{IResult, mismatch};

/// The day that a name means; some mean another one in another language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Weekday {
    /// A bit for each day, from Monday on.
    days: u8,
    /// Whether the name is no abbreviation.
    pub(super) is_whole: bool,
}

impl Weekday {
    /// Whether `date` is such a day.
    pub(super) fn is_of(self, date: NaiveDate) -> bool {
        self.days & 1 << date.weekday().num_days_from_monday() != 0
    }
}

/// The English names of the weekdays, as programs abbreviate them.
pub(super) static PRINTED: [&str; 7] = ["fri", "mon", "sat", "sun", "thu", "tue", "wed"];

/// `printed_weekday`: its English name of three letters.
pub(super) fn printed_weekday(input: &str) -> IResult<&str, ()> {
    words(&PRINTED).parse(input)
}

/// No letter follows an abbreviation.
static FIRST_LETTERS: FirstLetters = FirstLetters::NONE.with_names(&WEEKDAYS, 1 << 31);

/// Whether a weekday can begin with what `input` begins with. Those of two letters have a mark behind them: `on` is a
/// word.
pub(super) fn may_begin_weekday(input: &str) -> bool {
    match input.as_bytes() {
        // Albanian and Maltese put an article before the name.
        [b'e' | b'E', b' ', ..] | [b'l' | b'L', b'-', ..] => true,
        [_, _, b' ', ..] => false,
        _ => FIRST_LETTERS.may_begin(input),
    }
}

/// `weekday`: its name in any language of the tables, whole or short.
pub(super) fn weekday(input: &str) -> IResult<&str, Weekday> {
    if !may_begin_weekday(input) {
        return mismatch();
    }
    let (rest, &(_, [days, is_whole])) = longest(&WEEKDAYS, |(name, _)| name, input)?;
    Ok((rest, Weekday { days, is_whole: is_whole == 1 }))
}
