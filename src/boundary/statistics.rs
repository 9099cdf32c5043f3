//! Statistics of a window's tokens, computed once so that each candidate is scored in constant time.

pub(super) mod prefix;
pub(super) mod repetition;
pub(super) mod suffix;

use super::token::Token;
use prefix::{MOST_INDICES, Prefix, prefixes};
use repetition::overlap;
use suffix::{Suffix, suffixes};

/// Statistics of the tokens before and behind each token.
pub(super) struct Statistics {
    pub(super) prefixes: [Prefix; MOST_INDICES],
    pub(super) suffixes: [Suffix; MOST_INDICES],
    /// At each token, how many words behind it stand before it too.
    pub(super) overlap: [u8; MOST_INDICES],
    /// The language of all function words, 0 without any; `None` if they have several.
    pub(super) only_language: Option<u8>,
}

impl Statistics {
    /// An empty buffer, filled in place: returning it by value would copy several KiB.
    pub(super) const fn none() -> Self {
        Self {
            prefixes: [Prefix::NONE; MOST_INDICES],
            suffixes: [Suffix::NONE; MOST_INDICES],
            overlap: [0; MOST_INDICES],
            only_language: None,
        }
    }

    /// Reads `tokens`, which are followed by the attribution to `name` and `handle`.
    pub(super) fn read(&mut self, tokens: &[Token], name: &str, handle: &str) {
        prefixes(tokens, name, handle, &mut self.prefixes);
        suffixes(tokens, &self.prefixes, &mut self.suffixes);
        overlap(tokens, &mut self.overlap);
        self.only_language = only_language(tokens);
    }

    /// The statistics of the tokens before `index`.
    pub(super) fn prefix(&self, index: usize) -> &Prefix {
        self.prefixes.get(index).unwrap_or(&Prefix::NONE)
    }

    /// The statistics of the tokens from `index` on.
    pub(super) fn suffix(&self, index: usize) -> &Suffix {
        self.suffixes.get(index).unwrap_or(&Suffix::NONE)
    }
}

fn only_language(tokens: &[Token]) -> Option<u8> {
    let mut languages = tokens.iter().filter(|t| t.class.is_word()).map(|t| t.language).filter(|l| *l > 0);
    let first = languages.next().unwrap_or(0);
    languages.all(|language| language == first).then_some(first)
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
