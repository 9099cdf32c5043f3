//! Wording features: the words at a candidate, their language, and whether they stand elsewhere too.

use core::ops::Range;

use super::candidate::{Candidate, Features};
use crate::boundary::{
    function_words::LANGUAGES,
    model::{group::FeatureSink, groups},
    token::Token,
};

/// How many tokens before a candidate are near it, and how many of them across line breaks.
const NEAR: usize = 12;
const NEAR_ANYWAY: usize = 4;
/// How many tokens on each side determine the language, and how many the script.
const LANGUAGE_REACH: usize = 14;
const FAMILY_REACH: usize = 6;

impl Features<'_> {
    /// The tokens shortly before `index`, in the same line or in the one before.
    pub(in crate::boundary) fn near(&self, index: usize) -> Range<usize> {
        let first = index.saturating_sub(NEAR);
        if self.statistics.prefix(index).breaks == 0 {
            return first..index;
        }
        let begins_line = |back: &usize| self.window.before(index, *back).starts_line();
        let reach = (NEAR_ANYWAY..=index - first).find(begins_line).unwrap_or(index - first);
        index - reach..index
    }

    /// The features of a token for the candidates that it is [near](Self::near) to.
    pub(in crate::boundary) fn nearby(&self, index: usize, sink: &mut impl FeatureSink) {
        let token = self.window.token(index);
        if token.class.is_word() {
            sink.add(groups::NEAR.hashed(token.hash));
        }
    }
}

impl Candidate<'_> {
    /// The words on both sides.
    pub(super) fn words(&self, sink: &mut impl FeatureSink) {
        let next = self.features.window.token(self.index + 1);
        sink.add(groups::WORD_FIRST.hashed(self.token.hash));
        sink.add(groups::WORDS_FIRST.hashed(mixed(self.token.hash, next.hash)));
        if self.index == 0 {
            return;
        }
        let near = self.features.tokens().get(self.features.near(self.index)).unwrap_or_default();
        let mut words = near.iter().rev().filter(|t| t.class.is_word()).map(|t| t.hash);
        let (one, two) = (words.next().unwrap_or(0), words.next().unwrap_or(0));
        let class = self.before.class;
        let punctuation = if class.is_word() { 0 } else { class as u32 };
        sink.add(groups::WORD_BEFORE.hashed(mixed(one, punctuation)));
        sink.add(groups::WORDS_BEFORE.hashed(mixed(mixed(one, two), punctuation)));
        sink.add(groups::SECOND_BEFORE.hashed(two));
    }

    /// How many of the words before the text stand in it too.
    pub(super) fn repetition(&self, sink: &mut impl FeatureSink) {
        let overlap = match self.features.statistics.overlap.get(self.index).copied().unwrap_or(0) {
            same @ 0..=2 => usize::from(same),
            3..=4 => 3,
            5..=7 => 4,
            _ => 5,
        };
        let tokens = match self.features.tokens().len().saturating_sub(self.index) {
            0..=5 => 0,
            6..=10 => 1,
            11..=20 => 2,
            21..=35 => 3,
            36..=60 => 4,
            _ => 5,
        };
        sink.add(groups::OVERLAP.at([overlap, tokens, self.strength]));
    }

    /// The scripts and languages on both sides.
    pub(super) fn language(&self, sink: &mut impl FeatureSink) {
        let (before, after) = self.languages();
        sink.add(groups::LANGUAGE.at([before, after]));
        let change = match (before, after) {
            (0, _) | (_, 0) => 0,
            _ if before == after => 1,
            _ => 2,
        };
        sink.add(groups::LANGUAGE_CHANGE.at([change, self.strength]));
        let window = self.features.window;
        let family_before = (1..=FAMILY_REACH).map(|n| window.before(self.index, n).family).find(|f| *f != 0);
        let family_after = (0..FAMILY_REACH).map(|n| window.token(self.index + n).family).find(|f| *f != 0);
        sink.add(groups::FAMILY.at([family_before, family_after].map(|family| usize::from(family.unwrap_or(0)))));
    }

    /// The languages of the words on both sides, as their function words tell; 0 for unknown.
    fn languages(&self) -> (usize, usize) {
        let (tokens, statistics, index) = (self.features.tokens(), self.features.statistics, self.index);
        if let Some(only) = statistics.only_language {
            let words = |range: Range<usize>| {
                let [from, to] = [range.start, range.end].map(|i| statistics.prefix(i).function_words);
                if to.saturating_sub(from) > 1 { usize::from(only) } else { 0 }
            };
            let end = tokens.len().min(index + LANGUAGE_REACH);
            return (words(index.saturating_sub(LANGUAGE_REACH)..index), words(index..end));
        }
        let (before, after) = tokens.split_at_checked(index).unwrap_or_default();
        (vote(before.iter().rev()), vote(after.iter()))
    }
}

