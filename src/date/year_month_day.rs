//! The orders of day, month and year, and what languages put between and after them.

use chrono::NaiveDate;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::{char, one_of, satisfy},
    combinator::{map, map_opt, not, opt, recognize, value, verify},
    sequence::{delimited, preceded, terminated},
};

use super::{
    gap::{part_gap0, part_gap1},
    month::{Month, english_month, month, month_mark},
    names::{longest, word},
    numbers::{digits, escaped, number, year},
};
use crate::text::{
    chars::is_comma,
    parse::{IResult, parsed},
    whitespace::gap_len,
};

/// Reads a year: of four digits, or of two.
type Year = fn(&str) -> IResult<&str, i32>;

/// The parts of a date, and the dots that tell languages apart.
struct Parts {
    year: i32,
    month: Month,
    day: u32,
    day_dot: bool,
    year_dot: bool,
}

impl Parts {
    fn date(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month.number(self.day_dot, self.year_dot), self.day)
    }
}

/// `day-month-year`: `14 July 2021`, `14. Juli 2021`, `14 de julio de 2021`, `29 d’abril de 2018`, `17 בפברואר 2014`.
pub(super) fn day_month_year<'t>(year: Year) -> impl Parser<&'t str, Output = NaiveDate, Error = ()> {
    move |input| {
        let (input, _) = opt((word("ngay"), part_gap0)).parse(input)?;
        let (input, (day, day_dot)) = (number, day_mark).parse(input)?;
        let (input, month) = preceded((part_gap0, opt(connector)), month).parse(input)?;
        let (input, year) = preceded((month_mark, part_gap0, opt(connector), opt(era)), year).parse(input)?;
        let (input, year_dot) = year_suffix(day_dot && month.takes_year_dot())(input)?;
        possible(input, &Parts { year, month, day, day_dot, year_dot })
    }
}

/// `english`: `July 14, 2021`, as nearly all dates are written. They are [`month_day_year`]s, which reads the same in ten times
/// the time.
pub(super) fn english(input: &str) -> IResult<&str, NaiveDate> {
    let (rest, month) = english_month(input)?;
    let (rest, day) = english_day(rest)?;
    let (rest, year) = year(rest)?;
    let (rest, _) = year_suffix(false)(rest)?;
    possible(rest, &Parts { year, month, day, day_dot: false, year_dot: false })
}

/// ` 14, ` in digits of ASCII.
fn english_day(input: &str) -> IResult<&str, u32> {
    let value = |digit: u8| digit.is_ascii_digit().then(|| u32::from(digit - b'0'));
    let read = match input.as_bytes() {
        [b' ', digit, b',', b' ', ..] => value(*digit).map(|day| (4, day)),
        [b' ', tens, ones, b',', b' ', ..] => value(*tens).zip(value(*ones)).map(|(tens, ones)| (5, tens * 10 + ones)),
        _ => None,
    };
    let day = read.and_then(|(len, day)| Some((input.get(len..)?, day)));
    parsed(day)
}

/// `month-day-year`: `July 14, 2021`, `julio 8, 2014`, `3月 16, 2012`.
pub(super) fn month_day_year<'t>(year: Year) -> impl Parser<&'t str, Output = NaiveDate, Error = ()> {
    move |input| {
        let (input, month) = terminated(month, (month_mark, part_gap0, opt(connector))).parse(input)?;
        let (input, day) = number(input)?;
        let between = (day_mark, opt(day_sign), opt((part_gap0, comma)), part_gap0, opt(connector), opt(era));
        // `December 11-13` is no year.
        let joins = |between: &str| !between.is_empty() && !between.contains('-');
        let (input, _) = verify(recognize(between), joins).parse(input)?;
        let (input, year) = year(input)?;
        let (input, _) = year_suffix(false)(input)?;
        possible(input, &Parts { year, month, day, day_dot: false, year_dot: false })
    }
}

/// `year-first`: `2018年6月6日`, `2014. július 12.`, `2021(e)ko uztailaren 14(a)`, `2021. gada 14. jūlijs`, `2026-09-09`.
pub(super) fn year_first(input: &str) -> IResult<&str, NaiveDate> {
    let (input, year) = year(input)?;
    alt((numeric(year), year_month_day(year), year_day_month(year))).parse(input)
}

