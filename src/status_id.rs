//! The status id of a tweet, and the time that a snowflake holds.

use core::{fmt, num::NonZeroU64, str::FromStr};

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
pub struct StatusId(NonZeroU64);

/// The epoch of snowflakes, in Unix milliseconds.
const SNOWFLAKE_EPOCH: i64 = 1_288_834_974_657;

/// Ids up to here were handed out one after another, and hold no time; snowflakes began on 4 November 2010 at about
/// this number.
const LAST_SEQUENTIAL: u64 = 30_000_000_000;

impl StatusId {
    /// The id with this number, if it can be one: positive, and at most 63 bits.
    ///
    /// ```
    /// use embedded_tweet::StatusId;
    ///
    /// assert_eq!(StatusId::from_u64(20).unwrap().to_string(), "20");
    /// assert_eq!(StatusId::from_u64(0), None);
    /// ```
    #[must_use]
    pub const fn from_u64(number: u64) -> Option<Self> {
        match NonZeroU64::new(number) {
            Some(number) if number.get() <= i64::MAX as u64 => Some(Self(number)),
            _ => None,
        }
    }

    /// The number.
    ///
    /// ```
    /// # use embedded_tweet::StatusId;
    /// assert_eq!("1050118621198921728".parse::<StatusId>()?.get(), 1_050_118_621_198_921_728);
    /// # Ok::<(), embedded_tweet::ParseStatusIdError>(())
    /// ```
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0.get()
    }

    /// The time at which the tweet was created, in UTC, to the millisecond; `None` for the sequential ids from before
    /// November 2010.
    ///
    /// ```
    /// # use embedded_tweet::StatusId;
    /// let id: StatusId = "1415245567461347331".parse()?;
    /// assert_eq!(id.created_at().unwrap().to_string(), "2021-07-14 09:43:31.930 UTC");
    /// assert_eq!(StatusId::from_u64(20).unwrap().created_at(), None);
    /// # Ok::<(), embedded_tweet::ParseStatusIdError>(())
    /// ```
    #[must_use]
    pub fn created_at(self) -> Option<DateTime<Utc>> {
        if self.get() <= LAST_SEQUENTIAL {
            return None;
        }
        let since_epoch = i64::try_from(self.get() >> 22).ok()?;
        DateTime::from_timestamp_millis(since_epoch + SNOWFLAKE_EPOCH)
    }
}

impl fmt::Display for StatusId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<StatusId> for NonZeroU64 {
    fn from(id: StatusId) -> Self {
        id.0
    }
}

impl From<StatusId> for u64 {
    fn from(id: StatusId) -> Self {
        id.get()
    }
}

impl TryFrom<u64> for StatusId {
    type Error = ParseStatusIdError;

    /// # Errors
    ///
    /// If `number` is zero or has more than 63 bits.
    fn try_from(number: u64) -> Result<Self, Self::Error> {
        Self::from_u64(number).ok_or(ParseStatusIdError::new(ParseStatusIdErrorKind::OutOfRange, 0))
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
    fn an_optional_id_takes_no_more_room() {
        assert_eq!(size_of::<Option<StatusId>>(), size_of::<u64>());
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
