//! A conditional logit over the candidates of each tweet, and its fit.

use std::thread;

use embedded_tweet::boundary_fit::{GROUPS, WEIGHT_COUNT};
use embedded_tweet_fitting::optimiser::{Cost, Error, least};

use crate::corpus::{Candidate, Example, Form};

/// How the fit is held back.
#[derive(Debug, Clone)]
pub struct Options {
    pub ridge: f64,
    /// The ridge of the groups of hashes: their features are many and rare, and so held closer to zero.
    pub lexical_ridge: f64,
    pub iterations: u64,
    /// The weight of a tweet in a paragraph of its own, if others have 1: there the mistakes are few, and a fit to the
    /// others would trade them for more.
    pub paragraph_weight: f64,
    /// The weight of a tweet in two parts, of which only the first is before the attribution: of such a text the last
    /// line is all.
    pub parts_weight: f64,
    pub without: Vec<String>,
}

/// A choice among candidates, of which some are right, and its weight.
pub type Choice<'e> = (&'e [Candidate], f64);

/// The scores of candidates, the nearest first.
pub fn scores(candidates: &[Candidate], weights: &[f64]) -> Vec<f64> {
    let mut inside = 0.0;
    let sum = |features: &[u32]| features.iter().map(|f| weights[*f as usize]).sum::<f64>();
    candidates
        .iter()
        .map(|c| {
            inside += sum(&c.inside);
            inside + sum(&c.features)
        })
        .collect()
}

/// The probabilities of an example's candidates.
pub fn probabilities(scores: &[f64]) -> Vec<f64> {
    let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let shares: Vec<f64> = scores.iter().map(|s| (s - best).exp()).collect();
    let total: f64 = shares.iter().sum();
    shares.into_iter().map(|s| s / total).collect()
}

