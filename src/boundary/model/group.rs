//! A group of features: combinations of a few parts, or hashes of words, each with a weight in a table.

/// Takes features, as the indices of their weights.
pub(in crate::boundary) trait FeatureSink {
    fn add(&mut self, index: usize);
}

/// Features that are combinations of `N` parts, with a weight for each combination.
#[derive(Debug, Clone, Copy)]
pub(in crate::boundary) struct Group<const N: usize> {
    pub(in crate::boundary) offset: usize,
    /// How many values each part has.
    pub(in crate::boundary) sizes: [usize; N],
}

impl<const N: usize> Group<N> {
    /// The index of the feature with these parts.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "with constant sizes it is a few multiplications")]
    pub(in crate::boundary) fn at(self, parts: [usize; N]) -> usize {
        self.offset
            + parts.into_iter().zip(self.sizes).fold(0, |value, (part, size)| {
                debug_assert!(part < size, "a part of {parts:?} is not below its size of {:?}", self.sizes);
                value * size + part
            })
    }
}

/// Features that are hashes of words. Words with the same remainder share a weight.
#[derive(Debug, Clone, Copy)]
pub(in crate::boundary) struct HashedGroup {
    pub(in crate::boundary) offset: usize,
    pub(in crate::boundary) size: usize,
}

impl HashedGroup {
    /// The index of the feature of this hash.
    #[inline]
    pub(in crate::boundary) const fn hashed(self, hash: u32) -> usize {
        self.offset + hash as usize % self.size
    }
}

/// Defines consecutive groups, the number of their weights, and for the fitting programs their names and sizes.
macro_rules! groups {
    (@place $at:expr; [$($infos:tt)*] $(#[$doc:meta])* $name:ident: [$($size:expr),+], $($rest:tt)*) => {
        $(#[$doc])*
        pub(in crate::boundary) const $name: $crate::boundary::model::group::Group<{ [$($size),+].len() }> =
            $crate::boundary::model::group::Group { offset: $at, sizes: [$($size),+] };
        groups!(@place $at + 1 $(* $size)+; [$($infos)* (stringify!($name), 1 $(* $size)+, false)] $($rest)*);
    };
    (@place $at:expr; [$($infos:tt)*] $(#[$doc:meta])* $name:ident: hashed $size:literal, $($rest:tt)*) => {
        $(#[$doc])*
        pub(in crate::boundary) const $name: $crate::boundary::model::group::HashedGroup =
            $crate::boundary::model::group::HashedGroup { offset: $at, size: $size };
        groups!(@place $at + $size; [$($infos)* (stringify!($name), $size, true)] $($rest)*);
    };
    (@place $at:expr; [$(($name:expr, $size:expr, $hashed:literal))*]) => {
        /// How many weights there are.
        pub(in crate::boundary) const WEIGHT_COUNT: usize = $at;
        /// Names and sizes in the order of the table, and whether the features are hashes.
        #[cfg(any(feature = "fit", test))]
        pub(in crate::boundary) const GROUPS: &[(&str, usize, bool)] = &[$(($name, $size, $hashed)),*];
    };
    ($($groups:tt)+) => { groups!(@place 0; [] $($groups)+); };
}

pub(in crate::boundary) use groups;

#[cfg(test)]
mod tests {

    groups! {
        PAIR: [3, 4],
        WORDS: hashed 5,
        ONE: [2],
    }

    #[test]
    fn each_combination_has_an_index_of_its_own() {
        let mut pairs = (0..3).flat_map(|a| (0..4).map(move |b| PAIR.at([a, b])));
        assert!(pairs.by_ref().eq(0..12));
        assert_eq!((WORDS.hashed(0), WORDS.hashed(7), ONE.at([0]), ONE.at([1])), (12, 14, 17, 18));
        assert_eq!(WEIGHT_COUNT, 19);
        assert_eq!(GROUPS, [("PAIR", 12, false), ("WORDS", 5, true), ("ONE", 2, false)]);
    }
}
