//! A quotation of which only the link on the date is left,
//! `TEXT [March 12, 2026](https://twitter.com/dortiz/status/1)`: converters that drop the attribution's bare words, and
//! newsletters that print no author.

use nom::{
    Parser,
    branch::alt,
    character::complete::char,
    combinator::{all_consuming, consumed},
    sequence::delimited,
};

use super::{
    handle_and_date::any_date,
    text_end::{TextEnd, text_end},
    types::{Attribution, Consumed, Signature, TextPlace},
};
use crate::{
    date::{self, Timestamp},
    markup::destination::{link_target, written_handle},
    text::{
        offset::Cursor,
        parse::IResult,
        whitespace::{gap0, is_line_break, line_end, trim_gap_end},
    },
};

/// The longest date with its time of day, wrapped and escaped, in bytes.
const LONGEST_DATE: usize = 120;

/// `date_link`: the quotation that ends with a link on its date, whose text ends with the `]` at `close`.
///
/// A link on a date is common in prose as well. It closes a tweet only where it stands for itself: at the end of its
/// line, and at the beginning of one or behind another link; and its destination has to name the author.
pub(super) fn date_link(close: Cursor<'_>) -> Option<Attribution> {
    // The date first: it is shorter than a destination.
    let window = close.window_before(LONGEST_DATE);
    let link_text = window.get(window.rfind('[')?..)?;
    let (_, date) = bracketed_date(link_text).ok()?;
    let from_target = close.moved_to(close.at + 1).after();
    let (rest, target) = link_target(from_target).ok()?;
    let (handle, status_id) = (target.handle?, target.status_id?);
    let handle = (written_handle(from_target.get(..from_target.len() - rest.len())?)?, handle);
    let start = close.moved_to(close.at - link_text.len());
    if !stands_alone(start.before()) || line_end(rest).is_err() {
        return None;
    }
    let signature = Signature { handle, date: Some(date), status_id: Some(status_id) };
    Some(Attribution::new(start, "", signature, rest, TextPlace::before(start)))
}

/// `bracketed_date`: `[` and a date, with the time of day or without, up to the end of `input`.
fn bracketed_date(input: &str) -> IResult<&str, Consumed<'_, Timestamp>> {
    let date = alt((consumed(date::rendered_stamp), any_date));
    all_consuming(delimited((char('['), gap0), date, gap0)).parse(input)
}

/// Whether a link behind `before` begins its line or follows another link.
fn stands_alone(before: &str) -> bool {
    let text = trim_gap_end(before);
    let starts_line = before.get(text.len()..).is_some_and(|gap| gap.contains(is_line_break));
    !text.is_empty() && (starts_line || text_end(text) == TextEnd::Link)
}
