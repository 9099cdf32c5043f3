//! Digits of any script.

/// The zeros of the scripts, whose nine other digits follow them in Unicode: of Latin script, then in order of their
/// code points Arabic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam,
/// Sinhala, Thai, Lao, Tibetan, Burmese, Khmer, Mongolian, and full-width.
const ZEROS: [char; 20] = [
    '0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}', '\u{ce6}',
    '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{17e0}', '\u{1810}', '\u{ff10}',
];

/// The zero of the script that `c` is a digit of, if it is one.
pub(crate) fn zero_of(c: char) -> char {
    if c.is_ascii() { '0' } else { ZEROS.into_iter().rev().find(|&zero| zero <= c).unwrap_or('0') }
}

/// The value of the digit `c` in the script with this `zero`.
pub(crate) fn digit_value(c: u32, zero: char) -> Option<u32> {
    Some(c.wrapping_sub(u32::from(zero))).filter(|&value| value < 10)
}

/// Whether `c` is a digit of some script.
pub(crate) fn is_digit(c: char) -> bool {
    digit_value(u32::from(c), zero_of(c)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_digits_follow_each_zero() {
        assert!(ZEROS.is_sorted());
        for zero in ZEROS {
            for value in 0..=10 {
                let c = char::from_u32(u32::from(zero) + value).unwrap();
                assert_eq!(is_digit(c), value < 10 && c.is_numeric(), "{c:?}");
                if value < 10 {
                    assert_eq!((zero_of(c), digit_value(u32::from(c), zero)), (zero, Some(value)), "{c:?}");
                }
            }
        }
        for c in ['a', '²', '½', '一', '①', '\u{65f}', '\u{66a}'] {
            assert!(!is_digit(c), "{c:?}");
        }
    }
}
