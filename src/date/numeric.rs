//! Dates in numbers, which have one reading only beside a time of day, where the CLDR's short and medium forms stand.

use chrono::NaiveDate;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while_m_n,
    character::complete::char,
    combinator::{map_opt, opt, value},
    sequence::{preceded, terminated},
};

use super::{
    numbers::{number, short_year, year},
    punctuation::escaped,
    year_month_day::year_suffix,
};
use crate::text::{
    parse::IResult,
    whitespace::{is_invisible, narrow_gap0, narrow_gap1},
};

/// `numeric_date`: `14.07.2021`, `14. 7. 2021`, `14-07-2021`, `14/7/2021`, `14.7.21`.
///
/// With dots or hyphens, every language of the CLDR has the day first. With slashes, English of the United States has
/// the month first, so that a date is read only where both orders give the same day, or one of them none. Two digits of
/// a year are read only behind dots without blanks: behind others, languages have the day there as well.
pub(super) fn numeric_date(input: &str) -> IResult<&str, NaiveDate> {
    alt((spaced_dotted, dotted, hyphened, slashed)).parse(input)
}

/// `spaced_dotted`: `14. 7. 2021`, `14. 7. 2021.`
fn spaced_dotted(input: &str) -> IResult<&str, NaiveDate> {
    let part = || terminated(number, (escaped('.'), narrow_gap1));
    day_month_year((part(), part(), terminated(year, opt(escaped('.')))), input)
}

/// `dotted`: `14.07.2021`, `14.7.2021 г.`, `14.07.21`.
fn dotted(input: &str) -> IResult<&str, NaiveDate> {
    let part = || terminated(number, (escaped('.'), narrow_gap0));
    let unspaced = || terminated(number, escaped('.'));
    day_month_year((part(), part(), terminated(year, year_suffix)), input)
        .or_else(|_| day_month_year((unspaced(), unspaced(), short_year), input))
}

/// `hyphened`: `14-07-2021`.
fn hyphened(input: &str) -> IResult<&str, NaiveDate> {
    let part = || terminated(number, escaped('-'));
    day_month_year((part(), part(), year), input)
}

fn day_month_year<'t>(
    parts: impl Parser<&'t str, Output = (u32, u32, i32), Error = ()>,
    input: &'t str,
) -> IResult<&'t str, NaiveDate> {
    let mut parts = map_opt(parts, |(day, month, year)| NaiveDate::from_ymd_opt(year, month, day));
    parts.parse(input)
}

/// `slash`: between two numbers; Arabic has marks of direction around it.
pub(super) fn slash(input: &str) -> IResult<&str, ()> {
    let mark = || take_while_m_n(0, 2, is_invisible);
    value((), (mark(), char('/'), mark())).parse(input)
}

/// `slashed`: `14/7/2021`, `7/14/2021`, `7/7/2021`.
fn slashed(input: &str) -> IResult<&str, NaiveDate> {
    map_opt((number, preceded(slash, number), preceded(slash, year)), |(first, second, year)| {
        let day_first = NaiveDate::from_ymd_opt(year, second, first);
        let month_first = NaiveDate::from_ymd_opt(year, first, second);
        match (day_first, month_first) {
            (Some(day_first), Some(month_first)) => (day_first == month_first).then_some(day_first),
            (one, other) => one.or(other),
        }
    })
    .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_where_they_have_one_reading() {
        for (input, expected) in [
            ("14.07.2021", Some("2021-07-14 ")),
            ("4.7.2021 ·", Some("2021-07-04  ·")),
            (r"14\.07\.2021", Some("2021-07-14 ")),
            ("14. 7. 2021", Some("2021-07-14 ")),
            ("14. 7. 2021. x", Some("2021-07-14  x")),
            ("14.7.2021. x", Some("2021-07-14 . x")),
            ("14.07.2021 г. x", Some("2021-07-14  x")),
            ("14.07.21", Some("2021-07-14 ")),
            ("14.07.21 x", None),
            ("14. 7. 21", None),
            ("14-07-2021", Some("2021-07-14 ")),
            ("14-07-21", None),
            ("14/07/2021", Some("2021-07-14 ")),
            ("7/14/2021", Some("2021-07-14 ")),
            ("7/7/2021", Some("2021-07-07 ")),
            ("7/4/2021", None),
            ("14/07/21", None),
            ("١٤\u{200f}/٠٧\u{200f}/٢٠٢١", Some("2021-07-14 ")),
            ("٠٤\u{200f}/٠٧\u{200f}/٢٠٢١", None),
            ("07.14.2021", None),
            ("07-14-2021", None),
            ("31.6.2021", None),
            ("14 7 2021", None),
            ("14.7.1999", None),
            ("14.\n\n7. 2021", None),
        ] {
            let read = numeric_date(input).ok().map(|(rest, date)| format!("{date} {rest}"));
            assert_eq!(read.as_deref(), expected, "{input:?}");
        }
    }
}