/// The language of the most function words among the first tokens; 0 if fewer than two agree.
fn vote<'w>(tokens: impl Iterator<Item = &'w Token>) -> usize {
    let mut votes = [0_u8; LANGUAGES];
    for token in tokens.take(LANGUAGE_REACH).filter(|t| t.class.is_word()) {
        if let Some(slot) = votes.get_mut(usize::from(token.language)) {
            *slot += 1;
        }
    }
    // From the last, so that the first of several equals wins.
    let agreeing = votes.into_iter().enumerate().skip(1).rev().filter(|(_, count)| *count > 1);
    agreeing.max_by_key(|(_, count)| *count).map_or(0, |(language, _)| language)
}

/// One hash of two.
const fn mixed(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.rotate_left(13)).wrapping_mul(0x9e37_79b1);
    mixed ^ (mixed >> 15)
}

#[cfg(test)]
mod tests {
    use alloc::{format, vec::Vec};

    use super::{
        super::tests::{Taken, with_candidate},
        *,
    };
    use crate::{
        boundary::{lexer::hash::hash, token::TokenClass},
        length::MAX_WEIGHT,
    };

    #[test]
    fn words_stand_on_both_sides() {
        let [they, met, so, glad] = ["they", "met", "so", "glad"].map(|word| hash(word.as_bytes()));
        let [end, colon] = [TokenClass::End, TokenClass::Colon].map(|class| class as u32);
        let all = |taken: &Taken, indices: &[usize]| indices.iter().all(|index| taken.0.contains(index));
        let taken = Taken::at("They met. ⟦So glad");
        assert!(all(&taken, &[groups::WORD_FIRST.hashed(so), groups::WORDS_FIRST.hashed(mixed(so, glad))]));
        let [one, two] = [mixed(met, end), mixed(mixed(met, they), end)];
        let indices =
            [groups::WORD_BEFORE.hashed(one), groups::WORDS_BEFORE.hashed(two), groups::SECOND_BEFORE.hashed(they)];
        assert!(all(&taken, &indices));
        // Without punctuation, and without a second word.
        assert!(all(&Taken::at("They met\n⟦So glad"), &[groups::WORD_BEFORE.hashed(mixed(met, 0))]));
        let two = mixed(mixed(met, 0), colon);
        assert!(all(&Taken::at("Met: ⟦So glad"), &[groups::WORDS_BEFORE.hashed(two), groups::SECOND_BEFORE.hashed(0)]));
        let nothing = groups::WORD_BEFORE.hashed(mixed(0, TokenClass::None as u32));
        assert!(!all(&Taken::at("⟦So glad"), &[nothing]));
    }

    #[test]
    fn pairs_are_those_that_the_weights_were_fitted_to() {
        assert_eq!(mixed(1, 0), 0x9e37_79b1 ^ (0x9e37_79b1 >> 15));
        assert_eq!(mixed(0, 1), 0xef36_2000 ^ (0xef36_2000 >> 15));
        assert_eq!(mixed(3, 1), (0x9e37_79b1_u32.wrapping_mul(0x2003)) ^ (0x9e37_79b1_u32.wrapping_mul(0x2003) >> 15));
        assert_eq!(mixed(0x2001, 1), 0x9e37_79b1 ^ (0x9e37_79b1 >> 15), "what is in both is in neither");
    }

    #[test]
    fn near_tokens_stand_in_the_line_or_just_before() {
        for (marked, count) in [
            ("a b c d e f g h i j k l m n: ⟦So", 12),
            ("a b c: ⟦So", 4),
            ("a b c\nd e f g h i: ⟦So", 7),
            ("a b c d\ne f: ⟦So", 7),
            ("a b c d\n\ne f g\nh i: ⟦So", 6),
            ("a b c d e f g h i j k l\nm n: ⟦So", 12),
        ] {
            with_candidate(marked, MAX_WEIGHT, None, |candidate| {
                let index = candidate.index;
                assert_eq!(candidate.features.near(index), index - count..index, "{marked:?}");
            });
        }
    }

