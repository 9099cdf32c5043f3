//! The citation whose text comes last: `Dana Ortiz (@dortiz) on X, Sep 22, 2026: "So glad!"`.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag_no_case, take_while_m_n},
    character::complete::char,
    combinator::{opt, recognize, verify},
    sequence::{delimited, terminated},
};

use super::{
    Attribution, TextPlace,
    handle_and_date::{self, Dated},
    name_and_dash, name_span, span_of,
};
use crate::text::{offset::char_floor, parse::IResult, whitespace::gap0};

/// The longest text that is looked for its closing quote, in bytes.
const LONGEST_TEXT: usize = 1500;

/// `citation`: the citation whose handle's parenthesis opens at `open`.
pub(crate) fn citation(document: &str, floor: usize, open: usize) -> Option<Attribution> {
    let input = document.get(open..)?;
    let introduced = delimited(on_network, handle_and_date::plain_date, (opt(char(':')), gap0));
    let (rest, (bracketed, dated)) = (handle_and_date::bracketed_handle, introduced).parse(input).ok()?;
    let (rest, text) = quoted(rest).ok()?;
    let lead = name_and_dash::lead(document, floor, open)?;
    let Dated { stamp, written, status_id } = dated;
    Some(Attribution {
        start: lead.start,
        name: name_span(&lead),
        handle: bracketed.handle,
        handle_span: span_of(document, bracketed.written),
        stamp: Some(stamp),
        date_span: Some(span_of(document, written)),
        status_id,
        end: document.len() - rest.len(),
        text: TextPlace::Known(span_of(document, text)),
    })
}

/// `on_network`: ` on X, `, ` on Twitter `.
fn on_network(input: &str) -> IResult<&str, &str> {
    let network = alt((tag_no_case("Twitter"), tag_no_case("X")));
    recognize((gap0, tag_no_case("on"), gap0, network, opt(char(',')), gap0)).parse(input)
}

/// `quoted`: a text in quotes of one kind.
fn quoted(input: &str) -> IResult<&str, &str> {
    alt((between('"', '"'), between('“', '”'), between('«', '»'), between('„', '“'), between('「', '」'))).parse(input)
}

fn between(open: char, close: char) -> impl Fn(&str) -> IResult<&str, &str> {
    move |input| {
        let (rest, _) = char(open).parse(input)?;
        let window = rest.get(..char_floor(rest, LONGEST_TEXT)).unwrap_or_default();
        let text = take_while_m_n(1, LONGEST_TEXT, |c| c != close);
        let (_, text) = verify(terminated(text, char(close)), |text: &str| !text.trim().is_empty()).parse(window)?;
        Ok((rest.get(text.len() + close.len_utf8()..).unwrap_or_default(), text))
    }
}
