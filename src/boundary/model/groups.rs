//! The groups of features: where each one's weights lie in the table.

/// A group of features: as many weights as its features have values.
#[derive(Debug, Clone, Copy)]
pub(in crate::boundary) struct Group {
    offset: usize,
    size: usize,
}

impl Group {
    /// The index of the feature's `value`.
    #[inline]
    pub(in crate::boundary) const fn at(self, value: usize) -> usize {
        // Dividing is slow, and most values are in their range.
        if value < self.size { self.offset + value } else { self.offset + value % self.size }
    }
}

macro_rules! groups {
    ($($(#[$doc:meta])* $name:ident: $size:expr,)+) => {
        groups!(@place 0; $($(#[$doc])* $name: $size,)+);
        /// Names and sizes in the order of the table.
        #[cfg(any(feature = "fit", test))]
        pub(in crate::boundary) const GROUPS: &[(&str, usize)] = &[$((stringify!($name), $size),)+];
    };
    (@place $offset:expr; $(#[$doc:meta])* $name:ident: $size:expr, $($rest:tt)*) => {
        $(#[$doc])*
        pub(in crate::boundary) const $name: Group = Group { offset: $offset, size: $size };
        groups!(@place $offset + $size; $($rest)*);
    };
    (@place $offset:expr;) => {
        /// How many weights there are.
        pub(in crate::boundary) const WEIGHT_COUNT: usize = $offset;
    };
}
/// Values of [`Gap`](super::token::Gap), twice: at the floor and elsewhere.
const EDGES: usize = 14;
/// Values of [`Class`](super::token::Class).
const CLASSES: usize = 21;
/// Values of a mode: the gap before the attribution and the gap after the quotation.
const MODES: usize = 49;

groups! {
    /// What stands before the beginning, before the attribution, and after the date.
    START: EDGES * MODES,
    /// What stands before the beginning, and the kinds of the tokens around it.
    AROUND: EDGES * CLASSES * CLASSES,
    BEFORE: EDGES * CLASSES,
    BEFORE2: EDGES * CLASSES * CLASSES,
    FIRST: EDGES * CLASSES * 7,
    SECOND: EDGES * CLASSES,
    FIRST2: CLASSES * CLASSES,
    LENGTH: EDGES * 24 * 4,
    LENGTH_ONLY: 24 * 2,
    LINES: EDGES * 8 * 7,
    PARAGRAPHS: EDGES * 5 * MODES,
    ENDS: EDGES * 8 * 4,
    INNER: EDGES * 6 * MODES,
    OUTER: EDGES * 6 * 7,
    DEPTH: EDGES * 9 * 2,
    INDENT: EDGES * 9 * 2 * 7,
    FLOOR_DISTANCE: EDGES * 12 * 2,
    BARE: 12 * 2,
    LINKS: 4 * 2 * 4 * 2,
    TAGS: 4 * 2,
    MENTIONS: 4 * 2,
    PICTURES: 4 * 2,
    SEGMENT_BEFORE: 10 * 4 * CLASSES,
    SEGMENT_AFTER: 10 * 4 * 4 * 2,
    AUTHOR: 3 * 3 * 2 * 2,
    REPEAT: 3 * 3,
    QUOTES: 4 * 4 * 4,
    FAMILY: 8 * 8 * 2,
    HABIT: EDGES * EDGES * 7,
    HABIT_CLASS: CLASSES * CLASSES,
    HABIT_DEPTH: 8,
    WORD_BEFORE: 2048,
    WORDS_BEFORE: 4096,
    SECOND_BEFORE: 1024,
    NEAR: 4096,
    WORD_FIRST: 2048,
    WORDS_FIRST: 2048,
    /// Each word of the text.
    INSIDE: 8192,
    SEGMENT_FIRST: 1024,
    SEGMENTS: 10 * 10 * 3 * 2,
    SHAPE: 256,
    BREAKS: 5 * 5 * 5 * 6 * 2,
    BREAKS_AFTER: 5 * 6 * 6 * 2,
    BREAKS_INNER: 3 * 3 * 3 * 2 * 2,
    ANCHORED: EDGES * 2 * 2 * CLASSES,
    SIGNS: 16 * 16 * 3,
    SIGNS_INSIDE: 16 * 3,
    OVERLAP: 6 * 6 * 3,
    LANGUAGE: 11 * 11,
    LANGUAGE_CHANGE: 4 * 3,
    AUTHOR_WIDE: 3 * 3 * 4,
    COLON: 10 * 10 * 2,
    FLOOR_REST: 10 * 10 * 3,
}
