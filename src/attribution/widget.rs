//! The text of a rendered widget or of a tweet's own page, where the author stands first:
//! `Dana Ortiz @dortiz · Follow So glad! 7:32 AM · Jul 14, 2021`.
//!
//! Widgets from 2013 to 2020 print `Follow Dana Ortiz ✔ @dortiz So glad! 7:32 AM - 14 Jul 2021`; text dumps have the parts
//! on lines of their own. `BuzzFeed`'s pages print the text before the author as well.

use core::ops::Range;

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::satisfy,
    combinator::{opt, value},
};

use super::{
    Attribution, TextPlace, handle_and_date,
    name_and_dash::NameLength,
    span_of,
    text_end::{Ending, ending},
};
use crate::{
    date::{self, Timestamp},
    length,
    text::{
        chars::is_middle_dot,
        offset::{char_ceil, char_floor},
        parse::IResult,
        steps,
        whitespace::{gap0, is_line_break, is_whitespace, last_line, trim_gap_end},
    },
};

/// How far behind the author the time of day is looked for, in bytes: a tweet of four-byte characters.
const WINDOW: usize = 1400;

/// The most bytes of a name and the words around it on its line.
const NAME_WINDOW: usize = 300;

/// The time of day and date that closes a rendered tweet.
#[derive(Debug, Clone, PartialEq, Eq)]
struct RenderedStamp {
    span: Range<usize>,
    stamp: Timestamp,
}

/// The search for the next time of day with a date, which keeps what it found: many authors may stand before one.
#[derive(Debug, Clone, Default)]
pub(crate) struct StampSearch {
    /// What was searched.
    searched: Range<usize>,
    /// The first stamp in it, which ends the range.
    found: Option<RenderedStamp>,
}

impl StampSearch {
    /// The first stamp that begins in `from..to`.
    fn next(&mut self, document: &str, from: usize, to: usize) -> Option<RenderedStamp> {
        // A stamp ends what was searched, so that one found before `from` is dropped as well.
        if !(self.searched.start..=self.searched.end).contains(&from) {
            *self = Self { searched: from..from, found: None };
        }
        if self.found.is_none() && self.searched.end < to {
            steps::step(to - self.searched.end);
            self.found = first_stamp(document, self.searched.end, to);
            self.searched.end = self.found.as_ref().map_or(to, |found| found.span.start);
        }
        self.found.clone().filter(|found| found.span.start < to)
    }
}

/// The most digits of an hour.
const HOUR_DIGITS: usize = 2;

/// The first stamp of `document` that begins in `from..to`: digits before a `:`.
fn first_stamp(document: &str, from: usize, to: usize) -> Option<RenderedStamp> {
    let bytes = document.as_bytes();
    // The colon of one that begins there may stand behind `to`, and digits before `from` belong to what was searched before.
    let last = (to + HOUR_DIGITS).min(bytes.len());
    let mut at = from;
    loop {
        let colon = at + memchr::memchr(b':', bytes.get(at..last)?)?;
        let before = bytes.get(..colon)?.iter().rev().take(HOUR_DIGITS + 1);
        let digits = before.take_while(|byte| byte.is_ascii_digit()).count();
        let start = colon - digits;
        if (1..=HOUR_DIGITS).contains(&digits) && (from..to).contains(&start) {
            let input = document.get(start..)?;
            if let Ok((rest, stamp)) = date::rendered_stamp(input) {
                return Some(RenderedStamp { span: start..document.len() - rest.len(), stamp });
            }
        }
        at = colon + 1;
    }
}

/// `rendered`: the tweet whose author's handle begins with the `@` at `at`.
pub(crate) fn rendered(document: &str, floor: usize, at: usize, stamps: &mut StampSearch) -> Option<Attribution> {
    let (after_handle, (handle, written)) = handle_and_date::at_handle(document.get(at..)?).ok()?;
    if !after_handle.starts_with(|c| is_whitespace(c) || c == '·') {
        return None;
    }
    let (body, followed) = follow(after_handle).ok()?;
    let text_start = document.len() - body.len();
    // The search keeps what it found, so that it comes before the look back.
    let closing = stamps.next(document, text_start, char_floor(document, text_start + WINDOW))?;
    let text = without_chrome(document.get(text_start..closing.span.start)?);
    steps::step(text.len());
    let header = header(document, floor, at)?;
    let alone = followed || header.marked || after_handle.starts_with(is_line_break);
    if !alone || text.is_empty() || text.contains("(@") || !length::fits_tweet(text) {
        return None;
    }
    Some(Attribution {
        start: repeated_text(document, floor, header.start, text).unwrap_or(header.start),
        name: Some(header.name),
        handle,
        handle_span: span_of(document, written),
        stamp: Some(closing.stamp),
        date_span: Some(closing.span.clone()),
        status_id: None,
        end: closing.span.end,
        text: TextPlace::Known(span_of(document, text)),
    })
}

/// What stands before the handle.
struct Header {
    start: usize,
    name: Range<usize>,
    /// Whether `Follow` or the mark of a verified account shows that a widget was rendered here.
    marked: bool,
}

