//! The bullet that a page's list puts before a text.

use crate::text::{
    list_item::after_bullet,
    whitespace::{is_line_break, is_margin},
};

/// The length of the bullet, with its gap, before a `text` that begins a line.
///
/// A text's own list has more than one bullet; the one that a page's list puts before the text stands alone.
pub(super) fn list_bullet_len(text: &str) -> usize {
    let Some(words) = after_bullet(text) else { return 0 };
    let mut others = text.split(is_line_break).skip(1).map(|line| line.trim_start_matches(is_margin));
    if others.any(|line| after_bullet(line).is_some()) { 0 } else { text.len() - words.len() }
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
