//! How wide a text is on a screen of characters, and which characters stand in lines that break between any two.

use crate::text::{chars::is_ideographic, steps, whitespace::is_zero_width};

/// How a converter counts the width of a line that it fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// A character is one, as lynx and the converters to Markdown count.
    Characters,
    /// A letter of an East Asian script is two, as w3m counts. An emoji is one to it, whatever a terminal shows.
    Columns,
}

impl Measure {
    pub(super) fn width(self, text: &str) -> usize {
        steps::step(text.len());
        match self {
            Self::Characters => text.chars().count(),
            Self::Columns => text.chars().map(columns).sum(),
        }
    }
}

fn columns(c: char) -> usize {
    if is_zero_width(c) {
        0
    } else if is_ideographic(c) || is_hangul(c) {
        2
    } else {
        1
    }
}

/// Korean is as wide, but has spaces.
fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{ac00}'..='\u{d7a3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_are_two_columns_and_one_character() {
        for (text, characters, columns) in [("", 0, 0), ("abc", 3, 3), ("日本語a", 4, 7), ("한국", 2, 4), ("🌉!", 2, 2)]
        {
            let widths = (Measure::Characters.width(text), Measure::Columns.width(text));
            assert_eq!(widths, (characters, columns), "{text:?}");
        }
    }
}
