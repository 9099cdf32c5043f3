//! The reason why a text holds no attribution: the error in the stretch that comes nearest to one.

use alloc::format;

use super::{
    handle_and_date::{bracketed_handle, dated, opening_parenthesis},
    lookalikes::{Behind, is_lookalike},
    name_and_dash::name_and_dash,
};
use crate::{
    error::{ParseTweetError, ParseTweetErrorKind},
    handle::{Handle, handle, is_handle_byte},
    markup::tag_open::tag_open,
    text::{
        offset::{Cursor, first_bytes},
        steps,
        whitespace::gap_len,
    },
};

/// An attribution with an error: how many of its parts were read, the error in the next part, and its offset.
type NearMiss = (u8, ParseTweetErrorKind, usize);

/// The reason why `quotation` holds no attribution.
#[cold]
pub(crate) fn missing(quotation: &str) -> ParseTweetError {
    let start = Cursor { document: quotation, previous_end: 0, at: 0 };
    let at_signs = memchr::memchr_iter(b'@', quotation.as_bytes()).map(|at| start.moved_to(at));
    // Of equals, the last.
    let nearest = at_signs.filter_map(near_miss).max_by_key(|&(parts, ..)| parts);
    let (_, kind, offset) = nearest.unwrap_or((0, ParseTweetErrorKind::NoAttribution, quotation.trim_end().len()));
    ParseTweetError::new(kind, offset)
}

/// The reason why the handle with the `@` at `at` has no attribution around it.
fn near_miss(at: Cursor<'_>) -> Option<NearMiss> {
    steps::step(1);
    let Some(open) = opening_parenthesis(at) else { return without_parenthesis(at) };
    let Ok((after_handle, bracketed)) = bracketed_handle(open.after()) else { return Some(malformed_handle(at)) };
    let date = separated(after_handle);
    let offset = at.document.len() - date.len();
    if tag_open(date).is_ok() {
        return Some((2, ParseTweetErrorKind::Html, offset));
    }
    let Ok((after_date, linked)) = dated(date) else {
        return Some(match impossible_number(date) {
            Some(number) => (3, ParseTweetErrorKind::InvalidDate, offset + number),
            None => (2, ParseTweetErrorKind::NoDate, offset),
        });
    };
    let separator = after_handle.strip_suffix(date).unwrap_or_default();
    let behind = Behind {
        handle: bracketed.handle.0,
        date: linked.date.0,
        has_comma: separator.contains(','),
        rest: after_date,
    };
    Some(match name_and_dash(open) {
        None => (4, ParseTweetErrorKind::NoDash, open.at),
        Some(found) if !found.is_dashed() => (4, ParseTweetErrorKind::NoDash, found.start),
        Some(found) if is_lookalike(&found, open.moved_to(found.start).before(), behind) => {
            (4, ParseTweetErrorKind::Lookalike, found.start)
        }
        Some(_) => (4, ParseTweetErrorKind::Lookalike, at.document.len() - after_date.len()),
    })
}

/// A handle without parentheses, where a date follows it.
fn without_parenthesis(at: Cursor<'_>) -> Option<NearMiss> {
    let (after_handle, _) = handle(at.moved_to(at.at + 1).after()).ok()?;
    let is_dated = separated(after_handle).len() < after_handle.len() && dated(separated(after_handle)).is_ok();
    is_dated.then_some((3, ParseTweetErrorKind::NoParentheses, at.at))
}

/// The error in the handle behind the `@` at `at`: its length, or the character behind it.
fn malformed_handle(at: Cursor<'_>) -> NearMiss {
    let start = at.at + 1;
    let is_of_handle = |&byte: &u8| is_handle_byte(byte) || byte == b'\\';
    let len = at.moved_to(start).after().bytes().take_while(|byte| is_of_handle(byte)).count();
    if len > Handle::MAX_LEN {
        (1, ParseTweetErrorKind::HandleTooLong, start + Handle::MAX_LEN)
    } else {
        (1, ParseTweetErrorKind::InvalidHandle, start + len)
    }
}

