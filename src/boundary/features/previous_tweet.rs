//! Features of the previous tweet of the document: tweets of one document tend to begin alike.

use super::candidate::Candidate;
use crate::boundary::model::{group::FeatureSink, groups};

impl Candidate<'_> {
    pub(super) fn previous_tweet(&self, sink: &mut impl FeatureSink) {
        let window = self.features.window;
        if let Some(previous) = window.previous {
            let gap = window.tokens.attribution.gap as usize;
            sink.add(groups::PREVIOUS_EDGE.at([previous.edge, self.edge, gap]));
            sink.add(groups::PREVIOUS_CLASS.at([previous.before as usize, self.before.class as usize]));
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{
        super::tests::{Taken, with_candidate},
        *,
    };
    use crate::{
        boundary::{
            token::{TokenClass, gap::TokenGap},
            types::PreviousTweet,
        },
        length::MAX_WEIGHT,
    };

    #[test]
    fn a_candidate_is_compared_with_the_previous_tweet() {
        let (edge, line) = (TokenGap::EmptyLine.edge(true), TokenGap::LineBreak.edge(false));
        let [none, colon, end] = [TokenClass::None, TokenClass::Colon, TokenClass::End];
        let taken = |previous, marked| {
            with_candidate(marked, MAX_WEIGHT, previous, |candidate| {
                let mut taken = Taken(Vec::new());
                candidate.previous_tweet(&mut taken);
                taken
            })
        };
        for before in [colon, none] {
            let taken = taken(Some(PreviousTweet { edge, before, quoted: false }), "They met.\n⟦So");
            taken.assert(groups::PREVIOUS_EDGE, [edge, line, TokenGap::Space as usize]);
            taken.assert(groups::PREVIOUS_CLASS, [before as usize, end as usize]);
        }
        assert!(taken(None, "They met.\n⟦So").0.is_empty());
    }
}
