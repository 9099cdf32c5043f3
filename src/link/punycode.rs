//! The length of a label of a host in punycode, [RFC 3492](https://www.rfc-editor.org/rfc/rfc3492).

/// The most characters that a label has, `xn--` included.
const LONGEST: u32 = 63;

/// Whether `label` is at most 63 characters long as ASCII.
pub(super) fn is_short(label: &str) -> bool {
    if label.is_ascii() {
        return label.len() <= LONGEST as usize;
    }
    // Each character is one of punycode at least, so that few of them are ever encoded.
    label.chars().take(LONGEST as usize + 1).count() <= LONGEST as usize
        && encoded_len(label).is_some_and(|len| len + 4 <= LONGEST)
}

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;

/// The number of characters of `label` in punycode, without `xn--`.
fn encoded_len(label: &str) -> Option<u32> {
    let ascii = u32::try_from(label.bytes().filter(u8::is_ascii).count()).ok()?;
    let mut len = if ascii > 0 { ascii + 1 } else { 0 };
    let (mut handled, mut next, mut delta, mut bias) = (ascii, 128, 0_u32, 72);
    while let Some(least) = label.chars().map(u32::from).filter(|&c| c >= next).min() {
        delta = delta.checked_add((least - next).checked_mul(handled + 1)?)?;
        for c in label.chars().map(u32::from) {
            if c < least {
                delta = delta.checked_add(1)?;
            }
            if c == least {
                len += digits(delta, bias);
                bias = adapt(delta, handled + 1, handled == ascii);
                delta = 0;
                handled += 1;
            }
        }
        delta += 1;
        next = least + 1;
    }
    Some(len)
}

/// The number of digits of `delta`.
fn digits(mut delta: u32, bias: u32) -> u32 {
    let mut len = 1;
    for k in (BASE..).step_by(BASE as usize) {
        let threshold = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if delta < threshold {
            break;
        }
        delta = (delta - threshold) / (BASE - threshold);
        len += 1;
    }
    len
}

/// The bias after `delta` was encoded.
fn adapt(delta: u32, handled: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / handled;
    let mut bias = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        bias += BASE;
    }
    bias + (BASE - T_MIN + 1) * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_those_of_idna() {
        for label in ["bücher", "みんな", "пример", "☃", "mañana", "他们为什么不说中文", "abc-ü", "👍🏿x"]
        {
            let encoded = url::Host::parse(label).unwrap().to_string();
            assert_eq!(encoded_len(label).map(|len| len as usize + 4), Some(encoded.len()), "{label}: {encoded}");
        }
    }

    #[test]
    fn labels_have_63_characters_at_most() {
        assert!(is_short(&"a".repeat(63)));
        assert!(!is_short(&"a".repeat(64)));
        assert!(!is_short(&"あ".repeat(64)));
    }
}
