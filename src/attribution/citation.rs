//! The citation whose text comes last: `Dana Ortiz (@dortiz) on X, Sep 22, 2026: "So glad!"`.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag_no_case, take_while_m_n},
    character::complete::char,
    combinator::{opt, recognize, verify},
    sequence::{delimited, preceded, terminated},
};

use super::{
    handle_and_date::{BracketedHandle, LinkedDate, plain_date},
    name_and_dash::name_and_dash,
    types::{Attribution, Signature, TextPlace},
};
use crate::text::{offset::Cursor, parse::IResult, whitespace::gap0};

/// No text in quotes is longer, in bytes.
const LONGEST_TEXT: usize = 1500;

/// `citation`: the citation whose handle, `bracketed`, has its parenthesis at `open`.
pub(super) fn citation(open: Cursor<'_>, bracketed: BracketedHandle<'_>, after_handle: &str) -> Option<Attribution> {
    let (rest, (LinkedDate { date, status_id }, text)) = cited_text(after_handle).ok()?;
    let signature = Signature { handle: bracketed.handle, date: Some(date), status_id };
    let found = name_and_dash(open)?;
    let text = TextPlace::Delimited(open.span_of(text));
    Some(Attribution::new(open.moved_to(found.start), found.name, signature, rest, text))
}

/// `cited_text`: network, date and text.
fn cited_text(input: &str) -> IResult<&str, (LinkedDate<'_>, &str)> {
    let date = terminated(plain_date, (opt(char(':')), gap0));
    preceded(on_network, (date, quoted)).parse(input)
}

/// `on_network`: ` on X, `, ` on Twitter `.
fn on_network(input: &str) -> IResult<&str, &str> {
    let network = alt((tag_no_case("Twitter"), tag_no_case("X")));
    recognize((gap0, tag_no_case("on"), gap0, network, opt(char(',')), gap0)).parse(input)
}

/// `quoted`: a text in quotes of one kind.
pub(super) fn quoted(input: &str) -> IResult<&str, &str> {
    alt((between('"', '"'), between('“', '”'), between('«', '»'), between('„', '“'), between('「', '」'))).parse(input)
}

fn between<'t>(open: char, close: char) -> impl Parser<&'t str, Output = &'t str, Error = ()> {
    let is_text = |text: &str| text.len() < LONGEST_TEXT && !text.trim().is_empty();
    delimited(char(open), verify(take_while_m_n(1, LONGEST_TEXT, move |c| c != close), is_text), char(close))
}
