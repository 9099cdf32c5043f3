//! Features against a tweet: false friends of the canonical form are signatures, lists of speakers, titles of talks.

use crate::{
    boundary::{
        after_quotation::AfterQuotation,
        char_class::class_of,
        feature_values::{interval, width},
        lexer::hash::hash,
        model::{group::FeatureSink, groups},
        token::{TokenClass, gap::TokenGap},
        types::Site,
    },
    text::offset::first_bytes,
};

/// How many of the first and of the last words of the text are read.
const FIRST_WORDS: usize = 3;
const LAST_WORDS: usize = 4;
/// How many bytes of a word are read: words of scripts without spaces are whole sentences.
const WORD_BYTES: usize = 12;

/// A possible text of a tweet, and the surroundings of its quotation.
pub(in crate::boundary) struct WholeQuotation<'q, 't> {
    pub(in crate::boundary) site: &'q Site<'t>,
    /// Where the text begins in the document.
    pub(in crate::boundary) at: usize,
    /// The gap before the text, and the class of the token before it.
    pub(in crate::boundary) gap: TokenGap,
    pub(in crate::boundary) before: TokenClass,
    pub(in crate::boundary) after: AfterQuotation,
    /// Whether the document has a tweet before.
    pub(in crate::boundary) has_previous: bool,
}

impl WholeQuotation<'_, '_> {
    /// The features that speak against a tweet.
    pub(in crate::boundary) fn against(&self, sink: &mut impl FeatureSink) {
        let text = self.site.text_from(self.at);
        let ends = usize::from(self.after.gap == TokenGap::InputEdge);
        sink.add(groups::FALSE_SIGNS.at([signs_of_tweets(text.as_bytes()), interval(width(text), &LENGTHS), ends]));
        let class = |c: Option<char>| c.map_or(TokenClass::None, class_of) as usize;
        sink.add(groups::FALSE_ENDS.at([class(text.chars().next()), class(text.chars().next_back())]));
        sink.add(groups::FALSE_AFTER.at([self.after.gap as usize, self.after.class as usize]));
        // The first stage does not know whether a full line was broken.
        let gap = if self.gap == TokenGap::Wrap { TokenGap::LineBreak } else { self.gap };
        sink.add(groups::FALSE_BEFORE.at([gap as usize, self.before as usize, usize::from(self.has_previous)]));
        let name = self.site.name;
        sink.add(
            groups::FALSE_NAME
                .at([class(name.chars().next()), usize::from(self.site.behind_handle().starts_with(','))]),
        );
        let word = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        sink.add(groups::FALSE_NAME_WORD.hashed(hash(word.as_bytes())));
        for word in text.split_ascii_whitespace().take(FIRST_WORDS) {
            sink.add(groups::FALSE_WORDS.hashed(hash(first_letters(word).as_bytes())));
        }
        for word in text.split_ascii_whitespace().rev().take(LAST_WORDS) {
            sink.add(groups::FALSE_WORDS.hashed(hash(first_letters(word).as_bytes())));
        }
    }
}

/// The first `WORD_BYTES` bytes of a word without punctuation around it.
fn first_letters(word: &str) -> &str {
    let letters = match word.as_bytes() {
        // Nearly all words. Saves 115 of 12,800 instructions a tweet.
        [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => word,
        _ => word.trim_matches(|c: char| !c.is_alphanumeric()),
    };
    first_bytes(letters, WORD_BYTES)
}

/// Signs of hashtags, mentions, links and emoji, one bit each. Most characters of four bytes are emoji.
fn signs_of_tweets(text: &[u8]) -> usize {
    let signs = |byte: u8| {
        u8::from(byte == b'#') << 3 | u8::from(byte == b'@') << 2 | u8::from(byte == b'/') << 1 | u8::from(byte >= 0xf0)
    };
    // No early exit: many bytes at once.
    usize::from(text.iter().fold(0, |found, byte| found | signs(*byte)))
}

/// The weighted lengths of short texts.
const LENGTHS: [usize; groups::FALSE_LENGTHS - 1] = [15, 30, 50, 75, 110, 150, 280];

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{
        super::tests::{Taken, with_candidate},
        *,
    };
    use crate::length::MAX_WEIGHT;

    fn taken(marked: &str) -> Taken {
        with_candidate(marked, MAX_WEIGHT, None, |candidate| {
            let mut taken = Taken(Vec::new());
            candidate.features.quotation(candidate.index).against(&mut taken);
            taken
        })
    }

    #[test]
    fn signs_of_tweets_and_the_edge_of_the_input_are_seen() {
        for (marked, signs, ends) in [
            ("They met.\n\n⟦So glad⟧\n\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n", 0, 1),
            ("They met.\n\n⟦So #glad⟧\n\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt", 8, 0),
            ("⟦Glad https://t.co/AbCdEfGhIj 🎉⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nIt", 3, 0),
        ] {
            let found = taken(marked).of(groups::FALSE_SIGNS);
            assert_eq!(
                found.iter().map(|parts| (parts[0], parts[2])).collect::<Vec<_>>(),
                [(signs, ends)],
                "{marked:?}"
            );
        }
    }

    #[test]
    fn a_comma_behind_the_handle_and_a_lowercase_name_are_seen() {
        let found = taken("⟦So glad⟧ — ⟨thanks⟩ (@⟪dortiz⟫), ⦅July 14, 2021⦆ It");
        found.assert(groups::FALSE_NAME, [TokenClass::Lower as usize, 1]);
        let found = taken("⟦So glad⟧ — ⟨Dana⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ It");
        found.assert(groups::FALSE_NAME, [TokenClass::Upper as usize, 0]);
        let found = taken("⟦So glad⟧ — ⟨Dana (she), (her)⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ It");
        found.assert(groups::FALSE_NAME, [TokenClass::Upper as usize, 0]);
    }
}
