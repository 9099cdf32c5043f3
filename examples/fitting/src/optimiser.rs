//! Finds the weights of the least cost.

use std::cell::RefCell;

pub use argmin::core::Error;
use argmin::{
    core::{CostFunction, Executor, Gradient, State},
    solver::{linesearch::MoreThuenteLineSearch, quasinewton::LBFGS},
};

/// A cost and its gradient.
pub type Cost = (f64, Vec<f64>);

struct Problem<F> {
    cost: F,
    /// The last point asked for, with what it costs: the optimiser asks for cost and gradient one after the other.
    last: RefCell<Option<(Vec<f64>, Cost)>>,
}

impl<F: Fn(&[f64]) -> Cost> Problem<F> {
    fn evaluate<T>(&self, weights: &[f64], take: impl Fn(&Cost) -> T) -> T {
        if let Some((at, cost)) = &*self.last.borrow() {
            if at == weights {
                return take(cost);
            }
        }
        let cost = (self.cost)(weights);
        let out = take(&cost);
        *self.last.borrow_mut() = Some((weights.to_vec(), cost));
        out
    }
}

impl<F: Fn(&[f64]) -> Cost> CostFunction for Problem<F> {
    type Param = Vec<f64>;
    type Output = f64;

    fn cost(&self, weights: &Vec<f64>) -> Result<f64, Error> {
        Ok(self.evaluate(weights, |(cost, _)| *cost))
    }
}

impl<F: Fn(&[f64]) -> Cost> Gradient for Problem<F> {
    type Param = Vec<f64>;
    type Gradient = Vec<f64>;

    fn gradient(&self, weights: &Vec<f64>) -> Result<Vec<f64>, Error> {
        Ok(self.evaluate(weights, |(_, gradient)| gradient.clone()))
    }
}

/// The `count` weights that cost least, sought from 0 on in so many iterations at most (L-BFGS).
///
/// # Errors
///
/// What the optimiser says.
pub fn least(count: usize, iterations: u64, cost: impl Fn(&[f64]) -> Cost) -> Result<Vec<f64>, Error> {
    let problem = Problem { cost, last: RefCell::new(None) };
    let solver = LBFGS::new(MoreThuenteLineSearch::new(), 8).with_tolerance_grad(1e-3)?.with_tolerance_cost(1e-6)?;
    let result =
        Executor::new(problem, solver).configure(|state| state.param(vec![0.0; count]).max_iters(iterations)).run()?;
    Ok(result.state().get_best_param().cloned().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bowl_has_its_least_cost_at_its_bottom() {
        let bowl = |at: &[f64]| {
            let away = [at[0] - 3.0, at[1] + 1.0];
            (away[0] * away[0] + 2.0 * away[1] * away[1], vec![2.0 * away[0], 4.0 * away[1]])
        };
        let found = least(2, 50, bowl).unwrap();
        assert!((found[0] - 3.0).abs() < 0.01 && (found[1] + 1.0).abs() < 0.01, "{found:?}");
    }
}