/// The date of `parts` if there is such a day.
fn possible<'t>(rest: &'t str, parts: &Parts) -> IResult<&'t str, NaiveDate> {
    map_opt(|rest| Ok((rest, ())), |()| parts.date()).parse(rest)
}

/// `numeric`: what follows the year of `2026-09-09`, `2026/09/09` or the Korean `2026. 9. 9.`
fn numeric<'t>(year: i32) -> impl Parser<&'t str, Output = NaiveDate, Error = ()> {
    let joined = |sign| (preceded(escaped(sign), number), preceded(escaped(sign), digits(1, 2)));
    let spaced = || (escaped('.'), part_gap1);
    let dotted = (preceded(spaced(), number), delimited(spaced(), digits(1, 2), opt(escaped('.'))));
    map_opt(alt((joined('-'), joined('/'), dotted)), move |(month, day)| NaiveDate::from_ymd_opt(year, month, day))
}

/// What follows the year of `2018年6月6日`, `2014. július 12.`, `2014, 8月 27`, `2021 m. liepos 14 d.`
fn year_month_day<'t>(year: i32) -> impl Parser<&'t str, Output = NaiveDate, Error = ()> {
    move |input| {
        // A month in digits must not touch the year's.
        let mark = recognize((opt(year_mark), part_gap0));
        let (input, mark) = verify(mark, |mark: &str| !mark.is_empty()).parse(input)?;
        let (input, month) = terminated(month, (month_mark, part_gap0)).parse(input)?;
        let (input, day) = digits(1, 2)(input)?;
        let (input, _) = opt(day_suffix(mark)).parse(input)?;
        possible(input, &Parts { year, month, day, day_dot: false, year_dot: false })
    }
}

/// What follows the year of `2021. gada 14. jūlijs`, `2021 ж. 14 шілде`, `2021-ж., 14-июль`.
///
/// Only after a word that says "year", and only if the name ends there: otherwise `2021, 14 marines` would be a day in March.
fn year_day_month<'t>(year: i32) -> impl Parser<&'t str, Output = NaiveDate, Error = ()> {
    move |input| {
        let (input, _) = (year_word, part_gap0).parse(input)?;
        let (input, (day, day_dot)) = terminated((number, day_mark), part_gap0).parse(input)?;
        let (input, month) = terminated(month, not(satisfy(char::is_lowercase))).parse(input)?;
        let (input, _) = opt(escaped('.')).parse(input)?;
        possible(input, &Parts { year, month, day, day_dot, year_dot: false })
    }
}

/// Endings of ordinal numbers, folded and sorted.
static ORDINALS: &[(&str, ())] = &[("er", ()), ("nd", ()), ("rd", ()), ("st", ()), ("th", ())];

/// `day-mark`: what stands directly after a day that is not the last part, and whether a dot is among it: `14.`, `14th`,
/// `1er`, `14º`, `14-`, `14,`.
fn day_mark(input: &str) -> IResult<&str, bool> {
    let letters = terminated(|input| longest(ORDINALS, input), not(satisfy(char::is_alphabetic)));
    let ordinal = alt((letters, value((), one_of("ºª°"))));
    let end = alt((value((), comma), value((), escaped('-'))));
    map((opt(escaped('.')), opt(ordinal), opt(end)), |(dot, _, _)| dot.is_some()).parse(input)
}

/// Words between two parts, folded and sorted: Spanish and its sisters, Catalan, Vietnamese for "year", English, Maltese.
static CONNECTORS: &[(&str, ())] = &[("de", ()), ("del", ()), ("nam", ()), ("of", ()), ("ta'", ())];

/// `connector`: a word between two parts: `de`, `del`, `năm`, `of`, `ta’`, and directly before a month `d’` and `ב`.
fn connector(input: &str) -> IResult<&str, ()> {
    let spaced = terminated(|input| longest(CONNECTORS, input), part_gap1);
    let joined = terminated(alt((word("d'"), value((), char('ב')))), part_gap0);
    alt((spaced, joined)).parse(input)
}

