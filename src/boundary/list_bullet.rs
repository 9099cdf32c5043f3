//! The bullet that a page's list puts before a text.

use crate::text::whitespace::{is_blank, is_line_break, is_margin};

/// The bullets that converters put before the items of a list.
const BULLETS: [&str; 9] = ["*", "-", "+", "•", "◦", "▪", "□", "·", "‣"];

/// The length of the bullet with which the line begins, and of the gap behind it.
fn bullet_len(line: &str) -> Option<usize> {
    // Nearly all lines.
    if line.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let words = BULLETS.iter().find_map(|bullet| line.strip_prefix(bullet))?;
    let next = words.trim_start_matches(is_blank);
    let is_bullet = next.len() < words.len() && !next.is_empty() && !next.starts_with(is_line_break);
    is_bullet.then_some(line.len() - next.len())
}

/// The length of the bullet, with its gap, before a `text` that begins a line.
///
/// A text's own list has more than one bullet; the one that a page's list puts before the text stands alone.
pub(super) fn list_bullet_len(text: &str) -> usize {
    let Some(len) = bullet_len(text) else { return 0 };
    let words = |line: &str| line.len() - line.trim_start_matches(is_margin).len();
    let mut others = text.split(is_line_break).skip(1).filter_map(|line| line.get(words(line)..));
    if others.any(|line| bullet_len(line).is_some()) { 0 } else { len }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_bullet_of_a_list_is_no_part_of_the_text() {
        for (text, len) in [
            ("* So glad", 2),
            ("•  So glad", 5),
            ("- So glad", 2),
            ("*So glad", 0),
            ("# So glad", 0),
            ("*\nSo glad", 0),
            ("1 So glad", 0),
            ("* So glad\n* Oh", 0),
            ("* So glad\n\n  * Oh", 0),
            ("* So glad\nOh * no", 2),
            ("* ", 0),
            ("", 0),
        ] {
            assert_eq!(list_bullet_len(text), len, "{text:?}");
        }
    }
}
