//! A tweet whose author stands first and whose link stands last, without a date: feeds of Nitter and readers for
//! language models.
//!
//! ```text
//! Dana Ortiz (@dortiz)
//! So glad to be here!
//! — https://nitter.net/dortiz/status/1415245567461347331#m
//! ```

use crate::text::whitespace::is_margin;
use core::ops::Range;

use super::{
    look_ahead::LookAhead,
    types::{Attribution, Consumed, Signature, TextPlace},
    widget_header::header,
    widget_stamp::HEAD,
};
use crate::{
    handle::Handle,
    length::{fits_tweet, holds_long_posts},
    link::Links,
    status_id::StatusId,
    text::{
        offset::{Cursor, char_floor},
        steps,
        whitespace::{gap_len, is_line_break, last_line, line_end, trim_gap_end},
    },
};

/// The search for the next path of a tweet.
pub(super) type PathSearch = LookAhead<()>;

/// The part of a tweet's URL that is searched for.
const STATUS: &str = "/status/";

fn first_path(document: &str, window: Range<usize>) -> Option<(Range<usize>, ())> {
    // The path may go on behind the window.
    let end = (window.end + STATUS.len()).min(document.len());
    let at = memchr::memmem::find(document.as_bytes().get(window.start..end)?, STATUS.as_bytes())?;
    let start = window.start + at;
    (start < window.end).then_some((start..start + STATUS.len(), ()))
}

/// The most bytes of a handle in parentheses.
const WIDEST_HANDLE: usize = 40;

/// What follows the parenthesis that opens at `open`, if it is as short as that of a handle.
pub(super) fn behind_parenthesis(open: Cursor<'_>) -> Option<&str> {
    let near = open.document.as_bytes().get(open.at..)?;
    let close = memchr::memchr(b')', near.get(..WIDEST_HANDLE).unwrap_or(near))?;
    open.document.get(open.at + close + 1..)
}

/// `permalink`: the tweet whose author's `handle` begins at `at`, with its `@` or bracket, on a line of its own.
pub(super) fn permalink(
    at: Cursor<'_>,
    handle: Consumed<'_, Handle>,
    after_handle: &str,
    paths: &mut PathSearch,
) -> Option<Attribution> {
    let LinkedText { text, status_id, rest } = linked_text(at, handle.1, after_handle, paths)?;
    let author = header(at, false)?;
    // A dash before the name belongs to the text above it.
    if author.name.starts_with(['—', '–', '―', '-', '*']) {
        return None;
    }
    let signature = Signature { handle, date: None, status_id: Some(status_id) };
    let text = TextPlace::Known(author.start.span_of(text));
    Some(Attribution::new(author.start, author.name, signature, rest, text))
}

/// A text, and the line behind it that has the link of the tweet.
struct LinkedText<'t> {
    text: &'t str,
    status_id: StatusId,
    rest: &'t str,
}

/// `linked_text`: text and link of the tweet of `author`, whose line ends before `after_handle`.
fn linked_text<'t>(
    at: Cursor<'t>,
    author: Handle,
    after_handle: &'t str,
    paths: &mut PathSearch,
) -> Option<LinkedText<'t>> {
    line_end(after_handle).ok()?;
    let document = at.document;
    let after = document.len() - after_handle.len();
    let (path, ()) = paths.next(document, after..char_floor(document, after + HEAD), first_path)?;
    let before_path = document.get(after..path.start)?;
    let line_start = path.start - last_line(before_path).len();
    let line = document.get(line_start..char_floor(document, path.end + LONGEST_LINE))?;
    let line = line.split(is_line_break).next().map(trim_gap_end)?;
    steps::step(line.len() + before_path.len() / 8);
    let status_id = closing_link(line, author)?;
    let text = trim_gap_end(document.get(after..line_start)?);
    let text = text.get(gap_len(text)..)?;
    let is_long = || status_id.created_at().is_some_and(|at| holds_long_posts(at.date_naive()));
    let is_signed = text.contains("(@") || text.contains("([@");
    let is_text = !text.is_empty() && !is_signed && (fits_tweet(text) || is_long());
    is_text.then_some(LinkedText { text, status_id, rest: document.get(line_start + line.len()..)? })
}

/// How far behind the path of a tweet its line may end, in bytes.
const LONGEST_LINE: usize = 600;

/// `closing_link`: a line that begins with a link or its markup, behind a dash or not, and has one to a tweet of
/// `author`.
fn closing_link(line: &str, author: Handle) -> Option<StatusId> {
    let is_lead = |c: char| is_margin(c) || matches!(c, '—' | '–' | '―' | '-');
    let links = line.trim_start_matches(is_lead);
    let of_author = |(handle, id): (Handle, StatusId)| (handle == author).then_some(id);
    let id = Links::new(links).filter_map(|link| link.any_status()).find_map(of_author)?;
    let starts_with_link = Links::new(links).next().is_some_and(|link| link.span().start == 0);
    (starts_with_link || links.starts_with(['[', '<', '('])).then_some(id)
}
