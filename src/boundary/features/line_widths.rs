//! Line widths: the lines at the edge of the text, which tell an author's own break from the page's.

use super::candidate::{Candidate, Features};
use crate::boundary::{
    feature_values::{fits, interval},
    model::{group::FeatureSink, groups},
    statistics::prefix::Count,
    token::{TokenClass, gap::TokenGap},
};

/// The step of a line that the window cuts off, and the step where no line is.
const CUT: usize = groups::LINE_WIDTHS - 2;
const NO_LINE: usize = groups::LINE_WIDTHS - 1;
/// The weight that is assumed for the missing part of a line that the window cuts off.
const CUT_WEIGHT: usize = 100;

/// The line that ends at a candidate.
struct LineAbove {
    /// The weight of the window before the line.
    weight: u16,
    /// Whether the window cuts the line off.
    is_cut: bool,
    /// The step of its width.
    step: usize,
}

impl Candidate<'_> {
    /// The widths of the lines that end and begin there.
    pub(super) fn line_widths(&self, sink: &mut impl FeatureSink) {
        let end = self.features.statistics.prefix(self.features.tokens().len());
        if end.breaks == 0 {
            // A single line has no neighbours to compare.
            return;
        }
        let gap = match self.token.gap {
            TokenGap::LineBreak => 1,
            TokenGap::EmptyLine | TokenGap::InputEdge => 2,
            _ => 0,
        };
        let above = self.line_above();
        self.lines_from_here(above.step, gap, sink);
        if self.index > 0 {
            self.extended_by(&above, end.weight, gap, sink);
        }
        let (since, left) = self.lines_since_colon();
        sink.add(groups::LINE_COLON.at([since, self.fits(usize::from(end.weight - left)), gap]));
        let lines = usize::from(self.counts.of(Count::Lines) + self.counts.of(Count::Paragraphs));
        let inner = lines.saturating_sub(usize::from(gap > 0));
        let window = self.features.window;
        let has_inner = usize::from(inner > 0);
        sink.add(groups::AFTER.at([window.after.gap as usize, window.after.class as usize, gap, has_inner]));
        sink.add(groups::LINE_INNER.at([inner.min(7), above.step, gap]));
    }

    /// The line that ends there.
    fn line_above(&self) -> LineAbove {
        let statistics = self.features.statistics;
        let start = self.index.checked_sub(1).map_or(0, |before| usize::from(statistics.prefix(before).line));
        let weight = statistics.prefix(start).weight;
        let is_cut = start == 0 && !self.features.window.whole;
        let step = match self.index {
            _ if is_cut => CUT,
            0 => NO_LINE,
            _ => width_step(usize::from(self.prefix.weight - weight)),
        };
        LineAbove { weight, is_cut, step }
    }

    /// The lines that begin there, and whether they look like lines of one text.
    fn lines_from_here(&self, above: usize, gap: usize, sink: &mut impl FeatureSink) {
        let Features { window, statistics } = self.features;
        let weight_at = |index| statistics.prefix(index).weight;
        let next = statistics.suffix(self.index).next_line();
        let here = width_step(usize::from(weight_at(next) - self.prefix.weight));
        sink.add(groups::LINE_PAIR.at([above, here, gap]));
        if next < self.features.tokens().len() {
            let second = window.token(next);
            let ended = line_ending(window.before(next, 1).class);
            let empty = usize::from(second.gap == TokenGap::EmptyLine);
            sink.add(groups::LINE_NEXT.at([ended, second.class as usize, empty]));
            let width = usize::from(weight_at(statistics.suffix(next).next_line()) - weight_at(next));
            sink.add(groups::LINE_NEXT_PAIR.at([here, width_step(width), ended]));
        }
    }

    /// Whether a text that ends with weight `end` fits into a tweet, with the line `above` and without it.
    fn extended_by(&self, above: &LineAbove, end: u16, gap: usize, sink: &mut impl FeatureSink) {
        let class = self.token.class as usize;
        sink.add(groups::LINE_BEFORE.at([above.step, line_ending(self.before.class), class]));
        let extended = usize::from(end - above.weight) + if above.is_cut { CUT_WEIGHT } else { 0 };
        let own = usize::from(end - self.prefix.weight);
        sink.add(groups::LINE_EXTENDS.at([self.fits(extended), self.fits(own), gap, above.step]));
    }

    /// How many lines back the nearest line behind a colon begins, up to 2, and the weight before that line; 3 if there
    /// is none.
    fn lines_since_colon(&self) -> (usize, u16) {
        let Features { window, statistics } = self.features;
        let mut start = self.index;
        for lines in 0..3 {
            if start == 0 {
                break;
            }
            if window.before(start, 1).class == TokenClass::Colon && window.token(start).starts_line() {
                return (lines, statistics.prefix(start).weight);
            }
            start = usize::from(statistics.prefix(start - 1).line);
        }
        (3, statistics.prefix(self.index).weight)
    }

    /// 0 if a text of this weight fits into a tweet, 1 if it may, 2 if it does not.
    fn fits(&self, weight: usize) -> usize {
        let limit = self.features.window.site.limit;
        fits(weight, limit)
    }
}

