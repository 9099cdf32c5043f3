//! The stamp that closes a rendered tweet: texts may hold times as well, `Doors 7:00 PM · Jul 20, 2021 at the pier`.

use core::ops::Range;

use super::{
    handle_and_date::precedes_dot,
    look_ahead::{Found, LookAhead},
    widget_end::{client, joined_widget_end, widget_end},
    widget_notes::without_notes,
};
use crate::{
    date::{STAMP_BYTES, Timestamp, stamp_at},
    handle::handle,
    markup::link::reference_number,
    text::{
        chars::is_middle_dot,
        offset::{Cursor, char_floor},
        steps,
        whitespace::{gap_len, is_line_break, is_margin, is_whitespace, last_line, line_end, same_paragraph},
    },
};

/// The longest tweet of 280 characters, in bytes; also the beginning of a longer post that is looked at for the author
/// of another tweet.
pub(super) const HEAD: usize = 1400;

/// The search for the next stamp, and for the stamp that closes a tweet. It remembers both: many authors may precede
/// one stamp.
#[derive(Debug, Clone, Default)]
pub(super) struct StampSearch {
    first: LookAhead<Timestamp>,
    /// Where the first stamp begins, and the one that closes behind an author in a line above.
    closing: Option<(usize, Stamp)>,
}

impl StampSearch {
    /// The first stamp that begins in `window`.
    #[inline]
    pub(super) fn next(&mut self, document: &str, window: Range<usize>) -> Found<Timestamp> {
        self.first.next(document, window, first_stamp)
    }

    /// The stamp that closes the tweet whose text begins at `from`; `first` is the first one behind the author.
    pub(super) fn closing(&mut self, from: Cursor<'_>, first: Stamp) -> Stamp {
        let text = from.document.get(from.at..first.0.start).unwrap_or_default();
        let is_below = last_line(text).len() < text.len() && !is_bare(text);
        let start = first.0.start;
        if let Some((_, stamp)) = self.closing.as_ref().filter(|(kept, _)| is_below && *kept == start) {
            return stamp.clone();
        }
        let stamp = closing_stamp(from, first);
        if is_below {
            self.closing = Some((start, stamp.clone()));
        }
        stamp
    }
}

/// The most bytes between the beginning of a stamp and the byte that is searched for.
const STAMP_HEAD: usize = 64;

/// The first stamp that begins in `window`.
fn first_stamp(document: &str, window: Range<usize>) -> Option<(Range<usize>, Timestamp)> {
    let [colon, hyphen, dot] = STAMP_BYTES;
    // The byte that is searched for may stand behind the window.
    let end = (window.end + STAMP_HEAD).min(document.len());
    let marks = memchr::memchr3_iter(colon, hyphen, dot, document.as_bytes().get(window.start..end)?);
    let stamps = marks.filter_map(|mark| stamp_at(document, 0, window.start + mark));
    { stamps }.find(|(stamp, _)| window.contains(&stamp.start))
}

/// The most times of day in one text that are passed over.
const MOST_TIMES: usize = 4;

/// How surely a time of day is a tweet's own; the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum StampRank {
    /// Within a line: a text that was folded goes on behind it as well.
    InLine,
    /// On a line of its own.
    OwnLine,
    /// Before counters, buttons, or the destination of a link.
    Closing,
}

/// A stamp and its value.
type Stamp = (Range<usize>, Timestamp);

/// The stamp that closes the tweet whose text begins at `from`: `first`, the first stamp behind the author, unless
/// `first` belongs to the text because a surer stamp follows.
///
/// No other author may stand between the two. Behind a stamp on a line of its own, only one that closes is surer, and
/// only in the same paragraph.
fn closing_stamp(from: Cursor<'_>, first: Stamp) -> Stamp {
    let document = from.document;
    let place = place_of(from, &first.0);
    if place == StampRank::Closing {
        return first;
    }
    let is_empty = document.get(from.at..first.0.start).is_none_or(is_bare);
    let wanted = if place == StampRank::OwnLine && !is_empty { StampRank::Closing } else { StampRank::OwnLine };
    let end = char_floor(document, first.0.end + HEAD);
    let mut at = first.0.end;
    for _ in 0..MOST_TIMES {
        let Some((stamp, timestamp)) = next(document, at..end) else { break };
        let between = document.get(first.0.end..stamp.start).unwrap_or_default();
        if names_author(between, place) || (wanted == StampRank::Closing && holds_empty_line(between)) {
            break;
        }
        if place_of(from, &stamp) >= wanted {
            return (stamp, timestamp);
        }
        at = stamp.end;
    }
    first
}

fn next(document: &str, window: Range<usize>) -> Found<Timestamp> {
    let found = first_stamp(document, window.clone());
    let end = found.as_ref().map_or(window.end, |(stamp, _)| stamp.end);
    steps::step(1);
    steps::scan(end - window.start);
    found
}

/// The place of `stamp` behind the author before `from`.
fn place_of(from: Cursor<'_>, stamp: &Range<usize>) -> StampRank {
    let rest = from.document.get(stamp.end..).unwrap_or_default();
    if rest.starts_with("](") || widget_end(rest).is_ok() || joined_widget_end(rest).is_ok() {
        return StampRank::Closing;
    }
    let line = last_line(from.document.get(from.at..stamp.start).unwrap_or_default());
    let behind = rest.trim_start_matches(['*', '_', ']']);
    let has_own_line = is_bare(line) && (line_end(behind).is_ok() || client(behind).is_ok());
    if has_own_line { StampRank::OwnLine } else { StampRank::InLine }
}

/// Whether `line` has nothing but marks, the number of a link, and a note of the widget.
fn is_bare(line: &str) -> bool {
    let is_mark = |c: char| is_margin(c) || matches!(c, '[' | '*' | '_') || is_middle_dot(c);
    let line = line.trim_matches(is_whitespace);
    let line = reference_number(line).map_or(line, |(rest, _)| rest);
    let line = without_notes(line).unwrap_or(line);
    line.chars().all(is_mark)
}

/// Whether `text` has the author of another tweet: a handle alone on its line, or before a dot. Behind a stamp that may
/// have closed its tweet, a handle at the end of a line counts too.
fn names_author(text: &str, place: StampRank) -> bool {
    memchr::memchr_iter(b'@', text.as_bytes()).any(|at| {
        let (before, from) = text.split_at_checked(at).unwrap_or_default();
        let Ok((rest, _)) = handle(from.get(1..).unwrap_or_default()) else { return false };
        let starts_line = is_bare(last_line(before));
        let ends_line = line_end(rest).is_ok();
        before.ends_with('(') || precedes_dot(rest) || (ends_line && (starts_line || place == StampRank::OwnLine))
    })
}

fn holds_empty_line(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(is_line_break) {
        rest = rest.get(at..).unwrap_or_default();
        if !same_paragraph(rest) {
            return true;
        }
        rest = rest.get(gap_len(rest).max(1)..).unwrap_or_default();
    }
    false
}
