//! The quoted post that a page shows below the quoting one.

use super::{handle_and_date::precedes_dot, labels::QUOTE};
use crate::{
    handle::handle,
    text::{
        offset::last_bytes,
        steps,
        whitespace::{is_whitespace, line_end},
    },
};

/// The longest name of an account with the gaps around it, in bytes.
const LONGEST_AUTHOR: usize = 160;

/// The most handles of a text that are looked at for the author of a quoted post.
const MOST_HANDLES: usize = 8;

/// `text` without the quoted post below it: `Quote`, an author, and the author's words.
pub(super) fn without_quoted_post(text: &str) -> &str {
    let handles = memchr::memchr_iter(b'@', text.as_bytes()).take(MOST_HANDLES);
    let ends = handles.filter_map(|at| {
        let (before, from) = text.split_at_checked(at)?;
        let (rest, _) = handle(from.get(1..)?).ok()?;
        let is_author = line_end(rest).is_ok() || precedes_dot(rest);
        is_author.then(|| quote_label(before)).flatten()
    });
    { ends }.next().and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Where the label of a quoted post begins whose author's handle stands behind `before`.
fn quote_label(before: &str) -> Option<usize> {
    let window = last_bytes(before, LONGEST_AUTHOR);
    let from = before.len() - window.len();
    steps::step(window.len());
    let is_apart = |at: usize, label: &str| {
        let (head, tail) = (window.get(..at), window.get(at + label.len()..));
        head.is_some_and(|head| head.is_empty() && from > 0 || head.ends_with(is_whitespace))
            && tail.is_some_and(|tail| tail.starts_with(is_whitespace) && !tail.trim().is_empty())
    };
    QUOTE.iter().filter_map(|label| window.rfind(label).filter(|&at| is_apart(at, label))).min().map(|at| from + at)
}
