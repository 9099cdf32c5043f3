//! The words at a place: which they are, of which language, and whether they stand elsewhere too.

use core::ops::Range;

use super::{Features, Place, Sink};
use crate::boundary::{
    model::groups,
    token::{Class, Token},
};

/// How many tokens before a place are near it, and how many of them whatever line they stand in.
const NEAR: usize = 12;
const NEAR_ANYWAY: usize = 4;

impl Features<'_> {
    /// The words around the place.
    pub(super) fn words(&self, index: usize, sink: &mut impl Sink) {
        let (token, next) = (self.token(index), self.token(index + 1));
        sink.add(groups::WORD_FIRST.at(token.hash as usize));
        sink.add(groups::WORDS_FIRST.at(pair(token.hash, next.hash)));
        if index == 0 {
            return;
        }
        let (before, _) = self.tokens.split_at_checked(index).unwrap_or_default();
        let nearest = before.iter().rev().take(self.near(index).len());
        let mut words = nearest.filter(|t| t.class.is_word()).map(|t| t.hash);
        let (one, two) = (words.next().unwrap_or(0), words.next().unwrap_or(0));
        let mark = self.before(index, 1);
        let mark = if mark.class.is_word() { 0 } else { mark.class as u32 };
        sink.add(groups::WORD_BEFORE.at(pair(one, mark)));
        sink.add(groups::WORDS_BEFORE.at(pair(mixed(one, two), mark)));
        sink.add(groups::SECOND_BEFORE.at(two as usize));
    }

    /// The tokens shortly before a place, in the same line or in the one before.
    pub(in crate::boundary) fn near(&self, index: usize) -> Range<usize> {
        let first = index.saturating_sub(NEAR);
        if self.sums(index).breaks == 0 {
            return first..index;
        }
        let begins_line = |back: &usize| self.before(index, *back).starts_line();
        let reach = (NEAR_ANYWAY..=index - first).find(begins_line).unwrap_or(index - first);
        index - reach..index
    }

    /// The features of a token for the places that it is [near](Self::near) to.
    pub(in crate::boundary) fn nearby(&self, index: usize, sink: &mut impl Sink) {
        let token = self.token(index);
        if token.class.is_word() {
            sink.add(groups::NEAR.at(token.hash as usize));
        }
    }

    /// Whether its first words, or many of its words, stand elsewhere too.
    pub(super) fn repetition(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let index = place.index;
        let (earlier, later) = self.repeats(index);
        sink.add(groups::REPEAT.at(earlier * 3 + later));
        let overlap = match self.totals.overlap.get(index).copied().unwrap_or(0) {
            same @ 0..=2 => usize::from(same),
            3..=4 => 3,
            5..=7 => 4,
            _ => 5,
        };
        let tokens = match self.tokens.len().saturating_sub(index) {
            0..=5 => 0,
            6..=10 => 1,
            11..=20 => 2,
            21..=35 => 3,
            36..=60 => 4,
            _ => 5,
        };
        sink.add(groups::OVERLAP.at((overlap * 6 + tokens) * 3 + place.strength));
    }

    /// How often the three words at a place stand before it and after it: 0, 1, or 2 for more.
    fn repeats(&self, index: usize) -> (usize, usize) {
        let Some(phrase) = self.phrase(index) else { return (0, 0) };
        if !self.totals.phrases.may_repeat(self.token(index), self.token(index + 1), self.token(index + 2)) {
            return (0, 0);
        }
        let (mut earlier, mut later) = (0, 0);
        for (at, _) in self.tokens.iter().enumerate().filter(|(_, t)| t.hash == phrase.0) {
            if at != index && self.phrase(at) == Some(phrase) {
                *(if at < index { &mut earlier } else { &mut later }) += 1;
            }
        }
        (earlier.min(2), later.min(2))
    }

    fn phrase(&self, index: usize) -> Option<(u32, u32, u32)> {
        let (a, b, c) = (self.token(index), self.token(index + 1), self.token(index + 2));
        (a.class.is_word() && b.class != Class::None && c.class != Class::None).then_some((a.hash, b.hash, c.hash))
    }

    /// The scripts and languages on both sides.
    pub(super) fn language(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let index = place.index;
        let (before, after) = self.languages(index);
        sink.add(groups::LANGUAGE.at(before * 11 + after));
        let change = match (before, after) {
            (0, _) | (_, 0) => 0,
            _ if before == after => 1,
            _ => 2,
        };
        sink.add(groups::LANGUAGE_CHANGE.at(change * 3 + place.strength));
        let family_before = (1..=6).map(|n| self.before(index, n).family).find(|f| *f != 0).unwrap_or(0);
        let family_after = (0..6).map(|n| self.token(index + n).family).find(|f| *f != 0).unwrap_or(0);
        sink.add(groups::FAMILY.at(usize::from(family_before) * 8 + usize::from(family_after)));
    }

    /// The languages of the words before and after a place, as their function words tell; 0 for unknown.
    fn languages(&self, index: usize) -> (usize, usize) {
        if let Some(only) = self.totals.only_language {
            let words = |from: usize, to: usize| {
                let words = self.sums(to).function_words.saturating_sub(self.sums(from).function_words);
                if words > 1 { usize::from(only) } else { 0 }
            };
            return (words(index.saturating_sub(14), index), words(index, self.tokens.len().min(index + 14)));
        }
        let (before, after) = self.tokens.split_at_checked(index).unwrap_or_default();
        (vote(before.iter().rev()), vote(after.iter()))
    }
}

