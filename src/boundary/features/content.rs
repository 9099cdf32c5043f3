//! Content features: links, signs of tweets, names and brackets in the text, and the segments at its edge.

use core::cmp::Ordering;

use super::candidate::Candidate;
use crate::boundary::{
    Site,
    feature_values::interval,
    introduction::{holds_introduction, introduces},
    model::{group::FeatureSink, groups},
    statistics::prefix::{Count, Counts, Prefix},
    token::{TokenClass, gap::TokenGap},
};

impl Candidate<'_> {
    /// The text's links, brackets and quotation marks.
    pub(super) fn contents(&self, sink: &mut impl FeatureSink) {
        let at_most = |count, most| usize::from(self.counts.of(count)).min(most);
        let (links, inner_links) = (at_most(Count::Urls, 3), at_most(Count::InnerUrls, 3));
        let ends_with_url = self.features.tokens().last().is_some_and(|last| last.class.is_url());
        let follows_none = usize::from(self.edge < TokenGap::COUNT);
        sink.add(groups::LINKS.at([links, usize::from(ends_with_url), inner_links, follows_none]));
        let (opens, closes) = (self.counts.of(Count::Opens), self.counts.of(Count::Closes));
        let brackets = match opens.cmp(&closes) {
            Ordering::Less => 0,
            Ordering::Equal => 1 + usize::from(opens > 0),
            Ordering::Greater => 3,
        };
        let quotes = match self.counts.of(Count::Quotes) {
            0 => 0,
            quotes => 1 + usize::from(quotes % 2),
        };
        let opened = usize::from(matches!(self.token.class, TokenClass::Open | TokenClass::Quote));
        sink.add(groups::QUOTES.at([brackets, quotes, opened]));
    }

    /// The segments before and behind the candidate: their lengths, ends, and shares of capitalised words.
    pub(super) fn segments(&self, sink: &mut impl FeatureSink) {
        let Self { features, index, prefix, segment, follows, strength, .. } = *self;
        let (before, after) = (interval(index - segment, &SIZES), interval(follows.saturating_sub(index), &SIZES));
        let capitalized = |from: &Prefix, to: &Prefix| {
            let counts = to.counts.since(&from.counts);
            share(counts.of(Count::Capitalized), counts.of(Count::Words))
        };
        if index > 0 {
            let capitalized = capitalized(features.statistics.prefix(segment), prefix);
            sink.add(groups::SEGMENT_BEFORE.at([before, capitalized, self.punctuation as usize]));
            sink.add(groups::SEGMENT_FIRST.hashed(features.window.token(segment).hash));
        }
        let end = match features.window.before(follows, 1).class {
            TokenClass::End => 0,
            TokenClass::Colon => 1,
            class if class.is_url() => 2,
            _ => 3,
        };
        let last = usize::from(follows >= features.tokens().len());
        let capitalized = capitalized(prefix, features.statistics.prefix(follows));
        sink.add(groups::SEGMENT_AFTER.at([after, end, capitalized, last]));
        let colon = self.before.class == TokenClass::Colon;
        sink.add(groups::SEGMENTS.at([before, after, strength, usize::from(colon)]));
        if colon {
            sink.add(groups::COLON.at([before, after, usize::from(self.token.gap == TokenGap::None)]));
        }
        self.introductions(colon, sink);
    }

    /// Introductions of other people's words before the text, and in its first line.
    fn introductions(&self, colon: bool, sink: &mut impl FeatureSink) {
        let window = self.features.window;
        let Site { document, text_end, .. } = window.site;
        let at = window.in_document(self.index);
        if colon && document.get(..at).is_some_and(introduces) {
            sink.add(groups::INTRODUCED.at([self.strength]));
        }
        if self.token.starts_own_line() && document.get(at..text_end).is_some_and(holds_introduction) {
            sink.add(groups::INTRODUCTION_INSIDE.at([self.token.gap as usize]));
        }
    }

    /// The author's name in the segment before, shortly before the text, and in it.
    pub(super) fn author(&self, sink: &mut impl FeatureSink) {
        let few = |counts: &Counts| usize::from(counts.of(Count::AuthorNames)).min(2);
        let since = |index: usize| few(&self.prefix.counts.since(&self.features.statistics.prefix(index).counts));
        let inside = few(&self.counts);
        let ends_sentence = usize::from(matches!(self.before.class, TokenClass::End | TokenClass::Colon));
        let first = usize::from(self.index == 0);
        sink.add(groups::AUTHOR.at([since(self.segment), inside, ends_sentence, first]));
        sink.add(groups::AUTHOR_WIDE.at([since(self.index.saturating_sub(AUTHOR_REACH)), inside, self.strength]));
    }

    /// Hashtags, mentions, links and emoji in the segments on both sides, and in the text.
    pub(super) fn signs_of_tweets(&self, sink: &mut impl FeatureSink) {
        let between = |from: usize, to: usize| {
            let [from, to] = [from, to].map(|index| &self.features.statistics.prefix(index).counts);
            let signs = [Count::Hashtags, Count::Mentions, Count::TwitterUrls, Count::Emoji];
            (0..).zip(signs).map(|(bit, sign)| usize::from(to.of(sign) > from.of(sign)) << bit).sum()
        };
        let (before, after) = (between(self.segment, self.index), between(self.index, self.follows));
        sink.add(groups::SIGNS.at([before, after, self.strength]));
        let inside = between(self.index, self.features.tokens().len());
        sink.add(groups::SIGNS_INSIDE.at([inside, self.strength]));
    }
}

