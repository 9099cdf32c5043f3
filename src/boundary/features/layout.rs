//! Layout features: the surroundings of the text, its length, lines, blocks and line breaks.

use super::candidate::Candidate;
use crate::{
    boundary::{
        feature_values::{fine_length_step, interval, order},
        model::{group::FeatureSink, groups},
        statistics::{prefix::Count, suffix::Suffix},
        token::{TokenClass, gap::TokenGap},
    },
    length::MAX_WEIGHT,
};

impl Candidate<'_> {
    /// The tokens and gaps on both sides.
    pub(super) fn neighbours(&self, sink: &mut impl FeatureSink) {
        let (edge, [gap, after]) = (self.edge, self.outer_gaps());
        let (before, first) = (self.before.class as usize, self.token.class as usize);
        let next = self.features.window.token(self.index + 1).class as usize;
        sink.add(groups::START.at([edge, gap, after]));
        sink.add(groups::AROUND.at([edge, before, first]));
        sink.add(groups::BEFORE2.at([before, self.punctuation as usize]));
        sink.add(groups::FIRST.at([edge, first, gap]));
        sink.add(groups::SECOND.at([edge, next]));
        sink.add(groups::FIRST2.at([first, next]));
    }

    /// The length of the text, and the length of the rest between the previous quotation and the text.
    pub(super) fn length(&self, sink: &mut impl FeatureSink) {
        let (window, index) = (self.features.window, self.index);
        let replies = self.features.tokens().iter().skip(index).take_while(|t| t.class == TokenClass::Mention);
        let reply_weight: usize = replies.map(|t| usize::from(t.weight)).sum();
        let all = self.features.statistics.prefix(self.features.tokens().len());
        let weight = usize::from(all.weight.saturating_sub(self.prefix.weight)).saturating_sub(reply_weight);
        // 18 steps up to the limit, and a few more beyond it.
        let length = fine_length_step(weight, window.site.limit);
        sink.add(groups::LENGTH.at([self.edge, length, self.gap_family()]));
        sink.add(groups::LENGTH_ONLY.at([length, usize::from(window.site.limit == MAX_WEIGHT)]));
        let follows = usize::from(window.follows_quotation);
        let tokens_left = if window.whole { interval(index, &LEFT_TOKENS) } else { groups::LEFT - 1 };
        sink.add(groups::LEFT_TOKENS.at([self.edge, tokens_left, follows]));
        let weight_left = if window.whole { most(self.prefix.weight / 40, 9) } else { 9 };
        let start = follows + usize::from(index == 0);
        sink.add(groups::LEFT_WEIGHT.at([weight_left, (length / 2).min(9), start]));
    }

    /// The lines, paragraphs and sentences in the text.
    pub(super) fn lines(&self, sink: &mut impl FeatureSink) {
        let (edge, [gap, after]) = (self.edge, self.outer_gaps());
        let (lines, paragraphs) = self.inner_lines();
        sink.add(groups::LINES.at([edge, lines.min(7), gap]));
        sink.add(groups::ENDS.at([edge, most(self.counts.of(Count::Ends), 7), self.gap_family()]));
        let inner = if paragraphs > 0 { 2 + paragraphs.min(2) } else { lines.min(2) };
        sink.add(groups::INNER.at([self.token.gap as usize, inner, gap, after]));
    }

    /// The block it stands in: markers and indentation.
    pub(super) fn block(&self, sink: &mut impl FeatureSink) {
        let (edge, token, before) = (self.edge, self.token, self.before);
        let attribution = self.features.window.tokens.attribution;
        let one_line = self.inner_lines() == (0, 0);
        let same_depth = usize::from(one_line || !self.features.statistics.suffix(self.index).other_depths);
        let same_indent = usize::from(one_line || self.next_suffix().is_indented(token.indent));
        // A quote ends at an empty line without its markers, and the next one is deeper than that line.
        let ends_quote = token.depth > token.shared_depth;
        let above_depth = if ends_quote { token.shared_depth } else { before.depth };
        let (above, below) = (order(token.depth, above_depth), order(token.depth, attribution.depth));
        sink.add(groups::DEPTH.at([edge, above, below, same_depth]));
        let (above, below) = (order(token.indent, before.indent), order(token.indent, attribution.indent));
        sink.add(groups::INDENT.at([token.gap as usize, above, below, same_indent, attribution.gap as usize]));
    }

    /// The line breaks before the text, in it, before the attribution and behind the quotation.
    pub(super) fn breaks(&self, sink: &mut impl FeatureSink) {
        let Self { token, prefix, .. } = *self;
        let next_suffix = self.next_suffix();
        let window = self.features.window;
        let at_links = usize::from(window.breaks_at_links);
        let (own, after) = (most(token.breaks, 4), window.after.breaks.min(5));
        let (inner, attribution) = (most(next_suffix.breaks, 4), most(window.tokens.attribution.breaks, 4));
        sink.add(groups::BREAKS.at([own, inner, attribution, after, at_links]));
        sink.add(groups::BREAKS_AFTER.at([own, after, most(prefix.breaks, 5), at_links]));
        let [inner, inner_all, outer] =
            [next_suffix.breaks, next_suffix.breaks_all, prefix.breaks].map(|breaks| order(token.breaks, breaks));
        sink.add(groups::BREAKS_INNER.at([inner, inner_all, outer, at_links, usize::from(own > 0)]));
        sink.add(groups::ANCHORED.at([
            token.gap as usize,
            usize::from(token.anchored),
            at_links,
            token.class as usize,
        ]));
    }

    /// The statistics from the second token of the text on.
    fn next_suffix(&self) -> &Suffix {
        self.features.statistics.suffix(self.index + 1)
    }

    /// The gaps before the attribution and behind the quotation.
    fn outer_gaps(&self) -> [usize; 2] {
        let window = self.features.window;
        [window.tokens.attribution.gap as usize, window.after.gap as usize]
    }

    fn gap_family(&self) -> usize {
        gap_family(self.features.window.tokens.attribution.gap)
    }

    /// The lines and paragraphs that begin behind the first token of the text.
    fn inner_lines(&self) -> (usize, usize) {
        let behind_first = |count, first: bool| usize::from(self.counts.of(count).saturating_sub(u8::from(first)));
        (behind_first(Count::Lines, self.token.is_line()), behind_first(Count::Paragraphs, self.token.is_paragraph()))
    }
}

