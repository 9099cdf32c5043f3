//! How far back a tweet's text can reach.

use super::script::Use;
use crate::span::char_ceil;

/// How many weighted characters are looked at: what a tweet can hold, and the markup and reply mentions it may carry.
const MOST_WEIGHT: usize = 400;
/// How many bytes are looked at, whatever they weigh.
const MOST_BYTES: usize = 4096;
/// What an address counts at most; a little more than the 23 of twitter.com, for what is glued to it.
const LINK_WEIGHT: usize = 30;

/// The stretch of `text` at its end that can hold a tweet's text; it begins with white space, or with `text`.
///
/// # Complexity
///
/// Looks at the last 4 KiB at most, whatever `text` is.
pub(super) fn window(text: &str) -> &str {
    let text = text.get(char_ceil(text, text.len().saturating_sub(MOST_BYTES))..).unwrap_or_default();
    let (bytes, mut begin) = (text.as_bytes(), text.len());
    let mut total = 0;
    let mut chunk = Chunk::default();
    while let Some(last) = begin.checked_sub(1).and_then(|at| bytes.get(at)) {
        match BYTES.get(usize::from(*last)) {
            Some(Byte::Letter) => {
                begin -= 1;
                chunk.weight += 1;
                chunk.mention = false;
            }
            Some(Byte::Blank) => {
                begin -= 1;
                total += core::mem::take(&mut chunk).weight();
                // A run of blanks counts as one.
                if total > MOST_WEIGHT {
                    break;
                }
            }
            _ => {
                let Some((c, kind)) = char_before(text, begin) else { break };
                begin -= c.len_utf8();
                if kind == Use::Blank {
                    total += core::mem::take(&mut chunk).weight();
                    if total > MOST_WEIGHT {
                        break;
                    }
                } else {
                    chunk.add(c, kind);
                }
            }
        }
        // A chunk weighs one more than its characters at most, and asking for its weight is slow.
        if total + chunk.weight >= 2 * MOST_WEIGHT && total + chunk.weight() > 2 * MOST_WEIGHT {
            break;
        }
    }
    text.get(begin..).unwrap_or_default()
}

/// What a byte does to the chunk it is in.
#[derive(Clone, Copy)]
enum Byte {
    Blank,
    /// Counts one.
    Letter,
    /// [`Chunk::add`] must look at it, or it is a part of a character beyond ASCII.
    Other,
}

static BYTES: [Byte; 256] = {
    let mut all = [Byte::Other; 256];
    let mut rest: &mut [Byte] = &mut all;
    let mut byte = 0_u8;
    while let [slot, after @ ..] = rest {
        *slot = match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0b' | b'\x0c' => Byte::Blank,
            b'/' | b'@' | b'(' | b'[' | 0x80.. => Byte::Other,
            _ => Byte::Letter,
        };
        rest = after;
        byte = byte.wrapping_add(1);
    }
    all
};

/// The character that ends at `end`, and its use.
#[inline]
fn char_before(text: &str, end: usize) -> Option<(char, Use)> {
    let last = *text.as_bytes().get(end.checked_sub(1)?)?;
    if let Some(kind) = Use::of_byte(last) {
        return Some((char::from(last), kind));
    }
    let c = text.get(..end)?.chars().next_back()?;
    Some((c, Use::of(c)))
}

/// What stands between two blanks.
#[derive(Default)]
struct Chunk {
    weight: usize,
    slashes: usize,
    /// Whether its first character, the last one added, is `@`.
    mention: bool,
}

impl Chunk {
    #[inline]
    fn add(&mut self, c: char, kind: Use) {
        self.mention = c == '@';
        if c.is_ascii() {
            // An address in brackets is the target of a link that was counted by its text, or a copy of it.
            if kind == Use::Open && self.slashes > 0 && matches!(c, '(' | '[') {
                (self.weight, self.slashes) = (0, 0);
            }
            self.weight += 1;
            self.slashes += usize::from(c == '/');
        } else {
            self.weight += if c < '\u{1100}' || ('\u{2000}'..='\u{201f}').contains(&c) { 1 } else { 2 };
        }
    }

    fn weight(&self) -> usize {
        if self.mention {
            0
        } else if self.slashes > 0 {
            self.weight.min(LINK_WEIGHT)
        } else {
            self.weight + usize::from(self.weight > 0)
        }
    }
}
