//! How far back a tweet's text can reach.

use super::script::Use;

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
    let mut total = 0;
    let mut chunk = Chunk::default();
    let mut begin = text.len();
    for (at, c) in text.char_indices().rev() {
        if text.len() - at > MOST_BYTES {
            return text.get(begin..).unwrap_or_default();
        }
        begin = at;
        if Use::of(c) == Use::Blank {
            total += core::mem::take(&mut chunk).weight();
            // A run of blanks counts as one.
            if total > MOST_WEIGHT {
                return text.get(at..).unwrap_or_default();
            }
        } else {
            chunk.add(c);
            if total + chunk.weight() > 2 * MOST_WEIGHT {
                return text.get(at..).unwrap_or_default();
            }
        }
    }
    text
}

/// What stands between two blanks.
#[derive(Default)]
struct Chunk {
    weight: usize,
    slashes: usize,
    mention: bool,
}

impl Chunk {
    fn add(&mut self, c: char) {
        // An address in brackets is the target of a link that was counted by its text, or a copy of it.
        if self.slashes > 0 && matches!(c, '(' | '[') {
            (self.weight, self.slashes) = (0, 0);
        }
        self.weight += if c < '\u{1100}' || ('\u{2000}'..='\u{201f}').contains(&c) { 1 } else { 2 };
        self.slashes += usize::from(c == '/');
        self.mention = c == '@';
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