fn most(count: impl Into<usize>, most: usize) -> usize {
    count.into().min(most)
}

/// The tokens between the previous quotation, or the beginning of the input, and the text.
const LEFT_TOKENS: [usize; 9] = [0, 1, 2, 3, 6, 10, 18, 40, 80];

const fn gap_family(gap: TokenGap) -> usize {
    match gap {
        TokenGap::None => 0,
        TokenGap::Space | TokenGap::Wide => 1,
        TokenGap::Wrap | TokenGap::LineBreak => 2,
        TokenGap::EmptyLine | TokenGap::InputEdge => 3,
    }
}

#[cfg(test)]
mod tests {
    use alloc::{borrow::ToOwned, format};

    use super::{super::tests::Taken, *};
    use crate::{boundary::tests::BY_KIM, length::MAX_WEIGHT_UNTIL_2017};

    const LESS: usize = 0;
    const EQUAL: usize = 1;
    const GREATER: usize = 2;
    const SPACE: usize = TokenGap::Space as usize;
    const LINE: usize = TokenGap::LineBreak as usize;
    const EMPTY_LINE: usize = TokenGap::EmptyLine as usize;
    const SPACE_FAMILY: usize = 1;
    const BY_DANA_BELOW: &str = "\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆";

    #[test]
    fn neighbours_are_tokens_and_gaps_on_both_sides() {
        let taken = Taken::at("They met.\n\n⟦#bridge, is open");
        let [end, hashtag, comma] =
            [TokenClass::End, TokenClass::Hashtag, TokenClass::Comma].map(|class| class as usize);
        taken.assert(groups::START, [EMPTY_LINE, SPACE, SPACE]);
        taken.assert(groups::AROUND, [EMPTY_LINE, end, hashtag]);
        taken.assert(groups::BEFORE2, [end, end]);
        taken.assert(groups::FIRST, [EMPTY_LINE, hashtag, SPACE]);
        taken.assert(groups::SECOND, [EMPTY_LINE, comma]);
        taken.assert(groups::FIRST2, [hashtag, comma]);
    }

