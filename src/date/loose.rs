//! Dates as people and the templates of sites write them behind a handle, where an embed has none of these forms.

use chrono::NaiveDate;
use nom::{
    Parser,
    branch::alt,
    character::complete::satisfy,
    combinator::{consumed, map, map_opt, not, opt, recognize, verify},
    sequence::preceded,
};

use super::{
    bare_date,
    numbers::{number, year},
    numeric::{numeric_date, slash},
    punctuation::{comma, escaped},
    timestamp::Timestamp,
    weekday::{Weekday, may_begin_weekday, weekday},
};
use crate::text::{digits::is_digit, parse::IResult, whitespace::narrow_gap0};

/// Whether a date in a form that no embed has can begin with what `input` begins with. Spares most words behind a
/// handle the search of the table: 800 instructions a KiB of mail.
pub(crate) fn may_begin_loose_date(input: &str) -> bool {
    input.starts_with(|c: char| c.is_ascii_digit()) || may_begin_weekday(input)
}

/// `loose_date`: `Wed, Jul 14, 2021`, `Mittwoch, 14. Juli 2021`, `14.07.2021`, `2021.07.14`, `14/7/2021`.
pub(crate) fn loose_date(input: &str) -> IResult<&str, Timestamp> {
    if input.starts_with(is_digit) {
        return map(whole_numeric, Timestamp::from).parse(input);
    }
    weekday_date(input)
}

/// `weekday_date`: a date behind the name of its weekday. Behind an abbreviation, which may be a word as well, a comma
/// or a full stop has to follow; a date that is another weekday is none.
pub(super) fn weekday_date(input: &str) -> IResult<&str, Timestamp> {
    let mark = (opt(escaped('.')), narrow_gap0, opt(comma), narrow_gap0);
    let name = (weekday, not(satisfy(char::is_alphabetic)), recognize(mark));
    let name = verify(name, |(weekday, (), mark): &(Weekday, (), &str)| weekday.is_whole || !mark.trim().is_empty());
    let day = alt((bare_date, map(whole_numeric, Timestamp::from)));
    map_opt((name, day), |((weekday, (), _), day)| weekday.is_of(day.date).then_some(day)).parse(input)
}

/// `whole_numeric`: a date in numbers with all four digits of its year.
fn whole_numeric(input: &str) -> IResult<&str, NaiveDate> {
    let is_whole = |raw: &str| raw.split(|c| !is_digit(c)).any(|number| number.chars().count() == 4);
    let numeric = map(verify(consumed(numeric_date), |(raw, _): &(&str, NaiveDate)| is_whole(raw)), |(_, date)| date);
    alt((numeric, dotted_year_first)).parse(input)
}

/// `dotted_year_first`: `2021.07.14`.
fn dotted_year_first(input: &str) -> IResult<&str, NaiveDate> {
    let part = || preceded(escaped('.'), number);
    map_opt((year, part(), part()), |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day)).parse(input)
}

/// `ambiguous_date`: `5/7/2021`, which is in May or in July.
pub(crate) fn ambiguous_date(input: &str) -> IResult<&str, &str> {
    let parts = (number, preceded(slash, number), preceded(slash, year));
    let is_ambiguous = |&(first, second, year): &(u32, u32, i32)| {
        first != second
            && NaiveDate::from_ymd_opt(year, first, second).is_some()
            && NaiveDate::from_ymd_opt(year, second, first).is_some()
    };
    recognize(verify(parts, is_ambiguous)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_with_one_reading_are_read() {
        for (input, expected) in [
            ("14.07.2021 x", Some("2021-07-14  x")),
            ("5.7.2021", Some("2021-07-05 ")),
            ("2021.07.14", Some("2021-07-14 ")),
            ("14/07/2021", Some("2021-07-14 ")),
            ("07/14/2021", Some("2021-07-14 ")),
            ("7/7/2021", Some("2021-07-07 ")),
            ("14-07-2021", Some("2021-07-14 ")),
            ("Wed, Jul 14, 2021", Some("2021-07-14 ")),
            ("Wednesday, July 14, 2021", Some("2021-07-14 ")),
            ("Wednesday July 14, 2021", Some("2021-07-14 ")),
            ("Mittwoch, 14. Juli 2021", Some("2021-07-14 ")),
            ("Mi., 14.07.2021", Some("2021-07-14 ")),
            ("mercredi 14 juillet 2021", Some("2021-07-14 ")),
            ("miércoles, 14 de julio de 2021", Some("2021-07-14 ")),
            ("среда, 14 июля 2021 г. x", Some("2021-07-14  x")),
            ("水曜日、2021年7月14日", Some("2021-07-14 ")),
            ("الأربعاء، 14 يوليو 2021", Some("2021-07-14 ")),
            ("Thu, Jul 14, 2021", None),
            ("So July 14, 2021", None),
            ("Wed Jul 14, 2021", None),
            ("Wedding, July 14, 2021", None),
            ("5/7/2021", None),
            ("14.07.21", None),
            ("31.6.2021", None),
            ("July 14, 2021", None),
            ("", None),
        ] {
            let read = loose_date(input).ok().map(|(rest, stamp)| format!("{} {rest}", stamp.date));
            assert_eq!(read.as_deref(), expected, "{input:?}");
        }
        for (input, is_ambiguous) in
            [("5/7/2021", true), ("05/07/2021", true), ("14/7/2021", false), ("7/7/2021", false), ("31/2/2021", false)]
        {
            assert_eq!(super::ambiguous_date(input).is_ok(), is_ambiguous, "{input:?}");
        }
    }
}
