//! Candidates and features for the fitting program: what the library itself computes. Not a stable interface.
#![allow(missing_docs)]

use alloc::vec::Vec;

use super::{
    Beginning, Boundary, Habits, Site,
    features::Sink,
    layout_rules,
    score::{Stretch, kind},
    statistics::Totals,
    token::Tokens,
};

/// The most weighted characters of a tweet of this day.
pub fn max_weight_on(day: Option<chrono::NaiveDate>) -> usize {
    crate::length::max_weight_on(day)
}

/// Names and sizes of the groups of features, in the order of the table.
pub const GROUPS: &[(&str, usize)] = super::model::groups::GROUPS;
/// How many weights there are.
pub const WEIGHT_COUNT: usize = super::model::groups::WEIGHT_COUNT;
/// The levels of the table's letters, and the steps of a weight of 1.
pub const LEVELS: [i8; 27] = super::model::table::LEVELS;
pub const SCALE: f32 = super::model::table::SCALE;

/// A labelled attribution.
#[derive(Debug, Clone, Copy)]
pub struct Labelled<'t> {
    pub document: &'t str,
    pub floor: usize,
    pub text_end: usize,
    pub attribution: usize,
    pub end: usize,
    pub name: &'t str,
    pub handle: &'t str,
    /// The most weighted characters of a tweet of its day.
    pub limit: usize,
}

impl<'t> Labelled<'t> {
    fn site(&self) -> Site<'t> {
        let Self { document, floor, text_end, attribution, end, name, handle, limit } = *self;
        Site { document, floor, text_end, attribution, end, name, handle, limit }
    }
}

/// A place with its features.
#[derive(Debug)]
pub struct Place {
    /// Byte offset into the document.
    pub at: usize,
    pub kind: Boundary,
    /// The features of the place.
    pub features: Vec<u32>,
    /// The features of the tokens between this place and the nearer one before it in the list.
    pub inside: Vec<u32>,
}

/// What the previous quotations of a document taught.
#[derive(Debug, Clone, Copy, Default)]
pub struct Memory(Habits);

struct List(Vec<u32>);

impl Sink for List {
    fn add(&mut self, index: usize) {
        self.0.push(u32::try_from(index).unwrap_or(u32::MAX));
    }
}

/// The places at which the text may begin, the nearest first.
pub fn places(labelled: &Labelled<'_>, memory: Memory) -> Vec<Place> {
    let (mut tokens, mut totals) = (Tokens::none(), Totals::none());
    let stretch = Stretch::new(&labelled.site(), memory.0, &mut tokens);
    let features = stretch.features(&mut totals);
    let tokens = stretch.tokens.as_slice();
    let mut reached = tokens.len();
    let candidates = features.candidates();
    candidates
        .iter()
        .filter_map(|index| {
            let (mut place, mut inside) = (List(Vec::new()), List(Vec::new()));
            for i in index..reached {
                features.inside(i, &mut inside);
            }
            reached = index;
            features.place(index, &mut place);
            for i in features.near(index) {
                features.nearby(i, &mut place);
            }
            let token = tokens.get(index)?;
            let at = stretch.begin + usize::from(token.start);
            let kind = kind(index.checked_sub(1).and_then(|i| tokens.get(i)), token, stretch.known.follows_quotation);
            Some(Place { at, kind, features: place.0, inside: inside.0 })
        })
        .collect()
}

/// Where the text begins, and after what, if the layout settles it: the places are not judged then.
pub fn settled(labelled: &Labelled<'_>) -> Option<(usize, Boundary)> {
    let Beginning { at, boundary, .. } = layout_rules::settled(&labelled.site())?.beginning();
    Some((at, boundary))
}

/// What is remembered of a quotation whose text begins at `at`.
pub fn remember(labelled: &Labelled<'_>, at: usize, memory: &mut Memory) {
    if let Some(settled) = layout_rules::settled(&labelled.site()) {
        memory.0.learn_settled(settled);
        return;
    }
    let (mut tokens, mut totals) = (Tokens::none(), Totals::none());
    let stretch = Stretch::new(&labelled.site(), memory.0, &mut tokens);
    let features = stretch.features(&mut totals);
    let tokens = stretch.tokens.as_slice();
    if let Some(index) = tokens.iter().position(|t| stretch.begin + usize::from(t.start) >= at) {
        if let Some(token) = tokens.get(index) {
            let before = index.checked_sub(1).and_then(|i| tokens.get(i));
            memory.0.learn(features.edge(index), token, before);
        }
    }
}

/// The confidence that `knots`, probabilities with their shares of exact beginnings, make of a probability.
pub fn calibrated(probability: f32, knots: &[(f32, f32)]) -> f32 {
    super::model::calibration::calibrated(probability, knots)
}

/// What the library makes of it with the weights it has: the place, the kind of boundary, the confidence.
pub fn beginning(labelled: &Labelled<'_>, memory: &mut Memory) -> (usize, Boundary, f32) {
    let Beginning { at, boundary, confidence } = super::beginning(&labelled.site(), &mut memory.0);
    (at, boundary, confidence)
}