    #[test]
    fn closing_quotes_and_emoji_are_skipped() {
        for (before, class, punctuation) in [
            ("!”", TokenClass::Close, TokenClass::End),
            ("!\"", TokenClass::Quote, TokenClass::End),
            ("! 🎉", TokenClass::Emoji, TokenClass::End),
            (",", TokenClass::Comma, TokenClass::Comma),
        ] {
            let taken = Taken::at(&format!("They met{before} ⟦So glad"));
            taken.assert(groups::BEFORE2, [class as usize, punctuation as usize]);
        }
    }

    #[test]
    fn the_end_of_the_previous_quotation_is_an_edge_of_its_own() {
        let taken = Taken::at(&format!("⟦Glad⟧{BY_KIM} ⟦So glad⟧\n{BY_DANA_BELOW}\nThen"));
        let edge = TokenGap::Space.edge(true);
        taken.assert(groups::START, [edge, EMPTY_LINE, LINE]);
        taken.assert(groups::FIRST, [edge, TokenClass::Upper as usize, EMPTY_LINE]);
        // Only there.
        let taken = Taken::at(&format!("⟦Glad⟧{BY_KIM} So ⟦Glad"));
        taken.assert(groups::START, [SPACE, SPACE, SPACE]);
    }

    #[test]
    fn a_text_is_as_long_as_a_tweet_can_be() {
        // 24 words of six characters, their spaces included: nine of the 18 steps to 280.
        let words = "glad, ".repeat(23) + "so";
        for (text, limit, length) in [
            (words.clone(), MAX_WEIGHT, 9),
            (words.clone(), MAX_WEIGHT_UNTIL_2017, 18),
            // Whom a reply is to does not count, but who is mentioned does.
            (format!("@kimlee @bochan {words}"), MAX_WEIGHT, 9),
            (format!("So @kimlee @bochan {words}"), MAX_WEIGHT, 10),
            ("glad, ".repeat(35), MAX_WEIGHT_UNTIL_2017, groups::LENGTHS - 1),
        ] {
            let taken = Taken::for_limit(&format!("They met. ⟦{text}"), limit);
            taken.assert(groups::LENGTH, [SPACE, length, SPACE_FAMILY]);
            taken.assert(groups::LENGTH_ONLY, [length, usize::from(limit == MAX_WEIGHT)]);
        }
    }

    #[test]
    fn what_is_left_before_a_text_belongs_to_no_quotation() {
        let (before, quotation) = ("They met on Monday. ", format!("⟦Glad⟧{BY_KIM} "));
        let [five, unknown] = [4, groups::LEFT - 1];
        for (marked, tokens, follows, weight, start) in [
            (format!("{before}⟦So glad"), five, 0, 0, 0),
            (format!("{quotation}{before}⟦So glad"), five, 1, 0, 1),
            (format!("{quotation}{}⟦So glad", before.repeat(60)), unknown, 0, 9, 0),
        ] {
            let taken = Taken::at(&marked);
            taken.assert(groups::LEFT_TOKENS, [SPACE, tokens, follows]);
            taken.assert(groups::LEFT_WEIGHT, [weight, 0, start]);
        }
        let taken = Taken::at(&format!("{quotation}⟦So glad"));
        taken.assert(groups::LEFT_TOKENS, [TokenGap::Space.edge(true), 0, 1]);
        taken.assert(groups::LEFT_WEIGHT, [0, 0, 2]);
        // 100 characters before it, and a text of 75, which are four steps of 18.
        let taken = Taken::at(&format!("{}⟦{}", "they met. ".repeat(10), "so. ".repeat(19)));
        taken.assert(groups::LEFT_WEIGHT, [100 / 40, 4 / 2, 0]);
    }

