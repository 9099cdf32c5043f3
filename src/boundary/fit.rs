//! Candidates and features for the fitting program: what the library itself computes. Not a stable interface.
#![allow(missing_docs)]

use alloc::vec::Vec;

use super::{
    features::{Features, of_candidate, of_token},
    layout_rules, model,
    model::groups::FeatureSink,
    score,
    statistics::Statistics,
    token::Tokens,
    types::{Beginning, Boundary, PreviousTweet, Site},
    window::Window,
};

/// The greatest weighted length of a tweet on this day.
pub fn max_weight_on(day: Option<chrono::NaiveDate>) -> usize {
    crate::length::max_weight_on(day)
}

/// The groups of features, in the order of the table: their names, sizes, and whether their features are hashes of words, which
/// are many, and rare.
pub const GROUPS: &[(&str, usize, bool)] = model::groups::GROUPS;
/// How many weights there are.
pub const WEIGHT_COUNT: usize = model::groups::WEIGHT_COUNT;
/// The steps that letters stand for, and the steps of a weight of 1.
pub const LEVELS: [i8; 27] = model::weights::LEVELS;
pub const SCALE: f32 = model::weights::SCALE;
/// Today's weights in steps, and today's files.
pub static WEIGHTS: &[i8] = &model::weights::WEIGHTS;
pub const WEIGHTS_FILE: &str = model::weights::FILE;
pub const CALIBRATION_FILE: &str = include_str!("model/calibration.txt");
/// Today's calibration: the reliability, the share of exact quotes, and that of exact blocks.
pub const CALIBRATION: (&[(f32, f32)], f32, f32) = {
    let model::calibration::Calibration { reliability, quotes, blocks } = model::calibration::MEASURED;
    (reliability, quotes, blocks)
};

/// A labelled attribution.
#[derive(Debug, Clone, Copy)]
pub struct Labelled<'t> {
    pub document: &'t str,
    pub previous_end: usize,
    pub text_end: usize,
    pub attribution: usize,
    pub end: usize,
    pub name: &'t str,
    pub handle: &'t str,
    /// The greatest weighted length of a tweet of its day.
    pub limit: usize,
}

impl<'t> Labelled<'t> {
    fn site(&self) -> Site<'t> {
        let Self { document, previous_end, text_end, attribution, end, name, handle, limit } = *self;
        Site { document, previous_end, text_end, attribution, end, name, handle, limit }
    }

    /// What `read` makes of the features of its window.
    fn with_features<T>(&self, memory: Memory, read: impl FnOnce(Features<'_>) -> T) -> T {
        let (mut tokens, mut statistics) = (Tokens::none(), Statistics::none());
        let window = Window::read(&self.site(), memory.0, &mut tokens);
        read(Features::new(&window, &mut statistics))
    }
}

/// A candidate with its features.
#[derive(Debug)]
pub struct FitCandidate {
    /// Byte offset into the document.
    pub at: usize,
    pub kind: Boundary,
    /// The features of the candidate.
    pub features: Vec<u32>,
    /// The features of the tokens between this candidate and the one before it in the list, which is nearer.
    pub inside: Vec<u32>,
}

/// What the previous quotation of a document tells.
#[derive(Debug, Clone, Copy, Default)]
pub struct Memory(Option<PreviousTweet>);

impl FeatureSink for Vec<u32> {
    fn add(&mut self, index: usize) {
        self.push(u32::try_from(index).unwrap_or(u32::MAX));
    }
}

/// The candidates, the nearest first.
pub fn candidates(labelled: &Labelled<'_>, memory: Memory) -> Vec<FitCandidate> {
    labelled.with_features(memory, |features| {
        let mut reached = features.tokens().len();
        let candidate = |index| {
            let (mut of_this, mut inside) = (Vec::new(), Vec::new());
            (index..reached).for_each(|inner| of_token(features, inner, &mut inside));
            reached = index;
            of_candidate(features, index, &mut of_this);
            features.near(index).for_each(|near| features.nearby(near, &mut of_this));
            let (at, kind) = (features.window.in_document(index), score::boundary(features.window, index));
            FitCandidate { at, kind, features: of_this, inside }
        };
        features.candidates().iter().map(candidate).collect()
    })
}

/// Where the text begins, and after what, if the layout rules answer: the candidates are not scored then.
pub fn by_layout(labelled: &Labelled<'_>) -> Option<(usize, Boundary)> {
    let (Beginning { at, boundary, .. }, _) = layout_rules::beginning(&labelled.site())?;
    Some((at, boundary))
}

/// Remembers a quotation whose text begins at `at`.
pub fn remember(labelled: &Labelled<'_>, at: usize, memory: &mut Memory) {
    memory.0 = match layout_rules::beginning(&labelled.site()) {
        Some((_, this)) => Some(this),
        None => labelled.with_features(*memory, |features| {
            let mut indices = 0..features.tokens().len();
            let index = indices.find(|index| features.window.in_document(*index) >= at);
            index.map(|index| features.window.as_previous(index)).or(memory.0)
        }),
    };
}

/// The share at `probability` on the line through `knots`, which are probabilities with their shares.
pub fn interpolated(probability: f32, knots: &[(f32, f32)]) -> f32 {
    model::calibration::interpolated(probability, knots)
}

/// The answer of the library with its weights: the offset, the kind of boundary, and the confidence.
pub fn beginning(labelled: &Labelled<'_>, memory: &mut Memory) -> (usize, Boundary, f32) {
    let Beginning { at, boundary, confidence } = super::find::beginning(&labelled.site(), &mut memory.0);
    (at, boundary, confidence)
}
