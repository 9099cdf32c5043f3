//! Date and time as programs print them in place of a date: of Twitter's interface, of feeds and of databases.

use chrono::{NaiveDate, NaiveTime};
use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while_m_n,
    character::complete::{alphanumeric1, char, one_of, space1},
    combinator::{map_opt, opt, value, verify},
    sequence::{delimited, preceded, terminated},
};

use super::{
    month::month,
    numbers::{date_end, digits, number, year},
    timestamp::Timestamp,
    weekday::printed_weekday,
};
use crate::text::parse::{IResult, mismatch};

/// `moment`: `Mon Feb 19 15:00:00 +0000 2024`, `Mon, 19 Feb 2024 15:00:00 GMT`, `2024-02-19 15:00:00`. The time is in
/// the zone that is printed with it.
pub(super) fn moment(input: &str) -> IResult<&str, Timestamp> {
    match input.as_bytes() {
        [b'0'..=b'9', _, _, _, b'-', ..] => iso_moment(input),
        [first, ..] if b"MTWFSmtwfs".contains(first) => alt((api_moment, mail_moment)).parse(input),
        _ => mismatch(),
    }
}

/// `api_moment`: `Mon Feb 19 15:00:00 +0000 2024`, of Twitter's interface and of Unix.
fn api_moment(input: &str) -> IResult<&str, Timestamp> {
    let month_day = (terminated(month_number, space1), terminated(number, space1));
    let time = terminated(clock, space1);
    let parts = (preceded((printed_weekday, space1), month_day), time, preceded(opt(terminated(zone, space1)), year));
    map_opt(parts, |((month, day), time, year)| moment_of(year, month, day, time)).parse(input)
}

/// `mail_moment`: `Mon, 19 Feb 2024 15:00:00 +0000`, of mails and feeds.
fn mail_moment(input: &str) -> IResult<&str, Timestamp> {
    let day_month = (terminated(number, space1), terminated(month_number, space1));
    let time = terminated(clock, opt((space1, zone)));
    let parts = (preceded((printed_weekday, char(','), space1), day_month), terminated(year, space1), time);
    map_opt(parts, |((day, month), year, time)| moment_of(year, month, day, time)).parse(input)
}

/// `iso_moment`: `2024-02-19 15:00:00`, `2024-02-19 15:00 UTC`.
///
/// Without seconds or a zone, only where the line ends: live blogs begin their entries with such a time behind a date.
fn iso_moment(input: &str) -> IResult<&str, Timestamp> {
    let date = (year, delimited(char('-'), digits(2, 2), char('-')), digits(2, 2));
    let time = alt((terminated(clock, opt((opt(space1), zone))), minutes_with_end));
    map_opt((date, preceded(char(' '), time)), |((year, month, day), time)| moment_of(year, month, day, time))
        .parse(input)
}

/// Hour and minute, with a zone or at the end of a line.
fn minutes_with_end(input: &str) -> IResult<&str, (u32, u32, u32)> {
    let minutes = (digits(2, 2), preceded(char(':'), digits(2, 2)));
    let end = alt((value((), (opt(space1), zone)), date_end));
    let (rest, (hour, minute)) = terminated(minutes, end).parse(input)?;
    Ok((rest, (hour, minute, 0)))
}

fn moment_of(year: i32, month: u32, day: u32, (hour, minute, second): (u32, u32, u32)) -> Option<Timestamp> {
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(Timestamp { date, time: Some(NaiveTime::from_hms_opt(hour, minute, second)?) })
}

/// `clock`: `15:00:00`.
fn clock(input: &str) -> IResult<&str, (u32, u32, u32)> {
    let fraction = (one_of(".,"), take_while_m_n(1, 9, |c: char| c.is_ascii_digit()));
    let part = || preceded(char(':'), digits(2, 2));
    terminated((digits(2, 2), part(), part()), opt(fraction)).parse(input)
}

/// The number of a `month`.
fn month_number(input: &str) -> IResult<&str, u32> {
    let (rest, month) = month(input)?;
    Ok((rest, month.number(false, false)))
}

/// The zones that programs print by name.
const ZONES: [&str; 11] = ["CDT", "CST", "EDT", "EST", "GMT", "MDT", "MST", "PDT", "PST", "UTC", "Z"];

/// `zone`: `+0000`, `+00:00`, `Z`, `UTC`, `EST`.
fn zone(input: &str) -> IResult<&str, ()> {
    let offset = (one_of("+-"), digits(2, 2), opt(char(':')), digits(2, 2));
    let name = verify(alphanumeric1, |name: &str| ZONES.contains(&name));
    alt((value((), offset), value((), name))).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_with_their_time() {
        for (input, expected) in [
            ("Mon Feb 19 15:00:00 +0000 2024", Some("2024-02-19 15:00:00 ")),
            ("Wed Jul 14 05:32:09 UTC 2021 The", Some("2021-07-14 05:32:09  The")),
            ("Wed Jul  4 05:32:09 2021", Some("2021-07-04 05:32:09 ")),
            ("Mon, 19 Feb 2024 15:00:00 +0000", Some("2024-02-19 15:00:00 ")),
            ("Mon, 19 Feb 2024 15:00:00 GMT The", Some("2024-02-19 15:00:00  The")),
            ("2024-02-19 15:00:00", Some("2024-02-19 15:00:00 ")),
            ("2024-02-19 15:00:00.000+00:00 x", Some("2024-02-19 15:00:00  x")),
            ("2024-02-19 15:00:00 UTC", Some("2024-02-19 15:00:00 ")),
            ("2024-02-19 15:00 UTC x", Some("2024-02-19 15:00:00  x")),
            ("2024-02-19 15:00\nx", Some("2024-02-19 15:00:00 \nx")),
            ("2024-02-19 15:00](https", Some("2024-02-19 15:00:00 ](https")),
            ("2024-02-19 15:00:00 NASA says", Some("2024-02-19 15:00:00  NASA says")),
            ("2024-02-19 15:00:00 Zoe says", Some("2024-02-19 15:00:00  Zoe says")),
            ("2024-02-19 15:00 update", None),
            ("2024-02-19T15:00:00Z", None),
            ("2024-02-19", None),
            ("2024-02-19 24:00:00", None),
            ("2024-02-30 15:00:00", None),
            ("Mon Feb 19 2024", None),
            ("Mon Feb 30 15:00:00 +0000 2024", None),
            ("Mon Feb 19 25:00:00 +0000 2024", None),
            ("Money Feb 19 15:00:00 +0000 2024", None),
            ("Mon, 19 Feb 2024", None),
            ("Feb 19 15:00:00 +0000 2024", None),
        ] {
            let read = moment(input).ok().map(|(rest, stamp)| format!("{} {} {rest}", stamp.date, stamp.time.unwrap()));
            assert_eq!(read.as_deref(), expected, "{input:?}");
        }
    }
}
