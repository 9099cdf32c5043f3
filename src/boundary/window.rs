//! How far back a tweet's text can reach.

use super::char_class::Use;
use crate::text::{offset::char_ceil, whitespace::char_before};

/// How many bytes are looked at, whatever they weigh.
const MOST_BYTES: usize = 4096;
/// What an address counts at most; a little more than the 23 of twitter.com, for what is glued to it.
const LINK_WEIGHT: usize = 30;

/// The stretch of `text` at its end that can hold a tweet's text, of `most` weighted characters or a little more, where a
/// character of East Asia weighs `wide`; it begins with white space, or with `text`.
///
/// # Complexity
///
/// Looks at the last 4 KiB at most, whatever `text` is.
pub(super) fn window(text: &str, most: usize, wide: usize) -> &str {
    let text = text.get(char_ceil(text, text.len().saturating_sub(MOST_BYTES))..).unwrap_or_default();
    let (bytes, mut begin) = (text.as_bytes(), text.len());
    let mut total = 0;
    let mut chunk = Chunk::default();
    loop {
        let letters = plain_letters(bytes.get(..begin).unwrap_or_default());
        begin -= letters;
        chunk.add_letters(letters);
        let Some((at, c)) = char_before(text, begin) else { break };
        begin = at;
        let kind = Use::of(c);
        if kind == Use::Blank {
            total += core::mem::take(&mut chunk).weight();
            // A run of blanks counts as one.
            if total > most {
                break;
            }
        } else {
            chunk.add(c, kind, wide);
            // A chunk weighs one more than its characters at most, and asking for its weight is slow.
            if total + chunk.weight >= 2 * most && total + chunk.weight() > 2 * most {
                break;
            }
        }
    }
    text.get(begin..).unwrap_or_default()
}

/// How many characters at the end of `bytes` count one and mean nothing else.
#[inline]
fn plain_letters(bytes: &[u8]) -> usize {
    bytes.iter().rev().take_while(|b| PLAIN.get(usize::from(**b)).is_some_and(|plain| *plain)).count()
}

