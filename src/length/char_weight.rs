//! The weight of a character that stands alone.

/// The weight of a character that stands alone, in normalisation form C.
///
/// The sum over a text without links is at least the weight of the text: an upper bound for searches that go character
/// by character.
pub(crate) fn char_weight(c: char) -> usize {
    // Most characters: none of these is in the table.
    if c < '\u{344}' {
        return 1;
    }
    if ('\u{2add}'..'\u{fb2c}').contains(&c) {
        return 2;
    }
    let after = NORMALIZED.partition_point(|&(first, ..)| first <= c);
    match after.checked_sub(1).and_then(|at| NORMALIZED.get(at)) {
        Some(&(_, last, weight)) if c <= last => weight,
        _ => plain_char_weight(c),
    }
}

/// The weight of a character as it is: the ranges of the configuration.
pub(super) fn plain_char_weight(c: char) -> usize {
    match u32::from(c) {
        0..=4351 | 8192..=8205 | 8208..=8223 | 8242..=8247 => 1,
        _ => 2,
    }
}

/// The characters whose weight form C changes, with the weight: singletons that become one lighter character, and
/// characters that it decomposes (letters of Indian scripts, Tibetan and Hebrew, and musical notes).
#[rustfmt::skip]
const NORMALIZED: [(char, char, usize); 52] = [
    ('\u{344}', '\u{344}', 2), ('\u{958}', '\u{95f}', 2), ('\u{9dc}', '\u{9dd}', 2), ('\u{9df}', '\u{9df}', 2),
    ('\u{a33}', '\u{a33}', 2), ('\u{a36}', '\u{a36}', 2), ('\u{a59}', '\u{a5b}', 2), ('\u{a5e}', '\u{a5e}', 2),
    ('\u{b5c}', '\u{b5d}', 2), ('\u{f43}', '\u{f43}', 2), ('\u{f4d}', '\u{f4d}', 2), ('\u{f52}', '\u{f52}', 2),
    ('\u{f57}', '\u{f57}', 2), ('\u{f5c}', '\u{f5c}', 2), ('\u{f69}', '\u{f69}', 2), ('\u{f73}', '\u{f73}', 2),
    ('\u{f75}', '\u{f76}', 2), ('\u{f78}', '\u{f78}', 2), ('\u{f81}', '\u{f81}', 2), ('\u{f93}', '\u{f93}', 2),
    ('\u{f9d}', '\u{f9d}', 2), ('\u{fa2}', '\u{fa2}', 2), ('\u{fa7}', '\u{fa7}', 2), ('\u{fac}', '\u{fac}', 2),
    ('\u{fb9}', '\u{fb9}', 2), ('\u{1f71}', '\u{1f71}', 1), ('\u{1f73}', '\u{1f73}', 1), ('\u{1f75}', '\u{1f75}', 1),
    ('\u{1f77}', '\u{1f77}', 1), ('\u{1f79}', '\u{1f79}', 1), ('\u{1f7b}', '\u{1f7b}', 1), ('\u{1f7d}', '\u{1f7d}', 1),
    ('\u{1fbb}', '\u{1fbb}', 1), ('\u{1fbe}', '\u{1fbe}', 1), ('\u{1fc9}', '\u{1fc9}', 1), ('\u{1fcb}', '\u{1fcb}', 1),
    ('\u{1fd3}', '\u{1fd3}', 1), ('\u{1fdb}', '\u{1fdb}', 1), ('\u{1fe3}', '\u{1fe3}', 1), ('\u{1feb}', '\u{1feb}', 1),
    ('\u{1fee}', '\u{1fef}', 1), ('\u{1ff9}', '\u{1ff9}', 1), ('\u{1ffb}', '\u{1ffb}', 1), ('\u{1ffd}', '\u{1ffd}', 1),
    ('\u{2126}', '\u{2126}', 1), ('\u{212a}', '\u{212b}', 1), ('\u{2adc}', '\u{2adc}', 3), ('\u{fb2c}', '\u{fb2d}', 3),
    ('\u{1d15e}', '\u{1d15f}', 4), ('\u{1d160}', '\u{1d164}', 6), ('\u{1d1bb}', '\u{1d1bc}', 4),
    ('\u{1d1bd}', '\u{1d1c0}', 6),
];

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn characters_weigh_what_form_c_makes_of_them() {
        for c in '\0'..=char::MAX {
            let normalized: usize = core::iter::once(c).nfc().map(plain_char_weight).sum();
            assert_eq!(char_weight(c), normalized, "{c:?}");
        }
    }

    /// Regenerates the table when it is out of date: the failure shows what it should be.
    #[test]
    fn table_is_that_of_unicode() {
        let mut ranges: Vec<(char, char, usize)> = Vec::new();
        for c in '\0'..=char::MAX {
            let normalized: usize = core::iter::once(c).nfc().map(plain_char_weight).sum();
            if normalized == plain_char_weight(c) {
                continue;
            }
            match ranges.last_mut() {
                Some((_, last, weight)) if u32::from(*last) + 1 == u32::from(c) && *weight == normalized => *last = c,
                _ => ranges.push((c, c, normalized)),
            }
        }
        assert_eq!(NORMALIZED.as_slice(), ranges);
    }
}
