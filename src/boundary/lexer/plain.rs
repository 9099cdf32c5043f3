//! Plain tokens: the lowercase words and single punctuation marks of which most of a text consists, read in one pass.

use super::hash::WordHash;
use crate::boundary::token::TokenClass;

/// The longest word that is read here.
const MOST_LETTERS: usize = 40;

/// The class, length and hash of the plain token that begins `bytes`: a word of ASCII letters with at most one
/// uppercase letter, the first, or a mark of punctuation with whitespace behind it.
///
/// `None` for anything else. The other rules would read the same; reading it here saves 3,000 of 65,500 instructions a
/// tweet.
#[inline]
pub(super) fn plain(bytes: &[u8]) -> Option<(TokenClass, usize, u32)> {
    let (first, after) = bytes.split_first()?;
    let mark = match first {
        b'a'..=b'z' => return word(TokenClass::Lower, *first, after),
        b'A'..=b'Z' => return word(TokenClass::Upper, *first, after),
        b'.' | b'!' | b'?' => TokenClass::End,
        b',' => TokenClass::Comma,
        b':' => TokenClass::Colon,
        _ => return None,
    };
    let mut hash = WordHash::NEW;
    hash.add_folded(*first);
    matches!(after, [] | [b' ' | b'\n', ..]).then(|| (mark, 1, hash.finish()))
}

#[inline]
fn word(class: TokenClass, first: u8, after: &[u8]) -> Option<(TokenClass, usize, u32)> {
    let mut hash = WordHash::NEW;
    hash.add_folded(first | 0x20);
    let mut len = 1;
    for byte in after.iter().take(MOST_LETTERS) {
        if !byte.is_ascii_lowercase() {
            break;
        }
        hash.add_folded(*byte);
        len += 1;
    }
    // An apostrophe, a digit, an uppercase letter or one beyond ASCII may go on with the word.
    let is_whole = |byte: u8| byte.is_ascii() && !(byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'_'));
    let ends = after.get(len - 1).is_none_or(|&byte| is_whole(byte));
    ends.then(|| (class, len, hash.finish()))
}
