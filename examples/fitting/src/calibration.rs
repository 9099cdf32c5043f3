//! How often an answer is right that is given with some probability.

/// An answer to an example that was not fitted to.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    pub probability: f64,
    pub is_right: bool,
    pub weight: f64,
}

/// The weight with which a probability is believed before an answer is seen.
const PRIOR: f64 = 3.0;
/// The most that is believed so.
const SUREST_PRIOR: f64 = 0.99;

/// The share of right answers near each of the probabilities `at`, which rise; it never falls (isotonic regression). An
/// answer between two of them counts for both, more for the nearer.
pub fn shares(answers: &[Answer], at: &[f64]) -> Vec<f64> {
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (i, knot) in at.iter().enumerate() {
        let below = if i == 0 { -1.0 } else { at[i - 1] };
        let above = at.get(i + 1).copied().unwrap_or(2.0);
        let (mut right, mut total) = (PRIOR * knot.min(SUREST_PRIOR), PRIOR);
        for &Answer { probability, is_right, weight } in answers {
            let near = if probability <= *knot {
                (probability - below) / (knot - below)
            } else {
                (above - probability) / (above - knot)
            };
            if near > 0.0 {
                total += near * weight;
                right += if is_right { near * weight } else { 0.0 };
            }
        }
        pools.push((right, total, 1));
        while let [.., a, b] = pools[..] {
            if a.0 / a.1 <= b.0 / b.1 {
                break;
            }
            pools.truncate(pools.len() - 2);
            pools.push((a.0 + b.0, a.1 + b.1, a.2 + b.2));
        }
    }
    pools.into_iter().flat_map(|(right, total, n)| std::iter::repeat_n(right / total, n)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_never_fall() {
        let answers = |probability: f64, right: usize| {
            (0..1000).map(move |n| Answer { probability, is_right: n < right, weight: 1.0 })
        };
        let given: Vec<Answer> = answers(0.0, 100).chain(answers(0.5, 800)).chain(answers(1.0, 700)).collect();
        let found = shares(&given, &[0.0, 0.5, 1.0]);
        assert!((found[0] - 0.1).abs() < 0.01, "{found:?}");
        assert!((found[1] - 0.75).abs() < 0.01 && (found[2] - found[1]).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn without_answers_a_probability_is_believed() {
        let found = shares(&[], &[0.0, 0.5, 1.0]);
        assert!(found.iter().zip([0.0, 0.5, 0.99]).all(|(share, at)| (share - at).abs() < 1e-9), "{found:?}");
    }
}
