//! The author of a rendered widget or of a page of X, before the handle.

use super::{
    name_and_dash::NameLength,
    text_end::{TextEnd, text_end},
    widget_labels::without_page_head,
};
use crate::text::{
    offset::Cursor,
    whitespace::{is_whitespace, last_line, trim_gap_end},
};

/// The most bytes of a name and the words around it on its line.
const NAME_WINDOW: usize = 300;

/// The part of a widget before the handle.
pub(super) struct Header<'t> {
    pub(super) start: Cursor<'t>,
    pub(super) name: &'t str,
    /// Whether `Follow` or the mark of a verified account shows that this is a widget.
    pub(super) is_marked: bool,
}

/// The button before the name in widgets from 2013 to 2020.
const FOLLOW: &str = "Follow ";

/// `header`: `Follow Dana Ortiz ✔ @dortiz`, with the name on the handle's line or on the one before it.
pub(super) fn header(at: Cursor<'_>) -> Option<Header<'_>> {
    let line = last_line(trim_gap_end(at.window_before(NAME_WINDOW))).trim_start_matches(is_whitespace);
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
