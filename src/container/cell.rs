//! Strings of JSON and cells of tables, which bound a text.

use memchr::memrchr;

use super::types::{Container, Reading, text_start};
use crate::{
    boundary::Site,
    text::{
        steps,
        whitespace::{is_whitespace, last_line},
    },
};

/// The string or cell that ends with the text or with its attribution.
pub(super) fn cell(site: &Site<'_>) -> Option<Container> {
    let before = site.near();
    let after = site.after();
    let is_quote = |c: &char| matches!(c, '"' | '\'');
    let in_gap = site.gap().chars().next().filter(is_quote);
    let behind = after.chars().next().filter(is_quote).filter(|_| after.get(1..).is_some_and(ends_cell));
    let start = in_gap.or(behind).and_then(|quote| quoted_start(before, quote));
    let start = start
        .or_else(|| tabbed_start(before))
        .or_else(|| separated_start(before, after))
        .or_else(|| piped_start(before, after))?;
    steps::step(before.len());
    let start = text_start(site, site.text_end - before.len() + start);
    (start < site.text_end).then_some(Container { start, outer: start..site.end, reading: Reading::Whole })
}

/// Whether `rest`, behind a closing quote, goes on like a record.
fn ends_cell(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\r']);
    rest.is_empty() || rest.starts_with([',', ';', '}', ']', '\n', '\t', ':'])
}

/// The beginning of the string that is open at the end of `before`, behind the last quote not escaped or doubled.
fn quoted_start(before: &str, quote: char) -> Option<usize> {
    let bytes = before.as_bytes();
    let mut end = bytes.len();
    loop {
        let at = memrchr(u8::try_from(quote).ok()?, bytes.get(..end)?)?;
        let head = before.get(..at)?;
        let quotes = head.len() - head.trim_end_matches(quote).len();
        // Nor is the apostrophe of a word a quote.
        if head.ends_with('\\') || (quote == '\'' && head.ends_with(char::is_alphanumeric)) {
            end = at;
        } else if quotes % 2 == 1 {
            end = at - quotes;
        } else {
            let head = head.get(..head.len() - quotes)?.trim_end_matches([' ', '\t', '\n', '\r']);
            let opens = head.is_empty() || head.ends_with([':', ',', '[', '{', ';', '(']);
            let starts_line = before.get(head.len()..at - quotes)?.contains(['\n', '\t']);
            return (opens || starts_line).then_some(at + 1);
        }
    }
}

/// Where the last cell of a row begins in a table with tabs: an indented line has no cell before it.
fn tabbed_start(before: &str) -> Option<usize> {
    let line = before.len() - last_line(before).len();
    let at = line + memrchr(b'\t', before.as_bytes().get(line..)?)?;
    (!before.get(line..at)?.trim_matches(is_whitespace).is_empty()).then_some(at + 1)
}

/// Where the cell begins in a table with commas or semicolons and no quotes, so that the cell holds no separator.
fn separated_start(before: &str, after: &str) -> Option<usize> {
    let separator = after.chars().next().filter(|c| matches!(c, ',' | ';'))?;
    let is_row = !after.get(1..)?.starts_with([' ', '\n', '\r']) && after.len() > 1;
    let line = before.len() - last_line(before).len();
    let at = line + memrchr(u8::try_from(separator).ok()?, before.as_bytes().get(line..)?)?;
    let starts_cell = !before.get(at + 1..)?.starts_with(' ');
    (is_row && starts_cell).then_some(at + 1)
}

/// Where the cell begins in a row of a table in Markdown.
fn piped_start(before: &str, after: &str) -> Option<usize> {
    let line = before.len() - last_line(before).len();
    let at = line + memrchr(b'|', before.as_bytes().get(line..)?)?;
    after.trim_start_matches([' ', '\t']).starts_with('|').then_some(at + 1)
}

/// Where the last cell begins in a row whose tabs are escaped, `1001\tSo glad!`; not before an escaped line break.
pub(super) fn escaped_tab_start(line: &str) -> usize {
    let tab = line.rfind("\\t").filter(|&at| {
        let before = line.get(..at).unwrap_or_default();
        !before.is_empty() && !before.ends_with("\\n") && !before.ends_with('\\')
    });
    let is_in_line = |at: &usize| line.get(at + 2..).is_some_and(|cell| !cell.contains("\\n"));
    tab.filter(is_in_line).map_or(0, |at| at + 2)
}