/// The button before the name in widgets from 2013 to 2020.
const FOLLOW: &str = "Follow ";

/// `header`: `Follow Dana Ortiz ✔ @dortiz`, with the name on the handle's line or on the one before it.
fn header(document: &str, floor: usize, at: usize) -> Option<Header> {
    let from = char_ceil(document, at.saturating_sub(NAME_WINDOW).max(floor));
    let before = trim_gap_end(document.get(from..at)?);
    let line = last_line(before).trim_start_matches(is_whitespace);
    let verified = line.strip_suffix(['✔', '✓']).or_else(|| line.strip_suffix("Verified account"));
    let unverified = verified.map_or(line, trim_gap_end);
    let button = unverified.rfind(FOLLOW);
    let name = button.and_then(|at| unverified.get(at + FOLLOW.len()..)).unwrap_or(unverified).trim();
    if name.is_empty() || !NameLength::of(name).fits() || matches!(ending(name), Ending::Link) {
        return None;
    }
    let name = span_of(document, name);
    let start = name.start - if button.is_some() { FOLLOW.len() } else { 0 };
    Some(Header { start, name, marked: button.is_some() || verified.is_some() })
}

/// `follow`: the dot and the button behind a handle; whether the button was there.
fn follow(input: &str) -> IResult<&str, bool> {
    let dot = (gap0, satisfy(is_middle_dot));
    let button = (gap0, alt((tag("Follow"), tag("Following"), tag("Verified account"))));
    let (rest, (_, button, _)) = (opt(dot), opt(value((), button)), gap0).parse(input)?;
    Ok((rest, button.is_some()))
}

/// `text` without what the widget shows between it and the time of day.
fn without_chrome(text: &str) -> &str {
    let text = trim_gap_end(text);
    let chrome =
        ["View image on Twitter", "View photos on Twitter", "Embedded video", "Translate Tweet", "View image on X"];
    let shown = chrome.iter().find_map(|chrome| text.strip_suffix(chrome));
    shown.map_or(text, trim_gap_end)
}

/// Where `text` begins that stands directly before `header` as well, as `BuzzFeed` prints it.
fn repeated_text(document: &str, floor: usize, header: usize, text: &str) -> Option<usize> {
    let before = trim_gap_end(document.get(floor..header)?);
    let start = before.len().checked_sub(text.len())?;
    before.ends_with(text).then_some(floor + start)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the first stamp of `from..to` begins, as `search` finds it.
    fn found(search: &mut StampSearch, document: &str, from: usize, to: usize) -> Option<usize> {
        search.next(document, from, to).map(|found| found.span.start)
    }

    #[test]
    fn a_stamp_is_found_again_from_anywhere_before_it() {
        let document = "a: b 12:345 c 7:32 AM · Jul 14, 2021 d 8:27 AM - 11 Jul 2017 e";
        let [first, second] = ["7:32", "8:27"].map(|time| document.find(time));
        let (at, end) = (first.unwrap(), document.len());
        let mut search = StampSearch::default();
        assert_eq!(found(&mut search, document, 0, at), None);
        assert_eq!(found(&mut search, document, 0, at - 4), None);
        assert_eq!(found(&mut search, document, 2, end), first);
        assert_eq!(found(&mut search, document, at, end), first);
        assert_eq!(found(&mut search, document, 2, at), None);
        assert_eq!(found(&mut search, document, at + 1, end), second);
        // Back again, as after a text that began somewhere else.
        assert_eq!(found(&mut search, document, 1, end), first);
    }

    #[test]
    fn a_stamp_that_a_search_ended_in_is_found_by_the_next() {
        let document = "a 12:32 AM · Jul 14, 2021 b";
        for to in 2..document.len() {
            let mut search = StampSearch::default();
            let begins_before = (to > 2).then_some(2);
            assert_eq!(found(&mut search, document, 0, to), begins_before, "up to {to}");
            assert_eq!(found(&mut search, document, 0, document.len()), Some(2), "after a search up to {to}");
        }
        // Three digits are no hour, wherever the search before ended.
        for to in 2..8 {
            let document = "a 123:32 AM · Jul 14, 2021 b";
            let mut search = StampSearch::default();
            assert_eq!(found(&mut search, document, 0, to), None, "up to {to}");
            assert_eq!(found(&mut search, document, 0, document.len()), None, "after a search up to {to}");
        }
    }

    #[test]
    fn the_time_of_day_is_looked_for_in_a_window() {
        // A link weighs the same however long it is.
        for (path, is_found) in [(WINDOW - 40, true), (WINDOW, false)] {
            let text = format!("https://example.com/{}", "a".repeat(path));
            let document = format!("Dana Ortiz\n@dortiz\n{text}\n7:32 AM · Jul 14, 2021\n");
            let tweet = rendered(&document, 0, 11, &mut StampSearch::default());
            assert_eq!(tweet.is_some(), is_found, "{document:?}");
        }
    }
}
