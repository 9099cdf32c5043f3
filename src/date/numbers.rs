//! Numbers of a date, in the digits of any script.

use crate::text::{
    digits::{digit_value, is_digit, zero_of},
    parse::{IResult, parsed},
};
use nom::{
    Parser,
    branch::alt,
    character::complete::{one_of, satisfy, space0},
    combinator::{eof, map_opt, not, opt, peek, value, verify},
    sequence::{preceded, terminated},
};

/// The first and last year in which a tweet can have been written: Twitter began in March 2006.
const YEARS: core::ops::RangeInclusive<i32> = 2006..=2099;

/// Years above this one are of the Buddhist era, as Thailand counts them.
const LAST_CHRISTIAN_YEAR: i32 = 2400;

/// How many years the Buddhist era is ahead.
const BUDDHIST_YEARS: i32 = 543;

/// How many digits of the script with this `zero` there are at the beginning of `code_points`, and the number that they
/// make.
fn number_of(code_points: impl Iterator<Item = u32>, zero: char) -> (usize, u32) {
    let values = code_points.map_while(|c| digit_value(c, zero));
    values.fold((0, 0), |(count, number), value| (count + 1, number * 10 + value))
}

/// `digits`: `least` to `most` digits of one script, whatever follows.
pub(super) fn digits<'t>(least: usize, most: usize) -> impl Fn(&'t str) -> IResult<&'t str, u32> {
    move |input| {
        let zero = input.chars().next().map_or('0', zero_of);
        // Bytes spare the decoding of nearly all numbers: 100 of 5,700 instructions a tweet.
        let (count, number) = match zero {
            '0' => number_of(input.bytes().take(most).map(u32::from), zero),
            _ => number_of(input.chars().take(most).map(u32::from), zero),
        };
        let rest = input.get(count * zero.len_utf8()..).filter(|_| count >= least);
        parsed(rest.map(|rest| (rest, number)))
    }
}

/// `number`: one or two digits, and no third.
pub(super) fn number(input: &str) -> IResult<&str, u32> {
    terminated(digits(1, 2), not(satisfy(is_digit))).parse(input)
}

/// `year`: four digits, whatever follows, of a year with tweets.
pub(super) fn year(input: &str) -> IResult<&str, i32> {
    map_opt(digits(4, 4), |year| {
        let year = i32::try_from(year).ok()?;
        let christian = if year > LAST_CHRISTIAN_YEAR { year - BUDDHIST_YEARS } else { year };
        YEARS.contains(&christian).then_some(christian)
    })
    .parse(input)
}

/// `short_year`: two digits at the end of their line, or before a sign that closes something.
pub(super) fn short_year(input: &str) -> IResult<&str, i32> {
    let digits = terminated(preceded(opt(one_of("'’")), digits(2, 2)), date_end);
    verify(map_opt(digits, |year| i32::try_from(2000 + year).ok()), |year| YEARS.contains(year)).parse(input)
}

/// `date_end`: the end of the line, or a sign that closes something; it is left in the rest.
pub(super) fn date_end(input: &str) -> IResult<&str, ()> {
    peek(preceded(space0, alt((value((), eof), value((), one_of("\r\n])*_`<")))))).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_of_one_script_and_no_more_than_asked_for() {
        for (input, parsed) in [
            ("2021", Some((2021, ""))),
            ("20211/", Some((2021, "1/"))),
            ("٢٠٢١م", Some((2021, "م"))),
            ("٢٠٢١٥", Some((2021, "٥"))),
            ("２０２１年", Some((2021, "年"))),
            ("๒๐๒๑", Some((2021, ""))),
            ("202１", None),
            ("202", None),
            ("", None),
            ("²⁰²¹", None),
        ] {
            assert_eq!(digits(4, 4)(input).ok().map(|(rest, number)| (number, rest)), parsed, "{input:?}");
        }
    }

    #[test]
    fn years_are_those_of_tweets() {
        for (input, expected) in [
            ("2005", None),
            ("2006", Some(2006)),
            ("2099", Some(2099)),
            ("2100", None),
            ("2548", None),
            ("2564", Some(2021)),
            ("2642", Some(2099)),
            ("2643", None),
        ] {
            assert_eq!(year(input).ok().map(|(_, year)| year), expected, "{input}");
        }
    }
}
