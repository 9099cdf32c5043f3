//! The month names, weekdays, day periods and letters with marks of the CLDR, read from their data files at compile
//! time.
//!
//! `scripts/generate_date_table.py` writes the files, but for `time_words.tsv`.
#![cfg_attr(
    not(test),
    expect(clippy::indexing_slicing, clippy::panic, reason = "evaluated at compile time, where a panic is an error")
)]

use crate::text::table_file::{lines, row_count, rows, split_at_byte, text};

/// A folded name, and the numbers of its row.
pub(super) type Name<const COLUMNS: usize> = (&'static str, [u8; COLUMNS]);

const MONTHS_FILE: &str = include_str!("months.tsv");
const DAY_PERIODS_FILE: &str = include_str!("day_periods.tsv");
const WEEKDAYS_FILE: &str = include_str!("weekdays.tsv");
const TIME_WORDS_FILE: &str = include_str!("time_words.tsv");
const LETTERS_FILE: &str = include_str!("letters.tsv");

/// Names of months, with the month in `14 NAME 2021`, `14. NAME 2021` and `14. NAME 2021.`: languages that use one name
/// for two months differ in their dots. The last is 0 where no language with this name writes the dot after the year.
/// Sorted by bytes.
pub(super) static MONTHS: [Name<3>; row_count(MONTHS_FILE)] = names(MONTHS_FILE);

/// Day periods (AM, PM), with the hour on a clock of 24 hours at which they begin, the hour at which they end, and 1 if
/// they may stand before the time. From 0 to 0 are words for hours. Sorted by bytes.
pub(super) static DAY_PERIODS: [Name<3>; row_count(DAY_PERIODS_FILE)] = names(DAY_PERIODS_FILE);

/// Names of weekdays, with a bit for each day that they are in some language, and 1 if they are no abbreviation. Sorted
/// by bytes.
pub(super) static WEEKDAYS: [Name<2>; row_count(WEEKDAYS_FILE)] = names(WEEKDAYS_FILE);

/// Words before the time of day: `at`, `a las`. Sorted by bytes.
pub(super) static TIME_WORDS: [&str; row_count(TIME_WORDS_FILE)] = lines(TIME_WORDS_FILE);

/// Lower-case letters with marks, each with the letter without them. Sorted.
pub(super) static LETTERS: [(char, char); row_count(LETTERS_FILE)] = letters(LETTERS_FILE);

const fn names<const ROWS: usize, const COLUMNS: usize>(file: &'static str) -> [Name<COLUMNS>; ROWS] {
    let mut names = [("", [0; COLUMNS]); ROWS];
    let mut rest = rows(file);
    let mut field;
    let mut row = 0;
    while row < ROWS {
        (field, rest) = split_at_byte(rest, field_end(0, COLUMNS));
        names[row].0 = text(field);
        let mut column = 0;
        while column < COLUMNS {
            (field, rest) = split_at_byte(rest, field_end(column + 1, COLUMNS));
            names[row].1[column] = number(field);
            column += 1;
        }
        row += 1;
    }
    names
}

const fn field_end(field: usize, last: usize) -> u8 {
    if field < last { b'\t' } else { b'\n' }
}

const fn letters<const ROWS: usize>(file: &str) -> [(char, char); ROWS] {
    let mut letters = [('\0', '\0'); ROWS];
    let mut rest = rows(file);
    let (mut marked, mut base);
    let mut row = 0;
    while row < ROWS {
        (marked, rest) = split_at_byte(rest, b'\t');
        (base, rest) = split_at_byte(rest, b'\n');
        letters[row] = (letter(marked), letter(base));
        row += 1;
    }
    letters
}

const fn number(field: &[u8]) -> u8 {
    match u8::from_str_radix(text(field), 10) {
        Ok(number) => number,
        Err(_) => panic!("a field is no number"),
    }
}

/// The one character of `field`, in the Basic Multilingual Plane.
const fn letter(field: &[u8]) -> char {
    let code_point = match *field {
        [byte @ ..0x80] => byte as u32,
        [lead @ 0xc0..0xe0, last] => (lead as u32 & 0x1f) << 6 | last as u32 & 0x3f,
        [lead @ 0xe0..0xf0, middle, last] => {
            (lead as u32 & 0xf) << 12 | (middle as u32 & 0x3f) << 6 | last as u32 & 0x3f
        }
        _ => panic!("a field is not one letter"),
    };
    match char::from_u32(code_point) {
        Some(letter) => letter,
        None => panic!("a field is no letter"),
    }
}
