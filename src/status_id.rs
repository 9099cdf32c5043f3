//! The status id of a tweet, and the time that a snowflake holds.

use core::{fmt, str::FromStr};

use chrono::{DateTime, Utc};

use crate::error::{ParseStatusIdError, ParseStatusIdErrorKind};

/// The id of a tweet: the last part of `https://twitter.com/SMQureshiPTI/status/1415245567461347331`.
///
/// Since November 2010 it is a *snowflake*, whose upper bits are the time of its creation
/// ([announcement](https://blog.x.com/engineering/en_us/a/2010/announcing-snowflake)):
///
/// ```
/// use embedded_tweet::StatusId;
///
/// let id: StatusId = "1050118621198921728".parse()?;
/// assert_eq!(id.created_at().unwrap().to_rfc3339(), "2018-10-10T20:19:24.211+00:00");
/// # Ok::<(), embedded_tweet::ParseStatusIdError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatusId(u64);

/// The epoch of snowflakes, in Unix milliseconds.
const SNOWFLAKE_EPOCH: i64 = 1_288_834_974_657;

/// Ids up to here were handed out one after another, and hold no time; snowflakes began on 4 November 2010 at about
/// this number.
const LAST_SEQUENTIAL: u64 = 30_000_000_000;

impl StatusId {
    /// The id with this number, if it can be one: positive, and at most 63 bits.
    pub fn from_u64(number: u64) -> Option<Self> {
        (1..=i64::MAX as u64).contains(&number).then_some(Self(number))
    }

    /// The number.
    pub fn get(self) -> u64 {
        self.0
    }

    /// The time at which the tweet was created, in UTC, to the millisecond; `None` for the sequential ids from before November
    /// 2010.
    pub fn created_at(self) -> Option<DateTime<Utc>> {
        if self.0 <= LAST_SEQUENTIAL {
            return None;
        }
        let since_epoch = i64::try_from(self.0 >> 22).ok()?;
        DateTime::from_timestamp_millis(since_epoch + SNOWFLAKE_EPOCH)
    }
}

impl fmt::Display for StatusId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for StatusId {
    type Err = ParseStatusIdError;

    /// # Errors
    ///
    /// If `digits` is empty, holds anything but ASCII digits, or is zero or more than 63 bits.
    fn from_str(digits: &str) -> Result<Self, Self::Err> {
        if digits.is_empty() {
            return Err(ParseStatusIdError::new(ParseStatusIdErrorKind::Empty, 0));
        }
        if let Some(at) = digits.bytes().position(|byte| !byte.is_ascii_digit()) {
            return Err(ParseStatusIdError::new(ParseStatusIdErrorKind::InvalidDigit, at));
        }
        let number = digits.parse().ok().and_then(Self::from_u64);
        number.ok_or(ParseStatusIdError::new(ParseStatusIdErrorKind::OutOfRange, 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn malformed_ids_name_the_kind_and_the_place() {
        use ParseStatusIdErrorKind::{Empty, InvalidDigit, OutOfRange};
        for (digits, kind, offset) in [
            ("", Empty, 0),
            ("12a", InvalidDigit, 2),
            ("+1", InvalidDigit, 0),
            ("0", OutOfRange, 0),
            ("9223372036854775808", OutOfRange, 0),
            ("99999999999999999999999", OutOfRange, 0),
        ] {
            let error = digits.parse::<StatusId>().unwrap_err();
            assert_eq!((error.kind(), error.offset()), (kind, offset), "{digits:?}");
        }
    }

    #[test]
    fn sequential_ids_hold_no_instant() {
        let id: StatusId = "20".parse().unwrap();
        assert_eq!(id.created_at(), None);
    }

    #[test]
    fn the_greatest_id_has_an_instant() {
        let id: StatusId = "9223372036854775807".parse().unwrap();
        assert_eq!(id.created_at().map(|at| at.to_rfc3339()).as_deref(), Some("2080-07-10T17:30:30.208+00:00"));
    }
}
