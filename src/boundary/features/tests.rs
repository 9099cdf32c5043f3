//! Which features a candidate has.

use alloc::{format, vec::Vec};

use super::{Features, candidate::Candidate, of_candidate, of_token};
use crate::{
    boundary::{
        lexer::hash::hash,
        model::{
            group::{FeatureSink, Group},
            groups,
        },
        statistics::Statistics,
        tests::{BY_DANA, last_site},
        token::{TokenClass, Tokens},
        types::{PreviousTweet, Site},
        window::Window,
    },
    length::MAX_WEIGHT,
    marks::{Marked, Part},
};

/// Features, by the indices of their weights.
pub(in crate::boundary) struct Taken(pub(in crate::boundary) Vec<usize>);

impl FeatureSink for Taken {
    fn add(&mut self, index: usize) {
        self.0.push(index);
    }
}

impl Taken {
    /// The features of the candidate at which the last text of `marked` begins.
    pub(super) fn at(marked: &str) -> Self {
        Self::for_limit(marked, MAX_WEIGHT)
    }

    /// [`at`](Self::at) on a day when tweets could have `limit` characters.
    pub(super) fn for_limit(marked: &str, limit: usize) -> Self {
        with_candidate(marked, limit, None, |candidate| {
            let mut taken = Self(Vec::new());
            of_candidate(candidate.features, candidate.index, &mut taken);
            taken
        })
    }

    /// The parts of the features of `group`.
    pub(in crate::boundary) fn of<const N: usize>(&self, group: Group<N>) -> Vec<[usize; N]> {
        let of_group =
            |index: &&usize| (group.offset..group.offset + group.sizes.iter().product::<usize>()).contains(index);
        let in_parts = |index: &usize| {
            let mut rest = index - group.offset;
            let mut parts = group.sizes;
            for part in parts.iter_mut().rev() {
                (rest, *part) = (rest / *part, rest % *part);
            }
            parts
        };
        self.0.iter().filter(of_group).map(in_parts).collect()
    }

    /// Asserts that the only feature of `group` has these parts.
    #[track_caller]
    pub(in crate::boundary) fn assert<const N: usize>(&self, group: Group<N>, parts: [usize; N]) {
        assert_eq!(self.of(group), [parts], "found (left) and expected (right)");
    }
}

/// What `look` makes of the candidate at which the last text of `marked` begins; an attribution is added if none
/// follows it.
pub(super) fn with_candidate<T>(
    marked: &str,
    limit: usize,
    previous: Option<PreviousTweet>,
    look: impl FnOnce(Candidate<'_>) -> T,
) -> T {
    let is_whole = marked.rfind('⟧') > marked.rfind('⟦');
    let marked = Marked::read(&if is_whole { marked.into() } else { format!("{marked}⟧{BY_DANA} It rained.") });
    let site = Site { limit, ..last_site(&marked) };
    let (mut tokens, mut statistics) = (Tokens::none(), Statistics::none());
    let window = Window::read(&site, previous, &mut tokens);
    let features = Features::new(&window, &mut statistics);
    let start = marked.of(Part::Text).last().unwrap().start;
    let index = (0..features.tokens().len()).find(|index| window.in_document(*index) == start).unwrap();
    look(features.candidate(index))
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "a part of [1, 3] is not below its size")]
fn a_part_that_is_too_great_is_a_mistake() {
    Group { offset: 0, sizes: [2, 3] }.at([1, 3]);
}

#[test]
fn a_token_of_a_text_has_its_word_and_its_shape() {
    for (text, word, shape) in [
        ("Glad", Some("glad"), Ok(TokenClass::Upper)),
        ("#glad", Some("#glad"), Ok(TokenClass::Hashtag)),
        // Of a number or a URL only the shape tells, of a symbol which one it is.
        ("12", None, Ok(TokenClass::Number)),
        ("https://a.example/b", None, Ok(TokenClass::Url)),
        ("pic.twitter.com/Ab3dEf6hIj", None, Ok(TokenClass::TwitterUrl)),
        ("(", None, Err("(")),
    ] {
        let taken = with_candidate(&format!("They met. ⟦{text}"), MAX_WEIGHT, None, |candidate| {
            let mut taken = Taken(Vec::new());
            of_token(candidate.features, candidate.index, &mut taken);
            taken
        });
        let hashed = |symbol: &str| groups::WORD_CLASSES + hash(symbol.as_bytes()) as usize % groups::OTHER_SHAPES;
        taken.assert(groups::SHAPE, [shape.map_or_else(hashed, |class| class as usize)]);
        let words: Vec<_> = word.map(|word| groups::INSIDE.hashed(hash(word.as_bytes()))).into_iter().collect();
        assert_eq!(taken.0[..taken.0.len() - 1], words, "{text:?}");
    }
}
