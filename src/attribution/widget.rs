//! The text of a rendered widget or of a tweet's own page, where the author stands first:
//! `Dana Ortiz @dortiz · Follow So glad! 7:32 AM · Jul 14, 2021`.
//!
//! Widgets from 2013 to 2020 print `Follow Dana Ortiz ✔ @dortiz So glad! 7:32 AM - 14 Jul 2021`; text dumps have the
//! parts on lines of their own. `BuzzFeed`'s pages print the text before the author as well.

use core::ops::Range;

use chrono::NaiveDate;
use memchr::memmem;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while_m_n,
    character::complete::{char, satisfy},
    combinator::{map, opt, peek, recognize, verify},
    sequence::{preceded, terminated},
};

use super::{
    handle_and_date::middle_dot,
    name_and_dash::NameLength,
    quoted_post::without_quoted_post,
    types::{Attribution, Consumed, Signature, TextPlace},
    widget_end::{LONGEST_CLIENT, client, joined_widget_end, widget_end},
    widget_header::{Header, header, without_reference},
    widget_lines::without_page_line,
    widget_notes::{follow_button, reply_line, without_notes},
    widget_stamp::{HEAD, StampSearch},
};
use crate::{
    date::Timestamp,
    handle::Handle,
    length::{fits_tweet, holds_long_posts},
    markup::{
        destination::{Destination, link_target},
        remains::without_break_at_end,
    },
    status_id::StatusId,
    text::{
        chars::is_middle_dot,
        offset::{Cursor, char_floor, first_bytes},
        parse::IResult,
        steps,
        whitespace::{ends_with_empty_line, gap_len, gap0, is_line_break, is_whitespace, line_end, trim_gap_end},
    },
};

/// How far behind the author the time of day is looked for, in bytes: the longest post, of 25,000 characters.
const WINDOW: usize = 100_000;

/// How far into a page its author stands, in bytes.
const PAGE_START: usize = 300;

/// The way in which the lines of a widget were printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WidgetLayout<'t> {
    /// As they are, or in one line.
    Lines,
    /// Joined by full stops.
    Joined,
    /// Each between these marks of emphasis.
    Emphasis(&'t str),
}

/// `widget`: the tweet whose author's `handle` begins with the `@` at `at`, or with the emphasis there.
pub(super) fn widget(
    at: Cursor<'_>,
    handle: Consumed<'_, Handle>,
    after_handle: &str,
    layout: WidgetLayout<'_>,
    stamps: &mut StampSearch,
) -> Option<Attribution> {
    let frame = Frame::read(at, after_handle, layout, stamps)?;
    let raw = at.document.get(frame.text_start..frame.stamp.start)?;
    let text = trim_gap_end(without_quoted_post(without_notes_around(raw, layout)));
    if !may_be_text(text, frame.timestamp.date) || frame.is_of_profile(at.document, text) {
        return None;
    }
    let (rest, status_id, is_closed) = end(at.moved_to(frame.stamp.end).after(), raw, handle.1, layout);
    let header = match frame.header {
        Some(header) => header,
        None => header(at, layout == WidgetLayout::Joined)?,
    };
    if !(frame.has_button || frame.has_own_line || header.is_marked || is_closed) {
        return None;
    }
    let date = (at.document.get(frame.stamp)?, frame.timestamp);
    let signature = Signature { handle, date: Some(date), status_id };
    let start = repeated_text(header.start, text).unwrap_or(header.start);
    Some(Attribution::new(start, header.name, signature, rest, TextPlace::Known(at.span_of(text))))
}

/// The parts around the text of a widget: its author above, the time of day below.
struct Frame<'t> {
    /// The author's header, where it was read already.
    header: Option<Header<'t>>,
    handle_end: usize,
    /// Whether a button to follow the author stands behind the handle; whether the handle ends its line.
    has_button: bool,
    has_own_line: bool,
    text_start: usize,
    stamp: Range<usize>,
    timestamp: Timestamp,
}

impl<'t> Frame<'t> {
    fn read(at: Cursor<'t>, after_handle: &str, layout: WidgetLayout<'_>, stamps: &mut StampSearch) -> Option<Self> {
        // The search keeps its result, so that it comes before everything else.
        let handle_end = at.document.len() - after_handle.len();
        let (stamp, timestamp) = stamps.next(at.document, handle_end..search_end(at, after_handle))?;
        let (body, has_button) = follow(after_handle).ok()?;
        let text_start = at.document.len() - body.len();
        // A long text is no tweet of its time, whatever the stamp that closes it.
        if stamp.start > text_start + 2 * HEAD && !holds_long_posts(timestamp.date) {
            return None;
        }
        let has_own_line = line_end(after_handle).is_ok();
        let mut frame = Self { header: None, handle_end, has_button, has_own_line, text_start, stamp, timestamp };
        // Elsewhere, nearly all mentions stand in a sentence.
        if has_button || has_own_line || at.at < PAGE_START {
            frame.header = Some(header(at, layout == WidgetLayout::Joined)?);
            (frame.stamp, frame.timestamp) = stamps.closing(at.moved_to(text_start), (frame.stamp, frame.timestamp));
        }
        Some(frame)
    }

    /// Whether the head of a tweet follows the button, `Ola Berg @olaberg`, so that the button and the author before it
    /// belong to a profile on the same page.
    fn is_of_profile(&self, document: &str, text: &str) -> bool {
        let button = document.get(self.handle_end..self.text_start).unwrap_or_default();
        if !(self.has_button && ends_with_empty_line(button)) {
            return false;
        }
        let line = head(text).split_once(is_line_break);
        let author = line.and_then(|(line, _)| line.trim_end().rsplit_once(" @"));
        author.is_some_and(|(name, handle)| Handle::new(handle).is_ok() && NameLength::of(name).fits())
    }
}

