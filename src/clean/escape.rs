//! The distinction between backslashes that are Markdown's escapes and backslashes of the author.

/// The ASCII punctuation that a text has without a backslash.
///
/// A converter escapes a punctuation character everywhere, or only at the beginning of a line. So if one stands without
/// a backslash, a backslash before the same character elsewhere is the author's: `¯\_(ツ)_/¯`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct UnescapedPunctuation(u128);

impl UnescapedPunctuation {
    /// Adds the punctuation of `text` except in URLs, where nothing is escaped.
    pub(super) fn add_all(&mut self, text: &str) {
        for word in text.split(char::is_whitespace).filter(|word| !word.contains("//")) {
            word.bytes().filter(u8::is_ascii_punctuation).for_each(|c| self.0 |= 1 << c);
        }
    }

    fn contains(self, c: char) -> bool {
        u8::try_from(c).is_ok_and(|c| c.is_ascii() && self.0 & (1 << c) != 0)
    }

    /// Whether a backslash between `before` and `c` escapes it.
    pub(super) fn is_escape(self, before: &str, c: char) -> bool {
        let is_always = match c {
            // html2text escapes them at the beginning of each piece of markup, too.
            '-' | '+' => true,
            '*' | '#' | '>' | '=' | '~' => is_line_start(before),
            '.' | ')' => before.ends_with(|c: char| c.is_ascii_digit()),
            _ => false,
        };
        is_always || !self.contains(c)
    }
}

fn is_line_start(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_that_stands_alone_is_not_escaped_elsewhere() {
        let mut punctuation = UnescapedPunctuation::default();
        punctuation.add_all("so - a_b ~ b. https://t.co/a*b");
        for (before, c, expected) in [
            ("so ", '*', true),
            ("so ", '_', false),
            ("so ", '-', true),
            ("so ", '.', false),
            ("so 14", '.', true),
            ("so #", '#', true),
            ("so ", '[', true),
            // At the beginning of a line, though it stands unescaped elsewhere.
            ("so ", '~', false),
            ("so\n ", '~', true),
            (" ", '~', true),
        ] {
            assert_eq!(punctuation.is_escape(before, c), expected, "{before:?} {c:?}");
        }
    }
}
