//! How wide a text is on a screen of characters, and which characters stand in lines that break between any two.

use crate::space::is_unseen;

/// How a converter counts the width of a line that it fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// A character is one, as the converters to Markdown count.
    Characters,
    /// A wide character is two, as text browsers count.
    Columns,
}

impl Measure {
    pub(super) fn width(self, text: &str) -> usize {
        match self {
            Self::Characters => text.chars().count(),
            Self::Columns => text.chars().map(columns).sum(),
        }
    }
}

fn columns(c: char) -> usize {
    if is_unseen(c) {
        0
    } else if is_ideographic(c) || is_hangul(c) || is_wide_sign(c) {
        2
    } else {
        1
    }
}

/// A character of Chinese or Japanese, which are written without spaces, or of their punctuation.
pub(super) fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}')
}

/// Korean is as wide, but has spaces.
fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{ac00}'..='\u{d7a3}')
}

/// Most emoji.
fn is_wide_sign(c: char) -> bool {
    matches!(c, '\u{1f300}'..='\u{1faff}' | '\u{2705}' | '\u{2728}' | '\u{274c}' | '\u{274e}' | '\u{2753}'..='\u{2757}'
        | '\u{26a1}' | '\u{26bd}'..='\u{26be}' | '\u{2b50}' | '\u{231a}'..='\u{231b}' | '\u{23e9}'..='\u{23f3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_are_two_columns_and_one_character() {
        for (text, characters, columns) in [("", 0, 0), ("abc", 3, 3), ("日本語a", 4, 7), ("한국", 2, 4), ("🌉!", 2, 3)]
        {
            let widths = (Measure::Characters.width(text), Measure::Columns.width(text));
            assert_eq!(widths, (characters, columns), "{text:?}");
        }
    }
}
