//! Features of the input's edge: an input that begins with a tweet, or is one, begins with the text.

use super::candidate::Candidate;
use crate::boundary::{
    feature_values::fine_length_step,
    model::{group::FeatureSink, groups},
    token::gap::TokenGap,
};

/// The weight in one step of the rest of the input before the text.
const LEFT_STEP: u16 = 16;

impl Candidate<'_> {
    /// Whether the input begins in the window, and the rest of the input before the text.
    pub(super) fn input_edge(&self, sink: &mut impl FeatureSink) {
        let (window, is_first) = (self.features.window, self.index == 0);
        let begins = !window.follows_quotation;
        if !window.whole || !(begins || is_first) {
            return;
        }
        let all = self.features.statistics.prefix(self.features.tokens().len()).weight;
        let fits = usize::from(all) <= window.site.limit;
        let after = window.after.gap;
        if begins {
            let state = 2 * usize::from(!fits) + usize::from(!is_first);
            sink.add(groups::INPUT_EDGE.at([state, window.tokens.attribution.gap as usize, after as usize]));
        }
        if is_first {
            let length = fine_length_step(usize::from(all), window.site.limit);
            let ends = usize::from(after == TokenGap::InputEdge);
            sink.add(groups::INPUT_LENGTH.at([usize::from(!begins), length, ends]));
        } else if fits {
            let left = usize::from(self.prefix.weight / LEFT_STEP).min(7);
            sink.add(groups::INPUT_LEFT.at([left, self.before.class as usize, usize::from(self.token.is_line())]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::Taken, *};
    use crate::boundary::{
        tests::{BY_DANA, BY_KIM},
        token::TokenClass,
    };

    #[test]
    fn the_edge_of_the_input_is_a_place_of_its_own() {
        let long = "They met on a day. ".repeat(20);
        let (space, end) = (TokenGap::Space as usize, TokenGap::InputEdge as usize);
        for (marked, state, after) in [
            (alloc::format!("⟦So glad⟧{BY_DANA}"), 0, end),
            (alloc::format!("They met. ⟦So glad⟧{BY_DANA}"), 1, end),
            (alloc::format!("⟦{long}⟧{BY_DANA} It"), 2, space),
            (alloc::format!("{long}⟦So glad⟧{BY_DANA} It"), 3, space),
        ] {
            Taken::at(&marked).assert(groups::INPUT_EDGE, [state, space, after]);
        }
        let taken = Taken::at(&alloc::format!("⟦Glad⟧{BY_KIM} ⟦So glad⟧{BY_DANA} It"));
        assert!(taken.of(groups::INPUT_EDGE).is_empty());
    }

    #[test]
    fn what_is_left_of_the_input_is_told_where_all_of_it_could_be_a_tweet() {
        let stop = TokenClass::End as usize;
        let taken = Taken::at(&alloc::format!("They met on a day of May. ⟦So glad⟧{BY_DANA}"));
        taken.assert(groups::INPUT_LEFT, [1, stop, 0]);
        let taken = Taken::at(&alloc::format!("They met on a day of May:\n⟦So glad⟧{BY_DANA}"));
        taken.assert(groups::INPUT_LEFT, [1, TokenClass::Colon as usize, 1]);
        assert!(taken.of(groups::INPUT_LENGTH).is_empty());
        for (marked, start, is_last) in [
            (alloc::format!("⟦So glad⟧{BY_DANA}"), 0, 1),
            (alloc::format!("⟦So glad⟧{BY_DANA} It"), 0, 0),
            (alloc::format!("⟦Glad⟧{BY_KIM} ⟦So glad⟧{BY_DANA} It"), 1, 0),
        ] {
            let taken = Taken::at(&marked);
            taken.assert(groups::INPUT_LENGTH, [start, 0, is_last]);
            assert!(taken.of(groups::INPUT_LEFT).is_empty(), "{marked}");
        }
    }
}
