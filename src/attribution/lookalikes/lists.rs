//! Items of lists: a bullet instead of a dash, and rows that only name people.

use crate::{
    attribution::{name_and_dash::NameAndDash, text_end::TextEnd},
    markup::heading::is_heading,
    text::{
        list_item::after_bullet,
        offset::last_bytes,
        whitespace::{is_whitespace, last_line, trim_gap_end},
    },
};

/// `* Fix the parser`, an item of a changelog before its author: a name has no bullet.
pub(super) fn is_list_item(name: &str) -> bool {
    after_bullet(name).is_some()
}

/// How far back the bullet of a list's item is looked for, in bytes.
const LONGEST_ITEM: usize = 300;

/// A hyphen at the beginning of a line is a bullet if a colon or another item stands above it, or a second hyphen in
/// it; one within a line is no dash if the line has a bullet.
pub(super) fn is_hyphenated_item(found: &NameAndDash<'_>, name: &str, before: &str) -> bool {
    let above = trim_gap_end(before);
    let line = last_line(last_bytes(above, LONGEST_ITEM));
    let has_bullet = after_bullet(line.trim_start_matches(is_whitespace)).is_some();
    has_bullet || (found.starts_line && (above.is_empty() || above.ends_with(':') || name.contains(" - ")))
}

/// How many bytes of the line above and below are looked at for another item of a list.
pub(super) const LONGEST_ROW: usize = 240;

/// The longest rest of a line behind its date, in bytes.
const LONGEST_DATE_END: usize = 6;

/// A heading or the item before stands above, and another item follows: rows that only name people.
pub(super) fn is_list_of_people(found: &NameAndDash<'_>, before: &str, rest: &str) -> bool {
    // A full stop or the sign of a year may end the date: `14.`, `2021 г.`
    let (end, below) = rest.split_once('\n').filter(|(end, _)| end.len() <= LONGEST_DATE_END).unwrap_or_default();
    let below = if end.contains('@') { "" } else { below };
    let is_followed =
        starts_row(below) && below.lines().next().is_some_and(|row| row.len() < LONGEST_ROW && is_row(row));
    // Few texts end like a row, and few are followed by one.
    if !is_followed && !matches!(found.text_end, TextEnd::Word | TextEnd::Sentence) {
        return false;
    }
    let above = trim_gap_end(before);
    if !is_followed && !above.ends_with(|c: char| c.is_ascii_digit() || c == '.' || !c.is_ascii()) {
        return false;
    }
    let line = last_line(last_bytes(above, LONGEST_ROW)).trim_start_matches(is_whitespace);
    is_row(line) || (is_followed && (line.ends_with([':', '：']) || is_heading(line)))
}

fn starts_row(line: &str) -> bool {
    line.starts_with(['—', '–', '-'])
}

/// `— Dana Ortiz (@dortiz) …`
fn is_row(line: &str) -> bool {
    starts_row(line) && line.contains("(@")
}
