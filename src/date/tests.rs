//! Tests of the grammar as a whole. Dates are written in the patterns of `tests/patterns.tsv` and read back. Tables
//! here hold forms of pages that the CLDR does not have.

mod clocks;
mod forms;
mod glibc;
mod languages;
mod properties;
mod stamps;

use std::{collections::BTreeSet, sync::LazyLock};

use chrono::{Datelike, NaiveDate};

use super::{Timestamp, date};
use crate::grammar::{RuleNames, complaints};

/// Locale, date pattern of the CLDR, zero of the locale's digits, names of the months for the pattern.
type Pattern = (&'static str, &'static str, char, [&'static str; 12]);

static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let rows = include_str!("tests/patterns.tsv").lines().filter(|line| !line.starts_with('#'));
    let pattern = |row: &'static str| {
        let fields: Vec<_> = row.split('\t').collect();
        let [locale, pattern, zero, names @ ..] = &fields[..] else { panic!("{row}") };
        (*locale, *pattern, zero.parse().unwrap(), names.try_into().unwrap())
    };
    rows.map(pattern).collect()
});

#[test]
fn each_rule_of_the_grammar_is_a_function() {
    let words = RuleNames {
        first: &["date", "loose_date", "ambiguous_date", "line_stamp", "stamp_at", "epoch_millis"],
        terminals: &["blank", "digit", "end", "invisible", "letter"],
        others: &["text/whitespace.rs"],
    };
    assert_eq!(complaints("date", &words), [""; 0]);
}

#[test]
fn the_documentation_has_the_number_of_languages() {
    let languages: BTreeSet<_> = PATTERNS.iter().filter_map(|(locale, ..)| locale.split('_').next()).collect();
    let documents = [include_str!("../lib.rs"), include_str!("../html.rs"), include_str!("../../README.md")];
    for document in documents {
        let words_before = document.split(" languages").filter_map(|part| part.split_whitespace().next_back());
        let numbers: BTreeSet<usize> = words_before.filter_map(|word| word.parse().ok()).collect();
        assert_eq!(numbers, BTreeSet::from([languages.len()]));
    }
}

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

/// `date` in a pattern of the CLDR: `d`, `dd`, `M`, `MM`, `MMM` and more for the name, `y`, `G`; all else stands for
/// itself.
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
