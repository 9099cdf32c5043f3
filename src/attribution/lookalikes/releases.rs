//! Notes on releases: headings with a version, and the items, rows and entries of changelogs.

use super::lists::LONGEST_ROW;
use crate::{
    attribution::{
        dash::DashKind,
        name_and_dash::{Delimiter, NameAndDash},
    },
    markup::heading::{heading_title, is_heading},
    text::{
        case::starts_with_ignore_case,
        list_item::after_bullet,
        offset::last_bytes,
        whitespace::{is_whitespace, last_line},
    },
};

/// The line up to the dash is a heading of Markdown or a version's number and nothing else: `### 2.1.0`,
/// `v2.1.0-beta.1`.
pub(super) fn is_release(line: &str) -> bool {
    is_heading(line) || is_version(after_bullet(line).unwrap_or(line).trim_matches(['[', ']', ' ']))
}

/// `v2.1`, `2.1.0`, `2.1.0-beta.1`; a decimal number is none.
fn is_version(text: &str) -> bool {
    let number = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let characters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
    let dots = number.matches('.').count();
    number.starts_with(|c: char| c.is_ascii_digit())
        && number.ends_with(|c: char| c.is_ascii_alphanumeric())
        && (dots > 1 || (dots == 1 && number.len() < text.len()))
        && text.chars().all(characters)
}

/// The row of a table whose first cell is a version's number.
pub(super) fn is_release_row(before: &str, rest: &str) -> bool {
    if !matches!(rest.as_bytes(), [b' ', b'|', ..] | [b'|', ..]) {
        return false;
    }
    let row = last_line(last_bytes(before, LONGEST_ROW)).trim_start();
    let cell = row.strip_prefix('|').and_then(|row| row.split('|').next());
    cell.is_some_and(|cell| is_version(cell.trim_matches([' ', '[', ']', '*', '`'])))
}

/// How far above its signature an entry of a package's changelog is looked for, in bytes.
const LONGEST_ENTRY: usize = 1500;

/// An item with a date in numbers below the heading of a release.
pub(super) fn is_release_note(before: &str, date: &str) -> bool {
    if !matches!(date.as_bytes(), [b'0'..=b'9', _, _, _, b'-', ..]) {
        return false;
    }
    let window = last_bytes(before, LONGEST_ENTRY);
    let is_item = after_bullet(last_line(window).trim_start_matches(is_whitespace)).is_some();
    let mut lines = window.lines().rev().skip(1);
    let heading = lines.find_map(heading_title);
    let is_of_release = |heading: &str| {
        let first = heading.split(' ').next().unwrap_or_default();
        is_version(first.trim_matches(['[', ']', ':']))
            || ["change", "release", "unreleased", "fixe", "added", "what's new"]
                .iter()
                .any(|word| starts_with_word(heading, word))
    };
    is_item && heading.is_some_and(is_of_release)
}

/// Whether `line` begins with the beginning of a word, in any case.
fn starts_with_word(line: &str, start: &str) -> bool {
    starts_with_ignore_case(line.trim_start_matches('['), start)
}

/// The signature below an entry of Debian's changelogs.
pub(super) fn is_package_note(found: &NameAndDash<'_>, before: &str) -> bool {
    found.delimiter == Delimiter::Dash(DashKind::Hyphens)
        && found.starts_line
        && memchr::memmem::rfind(last_bytes(before, LONGEST_ENTRY).as_bytes(), b"; urgency=").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_have_two_dots_or_a_letter_before_them() {
        for text in ["2.1.0", "2.1.0-beta.1", "2.1.0+7", "v2.1", "V2.1", "v2.1.0", "10.0.0.1"] {
            assert!(is_version(text), "{text:?}");
        }
        for text in ["", "v", "2", "v2", "4.61", "2.1.0 is out", "2.1.", "v.2.1", "bridge.of.rain", "2.1/3.0"] {
            assert!(!is_version(text), "{text:?}");
        }
    }
}