/// `after_handle` without whitespace and the comma of a retyped attribution.
fn separated(after_handle: &str) -> &str {
    let without_gap = |input| str::get(input, gap_len(input)..).unwrap_or_default();
    let rest = without_gap(after_handle);
    rest.strip_prefix(',').map_or(rest, without_gap)
}

/// How many bytes of a possible date are read.
const LONGEST_DATE: usize = 60;

/// The offset of the number that makes `date` impossible, as 34 in `July 34, 2021`: with another number it is a date.
fn impossible_number(date: &str) -> Option<usize> {
    let date = first_bytes(date, LONGEST_DATE);
    let is_digit = |c: char| c.is_ascii_digit();
    let starts =
        date.match_indices(is_digit).map(|(at, _)| date.split_at(at)).filter(|(before, _)| !before.ends_with(is_digit));
    let mut numbers = starts.map(|(before, number)| (before, number.trim_start_matches(is_digit)));
    let (before, _) = numbers
        .find(|(before, after)| ["01", "2021"].iter().any(|other| dated(&format!("{before}{other}{after}")).is_ok()))?;
    Some(before.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_miss_names_what_was_expected_and_where() {
        use ParseTweetErrorKind::{
            HandleTooLong, Html, InvalidDate, InvalidHandle, Lookalike, NoAttribution, NoDash, NoDate, NoParentheses,
        };
        for (marked, kind) in [
            ("‖", NoAttribution),
            ("So glad!‖ ", NoAttribution),
            ("Thanks to @dortiz and dana@example.com‖", NoAttribution),
            ("— Dana Ortiz ‖@dortiz July 14, 2021", NoParentheses),
            ("Thanks (@kimlee) — Dana Ortiz ‖@dortiz [July 14, 2021](https://x.com/dortiz/status/1)", NoParentheses),
            ("— Dana Ortiz (@‖) July 14, 2021", InvalidHandle),
            ("— Dana Ortiz (@dana‖.dev) July 14, 2021", InvalidHandle),
            ("— Dana Ortiz (@dortiz‖ July 14, 2021", InvalidHandle),
            ("— Dana Ortiz (@a2345678901234567890‖1) July 14, 2021", HandleTooLong),
            ("— Dana Ortiz (@dortiz)‖", NoDate),
            ("— Dana Ortiz (@dortiz)\n> ‖yesterday", NoDate),
            ("— Dana Ortiz (@dortiz) ‖July 14", NoDate),
            ("— Dana Ortiz (@dortiz) ‖<a href=\"https://x.com/dortiz/status/1\">July 14, 2021</a>", Html),
            ("— Dana Ortiz (@dortiz) July ‖34, 2021", InvalidDate),
            ("— Dana Ortiz (@dortiz) [February ‖30, 2021](https://x.com/dortiz/status/1)", InvalidDate),
            ("— Dana Ortiz (@dortiz) ‖31. April 2021", InvalidDate),
            ("— Dana Ortiz (@dortiz) 2021-‖13-01", InvalidDate),
            ("— Dana Ortiz (@dortiz) July 14, ‖1914", InvalidDate),
            ("So glad! — Dana Ortiz (@dortiz) July ‖34, 2021, says (@kimlee)", InvalidDate),
            ("‖By Dana Ortiz (@dortiz) July 14, 2021", NoDash),
            ("### 2.1.0 ‖— Dana (@dortiz) July 14, 2021", Lookalike),
            ("So glad! — Dana (@dortiz) July 14, 2021‖ at 11:00 PM", Lookalike),
        ] {
            let text = marked.replace('‖', "");
            let error = missing(&text);
            let (before, after) = text.split_at(error.offset());
            assert_eq!((format!("{before}‖{after}").as_str(), error.kind()), (marked, kind));
        }
    }

    #[test]
    fn errors_have_the_longest_handle() {
        assert!(ParseTweetErrorKind::HandleTooLong.to_string().contains(&format!(" {} ", Handle::MAX_LEN)));
    }
}
