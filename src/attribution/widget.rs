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
    combinator::{consumed, map, opt, peek},
    sequence::{preceded, terminated},
};

use super::{
    handle_and_date::middle_dot,
    name_and_dash::NameLength,
    text_end::{TextEnd, text_end},
    types::{Attribution, Consumed, Signature, TextPlace},
};
use crate::{
    date::rendered_stamp,
    handle::Handle,
    length::fits_tweet,
    text::{
        chars::is_middle_dot,
        offset::{Cursor, char_floor},
        parse::IResult,
        steps,
        whitespace::{gap0, is_line_break, is_whitespace, last_line, trim_gap_end},
    },
};

/// How far behind the author the time of day is looked for, in bytes: a tweet of four-byte characters.
const WINDOW: usize = 1400;

/// The most bytes of a name and the words around it on its line.
const NAME_WINDOW: usize = 300;

/// `widget`: the tweet whose author's `handle` begins with the `@` at `at`.
pub(super) fn widget(
    at: Cursor<'_>,
    handle: Consumed<'_, Handle>,
    after_handle: &str,
    stamps: &mut StampSearch,
) -> Option<Attribution> {
    let (body, has_button) = follow(after_handle).ok()?;
    let text_start = at.document.len() - body.len();
    // The search keeps its result, so that it comes before the look back.
    let window = text_start..char_floor(at.document, text_start + WINDOW);
    let closing = at.moved_to(stamps.next(at.document, window)?);
    let text = without_chrome(at.document.get(text_start..closing.at)?);
    steps::step(text.len());
    let header = header(at)?;
    let stands_alone = has_button || header.is_marked || after_handle.starts_with(is_line_break);
    if !stands_alone || text.is_empty() || text.contains("(@") || !fits_tweet(text) {
        return None;
    }
    let (rest, date) = consumed(rendered_stamp).parse(closing.after()).ok()?;
    let signature = Signature { handle, date: Some(date), status_id: None };
    let start = repeated_text(header.start, text).unwrap_or(header.start);
    Some(Attribution::new(start, header.name, signature, rest, TextPlace::Known(at.span_of(text))))
}

/// The search for the next time of day with a date. It keeps the stretch it searched: many authors may stand before one.
#[derive(Debug, Clone, Default)]
pub(super) struct StampSearch {
    searched: Range<usize>,
    /// Whether a stamp begins where the stretch ends.
    found: bool,
}

impl StampSearch {
    /// The beginning of the first stamp in `window`.
    fn next(&mut self, document: &str, window: Range<usize>) -> Option<usize> {
        // A stamp ends the searched stretch, so that one found before the window is dropped as well.
        if !(self.searched.start..=self.searched.end).contains(&window.start) {
            *self = Self { searched: window.start..window.start, found: false };
        }
        if !self.found && self.searched.end < window.end {
            steps::step(window.end - self.searched.end);
            let stamp = first_stamp(document, self.searched.end..window.end);
            self.found = stamp.is_some();
            self.searched.end = stamp.unwrap_or(window.end);
        }
        (self.found && self.searched.end < window.end).then_some(self.searched.end)
    }
}

/// The most digits of an hour.
const HOUR_DIGITS: usize = 2;

/// The beginning of the first stamp in `window`: digits before a `:`.
fn first_stamp(document: &str, window: Range<usize>) -> Option<usize> {
    // The colon may stand behind the window, and a digit before the window is no reason to begin within a number.
    let end = (window.end + HOUR_DIGITS).min(document.len());
    let colons = memchr::memchr_iter(b':', document.as_bytes().get(window.start..end)?);
    let hours = colons.filter_map(|colon| {
        let before = document.get(..window.start + colon)?;
        let digits = before.bytes().rev().take(HOUR_DIGITS + 1).take_while(u8::is_ascii_digit).count();
        (1..=HOUR_DIGITS).contains(&digits).then_some(before.len() - digits)
    });
    let begins_stamp = |&hour: &usize| document.get(hour..).is_some_and(|input| rendered_stamp(input).is_ok());
    hours.filter(|hour| window.contains(hour)).find(begins_stamp)
}

/// The part of a widget before the handle.
struct Header<'t> {
    start: Cursor<'t>,
    name: &'t str,
    /// Whether `Follow` or the mark of a verified account shows that this is a widget.
    is_marked: bool,
}

/// The button before the name in widgets from 2013 to 2020.
const FOLLOW: &str = "Follow ";

