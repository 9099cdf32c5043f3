//! Unix milliseconds in place of a date.

use chrono::DateTime;
use nom::{
    Parser,
    bytes::complete::take_while_m_n,
    character::complete::satisfy,
    combinator::{map_opt, not},
    sequence::terminated,
};

use super::timestamp::Timestamp;
use crate::text::parse::IResult;

/// From the day of the first tweet, 21 March 2006, to the end of 2099, in Unix milliseconds.
const PLAUSIBLE: core::ops::Range<i64> = 1_142_899_200_000..4_102_444_800_000;

/// `epoch_millis`: an instant in Unix milliseconds, as some templates print for a date: `1632395195000`. In UTC.
pub(crate) fn epoch_millis(input: &str) -> IResult<&str, Timestamp> {
    let is_digit = |c: char| c.is_ascii_digit();
    map_opt(terminated(take_while_m_n(13, 13, is_digit), not(satisfy(is_digit))), |digits: &str| {
        let millis = digits.parse().ok().filter(|millis| PLAUSIBLE.contains(millis))?;
        let instant = DateTime::from_timestamp_millis(millis)?.naive_utc();
        Some(Timestamp { date: instant.date(), time: Some(instant.time()) })
    })
    .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliseconds_are_thirteen_digits_of_a_year_with_tweets() {
        for (input, expected) in [
            ("1632395195000", Some("2021-09-23 11:06:35 ")),
            ("1632395195000 The", Some("2021-09-23 11:06:35  The")),
            ("1142899200000", Some("2006-03-21 00:00:00 ")),
            ("4102444799000", Some("2099-12-31 23:59:59 ")),
            ("1142899199999", None),
            ("4102444800000", None),
            ("16323951950001", None),
            ("163239519500", None),
            ("163239519500٠", None),
            ("+163239519500", None),
        ] {
            let read = epoch_millis(input).ok();
            let shown = read.map(|(rest, stamp)| format!("{} {} {rest}", stamp.date, stamp.time.unwrap()));
            assert_eq!(shown.as_deref(), expected, "{input:?}");
        }
    }
}