/// The language of most function words among the first 14 tokens; 0 where there are fewer than two.
fn vote<'w>(tokens: impl Iterator<Item = &'w Token>) -> usize {
    let mut votes = [0_u8; 11];
    for token in tokens.take(14).filter(|t| t.class.is_word()) {
        if let Some(slot) = votes.get_mut(usize::from(token.language)) {
            *slot += 1;
        }
    }
    let mut best = 0;
    let mut most = 1;
    for (language, count) in votes.iter().enumerate().skip(1) {
        if *count > most {
            (best, most) = (language, *count);
        }
    }
    best
}

const fn pair(a: u32, b: u32) -> usize {
    mixed(a, b) as usize
}

const fn mixed(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.rotate_left(13)).wrapping_mul(0x9e37_79b1);
    mixed ^ (mixed >> 15)
}

#[cfg(test)]
mod tests {
    use alloc::{format, vec::Vec};

    use super::{
        super::taken::{Taken, looking_at},
        *,
    };
    use crate::boundary::{lexer::hash::hash, token::Token};

    #[track_caller]
    fn assert_taken(place: &Taken, group: groups::Group, value: usize) {
        assert!(place.0.contains(&group.at(value)), "{group:?} {value}");
    }

    #[test]
    fn words_stand_on_both_sides() {
        let [they, met, so, glad] = ["they", "met", "so", "glad"].map(|word| hash(word.as_bytes()));
        let place = Taken::at("They met. ⟦So glad");
        assert_taken(&place, groups::WORD_FIRST, so as usize);
        assert_taken(&place, groups::WORDS_FIRST, pair(so, glad));
        let mark = Class::End as u32;
        assert_taken(&place, groups::WORD_BEFORE, pair(met, mark));
        assert_taken(&place, groups::WORDS_BEFORE, pair(mixed(met, they), mark));
        assert_taken(&place, groups::SECOND_BEFORE, they as usize);
        // Where no mark is, and where nothing is.
        let place = Taken::at("They met\n⟦So glad");
        assert_taken(&place, groups::WORD_BEFORE, pair(met, 0));
        let place = Taken::at("Met: ⟦So glad");
        assert_taken(&place, groups::WORDS_BEFORE, pair(mixed(met, 0), Class::Colon as u32));
        assert_taken(&place, groups::SECOND_BEFORE, 0);
        assert_eq!(Taken::at("⟦So glad").0.iter().filter(|i| **i == groups::WORD_BEFORE.at(pair(0, 20))).count(), 0);
    }

