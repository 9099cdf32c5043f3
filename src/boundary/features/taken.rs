//! For tests: which features a place has.

use alloc::{format, vec::Vec};

use crate::length::{MAX_WEIGHT, MAX_WEIGHT_UNTIL_2017};

use super::{
    super::{
        Site,
        model::groups::Group,
        previous_tweet::Habits,
        score::Stretch,
        statistics::Totals,
        tests::Marked,
        token::{Token, Tokens},
    },
    Features, Sink,
};

/// Features by the indices of their weights.
pub(in crate::boundary) struct Taken(pub(in crate::boundary) Vec<usize>);

impl Sink for Taken {
    fn add(&mut self, index: usize) {
        self.0.push(index);
    }
}

impl Taken {
    /// The features of the place where `⟦` stands; a quotation is added where `marked` ends with its text.
    pub(in crate::boundary) fn at(marked: &str) -> Self {
        Self::of(marked, false)
    }

    /// The same for a tweet of the time when tweets held 140 characters.
    pub(in crate::boundary) fn at_short(marked: &str) -> Self {
        Self::of(marked, true)
    }

    fn of(marked: &str, short: bool) -> Self {
        looking_at(marked, short, |features, place| {
            let mut taken = Self(Vec::new());
            features.place(place, &mut taken);
            taken
        })
    }

    /// Asserts that of `group` the place has one feature, whose `parts` are these, each of so many values.
    #[track_caller]
    pub(in crate::boundary) fn assert(&self, group: Group, parts: &[(usize, usize)]) {
        let values = self.0.iter().filter_map(|i| i.checked_sub(group.at(0)).filter(|value| group.at(*value) == *i));
        let in_parts = |value: usize| {
            let mut rest = value;
            let mut found = Vec::new();
            for (_, size) in parts.iter().rev() {
                found.push(rest % size);
                rest /= size;
            }
            found.reverse();
            found
        };
        let found: Vec<_> = values.map(in_parts).collect();
        let expected: Vec<_> = parts.iter().map(|(part, _)| *part).collect();
        assert_eq!(found, [expected], "found (left) and expected (right)");
    }
}

/// What `look` makes of the features of `marked`'s last quotation and of the place where `⟦` stands.
pub(in crate::boundary) fn looking_at<R>(marked: &str, short: bool, look: impl FnOnce(&Features<'_>, usize) -> R) -> R {
    let is_whole = marked.rfind('⟧') > marked.rfind('⟦');
    let tail = if is_whole { "" } else { "⟧ — Dana Ortiz (@dortiz) July 14, 2021¦ It rained." };
    let marked = Marked::new(&format!("{marked}{tail}"));
    let place = *marked.beginnings.last().unwrap();
    let limit = if short { MAX_WEIGHT_UNTIL_2017 } else { MAX_WEIGHT };
    let site = Site { limit, ..*marked.sites().last().unwrap() };
    let (mut tokens, mut totals) = (Tokens::none(), Totals::none());
    let stretch = Stretch::new(&site, Habits::default(), &mut tokens);
    let features = stretch.features(&mut totals);
    let begins = |token: &Token| stretch.begin + usize::from(token.start) == place;
    let index = stretch.tokens.as_slice().iter().position(begins).unwrap();
    look(&features, index)
}