    #[test]
    fn lines_and_sentences_are_counted_in_the_text() {
        for (marked, edge, lines, ends, inner) in [
            ("They met.\n⟦So glad", LINE, 0, 0, 0),
            ("They met.\n⟦So\nglad", LINE, 1, 0, 1),
            ("They met.\n⟦So glad.\nYes! Oh?\nMy", LINE, 2, 3, 2),
            ("They met.\n\n⟦So glad.\nYes\nOh\nMy", EMPTY_LINE, 3, 1, 2),
            ("They met.\n\n⟦So glad.\n\nYes", EMPTY_LINE, 0, 1, 3),
            ("They met.\n\n⟦So\n\nglad.\n\nYes\n\nOh", EMPTY_LINE, 0, 1, 4),
            ("They met.\n\n⟦So\nglad.\n\nYes", EMPTY_LINE, 1, 1, 3),
        ] {
            let taken = Taken::at(marked);
            taken.assert(groups::LINES, [edge, lines, SPACE]);
            taken.assert(groups::ENDS, [edge, ends, SPACE_FAMILY]);
            taken.assert(groups::INNER, [edge, inner, SPACE, SPACE]);
        }
    }

    #[test]
    fn a_block_is_set_by_markers_and_indentation() {
        let below = |prefix: &str| format!("⟧\n{prefix}{}", BY_DANA_BELOW.trim_start());
        for (marked, depth, alike, indent, alike_indent, gap) in [
            ("They met.\n\n⟦So glad".into(), [EQUAL, EQUAL], 1, [EQUAL, EQUAL], 1, SPACE),
            ("> They met.\n\n> ⟦So glad".into(), [GREATER, EQUAL], 1, [EQUAL, EQUAL], 1, SPACE),
            ("They met.\n\n> ⟦So glad".into(), [GREATER, EQUAL], 1, [GREATER, EQUAL], 1, SPACE),
            ("> They met.\n\n⟦So glad".to_owned() + &below("> "), [LESS, LESS], 1, [LESS, LESS], 1, LINE),
            ("They met.\n\n>   ⟦So glad".to_owned() + &below(" "), [GREATER, GREATER], 1, [GREATER, GREATER], 1, LINE),
            ("They met.\n\n  ⟦So\n> glad".into(), [EQUAL, LESS], 0, [GREATER, GREATER], 0, SPACE),
            ("They met.\n\n  ⟦So\n  glad".into(), [EQUAL, EQUAL], 1, [GREATER, EQUAL], 1, SPACE),
            ("They met.\n\n  ⟦So\n\n   glad".into(), [EQUAL, EQUAL], 1, [GREATER, LESS], 0, SPACE),
        ] {
            let taken = Taken::at(&marked);
            taken.assert(groups::DEPTH, [EMPTY_LINE, depth[0], depth[1], alike]);
            taken.assert(groups::INDENT, [EMPTY_LINE, indent[0], indent[1], alike_indent, gap]);
        }
    }

    #[test]
    fn line_breaks_are_compared_with_one_another() {
        let below = "\n\n\n\n\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫)\n⦅July 14, 2021⦆\n\n\nThen";
        let taken = Taken::at(&format!("They\nmet.\n\n⟦So\n\n\nglad⟧{below}"));
        let (before, own, inner, attribution, after, at_links) = (1, 2, 3, 4, 3, 1);
        taken.assert(groups::BREAKS, [own, inner, attribution, after, at_links]);
        taken.assert(groups::BREAKS_AFTER, [own, after, before, at_links]);
        taken.assert(groups::BREAKS_INNER, [LESS, LESS, GREATER, at_links, 1]);
        // Breaks at a hashtag are counted by themselves.
        let taken = Taken::at("They met\n\n\n⟦So\n\n\n\n#glad");
        taken.assert(groups::BREAKS, [3, 0, 0, 0, 0]);
        taken.assert(groups::BREAKS_INNER, [GREATER, LESS, GREATER, 0, 1]);
        Taken::at("They met. ⟦So glad").assert(groups::BREAKS_INNER, [EQUAL, EQUAL, EQUAL, 0, 0]);
    }

    #[test]
    fn a_line_that_a_link_broke_is_told_apart() {
        let taken = Taken::at("They met\n⟦#bridge⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫)\n⦅July 14, 2021⦆");
        taken.assert(groups::ANCHORED, [LINE, 1, 1, TokenClass::Hashtag as usize]);
        Taken::at("They met\n⟦Bridge").assert(groups::ANCHORED, [LINE, 0, 0, TokenClass::Upper as usize]);
    }
}
