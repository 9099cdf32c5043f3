//! The text of a rendered widget or of a tweet's own page, where the author stands first:
//! `Dana Ortiz @dortiz · Follow So glad! 7:32 AM · Jul 14, 2021`.
//!
//! Widgets from 2013 to 2020 print `Follow Dana Ortiz ✔ @dortiz So glad! 7:32 AM - 14 Jul 2021`; text dumps have the parts
//! on lines of their own. `BuzzFeed`'s pages print the text before the author as well.

use core::ops::Range;

use nom::{
    Parser,
    character::complete::satisfy,
    combinator::{map, opt, peek},
    sequence::{preceded, terminated},
};

use super::{
    handle_and_date::middle_dot,
    name_and_dash::NameLength,
    text_end::{TextEnd, text_end},
    types::{Attribution, Consumed, Signature, TextPlace},
    widget_labels::{follow_button, widget_end, without_notes, without_page_head},
    widget_lines::{
        begins_with_author, without_link_number, without_number_before, without_page_lines, without_reply_line,
    },
};
use crate::{
    date::{STAMP_BYTES, Timestamp, stamp_at},
    handle::Handle,
    length::{fits_tweet, holds_long_posts},
    text::{
        chars::is_middle_dot,
        offset::{Cursor, char_floor},
        parse::IResult,
        steps,
        whitespace::{gap0, is_line_break, is_whitespace, last_line, trim_gap_end},
    },
};

/// How many bytes a search for three bytes costs as much as a character elsewhere.
const SCANNED_AT_ONCE: usize = 16;

/// How far behind the author the time of day is looked for, in bytes: the longest post, of 25,000 characters.
const WINDOW: usize = 100_000;

/// The longest tweet of 280 characters, in bytes; also the beginning of a longer post that is looked at for the author of
/// another tweet.
const HEAD: usize = 1400;

/// The most bytes of a name and the words around it on its line.
const NAME_WINDOW: usize = 300;

/// `widget`: the tweet whose author's `handle` begins with the `@` at `at`.
pub(super) fn widget(
    at: Cursor<'_>,
    handle: Consumed<'_, Handle>,
    after_handle: &str,
    stamps: &mut StampSearch,
) -> Option<Attribution> {
    // The search keeps its result, so that it comes before everything else.
    let after = at.document.len() - after_handle.len();
    // Few mentions in a line are followed by a line break or a dot, as the author of a long post is.
    let reach = if after_handle.starts_with(|c| is_line_break(c) || is_middle_dot(c)) { WINDOW } else { HEAD };
    let (stamp, timestamp) = stamps.next(at.document, after..char_floor(at.document, after + reach))?;
    let (body, has_button) = follow(after_handle).ok()?;
    let text_start = at.document.len() - body.len();
    let shown = without_reply_line(without_all_notes(at.document.get(text_start..stamp.start)?));
    let text = without_page_lines(shown);
    if begins_with_author(after_handle.get(..after_handle.len() - body.len())?, text) {
        return None;
    }
    let head = text.get(..char_floor(text, HEAD))?;
    steps::step(head.len());
    let header = header(at)?;
    let rest = at.moved_to(stamp.end).after();
    let closed = widget_end(rest).ok().map(|(rest, ())| rest);
    let has_own_line = after_handle.starts_with(is_line_break);
    let stands_alone = has_button || header.is_marked || has_own_line || closed.is_some();
    let fits = || text.len() <= HEAD && fits_tweet(text) || holds_long_posts(timestamp.date);
    if !stands_alone || text.is_empty() || head.contains("(@") || !fits() {
        return None;
    }
    let date = (at.document.get(stamp)?, timestamp);
    let signature = Signature { handle, date: Some(date), status_id: None };
    let start = repeated_text(header.start, text).unwrap_or(header.start);
    let rest = closed.unwrap_or(rest);
    Some(Attribution::new(start, header.name, signature, rest, TextPlace::Known(at.span_of(text))))
}

/// The search for the next time of day with a date. It keeps the stretch it searched: many authors may stand before one.
#[derive(Debug, Clone, Default)]
pub(super) struct StampSearch {
    searched: Range<usize>,
    /// The stamp that begins where the stretch ends.
    found: Option<(Range<usize>, Timestamp)>,
}

impl StampSearch {
    /// The first stamp that begins in `window`.
    fn next(&mut self, document: &str, window: Range<usize>) -> Option<(Range<usize>, Timestamp)> {
        // A stamp ends the searched stretch, so that one found before the window is dropped as well.
        if !(self.searched.start..=self.searched.end).contains(&window.start) {
            *self = Self { searched: window.start..window.start, found: None };
        }
        if self.found.is_none() && self.searched.end < window.end {
            self.found = first_stamp(document, self.searched.end..window.end);
            let end = self.found.as_ref().map_or(window.end, |(stamp, _)| stamp.start);
            steps::step((end - self.searched.end) / SCANNED_AT_ONCE);
            self.searched.end = end;
        }
        self.found.clone().filter(|(stamp, _)| stamp.start < window.end)
    }
}

