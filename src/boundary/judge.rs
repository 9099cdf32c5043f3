//! Weighs the places and names the best.

use super::{
    Beginning, Boundary, Site,
    calibration::confidence,
    candidate::MOST_CANDIDATES,
    feature::{Attribution, Features, Known, Sink},
    habits::Habits,
    table::{SCALE, WEIGHTS},
    token::{Class, Gap, Tokens},
    window::window,
};
use crate::work;

/// The most characters that count in a tweet, before and since 8 November 2017.
const LIMITS: [usize; 2] = [280, 140];

/// The stretch of a site's document that is looked at.
pub(super) struct Stretch<'t> {
    /// Where it begins in the document.
    pub(super) begin: usize,
    pub(super) tokens: Tokens,
    pub(super) known: Known<'t>,
    /// Whether it reaches the floor.
    pub(super) whole: bool,
}

impl<'t> Stretch<'t> {
    pub(super) fn new(site: &Site<'t>, habits: Habits) -> Self {
        let before = site.document.get(site.floor..site.text_end).unwrap_or_default();
        let window = window(before);
        let begin = site.text_end - window.len();
        let tail = site.document.get(site.text_end..site.attribution).unwrap_or_default();
        let at_line_start = begin == 0 || site.document.get(..begin).is_some_and(|d| d.ends_with('\n'));
        work::step(window.len());
        let tokens = Tokens::new(window, tail, at_line_start);
        let whole = window.len() == before.len() && !tokens.cut;
        let known = Known {
            follows_quotation: whole && site.floor > 0,
            after: gap_after(site.document.get(site.end..).unwrap_or_default()),
            after_breaks: breaks_after(site.document.get(site.end..).unwrap_or_default()),
            attribution: Attribution::read(site.document.get(site.attribution..site.end).unwrap_or_default()),
            limit: if site.short { LIMITS[1] } else { LIMITS[0] },
            name: site.name,
            handle: site.handle,
            habits,
        };
        Self { begin, tokens, known, whole }
    }

    pub(super) fn features(&self) -> Features<'_> {
        Features::new(&self.tokens, self.whole, self.known)
    }
}

/// The gap at the beginning of `rest`.
fn gap_after(rest: &str) -> Gap {
    let mut breaks = 0;
    let mut columns = 0;
    for c in rest.chars().take(64) {
        match c {
            '\n' => breaks += 1,
            '>' | '|' if breaks > 0 => {}
            c if c.is_whitespace() => columns += 1,
            _ => {
                return match (breaks, columns) {
                    (0, 0) => Gap::None,
                    (0, 1) => Gap::Space,
                    (0, _) => Gap::Wide,
                    (1, _) => Gap::Line,
                    _ => Gap::Blank,
                };
            }
        }
    }
    if rest.len() > 64 { Gap::Blank } else { Gap::Edge }
}

/// The line breaks before the first word of `rest`.
fn breaks_after(rest: &str) -> usize {
    rest.chars().take(64).take_while(|c| c.is_whitespace() || matches!(c, '>' | '|')).filter(|c| *c == '\n').count()
}

/// Adds up the weights of features.
struct Sum(i32);

impl Sink for Sum {
    fn add(&mut self, index: usize) {
        self.0 += WEIGHTS.get(index).copied().map_or(0, i32::from);
    }
}

pub(super) fn judge(site: &Site<'_>, habits: &mut Habits) -> Beginning {
    let stretch = Stretch::new(site, *habits);
    let features = stretch.features();
    let tokens = stretch.tokens.as_slice();
    let mut scores = [0_i32; MOST_CANDIDATES];
    let (mut inside, mut reached) = (Sum(0), tokens.len());
    let (mut best, mut best_score) = (None, i32::MIN);
    let candidates = features.candidates();
    for (place, slot) in candidates.iter().zip(&mut scores) {
        for index in place..reached {
            work::step(1);
            features.inside(index, &mut inside);
        }
        reached = place;
        let mut sum = Sum(inside.0);
        features.place(place, &mut sum);
        *slot = sum.0;
        if sum.0 > best_score {
            (best, best_score) = (Some(place), sum.0);
        }
    }
    let Some((place, token)) = best.and_then(|i| Some((i, tokens.get(i)?))) else {
        return Beginning { at: site.text_end, boundary: Boundary::Budget, confidence: 0.0 };
    };
    let probability = {
        let total: f32 = scores.iter().take(candidates.len()).map(|s| exp(to_logit(s - best_score))).sum();
        1.0 / total.max(1.0)
    };
    let before = place.checked_sub(1).and_then(|i| tokens.get(i));
    habits.learn(features.edge(place), token, before);
    Beginning {
        at: stretch.begin + usize::from(token.start),
        boundary: kind(before.map(|t| (t.class, t.depth)), token.gap, token.depth, stretch.known.follows_quotation),
        confidence: confidence(probability),
    }
}

#[allow(clippy::cast_precision_loss)]
fn to_logit(score: i32) -> f32 {
    score as f32 / SCALE
}

/// `e` to the power of `x`, for `x` from -87 to 0; a little off in the third digit.
fn exp(x: f32) -> f32 {
    // (1 + x/256)^256
    let mut base = 1.0 + x.max(-80.0) / 256.0;
    for _ in 0..8 {
        base *= base;
    }
    base
}

fn kind(before: Option<(Class, u8)>, gap: Gap, depth: u8, follows_quotation: bool) -> Boundary {
    let Some((class, depth_before)) = before else {
        return if follows_quotation { Boundary::Quotation } else { Boundary::Paragraph };
    };
    match gap {
        Gap::Wrap | Gap::Line | Gap::Blank if depth > depth_before => Boundary::Quote,
        Gap::Blank | Gap::Edge => Boundary::Paragraph,
        Gap::Wrap | Gap::Line => Boundary::Line,
        Gap::None => Boundary::Glue,
        Gap::Space | Gap::Wide if class == Class::Colon => Boundary::Cue,
        Gap::Space | Gap::Wide if matches!(class, Class::End | Class::Close | Class::Quote) => Boundary::Sentence,
        Gap::Space | Gap::Wide => Boundary::Budget,
    }
}
