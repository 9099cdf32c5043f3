//! The small numbers by which features know lengths, counts and comparisons.

use super::model::groups::LENGTHS;

/// The number of the interval in which `value` lies; each of `ends` is the greatest value of its own.
#[inline]
pub(super) fn interval(value: usize, ends: &[usize]) -> usize {
    ends.iter().map(|end| usize::from(value > *end)).sum()
}

/// 0 for less, 1 for equal, 2 for greater.
#[inline]
pub(super) fn order<T: Ord + Copy>(a: T, b: T) -> usize {
    usize::from(a >= b) + usize::from(a > b)
}

/// A text that is longer than a tweet by no more may still be one.
const SLACK: usize = 40;

/// 0 for a text that fits into a tweet of at most `limit`, 1 for one that is a little too long, 2 for others.
#[inline]
pub(super) fn fits(weight: usize, limit: usize) -> usize {
    usize::from(weight > limit) + usize::from(weight > limit + SLACK)
}

/// The step of a weighted length, below `count`; so many steps make up the limit of its day.
#[inline]
pub(super) fn length_step(weight: usize, limit: usize, steps: usize, count: usize) -> usize {
    (weight * steps / limit.max(1)).min(count - 1)
}

/// [`length_step`] in eighteenths of the limit.
#[inline]
pub(super) fn fine_length_step(weight: usize, limit: usize) -> usize {
    length_step(weight, limit, 18, LENGTHS)
}

/// About what `words` weigh: characters of East Asia and emoji count two.
///
/// In short chunks whose sums fit into a byte, which the compiler adds up many at a time: that saves 5,000 of 12,000
/// instructions a tweet.
pub(super) fn width(words: &str) -> usize {
    const CHUNK: usize = 64;
    let of_byte = |byte: &u8| u8::from(*byte < 0x80) + u8::from(*byte >= 0xc0) + u8::from(*byte >= 0xe0);
    words.as_bytes().chunks(CHUNK).map(|chunk| usize::from(chunk.iter().map(of_byte).sum::<u8>())).sum()
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
