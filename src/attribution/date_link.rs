//! A quotation of which only the link on the date is left, `TEXT [March 12, 2026](https://twitter.com/dortiz/status/1)`:
//! converters that drop the attribution's bare words, and newsletters that print no author.

use nom::{
    Parser,
    branch::alt,
    character::complete::char,
    combinator::{all_consuming, consumed, map},
    sequence::preceded,
};

use super::{
    Attribution,
    handle_and_date::spanned_date,
    span_of, text_before,
    text_end::{Ending, ending},
};
use crate::{
    date::{self, Timestamp},
    markup::destination,
    text::{
        offset::char_ceil,
        parse::IResult,
        whitespace::{gap0, is_line_break, trim_gap_end},
    },
};

/// The longest date with its time of day, wrapped and escaped, in bytes.
const LONGEST_DATE: usize = 120;

/// `date_link`: the quotation that the link closes whose text ends with the `]` at `at`.
///
/// A link on a date is common in prose as well. It closes a tweet only where it stands for itself: at the end of its line,
/// and at the beginning of one or behind another link; and its target has to name the author.
pub(crate) fn date_link(document: &str, floor: usize, at: usize) -> Option<Attribution> {
    // The date first: it is shorter than a target.
    let open = opening(document, floor, at)?;
    let (stamp, written) = bracketed_date(document.get(open..at)?).ok()?.1;
    let (rest, target) = destination::link_target(document.get(at + 1..)?).ok()?;
    let (handle, status_id) = (target.handle?, target.status_id?);
    let handle_span = handle_span(document, at, document.len() - rest.len(), handle.as_str())?;
    let before = document.get(floor..open)?;
    let text = trim_gap_end(before);
    let starts_line = before.get(text.len()..)?.contains(is_line_break);
    if text.is_empty() || !ends_line(rest) || !(starts_line || ending(text) == Ending::Link) {
        return None;
    }
    Some(Attribution {
        start: open,
        name: None,
        handle,
        handle_span,
        stamp: Some(stamp),
        date_span: Some(span_of(document, written)),
        status_id: Some(status_id),
        end: document.len() - rest.len(),
        text: text_before(document, floor, open),
    })
}

/// Where the `[` stands whose `]` is at `at`.
fn opening(document: &str, floor: usize, at: usize) -> Option<usize> {
    let from = char_ceil(document, at.saturating_sub(LONGEST_DATE).max(floor));
    Some(from + memchr::memrchr(b'[', document.as_bytes().get(from..at)?)?)
}

/// `bracketed_date`: `[` and a date, with the time of day or without, up to the end of `input`.
fn bracketed_date(input: &str) -> IResult<&str, (Timestamp, &str)> {
    let stamp = map(consumed(date::rendered_stamp), |(written, stamp)| (stamp, written));
    let (rest, dated) = preceded((char('['), gap0), alt((stamp, spanned_date))).parse(input)?;
    let (rest, _) = all_consuming(gap0).parse(rest)?;
    Ok((rest, dated))
}

/// Where `handle` is written in the target between `from` and `to`.
fn handle_span(document: &str, from: usize, to: usize, handle: &str) -> Option<core::ops::Range<usize>> {
    let target = document.get(from..to)?;
    let (host, _) = target.split_once("/status")?;
    let start = from + host.rfind('/')? + 1;
    Some(start..start + handle.len())
}

/// Whether `rest` is at the end of its line.
pub(super) fn ends_line(rest: &str) -> bool {
    rest.trim_start_matches([' ', '\t', '\u{a0}']).chars().next().is_none_or(is_line_break)
}