/// `era`: the Thai words for the Christian and the Buddhist era; years are told apart by their size.
fn era(input: &str) -> IResult<&str, ()> {
    let era = alt((tag("คริสต์ศักราช"), tag("พุทธศักราช"), tag("ค.ศ."), tag("พ.ศ.")));
    value((), terminated(era, part_gap0)).parse(input)
}

/// `year-mark`: what stands after a year that comes first: `年`, `년`, `.`, `,`, `-`, `(e)ko`, `m.`
fn year_mark(input: &str) -> IResult<&str, ()> {
    let sign = value((), preceded(part_gap0, one_of("年년")));
    let joint = alt((value((), comma), value((), escaped('-')), value((), escaped('.'))));
    let basque = alt((word("(e)ko"), word("eko"), word("ko")));
    let lithuanian = value((), (part_gap0, word("m"), escaped('.')));
    alt((sign, year_word, basque, lithuanian, joint)).parse(input)
}

/// `year-word`: the word for "year" after a year that comes first: `. gada`, `ж.`, `-ж.,`
fn year_word(input: &str) -> IResult<&str, ()> {
    let latvian = value((), (escaped('.'), part_gap0, alt((word("gada"), value((), (word("g"), escaped('.')))))));
    let turkic = value((), (opt(escaped('-')), part_gap0, word("ж"), escaped('.'), opt(comma)));
    alt((latvian, turkic)).parse(input)
}

/// The word for "year" after it, folded and sorted: Russian and Bulgarian, Ukrainian, Armenian.
static YEAR_SUFFIXES: &[(&str, ())] = &[("г", ()), ("р", ()), ("թ", ())];

/// `year-suffix`: what belongs to a year that comes last: the word for "year" (`г.`, `р.`, `թ.`), and the dot of the South
/// Slavic languages, where `dot` says that this can be one. Returns whether there was such a dot.
fn year_suffix<'t>(dot: bool) -> impl Fn(&'t str) -> IResult<&'t str, bool> {
    move |input| {
        let word = terminated(|input| longest(YEAR_SUFFIXES, input), not(satisfy(char::is_alphanumeric)));
        // None of the words begins with a letter of ASCII, and nearly all that follows a date does.
        let next = input.as_bytes().get(gap_len(input));
        let input = match next {
            Some(byte) if !byte.is_ascii() => opt((part_gap0, word, opt(escaped('.')))).parse(input)?.0,
            _ => input,
        };
        if dot { map(opt(escaped('.')), |dot| dot.is_some()).parse(input) } else { Ok((input, false)) }
    }
}

/// `day-suffix`: what belongs to a day that comes last; a dot only if the year has one too, as `mark` says (Hungarian).
fn day_suffix<'t>(mark: &'t str) -> impl Parser<&'t str, Output = (), Error = ()> {
    move |input: &'t str| {
        let basque = alt((tag("(a)"), terminated(tag("a"), not(satisfy(char::is_alphanumeric)))));
        let lithuanian = verify((part_gap0, tag("d"), escaped('.')), |_| mark.contains('m'));
        let dot = verify(escaped('.'), |_: &str| mark.trim_start_matches('\\').starts_with('.'));
        alt((day_sign, value((), basque), value((), lithuanian), value((), dot))).parse(input)
    }
}

/// `day-sign`: the sign for "day" after the number: `日`, `일`.
fn day_sign(input: &str) -> IResult<&str, ()> {
    value((), (part_gap0, one_of("日일号號"))).parse(input)
}

fn comma(input: &str) -> IResult<&str, char> {
    satisfy(is_comma).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::names::assert_searchable;

    #[test]
    fn words_can_be_searched() {
        assert_searchable(ORDINALS);
        assert_searchable(CONNECTORS);
        assert_searchable(YEAR_SUFFIXES);
    }

    #[test]
    fn an_english_day_stands_between_a_space_and_a_comma() {
        for (input, parsed) in [
            (" 4, 2021", Some((4, "2021"))),
            (" 04, 2021", Some((4, "2021"))),
            (" 19, 2021", Some((19, "2021"))),
            ("14, 2021", None),
            (" 14,2021", None),
            (" 14 2021", None),
            (" 1x, 2021", None),
            (" x, 2021", None),
            (" 114, 2021", None),
        ] {
            assert_eq!(english_day(input).ok().map(|(rest, day)| (day, rest)), parsed, "{input:?}");
        }
    }
}
