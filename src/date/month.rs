//! Months: names in any language, and numbers where the language marks them as months.

use nom::{
    Parser,
    branch::alt,
    character::complete::one_of,
    combinator::{map_opt, opt, value},
    sequence::{preceded, terminated},
};

use super::{
    first_letters::FirstLetters,
    names::{longest, words},
    numbers::number,
    punctuation::{comma, escaped},
    tables::MONTHS,
    weekday::PRINTED,
};
use crate::text::{
    digits::is_digit,
    parse::{IResult, parsed},
    whitespace::narrow_gap0,
};

/// The months of a name: which of them it means depends on the dots of the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Month {
    /// The months in `14 NAME 2021`, `14. NAME 2021` and `14. NAME 2021.`; 0 where no language writes this form.
    numbers: [u8; 3],
}

impl Month {
    /// The month in a date with a dot after the day or after the year.
    pub(super) fn number(self, day_dot: bool, year_dot: bool) -> u32 {
        let [plain, dotted_day, dotted_both] = self.numbers;
        u32::from(match (day_dot, year_dot) {
            (true, true) => dotted_both,
            (true, false) => dotted_day,
            (false, _) => plain,
        })
    }

    /// Whether a language with this name writes a dot after the year: `14. srpnja 2021.`
    pub(super) fn takes_year_dot(self) -> bool {
        let [_, _, dotted_both] = self.numbers;
        dotted_both != 0
    }

    fn numbered(number: u32) -> Option<Self> {
        let number = u8::try_from(number).ok().filter(|number| (1..=12).contains(number))?;
        Some(Self { numbers: [number, number, 0] })
    }
}

/// Of the names that begin with ASCII letters, of the words before a Vietnamese day and month (`ngày`, `thg`), and of
/// the weekdays before a moment.
static FIRST_LETTERS: FirstLetters = {
    let mut letters = FirstLetters::NONE.with(b"ngay", u32::MAX).with(b"thg", u32::MAX);
    let mut weekdays: &[&str] = &PRINTED;
    while let [weekday, rest @ ..] = weekdays {
        letters = letters.with(weekday.as_bytes(), u32::MAX);
        weekdays = rest;
    }
    letters.with_names(&MONTHS, u32::MAX)
};

/// Whether a month, or the word before a Vietnamese day, can begin with what `input` begins with.
///
/// Spares most words the search of the table: 200 of 5,800 instructions a tweet, 4,000 of 8,900 a KiB of mail.
pub(super) fn may_begin_month(input: &str) -> bool {
    FIRST_LETTERS.may_begin(input)
}

/// `month`: `July`, `7月`, `7월`, `tháng 7`.
pub(super) fn month(input: &str) -> IResult<&str, Month> {
    if input.starts_with(is_digit) {
        return east_asian_month(input);
    }
    alt((named_month, vietnamese_month)).parse(input)
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month, 1 to 12.
pub(crate) fn english_month_name(month: u32) -> &'static str {
    let at = (month as usize).checked_sub(1);
    at.and_then(|at| ENGLISH_MONTHS.get(at)).copied().unwrap_or_default()
}

/// `english_month`: an English name in full, by its number.
pub(super) fn english_month(input: &str) -> IResult<&str, u32> {
    // Bytes, as `alpha1` decodes characters: 55 of 5,600 instructions a tweet.
    let len = input.bytes().take_while(u8::is_ascii_alphabetic).count();
    let month = input.split_at_checked(len).and_then(|(name, rest)| {
        let number = (1..=12).find(|&month| english_month_name(month).eq_ignore_ascii_case(name))?;
        Some((rest, number))
    });
    parsed(month)
}

/// `named_month`: a name in full or abbreviated, without the dot of the abbreviation.
fn named_month(input: &str) -> IResult<&str, Month> {
    let (rest, &(_, numbers)) = longest(&MONTHS, |(name, _)| name, input)?;
    Ok((rest, Month { numbers }))
}

/// `east_asian_month`: `7月`, `7월`.
fn east_asian_month(input: &str) -> IResult<&str, Month> {
    map_opt(terminated(number, (narrow_gap0, one_of("月월"))), Month::numbered).parse(input)
}

/// `vietnamese_month`: `tháng 7`, `thg 7`.
fn vietnamese_month(input: &str) -> IResult<&str, Month> {
    let month = words(&["thang", "thg"]);
    map_opt(preceded((month, opt(escaped('.')), narrow_gap0), number), Month::numbered).parse(input)
}

/// `month_mark`: what may follow a month that is not the last part: the ending of Basque (`uztailaren`), the mark of an
/// abbreviation, a comma or hyphen.
pub(super) fn month_mark(input: &str) -> IResult<&str, ()> {
    let ending = words(&["aren", "k", "ren"]);
    let abbreviation = alt((value((), escaped('.')), value((), one_of("॰׳'’"))));
    let comma = alt((value((), comma), value((), escaped('-'))));
    value((), (opt(ending), opt(abbreviation), opt((narrow_gap0, comma)))).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_may_begin_a_month() {
        for (name, _) in &MONTHS {
            for name in [(*name).to_owned(), name.to_uppercase(), format!("{name} 7"), format!("{name}\u{301}")] {
                assert!(may_begin_month(&name) || name.len() < 3, "{name}");
            }
        }
        for input in ["ngày", "tháng", "thg", "jé", "é", "月", "jú", "jué", "Jun", "ag 7"] {
            assert!(may_begin_month(input), "{input}");
        }
        for word in
            ["", "who", "xx", "qq", " july", "1", "j.", "j ", "j", "ju", "Just", "mouth", "ju.", "ju ", "ju\u{7f}"]
        {
            assert!(!may_begin_month(word), "{word}");
        }
    }

    #[test]
    fn english_months_are_names_of_the_table() {
        for number in 1..=12 {
            let input = format!("{} 14", english_month_name(number));
            let months = named_month(&input).map(|(rest, month)| (rest, month.number(false, false)));
            assert_eq!(months, Ok((" 14", number)));
            assert_eq!(english_month(&input.to_uppercase()), Ok((" 14", number)));
        }
        for input in ["mayo 14", "julyé 14", "Jul 14", ""] {
            let month = english_month(input).ok().filter(|(rest, _)| rest.starts_with(' '));
            assert_eq!(month, None, "{input:?}");
        }
        assert_eq!([english_month_name(0), english_month_name(13)], ["", ""]);
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
