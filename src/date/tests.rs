//! What the grammar as a whole reads. Dates are written from the patterns of `patterns.rs` and read back; what pages wrote
//! that the CLDR does not have stands in tables here.

mod clocks;
mod forms;
mod glibc;
mod languages;
mod patterns;
mod properties;

use chrono::{Datelike, NaiveDate};

use super::{Timestamp, date};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The day that `input` begins with, and what follows it.
fn read(input: &str) -> Option<(NaiveDate, &str)> {
    date(input).ok().map(|(rest, stamp)| {
        assert_eq!(stamp, Timestamp { date: stamp.date, time: None });
        (stamp.date, rest)
    })
}

/// `date` in a pattern of the CLDR: `d`, `dd`, `M`, `MM`, `MMM` and more for the name, `y`, `G`; all else stands for itself.
fn write(pattern: &str, zero: char, names: &[&str; 12], date: NaiveDate) -> String {
    let mut written = String::new();
    let mut quoted = false;
    let mut rest = pattern;
    while let Some(symbol) = rest.chars().next() {
        let run = if symbol == '\'' { 1 } else { rest.len() - rest.trim_start_matches(symbol).len() };
        rest = &rest[run..];
        match symbol {
            '\'' => quoted = !quoted,
            'd' if !quoted => written += &digits(date.day(), run, zero),
            'y' if !quoted => written += &digits(date.year_ce().1, run, zero),
            'M' if !quoted && run < 3 => written += &digits(date.month(), run, zero),
            'M' if !quoted => written += names[date.month0() as usize],
            'G' if !quoted => written += "ค.ศ.",
            other => written.extend(std::iter::repeat_n(other, run / other.len_utf8())),
        }
    }
    written
}

fn digits(number: u32, width: usize, zero: char) -> String {
    let shift = |digit: char| char::from_u32(u32::from(zero) + digit.to_digit(10).unwrap()).unwrap();
    format!("{number:0width$}").chars().map(shift).collect()
}
