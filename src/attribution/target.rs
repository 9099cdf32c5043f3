//! The target of a link in the markup of Markdown and its kin, for the tweet's number in it.

use nom::{
    IResult, Parser,
    bytes::complete::take_while_m_n,
    character::complete::char,
    combinator::{map, opt},
    sequence::delimited,
};

use crate::{space::gap0, status::StatusId};

/// The longest target of a link that is followed, in bytes; status URLs with all their parameters have about 150.
const LONGEST_TARGET: usize = 500;

/// What a link's target tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) status_id: Option<StatusId>,
}

/// `link_target`: `(https://twitter.com/dortiz/status/1 "title")` after the `]` of a Markdown link.
pub(crate) fn link_target(input: &str) -> IResult<&str, Target> {
    let angled = delimited(char('<'), bare_target('>'), char('>'));
    let target = nom::branch::alt((angled, bare_target(')')));
    delimited((char('('), gap0), target, (gap0, opt(title), gap0, char(')'))).parse(input)
}

/// `title`: a link's title in quotes.
fn title(input: &str) -> IResult<&str, &str> {
    let text = take_while_m_n(0, 200, |c| !matches!(c, '"' | '\n'));
    delimited(char('"'), text, char('"')).parse(input)
}

/// `bare_target`: a URL up to white space or `end`.
pub(crate) fn bare_target(end: char) -> impl Fn(&str) -> IResult<&str, Target> {
    move |input| {
        let url = take_while_m_n(1, LONGEST_TARGET, |c: char| c != end && !c.is_whitespace());
        map(url, |url| Target { status_id: status_id(url) }).parse(input)
    }
}

/// The number in a status URL, if `url` is one.
fn status_id(url: &str) -> Option<StatusId> {
    let (_, rest) = url.split_once("/status")?;
    let digits = rest.strip_prefix("es").unwrap_or(rest).strip_prefix('/')?;
    let end = digits.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(digits.len());
    digits.get(..end)?.parse().ok()
}