/// Whether a byte is a letter, digit or mark of ASCII that [`Chunk::add`] need not look at.
static PLAIN: [bool; 256] = {
    let mut all = [false; 256];
    let mut rest: &mut [bool] = &mut all;
    let mut byte = 0_u8;
    while let [slot, after @ ..] = rest {
        *slot = byte.is_ascii_graphic() && !matches!(byte, b'/' | b'@' | b'(' | b'[');
        rest = after;
        byte = byte.wrapping_add(1);
    }
    all
};

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
    fn add(&mut self, c: char, kind: Use, wide: usize) {
        self.mention = c == '@';
        if c.is_ascii() {
            // An address in brackets is the target of a link that was counted by its text, or a copy of it.
            if kind == Use::Open && self.slashes > 0 && matches!(c, '(' | '[') {
                (self.weight, self.slashes) = (0, 0);
            }
            self.weight += 1;
            self.slashes += usize::from(c == '/');
        } else {
            self.weight += if c < '\u{1100}' || ('\u{2000}'..='\u{201f}').contains(&c) { 1 } else { wide };
        }
    }

    #[inline]
    fn add_letters(&mut self, letters: usize) {
        self.weight += letters;
        self.mention &= letters == 0;
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

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;

    /// Asserts that the window of `marked` for a tweet of `most` characters begins at its `‖`.
    #[track_caller]
    fn assert_window(marked: &str, most: usize) {
        let text = marked.replace('‖', "");
        let expected = marked.split_once('‖').unwrap().1;
        assert_eq!(window(&text, most, 2), expected, "{marked:?} for {most}");
    }

    #[test]
    fn a_window_begins_before_the_blank_where_it_is_full() {
        for (marked, most) in [
            ("aa bb‖ cc", 2),
            ("aa‖ bb cc", 3),
            ("aa‖ bb cc", 5),
            ("‖aa bb cc", 6),
            ("‖", 0),
            // A run of blanks counts as one.
            ("aa \n\n‖ bb \t\n cc", 5),
            ("‖aa \n\n bb \t\n cc", 6),
        ] {
            assert_window(marked, most);
        }
    }

    #[test]
    fn characters_weigh_one_or_as_much_as_the_wide_ones() {
        for (word, weight) in [
            ("abc", 3),
            ("(c]", 3),
            ("été", 3),
            ("\u{10ff}", 1),
            ("\u{1100}", 2),
            ("\u{1fff}\u{2020}", 4),
            ("’‑", 2),
            ("日本", 4),
            ("🎉", 2),
        ] {
            // The blank behind a word weighs one.
            assert_window(&alloc::format!("m‖ {word} m"), weight + 1 + 2 - 1);
            assert_window(&alloc::format!("‖m {word} m"), weight + 1 + 2);
        }
    }

    #[test]
    fn a_word_that_is_longer_than_two_tweets_is_cut() {
        assert_window(&(String::from("é") + "‖" + &"é".repeat(40)), 20);
        assert_window(&(String::from("é") + "‖" + &"é".repeat(38) + " m"), 20);
        assert_window(&(String::from("é‖é") + &"m".repeat(100)), 20);
        assert_eq!(window(&"é".repeat(39), 20, 2), "é".repeat(39));
    }

    #[test]
    fn no_more_than_4_kib_are_looked_at() {
        assert_eq!(window(&"m".repeat(5000), 9000, 2).len(), MOST_BYTES);
        let odd = "é".repeat(3000) + "m";
        assert_eq!(window(&odd, 9000, 2).len(), MOST_BYTES - 1);
        let short = "m".repeat(MOST_BYTES);
        assert_eq!(window(&short, 9000, 2), short);
    }

    #[test]
    fn addresses_weigh_little_and_mentions_nothing() {
        let address = alloc::format!("https://a.example/{}", "m".repeat(80));
        assert_window(&alloc::format!("so‖ {address}"), LINK_WEIGHT - 1);
        assert_window(&alloc::format!("‖so {address}"), LINK_WEIGHT);
        // Though it has more characters than two tweets.
        assert_window(&alloc::format!("so‖ {address}"), LINK_WEIGHT - 10);
        // A short one weighs what it has, and nothing for the blank.
        assert_window("so‖ a/b", 2);
        assert_window("‖so a/b", 3);
        assert_window("‖so @somebody", 0);
        assert_window("‖so @été", 2);
        assert_window("so‖ so@somebody", 11);
        assert_window("‖so so@somebody", 12);
    }

    #[test]
    fn the_target_of_a_link_weighs_nothing() {
        for (word, weight) in
            [("[so](https://a.example/b)", 6), ("so[https://a.example/b]", 4), ("so(mm)", 7), ("so{a/b", 6)]
        {
            // What it leads to was counted before its bracket was seen: there must be room for that.
            let text = "m".repeat(10);
            assert_window(&alloc::format!("m‖ {text} {word}"), 11 + weight - 1);
            assert_window(&alloc::format!("‖m {text} {word}"), 11 + weight);
        }
    }

    #[test]
    fn wide_characters_fill_a_window_as_much_as_they_weigh() {
        let text = String::from("before ") + &"あ".repeat(140);
        assert_eq!(window(&text, 250, 1), text);
        assert_eq!(window(&text, 250, 2), text.strip_prefix("before").unwrap());
    }

    #[test]
    fn addresses_and_mentions_leave_room_for_words() {
        let words = "a word ".repeat(4);
        for free in ["@somebody_else ", "[tag](https://twitter.com/hashtag/tag?src=hash) "] {
            let text = words.clone() + &free.repeat(8);
            assert_eq!(window(&text, 90, 2), text, "{free:?}");
        }
    }
}
