//! A conditional logit over the candidates of each tweet and "none", and its fit.

use embedded_tweet::continuation_fit::WEIGHT_COUNT;
use embedded_tweet_fitting::optimiser::{Cost, Error, least};

use crate::corpus::Example;

/// The probability of "none", and those of the candidates.
pub fn probabilities(example: &Example, weights: &[f64]) -> (f64, Vec<f64>) {
    let score = |features: &Vec<u32>| features.iter().map(|f| weights[*f as usize]).sum::<f64>();
    let scores: Vec<f64> = example.candidates.iter().map(score).collect();
    let best = scores.iter().copied().fold(0.0, f64::max);
    let none = (-best).exp();
    let shares: Vec<f64> = scores.iter().map(|s| (s - best).exp()).collect();
    let total = none + shares.iter().sum::<f64>();
    (none / total, shares.into_iter().map(|share| share / total).collect())
}

/// What `weights` cost.
fn cost(examples: &[&Example], ridge: f64, weights: &[f64]) -> Cost {
    let mut cost = weights.iter().map(|w| 0.5 * ridge * w * w).sum::<f64>();
    let mut gradient: Vec<f64> = weights.iter().map(|w| ridge * w).collect();
    for example in examples {
        let (none, shares) = probabilities(example, weights);
        let right = example.right.map_or(none, |right| shares[right]).max(1e-12);
        cost -= example.weight * right.ln();
        for (index, (features, share)) in example.candidates.iter().zip(&shares).enumerate() {
            let error = example.weight * (share - f64::from(u8::from(example.right == Some(index))));
            for f in features {
                gradient[*f as usize] += error;
            }
        }
    }
    (cost, gradient)
}

/// Fits the weights to the examples.
pub fn fit(examples: &[&Example], ridge: f64, iterations: u64) -> Result<Vec<f64>, Error> {
    let usable: Vec<&Example> = examples.iter().copied().filter(|e| e.is_usable()).collect();
    least(WEIGHT_COUNT, iterations, |weights| cost(&usable, ridge, weights))
}