    #[test]
    fn words_and_not_punctuation_are_near() {
        with_candidate("They: ⟦So", MAX_WEIGHT, None, |candidate| {
            let mut taken = Taken(Vec::new());
            candidate.features.nearby(0, &mut taken);
            candidate.features.nearby(1, &mut taken);
            assert_eq!(taken.0, [groups::NEAR.hashed(hash(b"they"))]);
        });
    }

    #[test]
    fn words_that_stand_on_both_sides_are_counted_in_steps() {
        let words = ["bridge", "mayor", "open", "town", "rain", "ferry", "river", "boat"];
        for (same, step) in [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (7, 4), (8, 5)] {
            let before = words[..same].join(" ");
            let taken = Taken::at(&format!("{before}. ⟦{}", words.join(" ")));
            taken.assert(groups::OVERLAP, [step, 1, 1]);
        }
        for (tokens, step) in [(5, 0), (6, 1), (10, 1), (11, 2), (20, 2), (21, 3), (35, 3), (36, 4), (60, 4), (61, 5)] {
            let taken = Taken::at(&format!("They met\n⟦{}so", "so ".repeat(tokens - 1)));
            taken.assert(groups::OVERLAP, [0, step, 2]);
        }
    }

    #[test]
    fn function_words_tell_the_language_of_both_sides() {
        const ENGLISH: usize = 1;
        const SPANISH: usize = 2;
        for (marked, before, after, change) in [
            ("They met. ⟦So glad", 0, 0, 0),
            ("It was the day. ⟦So glad", ENGLISH, 0, 0),
            ("They met. ⟦It was the day", 0, ENGLISH, 0),
            ("It was the day. ⟦It was the day", ENGLISH, ENGLISH, 1),
            ("It was the day. ⟦Los niños y las casas", ENGLISH, SPANISH, 2),
            ("It was the day. ⟦Los niños juegan", ENGLISH, 0, 0),
            ("It was the day. ⟦The day", ENGLISH, 0, 0),
            ("It was the day. ⟦The day was", ENGLISH, ENGLISH, 1),
            // Only fourteen words on each side count.
            ("It is m m m m m m m m m m m m. ⟦So", 0, 0, 0),
            ("It is m m m m m m m m m m m. ⟦So", ENGLISH, 0, 0),
            ("They met. ⟦m m m m m m m m m m m m m it was", 0, 0, 0),
            ("They met. ⟦m m m m m m m m m m m m it was", 0, ENGLISH, 0),
        ] {
            let taken = Taken::at(marked);
            taken.assert(groups::LANGUAGE, [before, after]);
            taken.assert(groups::LANGUAGE_CHANGE, [change, 1]);
        }
    }

    #[test]
    fn most_function_words_win() {
        let tokens = |languages: &[u8]| -> Vec<Token> {
            languages.iter().map(|&language| Token { language, class: TokenClass::Lower, ..Token::NONE }).collect()
        };
        for (languages, winner) in [
            (&[][..], 0),
            (&[3], 0),
            (&[3, 3], 3),
            (&[3, 3, 1, 1, 1], 1),
            (&[0, 0, 0, 3, 3], 3),
            (&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3], 0),
        ] {
            assert_eq!(vote(tokens(languages).iter()), winner, "{languages:?}");
        }
        let sign = Token { class: TokenClass::Symbol, language: 3, ..Token::NONE };
        assert_eq!(vote([sign, sign].iter()), 0, "symbols are of no language");
    }

    #[test]
    fn letters_tell_the_scripts_of_both_sides() {
        for (marked, before, after) in [
            ("They met. ⟦So glad", 1, 1),
            ("Они встретились. ⟦So glad", 2, 1),
            ("They met. ⟦嬉しいです", 1, 3),
            ("They: 1, 2, 3! ⟦So", 0, 1),
            ("They 1, 2! ⟦So", 1, 1),
            ("They met. ⟦1, 2, 3. So", 1, 0),
            ("They met. ⟦1, 2, So", 1, 1),
        ] {
            Taken::at(marked).assert(groups::FAMILY, [before, after]);
        }
    }
}
