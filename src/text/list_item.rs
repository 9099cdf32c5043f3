//! Items of lists: a bullet or a number, a gap, and the words of the item.

use super::whitespace::{is_blank, is_line_break};

/// A bullet that converters and authors put before the items of a list.
pub(crate) const fn is_bullet(c: char) -> bool {
    matches!(c, '*' | '-' | '+' | '•' | '◦' | '▪' | '□' | '·' | '‣')
}

/// The words of the item with which `text` begins, behind its bullet: `* The bridge`.
pub(crate) fn after_bullet(text: &str) -> Option<&str> {
    words(text.strip_prefix(is_bullet)?)
}

/// The most digits of an item's number.
const MOST_DIGITS: usize = 3;

/// The words of the item with which `text` begins, behind its number: `12. The bridge`, `3) The bridge`.
pub(crate) fn after_item_number(text: &str) -> Option<&str> {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let has_number = (1..=MOST_DIGITS).contains(&(text.len() - behind.len()));
    words(behind.strip_prefix(['.', ')']).filter(|_| has_number)?)
}

/// The words behind a gap within the line.
fn words(behind: &str) -> Option<&str> {
    let words = behind.trim_start_matches(is_blank);
    let follow = words.len() < behind.len() && !words.is_empty() && !words.starts_with(is_line_break);
    follow.then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_have_a_bullet_or_a_number_and_words() {
        for (text, bulleted, numbered) in [
            ("* The bridge", Some("The bridge"), None),
            ("•\u{a0} The bridge", Some("The bridge"), None),
            ("- The bridge", Some("The bridge"), None),
            ("12. The bridge", None, Some("The bridge")),
            ("3)\tThe bridge", None, Some("The bridge")),
            // Emphasis, a decimal, a year, no words.
            ("*The bridge", None, None),
            ("12.5 m", None, None),
            ("2021. The bridge", None, None),
            (". The bridge", None, None),
            ("* ", None, None),
            ("*\nThe bridge", None, None),
            ("1. \nThe bridge", None, None),
            ("# The bridge", None, None),
            ("", None, None),
        ] {
            assert_eq!((after_bullet(text), after_item_number(text)), (bulleted, numbered), "{text:?}");
        }
    }
}