    #[test]
    fn pairs_are_those_that_the_weights_were_fitted_to() {
        assert_eq!(mixed(1, 0), 0x9e37_79b1 ^ (0x9e37_79b1 >> 15));
        assert_eq!(mixed(0, 1), 0xef36_2000 ^ (0xef36_2000 >> 15));
        assert_eq!(mixed(3, 1), (0x9e37_79b1_u32.wrapping_mul(0x2003)) ^ (0x9e37_79b1_u32.wrapping_mul(0x2003) >> 15));
        assert_eq!(mixed(0x2001, 1), 0x9e37_79b1 ^ (0x9e37_79b1 >> 15), "what is in both is in neither");
    }

    #[test]
    fn what_is_near_stands_in_the_line_or_just_before() {
        for (marked, count) in [
            ("a b c d e f g h i j k l m n: ⟦So", 12),
            ("a b c: ⟦So", 4),
            ("a b c\nd e f g h i: ⟦So", 7),
            ("a b c d\ne f: ⟦So", 7),
            ("a b c d\n\ne f g\nh i: ⟦So", 6),
            ("a b c d e f g h i j k l\nm n: ⟦So", 12),
        ] {
            let near = looking_at(marked, false, |features, place| {
                let near = features.near(place);
                assert_eq!(near.end, place, "{marked:?}");
                near.len()
            });
            assert_eq!(near, count, "{marked:?}");
        }
    }

    #[test]
    fn words_and_not_marks_are_near() {
        let nearby = looking_at("They: ⟦So", false, |features, _| {
            let mut taken = Taken(Vec::new());
            features.nearby(0, &mut taken);
            features.nearby(1, &mut taken);
            taken.0
        });
        assert_eq!(nearby, [groups::NEAR.at(hash(b"they") as usize)]);
    }

    #[test]
    fn phrases_that_stand_elsewhere_too_are_counted() {
        for (marked, earlier, later) in [
            ("They met. ⟦So very glad", 0, 0),
            ("So very glad, they say. ⟦So very glad", 1, 0),
            ("So very glad, so very glad, so very glad. ⟦So very glad", 2, 0),
            ("They met. ⟦So very glad, so very glad", 0, 1),
            ("So very glad. ⟦So very glad, so very glad", 1, 1),
            ("They met. ⟦So very glad, so very glad, so very glad, so very glad", 0, 2),
            ("So very sad. So glad. ⟦So very glad", 0, 0),
            ("So very glad, so truly glad. ⟦So very glad", 1, 0),
            ("\"Oh my. ⟦\"Oh my.", 0, 0),
        ] {
            Taken::at(marked).assert(groups::REPEAT, &[(earlier, 3), (later, 3)]);
        }
    }

    #[test]
    fn words_that_stand_on_both_sides_are_counted_in_steps() {
        let words = ["bridge", "mayor", "open", "town", "rain", "ferry", "river", "boat"];
        for (same, step) in [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (7, 4), (8, 5)] {
            let before = words[..same].join(" ");
            let place = Taken::at(&format!("{before}. ⟦{}", words.join(" ")));
            place.assert(groups::OVERLAP, &[(step, 6), (1, 6), (1, 3)]);
        }
        for (tokens, step) in [(5, 0), (6, 1), (10, 1), (11, 2), (20, 2), (21, 3), (35, 3), (36, 4), (60, 4), (61, 5)] {
            let place = Taken::at(&format!("They met\n⟦{}so", "so ".repeat(tokens - 1)));
            place.assert(groups::OVERLAP, &[(0, 6), (step, 6), (2, 3)]);
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
            let place = Taken::at(marked);
            place.assert(groups::LANGUAGE, &[(before, 11), (after, 11)]);
            place.assert(groups::LANGUAGE_CHANGE, &[(change, 4), (1, 3)]);
        }
    }

    #[test]
    fn most_function_words_win() {
        let tokens = |languages: &[u8]| -> Vec<Token> {
            languages.iter().map(|&language| Token { language, class: Class::Lower, ..Token::NONE }).collect()
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
        let sign = Token { class: Class::Sign, language: 3, ..Token::NONE };
        assert_eq!(vote([sign, sign].iter()), 0, "marks are of no language");
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
            Taken::at(marked).assert(groups::FAMILY, &[(before, 8), (after, 8)]);
        }
    }
}
