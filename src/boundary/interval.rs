//! Intervals: features know a length or a count by the interval in which it lies.

/// The number of the interval in which `value` lies; each of `ends` is the greatest value of its own.
#[inline]
pub(super) fn interval(value: usize, ends: &[usize]) -> usize {
    ends.iter().map(|end| usize::from(value > *end)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_lies_in_the_first_interval_that_reaches_it() {
        for (value, number) in [(0, 0), (3, 0), (4, 1), (12, 1), (13, 2), (25, 2), (26, 3), (usize::MAX, 3)] {
            assert_eq!(interval(value, &[3, 12, 25]), number, "{value}");
        }
    }
}