/// Where the search for the time of day ends. It reaches far only if a line break or a dot follows the handle, as
/// behind the author of a long post but few mentions, or if the handle stands at the beginning of a page in one line.
fn search_end(at: Cursor<'_>, after_handle: &str) -> usize {
    let ends_line = after_handle.starts_with(|c| is_line_break(c) || is_middle_dot(c));
    let reach = if ends_line || at.at < PAGE_START { WINDOW } else { HEAD };
    char_floor(at.document, at.document.len() - after_handle.len() + reach)
}

/// Whether `text` may be that of one tweet of this day.
fn may_be_text(text: &str, day: NaiveDate) -> bool {
    steps::scan(head(text).len());
    let holds_attribution = || memmem::find(head(text).as_bytes(), b"(@").is_some();
    let fits = || text.len() <= HEAD && fits_tweet(text) || holds_long_posts(day);
    !text.is_empty() && !holds_attribution() && fits()
}

/// The beginning of a text, as long as a tweet that is no long post.
fn head(text: &str) -> &str {
    first_bytes(text, HEAD)
}

/// Reads what follows the stamp: the rest of the document, the status id linked from the stamp, and whether counters or
/// buttons stand there. `before` is the text before the stamp.
fn end<'t>(
    after_stamp: &'t str,
    before: &str,
    author: Handle,
    layout: WidgetLayout<'_>,
) -> (&'t str, Option<StatusId>, bool) {
    let link = preceded(char(']'), link_target).parse(after_stamp).ok().filter(|_| before.ends_with('['));
    let (rest, target) = link.unwrap_or((after_stamp, Destination::default()));
    let status_id = target.status_of(author);
    let in_emphasis = matches!(layout, WidgetLayout::Emphasis(_));
    let client = if in_emphasis { emphasized_end(rest) } else { client(rest) };
    let items = if layout == WidgetLayout::Joined { joined_widget_end(rest) } else { widget_end(rest) };
    match items {
        Ok((rest, ())) if !in_emphasis => (rest, status_id, true),
        _ => (client.map_or(rest, |(rest, _)| rest), status_id, status_id.is_some()),
    }
}

/// `emphasized_end`: the rest of a stamp's line, in emphasis.
fn emphasized_end(input: &str) -> IResult<&str, &str> {
    recognize((take_while_m_n(0, LONGEST_CLIENT + 8, |c| !is_line_break(c)), line_end)).parse(input)
}

/// `follow`: the dot and the button behind a handle; whether the button is there.
fn follow(input: &str) -> IResult<&str, bool> {
    let handle_end = peek(satisfy(|c| is_whitespace(c) || is_middle_dot(c)));
    let button = terminated(alt((follow_button, unread_button)), gap0);
    let known = terminated(follow_button, gap0);
    let (rest, (_, gap, dot)) = (handle_end, gap0, opt(middle_dot)).parse(input)?;
    // Only a dot that has a line to itself shows that a button follows, whatever its language.
    let dot_line = input.get(gap.len()..input.len() - rest.len()).unwrap_or_default();
    let is_alone = dot.is_some() && gap.contains(is_line_break) && dot_line.contains(is_line_break);
    if is_alone {
        map(opt(button), |button| button.is_some()).parse(rest)
    } else {
        map(opt(known), |button| button.is_some()).parse(rest)
    }
}

/// The longest button, in characters.
const LONGEST_BUTTON: usize = 24;

/// `unread_button`: a line of one to three words that is no sentence.
fn unread_button(input: &str) -> IResult<&str, &str> {
    let is_part = |c: char| c == ' ' || c.is_alphabetic() || is_mark(c);
    let words = |line: &str| !line.starts_with(' ') && line.trim().split(' ').count() <= 3;
    terminated(verify(take_while_m_n(2, LONGEST_BUTTON, is_part), words), peek(satisfy(is_line_break))).parse(input)
}

/// A combining vowel sign, the zero-width non-joiner, or an apostrophe.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}' | '\u{5b0}'..='\u{5c7}' | '\u{200c}' | '’' | '\'')
}

/// `text` without the notes of a widget: the accounts replied to before it, and the notes between it and the stamp.
fn without_notes_around<'t>(text: &'t str, layout: WidgetLayout<'_>) -> &'t str {
    let text = reply_line(text).map_or(text, |(rest, ())| rest.get(gap_len(rest)..).unwrap_or(rest));
    let mut text = trim_gap_end(without_reference(text.strip_suffix('[').unwrap_or(text)));
    while let Some(rest) = without_notes(text).or_else(|| without_page_line(text)) {
        text = trim_gap_end(rest);
    }
    let WidgetLayout::Emphasis(marks) = layout else { return text };
    // The mark before the stamp, then the end of the last line.
    let lines = trim_gap_end(text.strip_suffix(marks).unwrap_or(text));
    let lines = without_break_at_end(lines).unwrap_or(lines);
    lines.strip_prefix(marks).and_then(|lines| lines.strip_suffix(marks)).unwrap_or(lines)
}

/// The place before `header` where `text` stands as well, as `BuzzFeed` prints it.
fn repeated_text<'t>(header: Cursor<'t>, text: &str) -> Option<Cursor<'t>> {
    let before = trim_gap_end(header.before()).strip_suffix(text)?;
    Some(header.moved_to(header.previous_end + before.len()))
}

#[cfg(test)]
mod tests {
    use core::ops::Range;

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
