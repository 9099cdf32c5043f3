//! The values of attributes, with their character references read.

use memchr::memchr;

use super::sink::{Fixed, Sink};
use crate::markup::character_reference::reference;

/// Longer addresses and ids do not occur.
const LONGEST: usize = 1024;

/// The result of `read` on `raw` with its references read once, as a browser reads them.
pub(super) fn decoded<T>(raw: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    if memchr(b'&', raw.as_bytes()).is_none() {
        return read(raw);
    }
    let mut buffer = Fixed::<LONGEST>::new();
    decode(raw, &mut buffer);
    read(buffer.whole()?)
}

/// Writes `raw` with its references read once. An `&` that begins no reference is kept.
pub(super) fn decode(raw: &str, out: &mut impl Sink) {
    let mut rest = raw;
    while let Some((plain, input)) = memchr(b'&', rest.as_bytes()).and_then(|at| rest.split_at_checked(at)) {
        out.push(plain);
        rest = if let Ok((after, c)) = reference(input) {
            out.push(c.encode_utf8(&mut [0; 4]));
            after
        } else {
            out.push("&");
            input.get(1..).unwrap_or_default()
        };
    }
    out.push(rest);
}

#[cfg(test)]
mod tests {
    use std::string::{String, ToString};

    use super::*;

    #[test]
    fn references_are_read_once() {
        for (raw, expected) in [
            ("", ""),
            ("a", "a"),
            ("a&amp;b", "a&b"),
            ("&amp;amp;", "&amp;"),
            ("a & b &; &nosuch; &", "a & b &; &nosuch; &"),
            ("https&#58;//x.com/a", "https://x.com/a"),
        ] {
            assert_eq!(decoded(raw, |value| Some(value.to_string())).as_deref(), Some(expected), "{raw:?}");
            let mut string = String::new();
            decode(raw, &mut string);
            assert_eq!(string, expected);
        }
        assert_eq!(decoded(&"&amp;".repeat(2 * LONGEST), |_| Some(())), None);
    }
}
