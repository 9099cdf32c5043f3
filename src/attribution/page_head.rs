//! The words of X's pages before the author of a post, and behind the title.

use super::labels::PAGE_HEAD;
use crate::text::{chars::is_middle_dot, whitespace::is_whitespace};

/// `line` without the words of the page at its beginning.
pub(super) fn without_page_head(line: &str) -> &str {
    let is_gap = |c: char| is_whitespace(c) || is_middle_dot(c) || matches!(c, '.' | '|');
    let mut rest = line;
    while let Some(after) =
        PAGE_HEAD.iter().find_map(|word| rest.strip_prefix(word).filter(|after| after.starts_with(is_gap)))
    {
        rest = after.trim_start_matches(is_gap);
    }
    rest
}

/// Whether `line` has nothing but words of the page.
pub(super) fn is_page_head(line: &str) -> bool {
    !line.is_empty() && without_page_tail(line).is_empty()
}

/// `title` without the words of the page at its end.
pub(super) fn without_page_tail(title: &str) -> &str {
    let mut rest = title;
    while let Some(before) = PAGE_HEAD
        .iter()
        .find_map(|word| rest.strip_suffix(word).filter(|before| before.is_empty() || before.ends_with(is_whitespace)))
    {
        rest = before.trim_end_matches(is_whitespace);
    }
    rest
}
