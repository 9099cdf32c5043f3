//! What speaks against a tweet: false friends of the canonical form are signatures, lists of speakers, titles of talks.

use super::candidate::Features;
use crate::boundary::{
    char_class::class_of,
    lexer::hash::hash,
    model::groups::{self, FeatureSink},
    statistics::prefix::Count,
    token::{TokenClass, gap::TokenGap},
};

/// How many of the first and of the last words of the text are read.
const FIRST_WORDS: usize = 3;
const LAST_WORDS: usize = 4;

/// The features of the whole quotation, whose text begins at the token at `index`: they speak against a tweet.
pub(in crate::boundary) fn of_false_friend(features: Features<'_>, index: usize, sink: &mut impl FeatureSink) {
    let (window, tokens) = (features.window, features.tokens());
    let (from, to) = (features.statistics.prefix(index), features.statistics.prefix(tokens.len()));
    let counts = to.counts.since(&from.counts);
    let signs = [Count::Hashtags, Count::Mentions, Count::Urls, Count::Emoji]
        .into_iter()
        .fold(0, |signs, sign| signs * 2 + usize::from(counts.of(sign) > 0));
    let length = length_step(usize::from(to.weight - from.weight));
    let after = window.gap_after;
    let ends = usize::from(after == TokenGap::InputEdge);
    let token = window.token(index);
    sink.add(groups::FALSE_SIGNS.at([signs, length, ends]));
    let last = tokens.last().map_or(TokenClass::None, |last| last.class);
    sink.add(groups::FALSE_ENDS.at([token.class as usize, last as usize]));
    sink.add(groups::FALSE_AFTER.at([after as usize, window.class_after as usize]));
    let previous = usize::from(window.previous.is_some());
    sink.add(groups::FALSE_BEFORE.at([token.gap as usize, window.before(index, 1).class as usize, previous]));
    let name = window.site.name;
    let first = name.chars().next().map_or(TokenClass::None, class_of);
    sink.add(groups::FALSE_NAME.at([first as usize, usize::from(has_comma(window.site.attribution()))]));
    let word = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    sink.add(groups::FALSE_NAME_WORD.hashed(hash(word.as_bytes())));
    let text = tokens.get(index..).unwrap_or_default();
    let words = |token: &&crate::boundary::token::Token| token.class.is_word();
    let first = text.iter().filter(words).take(FIRST_WORDS);
    for word in first.chain(text.iter().rev().filter(words).take(LAST_WORDS)) {
        sink.add(groups::FALSE_WORDS.hashed(word.hash));
    }
}

/// Whether a comma follows the handle of `attribution`.
fn has_comma(attribution: &str) -> bool {
    attribution.split_once(')').is_some_and(|(_, date)| date.starts_with(','))
}

const fn length_step(weight: usize) -> usize {
    match weight {
        0..=15 => 0,
        16..=30 => 1,
        31..=50 => 2,
        51..=75 => 3,
        76..=110 => 4,
        111..=150 => 5,
        151..=280 => 6,
        _ => groups::FALSE_LENGTHS - 1,
    }
}

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
            of_false_friend(candidate.features, candidate.index, &mut taken);
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
    }
}