/// The most bytes between the beginning of a stamp and the byte that it is found by.
const STAMP_HEAD: usize = 64;

/// The first stamp that begins in `window`.
fn first_stamp(document: &str, window: Range<usize>) -> Option<(Range<usize>, Timestamp)> {
    let [colon, hyphen, dot] = STAMP_BYTES;
    // The byte that a stamp is found by may stand behind the window.
    let end = (window.end + STAMP_HEAD).min(document.len());
    let marks = memchr::memchr3_iter(colon, hyphen, dot, document.as_bytes().get(window.start..end)?);
    let stamps = marks.filter_map(|mark| stamp_at(document, 0, window.start + mark));
    { stamps }.find(|(stamp, _)| window.contains(&stamp.start))
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
    // In the dumps of text browsers, name and handle have the numbers of their links.
    let window = without_link_number(trim_gap_end(at.window_before(NAME_WINDOW)));
    let line = without_number_before(last_line(window).trim_start_matches(is_whitespace));
    let verified = line.strip_suffix(['✔', '✓']).or_else(|| line.strip_suffix("Verified account"));
    let unverified = verified.map_or(line, trim_gap_end);
    let (button, name) = match unverified.rfind(FOLLOW).and_then(|at| unverified.split_at_checked(at + FOLLOW.len())) {
        Some((_, name)) => (FOLLOW, name.trim()),
        None => ("", without_page_head(unverified).trim()),
    };
    if !is_name(name) || !NameLength::of(name).fits() || text_end(name) == TextEnd::Link {
        return None;
    }
    let start = at.moved_to(at.span_of(name).start - button.len());
    Some(Header { start, name, is_marked: !button.is_empty() || verified.is_some() })
}

/// Whether `name` may be a display name: neither markup alone, nor the alternative text of an avatar.
fn is_name(name: &str) -> bool {
    !name.chars().all(|c| c.is_ascii_punctuation()) && !name.ends_with("avatar for")
}

/// `follow`: the dot and the button behind a handle; whether the button is there.
fn follow(input: &str) -> IResult<&str, bool> {
    let handle_end = peek(satisfy(|c| is_whitespace(c) || is_middle_dot(c)));
    let button = terminated(follow_button, gap0);
    preceded((handle_end, gap0, opt(middle_dot)), map(opt(button), |button| button.is_some())).parse(input)
}

/// `text` without the notes that a widget shows between it and the time of day.
fn without_all_notes(text: &str) -> &str {
    let mut text = trim_gap_end(text);
    while let Some(rest) = without_notes(text) {
        text = trim_gap_end(rest);
    }
    text
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

    /// The beginning of the next stamp.
    fn next(search: &mut StampSearch, document: &str, window: Range<usize>) -> Option<usize> {
        search.next(document, window).map(|(stamp, _)| stamp.start)
    }

    #[test]
    fn a_stamp_is_found_again_from_anywhere_before_it() {
        let document = "a: b 12:345 c 7:32 AM · Jul 14, 2021 d 8:27 AM - 11 Jul 2017 e";
        let [first, second] = ["7:32", "8:27"].map(|time| document.find(time));
        let (at, end) = (first.unwrap(), document.len());
        let mut search = StampSearch::default();
        assert_eq!(next(&mut search, document, 0..at), None);
        assert_eq!(next(&mut search, document, 0..at - 4), None);
        assert_eq!(next(&mut search, document, 2..end), first);
        assert_eq!(next(&mut search, document, at..end), first);
        assert_eq!(next(&mut search, document, 2..at), None);
        assert_eq!(next(&mut search, document, at + 1..end), second);
        // Back again, as after a text that began somewhere else.
        assert_eq!(next(&mut search, document, 1..end), first);
    }

    #[test]
    fn a_stamp_that_a_search_ended_in_is_found_by_the_next() {
        let document = "a 12:32 AM · Jul 14, 2021 b";
        for to in 2..document.len() {
            let mut search = StampSearch::default();
            let begins_before = (to > 2).then_some(2);
            assert_eq!(next(&mut search, document, 0..to), begins_before, "up to {to}");
            assert_eq!(next(&mut search, document, 0..document.len()), Some(2), "after a search up to {to}");
        }
        // Three digits are no hour, wherever the search before ended.
        for to in 2..8 {
            let document = "a 123:32 AM · Jul 14, 2021 b";
            let mut search = StampSearch::default();
            assert_eq!(next(&mut search, document, 0..to), None, "up to {to}");
            assert_eq!(next(&mut search, document, 0..document.len()), None, "after a search up to {to}");
        }
    }

    #[test]
    fn the_time_of_day_is_looked_for_in_a_window() {
        // A link weighs the same however long it is.
        for (path, is_found) in [(HEAD - 40, true), (HEAD, false)] {
            let text = format!("https://example.com/{}", "a".repeat(path));
            let document = format!("Dana Ortiz\n@dortiz\n{text}\n7:32 AM · Jul 14, 2021\n");
            let tweet = Attributions::new(&document, false).next();
            assert_eq!(tweet.is_some(), is_found, "{document:?}");
        }
    }
}
