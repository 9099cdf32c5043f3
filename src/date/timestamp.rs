//! The day and the time of day that a page showed for a tweet.

use chrono::{NaiveDate, NaiveTime};

/// A time of day; `None` where the half of the day that it is in cannot be told.
pub(super) type Clock = Option<NaiveTime>;

/// A day, and the time of day where the page showed one. Both are as the page showed them, in a time zone that is not
/// known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Timestamp {
    pub(crate) date: NaiveDate,
    pub(crate) time: Option<NaiveTime>,
}

impl Timestamp {
    /// The same day, at `time` if it is known.
    pub(super) fn at(self, time: Clock) -> Self {
        Self { time, ..self }
    }
}

impl From<NaiveDate> for Timestamp {
    fn from(date: NaiveDate) -> Self {
        Self { date, time: None }
    }
}
