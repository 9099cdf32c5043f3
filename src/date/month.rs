//! Months: names of any language, and numbers where the language says that they are months.

use nom::{
    Parser,
    branch::alt,
    character::complete::{one_of, satisfy},
    combinator::{map, map_opt, opt, value},
    sequence::{delimited, preceded, terminated},
};

use super::{
    gap::part_gap0,
    names::{Beginnings, longest, word},
    numbers::{escaped, is_digit, number},
    table::MONTHS,
};
use crate::text::{
    chars::is_comma,
    parse::{IResult, mismatch, parsed},
};

/// A month as it was written, before the rest of the date says which month its name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Month {
    /// Its numbers in `14 NAME 2021`, `14. NAME 2021` and `14. NAME 2021.`; 0 where no date is written so.
    numbers: [u8; 3],
}

impl Month {
    /// The month that is meant.
    pub(super) fn number(self, day_dot: bool, year_dot: bool) -> u32 {
        let [plain, dotted_day, dotted_both] = self.numbers;
        u32::from(match (day_dot, year_dot) {
            (true, true) => dotted_both,
            (true, false) => dotted_day,
            (false, _) => plain,
        })
    }

    /// Whether a language that calls a month so writes a dot after the year: `14. srpnja 2021.`
    pub(super) fn takes_year_dot(self) -> bool {
        let [_, _, dotted_both] = self.numbers;
        dotted_both != 0
    }

    fn numbered(number: u32) -> Option<Self> {
        let number = u8::try_from(number).ok().filter(|number| (1..=12).contains(number))?;
        Some(Self { numbers: [number, number, 0] })
    }
}

/// How the names of months begin, and the words before a Vietnamese day and month (`ngày`, `tháng`).
static BEGINNINGS: Beginnings = Beginnings::of(MONTHS).and(b"ngay").and(b"thang").and(b"thg");

/// Whether a month, or the word before a Vietnamese day, can begin with what `input` begins with.
pub(super) fn may_begin_month(input: &str) -> bool {
    BEGINNINGS.may_begin(input)
}

/// `month`: `July`, `7月`, `7월`, `tháng 7`.
pub(super) fn month(input: &str) -> IResult<&str, Month> {
    if input.starts_with(is_digit) {
        return east_asian_month(input);
    }
    alt((english_month, named_month, vietnamese_month)).parse(input)
}

/// The English names, with their rows of the table.
static ENGLISH: [(&str, [u8; 3]); 12] = [
    ("january", [1, 1, 0]),
    ("february", [2, 2, 0]),
    ("march", [3, 3, 0]),
    ("april", [4, 4, 4]),
    ("may", [5, 5, 0]),
    ("june", [6, 6, 0]),
    ("july", [7, 7, 0]),
    ("august", [8, 8, 8]),
    ("september", [9, 9, 0]),
    ("october", [10, 10, 0]),
    ("november", [11, 11, 0]),
    ("december", [12, 12, 0]),
];

/// `english-month`: an English name in full, before a space. Nearly all dates begin with one, and this spares them the search
/// of all languages.
pub(super) fn english_month(input: &str) -> IResult<&str, Month> {
    let len = input.bytes().take_while(u8::is_ascii_alphabetic).count();
    let english = input.split_at_checked(len).filter(|(_, rest)| rest.starts_with(' ')).and_then(|(written, rest)| {
        let &(_, numbers) = ENGLISH.iter().find(|(name, _)| name.eq_ignore_ascii_case(written))?;
        Some((rest, Month { numbers }))
    });
    parsed(english)
}

/// `named-month`: a name in full or abbreviated, without the dot of the abbreviation.
fn named_month(input: &str) -> IResult<&str, Month> {
    if !may_begin_month(input) {
        return mismatch();
    }
    map(|input| longest(MONTHS, input), |numbers| Month { numbers }).parse(input)
}

/// `east-asian-month`: `7月`, `7월`.
fn east_asian_month(input: &str) -> IResult<&str, Month> {
    map_opt(terminated(number, (part_gap0, one_of("月월"))), Month::numbered).parse(input)
}

/// `vietnamese-month`: `tháng 7`, `thg 7`.
fn vietnamese_month(input: &str) -> IResult<&str, Month> {
    let month = alt((word("thang"), word("thg")));
    map_opt(preceded((month, opt(escaped('.')), part_gap0), number), Month::numbered).parse(input)
}

/// Endings of a Basque month, folded and sorted.
static ENDINGS: &[(&str, ())] = &[("aren", ()), ("k", ()), ("ren", ())];

/// `month-mark`: what stands after a month that is not the last part: the ending of Basque (`uztailaren`), the sign of an
/// abbreviation, a comma or hyphen.
pub(super) fn month_mark(input: &str) -> IResult<&str, ()> {
    let ending = |input| longest(ENDINGS, input);
    let abbreviated = alt((value((), escaped('.')), value((), one_of("॰׳'’"))));
    let comma = alt((value((), satisfy(is_comma)), value((), escaped('-'))));
    value((), delimited(opt(ending), opt(abbreviated), opt((part_gap0, comma)))).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::names::assert_searchable;

    #[test]
    fn endings_can_be_searched() {
        assert_searchable(ENDINGS);
    }

    #[test]
    fn english_names_are_those_of_the_table() {
        for (name, numbers) in ENGLISH {
            let input = format!("{name} 14");
            assert_eq!(named_month(&input), Ok((" 14", Month { numbers })));
            assert_eq!(english_month(&input.to_uppercase()), Ok((" 14", Month { numbers })));
        }
        for input in ["mayo 14", "July", "julyé 14", "June\u{301} 14"] {
            assert!(english_month(input).is_err(), "{input:?}");
        }
    }

    #[test]
    fn a_number_is_a_month_only_with_a_sign() {
        for (input, parsed) in [
            ("7月 ", Some((7, " "))),
            ("12 月", Some((12, ""))),
            ("4월 13일", Some((4, " 13일"))),
            ("tháng 12,", Some((12, ","))),
            ("Tháng 1", Some((1, ""))),
            ("thg 7", Some((7, ""))),
            ("tháng mười một", Some((11, ""))),
            ("13月", None),
            ("0月", None),
            ("7", None),
            ("tháng", None),
            ("tháng 123", None),
        ] {
            let month = month(input).ok().map(|(rest, month)| (month.number(false, false), rest));
            assert_eq!(month, parsed, "{input:?}");
        }
    }
}
