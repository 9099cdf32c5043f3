//! Candidates and features for the fitting program: what the library itself computes. Not a stable interface.
#![allow(missing_docs)]

use alloc::vec::Vec;
use core::ops::Range;

use super::{
    Continuation,
    features::of_candidate,
    groups, model,
    reach::Reach,
    situation::{LineLayout, Situation},
};
use crate::{
    Extractor,
    boundary::{Site, after_quotation::AfterQuotation, token::gap::TokenGap},
};

/// How many weights there are, and how many steps make 1.
pub const WEIGHT_COUNT: usize = groups::WEIGHT_COUNT;
pub const SCALE: f32 = crate::boundary::model::weights::SCALE;
/// The names and sizes of the groups, in the order of the table; none are hashes.
pub const GROUPS: &[(&str, usize, bool)] = groups::GROUPS;
/// The bound of P(none) below which a continuation is returned.
pub const MOST_NONE: f32 = model::MOST_NONE;
/// The least probability of a continuation that is returned.
pub const LEAST_SOME: f32 = model::LEAST_SOME;
/// A place where the continuation may end.
#[derive(Debug)]
pub struct FitEnd {
    pub end: usize,
    pub features: Vec<u32>,
}

/// A tweet that the library found, with its first part. Offsets are bytes of the document.
#[derive(Debug)]
pub struct FitTweet {
    pub text: Range<usize>,
    pub attribution: Range<usize>,
    /// Where a continuation begins; `None` if the layout rules one out.
    pub start: Option<usize>,
    pub one_line: bool,
    /// The nearest first; "none" is not among them.
    pub candidates: Vec<FitEnd>,
    /// Whether the last one ends the input.
    pub at_edge: bool,
}

/// Goes through the tweets of `document`; `label` takes each one and returns its labelled continuation.
pub fn walk(document: &str, mut label: impl FnMut(FitTweet) -> Option<Range<usize>>) {
    let mut tweets = Extractor::new().tweets(document);
    let mut judge = |site: &Site<'_>, at: usize, habit: &mut super::Habit, next: &mut dyn FnMut() -> Option<usize>| {
        let (text, attribution) = (at..site.text_end, site.attribution..site.end);
        let Some(situation) = Situation::new(site, at, *habit) else {
            let one_line = AfterQuotation::of(site.after()).breaks == 0;
            let found = FitTweet { text, attribution, start: None, one_line, candidates: Vec::new(), at_edge: false };
            habit.note_end(site.text_from(at));
            return Continuation { span: label(found), confidence: 1.0 };
        };
        let reach = Reach::read(&situation, next());
        let candidate = |candidate: &super::reach::EndCandidate| {
            let mut features: Vec<u32> = Vec::new();
            of_candidate(&situation, &reach, candidate, &mut features);
            FitEnd { end: situation.start + usize::from(candidate.end), features }
        };
        let found = FitTweet {
            text,
            attribution,
            start: Some(situation.start),
            one_line: situation.layout == LineLayout::OneLine,
            candidates: reach.candidates().iter().map(candidate).collect(),
            at_edge: reach.candidates().last().is_some_and(|last| last.after == TokenGap::InputEdge),
        };
        let span = label(found);
        habit.note(site.document, site.text_from(at), span.as_ref());
        Continuation { span, confidence: 1.0 }
    };
    while tweets.next_by(&mut judge).is_some() {}
}

/// The share at `probability` on the line through `knots`, which are probabilities with their shares.
pub fn interpolated(probability: f32, knots: &[(f32, f32)]) -> f32 {
    crate::boundary::model::calibration::interpolated(probability, knots.iter().copied())
}
