//! A conditional logit over the candidates of each tweet and "none", and its fit.

use std::cell::RefCell;

use argmin::{
    core::{CostFunction, Error, Executor, Gradient, State},
    solver::{linesearch::MoreThuenteLineSearch, quasinewton::LBFGS},
};
use embedded_tweet::continuation_fit::WEIGHT_COUNT;

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

/// A point, its cost and its gradient.
type Evaluated = (Vec<f64>, f64, Vec<f64>);

struct Problem<'e> {
    examples: &'e [&'e Example],
    ridge: f64,
    /// The last point asked for, its cost and gradient: the optimiser asks for one after the other.
    last: RefCell<Option<Evaluated>>,
}

impl Problem<'_> {
    fn evaluate<T>(&self, weights: &[f64], take: impl Fn(f64, &[f64]) -> T) -> T {
        if let Some((at, cost, gradient)) = &*self.last.borrow() {
            if at == weights {
                return take(*cost, gradient);
            }
        }
        let mut cost = weights.iter().map(|w| 0.5 * self.ridge * w * w).sum::<f64>();
        let mut gradient: Vec<f64> = weights.iter().map(|w| self.ridge * w).collect();
        for example in self.examples {
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
        let out = take(cost, &gradient);
        *self.last.borrow_mut() = Some((weights.to_vec(), cost, gradient));
        out
    }
}

impl CostFunction for Problem<'_> {
    type Param = Vec<f64>;
    type Output = f64;

    fn cost(&self, weights: &Vec<f64>) -> Result<f64, Error> {
        Ok(self.evaluate(weights, |cost, _| cost))
    }
}

impl Gradient for Problem<'_> {
    type Param = Vec<f64>;
    type Gradient = Vec<f64>;

    fn gradient(&self, weights: &Vec<f64>) -> Result<Vec<f64>, Error> {
        Ok(self.evaluate(weights, |_, gradient| gradient.to_vec()))
    }
}

/// Fits the weights to the examples.
pub fn fit(examples: &[&Example], ridge: f64, iterations: u64) -> Result<Vec<f64>, Error> {
    let usable: Vec<&Example> = examples.iter().copied().filter(|e| e.is_usable()).collect();
    let problem = Problem { examples: &usable, ridge, last: RefCell::new(None) };
    let solver = LBFGS::new(MoreThuenteLineSearch::new(), 8).with_tolerance_grad(1e-3)?.with_tolerance_cost(1e-6)?;
    let result = Executor::new(problem, solver)
        .configure(|state| state.param(vec![0.0; WEIGHT_COUNT]).max_iters(iterations))
        .run()?;
    Ok(result.state().get_best_param().cloned().unwrap_or_default())
}
