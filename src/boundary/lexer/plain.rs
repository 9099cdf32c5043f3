//! The words and marks that most of a text consists of, read at once.

use crate::boundary::{function_words::language, lexer::hash::Hash, token::Class};

/// A word of one capital at most and small letters, or a single mark.
pub(in crate::boundary) struct Plain {
    pub(in crate::boundary) class: Class,
    pub(in crate::boundary) len: usize,
    pub(in crate::boundary) hash: u32,
    pub(in crate::boundary) language: u8,
}

/// How long a word may be that is read here.
const MOST_LETTERS: usize = 40;

/// The plain word or mark that begins `bytes`; `None` where another rule must look.
///
/// Reads what the other rules would: a word of ASCII letters that blanks or marks end, and no address begins or ends it,
/// or a mark with a blank after it.
#[inline]
pub(in crate::boundary) fn plain(bytes: &[u8]) -> Option<Plain> {
    let (first, after) = bytes.split_first()?;
    match first {
        b'a'..=b'z' => word(Class::Lower, *first, after),
        b'A'..=b'Z' => word(Class::Upper, *first, after),
        b'.' | b'!' | b'?' => mark(Class::End, *first, after),
        b',' => mark(Class::Comma, *first, after),
        b':' => mark(Class::Colon, *first, after),
        _ => None,
    }
}

#[inline]
fn word(class: Class, first: u8, after: &[u8]) -> Option<Plain> {
    let mut hash = Hash::NEW;
    hash.add_folded(first | 0x20);
    let mut len = 1;
    for byte in after.iter().take(MOST_LETTERS) {
        if !byte.is_ascii_lowercase() {
            break;
        }
        hash.add_folded(*byte);
        len += 1;
    }
    match after.get(len - 1..)? {
        // `www.` is an address whatever follows.
        [b'.', ..] if first == b'w' && len == 3 => return None,
        // A point or colon may be part of an address, unless a blank follows it.
        [] | [b' ' | b'\n' | b',' | b';' | b'!' | b'?' | b')', ..] | [b'.' | b':', b' ' | b'\n', ..] | [b'.'] => {}
        _ => return None,
    }
    let hash = hash.finish();
    Some(Plain { class, len, hash, language: language(hash, len) })
}

#[inline]
fn mark(class: Class, mark: u8, after: &[u8]) -> Option<Plain> {
    let mut hash = Hash::NEW;
    hash.add_folded(mark);
    matches!(after, [] | [b' ' | b'\n', ..]).then(|| Plain { class, len: 1, hash: hash.finish(), language: 0 })
}