/// What `weights` cost, given as `choices` in as many chunks as there are threads, and `ridge`; an infinite ridge holds
/// a weight at 0.
fn cost(chunks: &[Vec<Choice<'_>>], ridge: &[f64], weights: &[f64]) -> Cost {
    let parts: Vec<Cost> = thread::scope(|scope| {
        let handles: Vec<_> = chunks.iter().map(|c| scope.spawn(move || chunk(c, weights))).collect();
        handles.into_iter().map(|h| h.join().expect("no panic in the sum")).collect()
    });
    let mut cost = 0.0;
    let mut gradient = vec![0.0; weights.len()];
    for (part_cost, part) in parts {
        cost += part_cost;
        gradient.iter_mut().zip(part).for_each(|(g, p)| *g += p);
    }
    for ((g, w), r) in gradient.iter_mut().zip(weights).zip(ridge) {
        if r.is_finite() {
            cost += 0.5 * r * w * w;
            *g += r * w;
        } else {
            *g = 0.0;
        }
    }
    (cost, gradient)
}

fn chunk(choices: &[Choice<'_>], weights: &[f64]) -> Cost {
    let mut cost = 0.0;
    let mut gradient = vec![0.0; weights.len()];
    for &(candidates, counts) in choices {
        let scores = scores(candidates, weights);
        let p = probabilities(&scores);
        let right: f64 = p.iter().zip(candidates).filter(|(_, c)| c.exact).map(|(p, _)| p).sum();
        let right = right.max(1e-12);
        cost -= counts * right.ln();
        // The error of the candidates from here on, further left, which share the tokens inside.
        let mut rest = 0.0;
        for (candidate, p) in candidates.iter().zip(&p).rev() {
            let error = counts * (p - if candidate.exact { p / right } else { 0.0 });
            rest += error;
            for f in &candidate.features {
                gradient[*f as usize] += error;
            }
            for f in &candidate.inside {
                gradient[*f as usize] += rest;
            }
        }
    }
    (cost, gradient)
}

/// The weight of a tweet with which the input begins, of which there are two cuts.
const BEGINS_INPUT: f64 = 2.5;

/// The weights of the three fits, which have no feature in common, as one: the beginning among the candidates, the
/// beginning among the lines, and what speaks against a tweet.
pub fn fit_all(examples: &[&Example], options: &Options) -> Result<Vec<f64>, Error> {
    let weight = |e: &Example| {
        let of_form = match e.form {
            Form::Paragraph if matches!(e.edge, "begin" | "only") => BEGINS_INPUT,
            Form::Paragraph => options.paragraph_weight,
            _ => 1.0,
        };
        let of_parts = if e.in_parts { options.parts_weight } else { 1.0 };
        e.weight * of_form * of_parts
    };
    let tweets = || examples.iter().filter(|e| !e.is_false);
    let in_full: Vec<Choice<'_>> = tweets().map(|e| (&*e.candidates, weight(e))).collect();
    let by_line: Vec<Choice<'_>> = tweets().filter(|e| !e.made).map(|e| (&*e.lines, weight(e))).collect();
    let in_full = fit(&in_full, options)?;
    let by_line = fit(&by_line, options)?;
    let is_tweet: Vec<([Candidate; 2], f64)> = examples
        .iter()
        .filter(|e| !e.made || e.is_false)
        .filter_map(|e| Some((tweet_or_not(best(&e.candidates, &in_full)?.0, e.is_false), e.weight)))
        .collect();
    let is_tweet: Vec<Choice<'_>> = is_tweet.iter().map(|(choice, weight)| (&choice[..], *weight)).collect();
    let is_tweet = fit(&is_tweet, options)?;
    Ok((0..WEIGHT_COUNT).map(|i| in_full[i] + by_line[i] + is_tweet[i]).collect())
}

/// The choice between a tweet that begins at `at` and none.
fn tweet_or_not(at: &Candidate, is_false: bool) -> [Candidate; 2] {
    let outcome = |features: &[u32], exact| Candidate {
        exact,
        features: features.to_vec(),
        inside: Vec::new(),
        against: Vec::new(),
        ..*at
    };
    [outcome(&[], !is_false), outcome(&at.against, is_false)]
}

/// The likeliest of the candidates, and its probability.
pub fn best<'c>(candidates: &'c [Candidate], weights: &[f64]) -> Option<(&'c Candidate, f64)> {
    let p = probabilities(&scores(candidates, weights));
    candidates.iter().zip(p).fold(None, |best, (candidate, p)| match best {
        Some((_, most)) if most >= p => best,
        _ => Some((candidate, p)),
    })
}

/// The probability that what begins at `at` is a tweet.
pub fn tweet(at: &Candidate, weights: &[f64]) -> f64 {
    1.0 / (1.0 + at.against.iter().map(|f| weights[*f as usize]).sum::<f64>().exp())
}

/// Fits the weights to the choices.
fn fit(choices: &[Choice<'_>], options: &Options) -> Result<Vec<f64>, Error> {
    let usable: Vec<Choice<'_>> =
        choices.iter().copied().filter(|(of, weight)| *weight > 0.0 && of.iter().any(|c| c.exact)).collect();
    if let Some(unknown) = options.without.iter().find(|name| !GROUPS.iter().any(|group| group.0 == **name)) {
        return Err(Error::msg(format!("there is no group {unknown}")));
    }
    let mut ridge = Vec::with_capacity(WEIGHT_COUNT);
    for (name, size, hashed) in GROUPS {
        let r = if options.without.iter().any(|w| w == name) {
            f64::INFINITY
        } else if *hashed {
            options.lexical_ridge
        } else {
            options.ridge
        };
        ridge.extend(std::iter::repeat_n(r, *size));
    }
    let chunks: Vec<Vec<Choice<'_>>> = (0..2).map(|i| usable.iter().copied().skip(i).step_by(2).collect()).collect();
    least(WEIGHT_COUNT, options.iterations, |weights| cost(&chunks, &ridge, weights))
}