/// How many tokens before a candidate are searched for the author's name.
const AUTHOR_REACH: usize = 30;

/// The tokens of segments.
const SIZES: [usize; 9] = [0, 1, 2, 3, 5, 8, 13, 20, 30];

/// The quarter in which the share of `part` in `whole` lies.
fn share(part: u8, whole: u8) -> usize {
    (usize::from(part) * 4 / (usize::from(whole) + 1)).min(3)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::{super::tests::Taken, *};
    use crate::boundary::{lexer::hash::hash, tests::BY_KIM};

    /// The strengths of gaps.
    const SPACE: usize = 1;
    const LINE: usize = 2;

    #[test]
    fn links_are_counted_inside_and_at_the_end() {
        for (text, links, last, inner) in [
            ("So glad", 0, 0, 0),
            ("So glad https://a.example/b", 1, 1, 0),
            ("So glad t.co https://t.co/AbCdEfGhIj now", 1, 0, 1),
            ("https://a.example/b and https://a.example/c glad pic.twitter.com/Ab3dEf6hIj", 3, 1, 2),
            ("https://a.example/b a https://a.example/b b https://a.example/b c https://a.example/b d", 3, 0, 3),
        ] {
            let taken = Taken::at(&format!("They met. ⟦{text}"));
            taken.assert(groups::LINKS, [links, last, inner, 1]);
        }
        // Told apart where the previous quotation ends.
        for gap in ["", " "] {
            let glad = format!("⟦Glad⟧{BY_KIM}");
            let taken = Taken::at(&format!("{glad}{gap}⟦Me too https://a.example/b"));
            taken.assert(groups::LINKS, [1, 1, 0, 0]);
        }
    }

    #[test]
    fn brackets_and_quotation_marks_come_in_pairs() {
        for (text, brackets, marks, opened) in [
            ("So glad", 1, 0, 0),
            ("So (glad)", 2, 0, 0),
            ("So glad)", 0, 0, 0),
            ("So (glad", 3, 0, 0),
            ("(So) (glad", 3, 0, 1),
            ("\"So\" glad", 1, 1, 1),
            ("So glad\"", 1, 2, 0),
            ("“So” \"glad\"\"", 2, 2, 1),
        ] {
            Taken::at(&format!("They met. ⟦{text}")).assert(groups::QUOTES, [brackets, marks, opened]);
        }
    }

    #[test]
    fn sentences_at_the_edge_have_a_length_an_end_and_capitals() {
        let taken = Taken::at("It rained. The NASA mayor met Kim: ⟦So glad! Yes");
        taken.assert(groups::SEGMENT_BEFORE, [5, 2, TokenClass::Colon as usize]);
        taken.assert(groups::SEGMENT_AFTER, [3, 0, 1, 0]);
        taken.assert(groups::SEGMENTS, [5, 3, SPACE, 1]);
        taken.assert(groups::COLON, [5, 3, 0]);
        assert!(taken.0.contains(&groups::SEGMENT_FIRST.hashed(hash(b"the"))));

        let taken = Taken::at("It rained. They met:⟦so glad about it: yes");
        taken.assert(groups::SEGMENT_BEFORE, [3, 1, TokenClass::Colon as usize]);
        taken.assert(groups::SEGMENT_AFTER, [4, 1, 0, 0]);
        taken.assert(groups::SEGMENTS, [3, 4, 0, 1]);
        taken.assert(groups::COLON, [3, 4, 1]);

        for (text, size, ended) in
            [("So glad https://a.example/b", 3, 2), ("So glad pic.twitter.com/Ab3dEf6hIj", 3, 2), ("So glad", 2, 3)]
        {
            let taken = Taken::at(&format!("They met\n⟦{text}"));
            taken.assert(groups::SEGMENT_AFTER, [size, ended, 1, 1]);
            taken.assert(groups::SEGMENTS, [2, size, LINE, 0]);
        }
        // A closing quote belongs to the sentence, and is skipped.
        let taken = Taken::at("It rained. “They met.” ⟦ALL OF US ARE GLAD");
        taken.assert(groups::SEGMENT_BEFORE, [4, 1, TokenClass::End as usize]);
        taken.assert(groups::SEGMENT_AFTER, [4, 3, 3, 1]);
        // A sentence that goes on and on is looked at for 40 words.
        let taken = Taken::at(&format!("They met. ⟦{}. Oh", "so ".repeat(50)));
        taken.assert(groups::SEGMENT_AFTER, [9, 3, 0, 0]);

        assert!(Taken::at("⟦So glad").of(groups::SEGMENT_BEFORE).is_empty(), "nothing is before it");
    }

    #[test]
    fn introductions_stand_before_the_text_or_in_its_first_line() {
        let taken = Taken::at("It rained.\nThe mayor wrote: ⟦So glad");
        taken.assert(groups::INTRODUCED, [SPACE]);
        assert!(taken.of(groups::INTRODUCTION_INSIDE).is_empty());
        let taken = Taken::at("It rained.\n⟦The mayor wrote: So glad");
        taken.assert(groups::INTRODUCTION_INSIDE, [TokenGap::LineBreak as usize]);
        assert!(taken.of(groups::INTRODUCED).is_empty());
        Taken::at("The mayor wrote:\n⟦So glad").assert(groups::INTRODUCED, [LINE]);
        // A colon alone, and an introduction within a line, tell nothing.
        for marked in ["Toledo: ⟦So glad", "⟦Toledo: So glad", "It rained. ⟦They said: Oh"] {
            let taken = Taken::at(marked);
            assert!(taken.of(groups::INTRODUCTION_INSIDE).is_empty(), "{marked:?}");
            assert!(taken.of(groups::INTRODUCED).is_empty(), "{marked:?}");
        }
    }

    #[test]
    fn shares_are_quarters() {
        for (part, whole, quarter) in
            [(0, 0, 0), (0, 9, 0), (1, 9, 0), (3, 9, 1), (5, 9, 2), (8, 9, 3), (9, 9, 3), (9, 1, 3)]
        {
            assert_eq!(share(part, whole), quarter, "{part} of {whole}");
        }
    }

    #[test]
    fn the_authors_name_stands_before_or_in_the_text() {
        let taken = Taken::at("Dana came. Dana met Ortiz and dortiz here. ⟦So glad, Ortiz");
        taken.assert(groups::AUTHOR, [2, 1, 1, 0]);
        taken.assert(groups::AUTHOR_WIDE, [2, 1, SPACE]);
        let taken = Taken::at("Dana came.\nIt rained\n⟦Dana Ortiz: so @dortiz");
        taken.assert(groups::AUTHOR, [0, 2, 0, 0]);
        taken.assert(groups::AUTHOR_WIDE, [1, 2, LINE]);
        let taken = Taken::at(&format!("Dana met Bo. {}Then said: ⟦So glad", "It rained, ".repeat(10)));
        taken.assert(groups::AUTHOR, [0, 0, 1, 0]);
        taken.assert(groups::AUTHOR_WIDE, [0, 0, SPACE]);
        Taken::at("⟦So glad").assert(groups::AUTHOR, [0, 0, 0, 1]);
    }

    #[test]
    fn signs_of_tweets_stand_before_or_in_the_text() {
        const HASHTAG: usize = 1;
        const MENTION: usize = 2;
        const TWITTER_URL: usize = 4;
        const EMOJI: usize = 8;
        let taken = Taken::at("#It rained. They @met pic.twitter.com/Ab3dEf6hIj now. ⟦So #glad 🎉. Yes @kimlee");
        taken.assert(groups::SIGNS, [MENTION | TWITTER_URL, HASHTAG | EMOJI, SPACE]);
        taken.assert(groups::SIGNS_INSIDE, [HASHTAG | MENTION | EMOJI, SPACE]);
        let taken = Taken::at("They #met 🎉\n⟦So @kimlee https://t.co/AbCdEfGhIj");
        taken.assert(groups::SIGNS, [HASHTAG | EMOJI, MENTION | TWITTER_URL, LINE]);
        taken.assert(groups::SIGNS_INSIDE, [MENTION | TWITTER_URL, LINE]);
    }
}
