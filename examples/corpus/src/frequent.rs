//! The most frequent of ever so many things, in bounded memory.

use std::{collections::HashMap, hash::Hash};

use serde::{Deserialize, Serialize};

/// Counts things: exactly while there are at most [`Frequent::MOST`] different ones, and from then on as Misra and
/// Gries do, whose counts are too low by [`Frequent::error`] at most.
///
/// J. Misra, D. Gries: *Finding repeated elements*, 1982; that two such counts can be added is shown by P. Agarwal and
/// others: *Mergeable summaries*, 2012.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de> + Hash + Eq"))]
pub(crate) struct Frequent<T: Hash + Eq> {
    counts: HashMap<T, u64>,
    error: u64,
}

impl<T: Hash + Eq> Default for Frequent<T> {
    fn default() -> Self {
        Self { counts: HashMap::new(), error: 0 }
    }
}

impl<T: Hash + Eq + Ord + Clone> Frequent<T> {
    /// How many different things are counted exactly.
    pub(crate) const MOST: usize = 1 << 16;

    pub(crate) fn add(&mut self, thing: T) {
        *self.counts.entry(thing).or_default() += 1;
        self.prune();
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.error += other.error;
        for (thing, count) in other.counts {
            *self.counts.entry(thing).or_default() += count;
        }
        self.prune();
    }

    /// Takes from all counts what the greatest one that has to go has. Half of the things go at once, so that this is
    /// rare.
    fn prune(&mut self) {
        if self.counts.len() <= Self::MOST {
            return;
        }
        let mut counts: Vec<u64> = self.counts.values().copied().collect();
        let (_, &mut floor, _) = counts.select_nth_unstable(self.counts.len() - Self::MOST / 2);
        self.error += floor;
        self.counts.retain(|_, count| {
            *count = count.saturating_sub(floor);
            *count > 0
        });
    }

    /// By how much counts may be too low.
    pub(crate) fn error(&self) -> u64 {
        self.error
    }

    /// The `most` most frequent things, most frequent first, equally frequent ones in their order.
    pub(crate) fn top(&self, most: usize) -> Vec<(&T, u64)> {
        let mut all: Vec<_> = self.counts.iter().map(|(thing, &count)| (thing, count)).collect();
        all.sort_unstable_by(|(a, one), (b, two)| two.cmp(one).then_with(|| a.cmp(b)));
        all.truncate(most);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_things_survive_a_flood_of_rare_ones() {
        let mut one = Frequent::default();
        let mut two = Frequent::default();
        for number in 0..200_000_u32 {
            one.add(number + 10);
            two.add(number + 300_000);
            if number % 4 == 0 {
                one.add(1);
                two.add(1);
            }
        }
        one.merge(two);
        let top = one.top(1);
        assert_eq!(*top[0].0, 1);
        assert!(top[0].1 <= 100_000 && top[0].1 + one.error() >= 100_000, "{top:?} {}", one.error());
        assert!(one.counts.len() <= Frequent::<u32>::MOST);
    }

    #[test]
    fn few_things_are_counted_exactly() {
        let mut counts = Frequent::default();
        for word in ["b", "a", "b", "c", "a"] {
            counts.add(word);
        }
        assert_eq!(counts.top(2), [(&"a", 2), (&"b", 2)]);
        assert_eq!(counts.error(), 0);
    }
}