/// `header`: `Follow Dana Ortiz ✔ @dortiz`, with the name on the handle's line or on the one before it.
fn header(at: Cursor<'_>) -> Option<Header<'_>> {
    let line = last_line(trim_gap_end(at.window_before(NAME_WINDOW))).trim_start_matches(is_whitespace);
    let verified = line.strip_suffix(['✔', '✓']).or_else(|| line.strip_suffix("Verified account"));
    let unverified = verified.map_or(line, trim_gap_end);
    let (button, name) = match unverified.rfind(FOLLOW).and_then(|at| unverified.split_at_checked(at + FOLLOW.len())) {
        Some((_, name)) => (FOLLOW, name.trim()),
        None => ("", unverified.trim()),
    };
    if name.is_empty() || !NameLength::of(name).fits() || text_end(name) == TextEnd::Link {
        return None;
    }
    let start = at.moved_to(at.span_of(name).start - button.len());
    Some(Header { start, name, is_marked: !button.is_empty() || verified.is_some() })
}

/// `follow`: the dot and the button behind a handle; whether the button is there.
fn follow(input: &str) -> IResult<&str, bool> {
    let handle_end = peek(satisfy(|c| is_whitespace(c) || is_middle_dot(c)));
    let button = terminated(alt((tag("Follow"), tag("Following"), tag("Verified account"))), gap0);
    preceded((handle_end, gap0, opt(middle_dot)), map(opt(button), |button| button.is_some())).parse(input)
}

/// `text` without the labels that a widget shows between it and the time of day.
fn without_chrome(text: &str) -> &str {
    let text = trim_gap_end(text);
    let labels =
        ["View image on Twitter", "View photos on Twitter", "Embedded video", "Translate Tweet", "View image on X"];
    labels.iter().find_map(|label| text.strip_suffix(label)).map_or(text, trim_gap_end)
}

/// The place before `header` where `text` stands as well, as `BuzzFeed` prints it.
fn repeated_text<'t>(header: Cursor<'t>, text: &str) -> Option<Cursor<'t>> {
    let before = trim_gap_end(header.before()).strip_suffix(text)?;
    Some(header.moved_to(header.previous_end + before.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::Attributions;

    #[test]
    fn a_stamp_is_found_again_from_anywhere_before_it() {
        let document = "a: b 12:345 c 7:32 AM · Jul 14, 2021 d 8:27 AM - 11 Jul 2017 e";
        let [first, second] = ["7:32", "8:27"].map(|time| document.find(time));
        let (at, end) = (first.unwrap(), document.len());
        let mut search = StampSearch::default();
        assert_eq!(search.next(document, 0..at), None);
        assert_eq!(search.next(document, 0..at - 4), None);
        assert_eq!(search.next(document, 2..end), first);
        assert_eq!(search.next(document, at..end), first);
        assert_eq!(search.next(document, 2..at), None);
        assert_eq!(search.next(document, at + 1..end), second);
        // Back again, as after a text that began somewhere else.
        assert_eq!(search.next(document, 1..end), first);
    }

    #[test]
    fn a_stamp_that_a_search_ended_in_is_found_by_the_next() {
        let document = "a 12:32 AM · Jul 14, 2021 b";
        for to in 2..document.len() {
            let mut search = StampSearch::default();
            let begins_before = (to > 2).then_some(2);
            assert_eq!(search.next(document, 0..to), begins_before, "up to {to}");
            assert_eq!(search.next(document, 0..document.len()), Some(2), "after a search up to {to}");
        }
        // Three digits are no hour, wherever the search before ended.
        for to in 2..8 {
            let document = "a 123:32 AM · Jul 14, 2021 b";
            let mut search = StampSearch::default();
            assert_eq!(search.next(document, 0..to), None, "up to {to}");
            assert_eq!(search.next(document, 0..document.len()), None, "after a search up to {to}");
        }
    }

    #[test]
    fn the_time_of_day_is_looked_for_in_a_window() {
        // A link weighs the same however long it is.
        for (path, is_found) in [(WINDOW - 40, true), (WINDOW, false)] {
            let text = format!("https://example.com/{}", "a".repeat(path));
            let document = format!("Dana Ortiz\n@dortiz\n{text}\n7:32 AM · Jul 14, 2021\n");
            let tweet = Attributions::new(&document, false).next();
            assert_eq!(tweet.is_some(), is_found, "{document:?}");
        }
    }
}
