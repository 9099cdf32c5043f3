//! The host of a URL.
//!
//! There is no list of top-level domains: one is recognised by its form, letters only or punycode. An ASCII one ends
//! before the first letter of another script (`example.comです`), for whitespace is no part of the languages that are
//! glued so.

use super::{punycode, start::glued_link};
use crate::text::{case::starts_with_ignore_case, chars::is_accented_latin, steps};

/// The host at the beginning of a URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Host {
    /// With its length.
    Whole(usize),
    /// Cut short with `…`; with its length, that of the `…` included.
    Cut(usize),
}

/// Names are at most 253 bytes long; in letters that punycode shortens, some more.
const LONGEST: usize = 1024;

/// The longest host at the beginning of `input`.
///
/// Looks at no more than [`LONGEST`] bytes.
pub(super) fn host_len(input: &str) -> Option<Host> {
    let run = run_len(input);
    steps::step(run);
    let rest = input.get(run..)?;
    if rest.starts_with('…') {
        return Some(Host::Cut(run + '…'.len_utf8()));
    }
    let name = input.get(..run)?;
    let mut longest = None;
    // The label before the one that is looked at, and where that one begins.
    let mut previous: Option<&str> = None;
    let mut start = 0;
    for label in name.split('.') {
        let domain = previous.is_some_and(|previous| !previous.contains('_'));
        let after = input.get(start + label.len()..)?;
        match top_level(label, after) {
            Some(len) if domain => {
                longest = Some(Host::Whole(start + len));
                if len < label.len() {
                    break;
                }
            }
            _ => {}
        }
        if !is_label(label) {
            break;
        }
        start += label.len() + 1;
        previous = Some(label);
    }
    longest
}

/// How many bytes of `input` look like a host, up to where a link is glued to it.
fn run_len(input: &str) -> usize {
    for (at, c) in input.char_indices() {
        let glued = c == '.' && glued_link(input, at).is_some();
        if glued {
            return at - "pic".len();
        }
        if at >= LONGEST || !(c == '.' || is_label_char(c)) {
            return at;
        }
    }
    input.len()
}

/// Whether `label` is one of a host: not empty, not beginning or ending with `-` or `_`, and of at most 63 characters.
fn is_label(label: &str) -> bool {
    let is_edge = |c| matches!(c, '-' | '_');
    // Punycode is ASCII.
    if is_punycode(label) && !label.is_ascii() {
        return false;
    }
    !label.is_empty() && !label.starts_with(is_edge) && !label.ends_with(is_edge) && punycode::is_short(label)
}

fn is_punycode(label: &str) -> bool {
    starts_with_ignore_case(label, "xn--")
}

/// The length of the top-level domain that `label` begins with; `after` follows the label.
fn top_level(label: &str, after: &str) -> Option<usize> {
    if is_punycode(label) {
        return is_label(label).then_some(label.len());
    }
    let letters = label.bytes().take_while(u8::is_ascii_alphabetic).count();
    match label.get(letters..)?.chars().next() {
        None if after.starts_with(['@', '+']) => None,
        Some(c) if letters > 0 && (c.is_ascii() || is_accented_latin(c)) => None,
        Some(_) if letters == 0 => {
            let foreign = label.chars().all(|c| !c.is_ascii() && c.is_alphabetic());
            (foreign && is_label(label)).then_some(label.len())
        }
        _ => (2..=63).contains(&letters).then_some(letters),
    }
}

/// Whether labels of hosts are made of `c`: letters, marks and digits of any script, and symbols; no punctuation.
fn is_label_char(c: char) -> bool {
    match c {
        '-' | '_' => true,
        c if c.is_ascii() => c.is_ascii_alphanumeric(),
        // The marks of scripts that write vowels with them are alphabetic.
        c if c.is_alphanumeric() || is_accented_latin(c) => true,
        // Arrows, technical and other symbols, and emoji.
        c => matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::Marked;

    #[test]
    fn hosts_have_a_domain() {
        for marked in [
            "example.com‖/a",
            "a.b.cd‖",
            "sub_domain-dash.example.com‖",
            "example.com‖.",
            "example.com‖です",
            "example.com‖”",
            "müller.de‖",
            "www.españa.es‖",
            "例え.みんな‖/",
            "☃.net‖",
            "xn--ls8h.XN--ls8h.la‖",
            "example.com‖pic.twitter.com/AbCdEf1234",
        ] {
            let marked = Marked::read(marked);
            assert_eq!(host_len(&marked.text), Some(Host::Whole(marked.place())), "{marked:?}");
        }
        for input in [
            "examplepic.twitter.com/AbCdEf1234",
            "xn--ö.com",
            "localhost:80",
            "example.c",
            "example.com@b",
            "-example.com",
            "a_b.com",
            "a.-b.com",
            "",
        ] {
            assert_eq!(host_len(input), None, "{input:?}");
        }
    }

    #[test]
    fn a_host_may_be_cut() {
        assert_eq!(host_len("www.exam…"), Some(Host::Cut("www.exam…".len())));
    }
}