const fn line_ending(last: TokenClass) -> usize {
    match last {
        TokenClass::End => 0,
        TokenClass::Colon => 1,
        TokenClass::Url | TokenClass::TwitterUrl | TokenClass::Hashtag | TokenClass::Mention | TokenClass::Emoji => 2,
        _ => groups::LINE_ENDS - 1,
    }
}

/// The number of the interval in which the width of a line lies.
pub(in crate::boundary) fn width_step(weight: usize) -> usize {
    interval(weight, &[3, 12, 25, 45, 70, 100, 140, 200, 280])
}

#[cfg(test)]
mod tests {
    use super::{super::tests::Taken, *};

    #[test]
    fn lines_at_the_edge_have_widths() {
        for (marked, before, here, gap) in [
            ("They met on Monday.\n⟦So glad", 2, 1, 1),
            ("They met on Monday.\n\n⟦So glad\nOh", 2, 1, 2),
            ("They met.\nOn Monday. ⟦So glad", 1, 1, 0),
            ("⟦So glad\nOh", NO_LINE, 1, 2),
        ] {
            Taken::at(marked).assert(groups::LINE_PAIR, [before, here, gap]);
        }
        let long = "They met on a day, ".repeat(16);
        Taken::at(&alloc::format!("{long}\n⟦So")).assert(groups::LINE_PAIR, [9, 0, 1]);
        let cut = "They met. ".repeat(60);
        Taken::at(&alloc::format!("{cut}so ⟦So\nOh")).assert(groups::LINE_PAIR, [CUT, 0, 0]);
        assert!(Taken::at(&alloc::format!("{cut}⟦So")).of(groups::LINE_PAIR).is_empty());
    }

    #[test]
    fn a_text_with_the_line_before_it_fits_into_a_tweet_or_not() {
        let line = |words: usize| "glad, ".repeat(words) + "so";
        for (first, second, extended, own) in
            [(5, 5, 0, 0), (22, 22, 0, 0), (25, 25, 1, 0), (30, 30, 2, 0), (5, 50, 2, 1)]
        {
            let taken = Taken::at(&alloc::format!("Oh.\n\n{}\n⟦{}", line(first), line(second)));
            let found = taken.of(groups::LINE_EXTENDS);
            assert_eq!(
                found.iter().map(|parts| (parts[0], parts[1])).next(),
                Some((extended, own)),
                "{first} {second}"
            );
        }
    }

    #[test]
    fn a_second_line_goes_on_or_begins_a_list() {
        let symbol = TokenClass::Symbol as usize;
        let taken = Taken::at("They met.\n\n⟦Read this:\n\n* So glad we came there");
        taken.assert(groups::LINE_NEXT, [1, symbol, 1]);
        taken.assert(groups::LINE_NEXT_PAIR, [1, 2, 1]);
        assert!(Taken::at("They met.\n\n⟦So glad").of(groups::LINE_NEXT).is_empty());
    }

    #[test]
    fn a_colon_before_a_line_tells_where_a_quotation_begins() {
        for (marked, since, gap) in [
            ("They wrote:\n\n⟦So glad\n\nOh", 0, 2),
            ("They wrote:\n\nSo glad\n\n⟦Oh", 1, 2),
            ("They wrote:\nSo glad\nand so\n⟦Oh", 2, 1),
            ("They wrote: so\nSo glad\n⟦Oh", 3, 1),
            ("They met.\n⟦Oh", 3, 1),
        ] {
            Taken::at(marked).assert(groups::LINE_COLON, [since, 0, gap]);
        }
    }

    #[test]
    fn a_line_ends_a_sentence_or_not() {
        for (before, end) in [("They met.", 0), ("They met:", 1), ("So #day", 2), ("They met", 3)] {
            let taken = Taken::at(&alloc::format!("{before}\n⟦So glad"));
            taken.assert(groups::LINE_BEFORE, [1, end, TokenClass::Upper as usize]);
        }
    }
}
