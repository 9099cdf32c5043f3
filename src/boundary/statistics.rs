//! All that is known of a window's tokens before a place is looked at.

pub(super) mod prefix;
pub(super) mod repetition;
pub(super) mod suffix;

use super::{
    statistics::prefix::{MOST_SUMS, Sums, sums},
    statistics::repetition::{Phrases, overlap},
    statistics::suffix::{Rest, rests},
    token::Token,
};

/// What is summed over a window's tokens, at each of them.
pub(super) struct Totals {
    pub(super) sums: [Sums; MOST_SUMS],
    pub(super) rests: [Rest; MOST_SUMS],
    /// At each place, how many words after it stand before it too.
    pub(super) overlap: [u8; MOST_SUMS],
    pub(super) phrases: Phrases,
    /// The language of all function words, if they have one; `None` where they have several.
    pub(super) only_language: Option<u8>,
}

impl Totals {
    /// No totals, to be filled: they are some kilobytes, which moving would copy.
    pub(super) const fn none() -> Self {
        Self {
            sums: [Sums::NONE; MOST_SUMS],
            rests: [Rest::UNREAD; MOST_SUMS],
            overlap: [0; MOST_SUMS],
            phrases: Phrases::NONE,
            only_language: None,
        }
    }

    /// Sums up `tokens`, written by the author of this name and handle.
    pub(super) fn read(&mut self, tokens: &[Token], name: &str, handle: &str) {
        sums(tokens, name, handle, &mut self.sums);
        rests(tokens, &self.sums, &mut self.rests);
        overlap(tokens, &mut self.overlap);
        self.phrases.read(tokens);
        self.only_language = only_language(tokens);
    }
}

/// The language of all function words, if they have one; `None` where they have several.
fn only_language(tokens: &[Token]) -> Option<u8> {
    let mut only = 0;
    for language in tokens.iter().filter(|t| t.class.is_word()).map(|t| t.language).filter(|l| *l > 0) {
        if only > 0 && only != language {
            return None;
        }
        only = language;
    }
    Some(only)
}

#[cfg(test)]
mod tests {
    use super::{super::token::Tokens, *};

    #[test]
    fn function_words_have_one_language_or_several() {
        for (text, only) in [
            ("So glad", Some(0)),
            ("It was the day", Some(1)),
            ("los niños y las casas", Some(2)),
            ("It was los niños", None),
            ("los It was", None),
        ] {
            let tokens = Tokens::of(text);
            assert_eq!(only_language(tokens.as_slice()), only, "{text:?}");
        }
    }
}
