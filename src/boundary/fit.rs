//! Candidates and features for the fitting program: what the library itself computes. Not a stable interface.
#![allow(missing_docs)]

use alloc::vec::Vec;

use super::{
    features::{Features, of_candidate, of_token},
    input_kind::InputKind,
    layout::{Layout, Outcome},
    model,
    model::group::FeatureSink,
    statistics::Statistics,
    token::Tokens,
    types::{Beginning, Boundary, PreviousTweet, Site},
    window::Window,
};

/// The greatest weighted length of a tweet on this day.
pub fn max_weight_on(day: Option<chrono::NaiveDate>) -> usize {
    crate::length::max_weight_on(day)
}

/// The script family of a letter, below 7; 0 for any other character.
pub fn script_family(c: char) -> u8 {
    super::char_class::family(c)
}

/// The groups of features, in the order of the table: their names, sizes, and whether their features are hashes of
/// words.
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
/// The kinds of input, the knots of the calibration, and today's shares at each knot for each kind.
pub const KINDS: [&str; InputKind::COUNT] = InputKind::NAMES;
pub const KNOTS: [f32; model::calibration::KNOTS.len()] = model::calibration::KNOTS;
pub type Shares = [f32; KNOTS.len()];
pub struct Calibration {
    pub words: [Shares; KINDS.len()],
    pub layout: [Shares; KINDS.len()],
    /// The least probability at which the layout answers.
    pub answers: [f32; KINDS.len()],
}
pub const CALIBRATION: Calibration = {
    let model::calibration::Measured { words, layout, answers } = model::calibration::MEASURED;
    Calibration { words, layout, answers }
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

    /// Hands the features of its window to `read`.
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
    pub boundary: Boundary,
    /// The index of the kind of input among [`KINDS`].
    pub kind: usize,
    /// The features of the candidate.
    pub features: Vec<u32>,
    /// The features of the tokens between this candidate and the one before it in the list, which is nearer.
    pub inside: Vec<u32>,
    /// The features against a tweet whose text begins there.
    pub against: Vec<u32>,
}

/// The state after the previous quotation of a document.
#[derive(Debug, Clone, Copy, Default)]
pub struct Memory(Option<PreviousTweet>);

impl FeatureSink for Vec<u32> {
    fn add(&mut self, index: usize) {
        self.push(u32::try_from(index).unwrap_or(u32::MAX));
    }
}

/// Whether `before` ends with an introduction of other people's words.
pub fn introduces(before: &str) -> bool {
    super::introduction::introduces(before)
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
            let window = features.window;
            let (at, boundary, kind) = (window.text_at(index), window.boundary(index), window.kind(index) as usize);
            let mut against = Vec::new();
            features.quotation(index).against(&mut against);
            FitCandidate { at, boundary, kind, features: of_this, inside, against }
        };
        features.candidates().iter().map(candidate).collect()
    })
}

/// The lines at which the text may begin, for the first stage, the nearest first; the last stands for none of them.
pub fn lines(labelled: &Labelled<'_>, memory: Memory) -> Vec<FitCandidate> {
    let site = labelled.site();
    let layout = Layout::read(&site, memory.0);
    let outcome = |outcome| {
        let (mut features, inside, mut against) = (Vec::new(), Vec::new(), Vec::new());
        layout.of_outcome(outcome, &mut features);
        let (at, boundary, kind) = match outcome {
            Outcome::Line(index) => {
                layout.quotation(index).against(&mut against);
                (layout.at(index), layout.boundary(index), layout.kind(index))
            }
            Outcome::None => (usize::MAX, Boundary::Words, InputKind::OneLine),
        };
        FitCandidate { at, boundary, kind: kind as usize, features, inside, against }
    };
    layout.outcomes().map(outcome).collect()
}

/// Remembers a quotation whose text begins at `at`.
pub fn remember(labelled: &Labelled<'_>, at: usize, memory: &mut Memory) {
    memory.0 = labelled.with_features(*memory, |features| {
        let mut indices = 0..features.tokens().len();
        let index = indices.find(|index| features.window.in_document(*index) >= at);
        index.map(|index| features.window.as_previous(index)).or(memory.0)
    });
}

/// The share at `probability` on the line through the `shares` at the knots.
pub fn interpolated(probability: f32, shares: &Shares) -> f32 {
    model::calibration::at_knots(probability, shares)
}

/// The answer of the library with its weights: the offset, the kind of boundary, and the confidence.
pub fn beginning(labelled: &Labelled<'_>, memory: &mut Memory) -> (usize, Boundary, f32) {
    let Beginning { at, boundary, confidence } = super::find::beginning(&labelled.site(), &mut memory.0);
    (at, boundary, confidence)
}
