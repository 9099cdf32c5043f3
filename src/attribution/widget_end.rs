//! The end of a widget, behind the time of day: the program, counters and buttons.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{take_while, take_while_m_n, take_while1},
    character::complete::{char, one_of, satisfy},
    combinator::{opt, peek, recognize},
};

use super::labels::{CLOSING, UNITS, one_label};
use crate::text::{
    chars::is_middle_dot,
    parse::{IResult, parsed, repeated},
    whitespace::{gap0, is_blank, is_line_break, line_end},
};

/// The longest name of a program, in characters.
pub(super) const LONGEST_CLIENT: usize = 40;

/// `client`: ` · Buffer`, the program by which the tweet was posted, at the end of the stamp's line.
pub(super) fn client(input: &str) -> IResult<&str, &str> {
    let name = (
        peek((opt(char(' ')), satisfy(char::is_alphanumeric))),
        take_while_m_n(1, LONGEST_CLIENT, |c| !is_line_break(c)),
    );
    recognize((take_while_m_n(0, 2, |c| c == ' '), satisfy(is_middle_dot), name, line_end)).parse(input)
}

/// The most items behind a time of day: each counter has a number and a label.
const MOST_ITEMS: usize = 40;

/// `widget_end`: counters and buttons behind the time of day, up to the last label; fails without one.
///
/// A label alone may begin a sentence of the page. It counts behind a number, at the end of its line, or before another
/// item.
pub(super) fn widget_end(input: &str) -> IResult<&str, ()> {
    items(input, false)
}

/// `joined_widget_end`: the same where lines were joined by full stops: one may stand before each item and behind the
/// last.
pub(super) fn joined_widget_end(input: &str) -> IResult<&str, ()> {
    items(input, true)
}

/// Counters and buttons, where lines are joined or not.
fn items(input: &str, is_joined: bool) -> IResult<&str, ()> {
    let (mut rest, mut end, mut has_number) = (input, None, false);
    for _ in 0..MOST_ITEMS {
        let item = next_item(rest, is_joined);
        if let Ok((after, _)) = closing_label(item) {
            let after = after.strip_prefix('.').filter(|_| is_joined).unwrap_or(after);
            if has_number || line_end(after).is_ok() || is_item(next_item(after, is_joined)) {
                end = Some(after);
            }
            (rest, has_number) = (after, false);
        } else if let Ok((after, found)) = counter(item) {
            (rest, has_number) = (after, has_number || found.contains(char::is_numeric));
        } else {
            break;
        }
    }
    // Numbers whose labels are pictures.
    let end = end.map(|end| if line_end(rest).is_ok() && rest.len() < end.len() { rest } else { end });
    parsed(end.map(|end| (end, ())))
}

/// `rest` behind a gap, and behind a full stop where lines were joined by them.
fn next_item(rest: &str, is_joined: bool) -> &str {
    let rest = rest.strip_prefix('.').filter(|_| is_joined).unwrap_or(rest);
    gap0(rest).map_or(rest, |(item, _)| item)
}

fn is_item(input: &str) -> bool {
    counter(input).is_ok() || closing_label(input).is_ok()
}

/// `closing_label`: one of the labels behind a time of day; `Read 45 replies` has its number in the middle.
pub(super) fn closing_label(input: &str) -> IResult<&str, &str> {
    one_label(&CLOSING, input)
}

/// `counter`: `45.1K`, `1,234`, `12万`, `12,4 mil`, or a dot between two counters.
pub(super) fn counter(input: &str) -> IResult<&str, &str> {
    let digits = || take_while1(char::is_numeric);
    let number = (digits(), repeated(0, MOST_GROUPS, (one_of(".,٫٬\u{202f}"), digits())));
    let unit = opt((blanks0, |input| one_label(&UNITS, input)));
    alt((recognize((number, unit)), recognize(satisfy(is_middle_dot)))).parse(input)
}

/// The most groups of digits behind the first one.
const MOST_GROUPS: usize = 4;

/// `blanks0`: blanks within a line.
pub(super) fn blanks0(input: &str) -> IResult<&str, &str> {
    take_while(is_blank).parse(input)
}
