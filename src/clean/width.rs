//! The width of a text as converters count it to fill lines.

use crate::text::{chars::is_ideographic, steps, whitespace::is_zero_width};

/// The unit in which a converter counts the width of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WidthUnit {
    /// Each character counts 1: lynx and the converters to Markdown.
    Characters,
    /// A letter of an East Asian script counts 2, an emoji 1: w3m.
    Columns,
}

impl WidthUnit {
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

/// Korean is as wide as Chinese, but has spaces between words.
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
            let widths = (WidthUnit::Characters.width(text), WidthUnit::Columns.width(text));
            assert_eq!(widths, (characters, columns), "{text:?}");
        }
    }
}
