//! What is counted over a window's tokens once, so that each place is judged in constant time.

use crate::boundary::{
    lexer::hash::{hash, hash_mention},
    token::{Class, Gap, MOST_TOKENS, Token},
};

/// One more than there are tokens at most.
pub(in crate::boundary) const MOST_SUMS: usize = MOST_TOKENS + 1;
// What is counted, and a place among the tokens, is one byte.
const _: () = assert!(MOST_SUMS < u8::MAX as usize);

/// What is counted among tokens.
#[derive(Debug, Clone, Copy)]
#[repr(u8)]
pub(in crate::boundary) enum Count {
    Words,
    Capitals,
    /// Links of all kinds, and those of twitter.com alone.
    Links,
    Shorts,
    Tags,
    Mentions,
    Pictures,
    Ends,
    Quotes,
    Opens,
    Closes,
    /// Links with a word after them.
    InnerLinks,
    Lines,
    Paragraphs,
    /// Capitals after a small letter and a space.
    Bare,
    /// Words of the author's name.
    Authors,
}

/// How many there are of each [`Count`] among some tokens; there are too few for a count to overflow.
///
/// An array, because all are added and subtracted at once.
#[derive(Debug, Clone, Copy)]
pub(in crate::boundary) struct Counts([u8; 16]);

impl Counts {
    const NONE: Self = Self([0; 16]);

    #[inline]
    pub(in crate::boundary) fn of(&self, what: Count) -> u8 {
        self.0.get(what as usize).copied().unwrap_or(0)
    }

    /// What was counted since `earlier`.
    #[inline]
    pub(in crate::boundary) fn since(&self, earlier: &Self) -> Self {
        let mut counts = *self;
        for (count, earlier) in counts.0.iter_mut().zip(&earlier.0) {
            *count = count.saturating_sub(*earlier);
        }
        counts
    }

    #[inline]
    fn add(&mut self, more: &Self) {
        for (count, more) in self.0.iter_mut().zip(&more.0) {
            *count = count.wrapping_add(*more);
        }
    }

    #[inline]
    fn add_if(&mut self, counts: bool, what: Count) {
        if let (true, Some(count)) = (counts, self.0.get_mut(what as usize)) {
            *count += 1;
        }
    }

    /// What a token of this class counts, whatever stands before it and in it.
    const fn of_class(class: Class) -> Self {
        let (mut counts, word) = (Self::NONE, class.is_word() as u8);
        let [words, capitals, links, shorts, tags, mentions, pictures, ends, quotes, opens, closes, ..] = &mut counts.0;
        *words = word;
        match class {
            Class::Upper | Class::Capitals => *capitals = 1,
            Class::Tag => *tags = 1,
            Class::Mention => *mentions = 1,
            Class::Short => (*links, *shorts) = (1, 1),
            Class::Link => *links = 1,
            Class::End => *ends = 1,
            Class::Open => *opens = 1,
            Class::Close => *closes = 1,
            Class::Quote => *quotes = 1,
            Class::Picture => *pictures = 1,
            _ => {}
        }
        counts
    }
}

/// What a token of each class counts.
static BY_CLASS: [Counts; Class::ALL.len()] = {
    let mut all = [Counts::NONE; Class::ALL.len()];
    let (mut slots, mut classes): (&mut [Counts], &[Class]) = (&mut all, &Class::ALL);
    while let ([slot, other_slots @ ..], [class, other_classes @ ..]) = (slots, classes) {
        *slot = Counts::of_class(*class);
        (slots, classes) = (other_slots, other_classes);
    }
    all
};

/// Sums over the tokens before a place.
#[derive(Debug, Clone, Copy)]
pub(in crate::boundary) struct Sums {
    pub(in crate::boundary) counts: Counts,
    pub(in crate::boundary) weight: u16,
    pub(in crate::boundary) function_words: u8,
    /// The index of the first token of the segment (line or sentence) the token is in.
    pub(in crate::boundary) segment: u8,
    /// The most line breaks in one gap.
    pub(in crate::boundary) breaks: u8,
}

impl Sums {
    pub(in crate::boundary) const NONE: Self =
        Self { counts: Counts::NONE, weight: 0, function_words: 0, segment: 0, breaks: 0 };

    /// Counts `token`, which follows `previous`.
    #[inline]
    fn count(&mut self, token: &Token, previous: &Token, names: &Names) {
        if let Some(counts) = BY_CLASS.get(token.class as usize) {
            self.counts.add(counts);
        }
        self.weight = self.weight.saturating_add(u16::from(token.weight));
        self.function_words += u8::from(token.language > 0);
        if token.breaks > 0 {
            self.breaks = self.breaks.max(token.breaks);
            self.counts.add_if(token.is_line(), Count::Lines);
            self.counts.add_if(token.is_paragraph(), Count::Paragraphs);
        }
        if names.may_have(token.hash) {
            self.counts.add_if(names.have(token.hash), Count::Authors);
        }
        match previous.class {
            Class::Link | Class::Short => self.counts.add_if(token.class.is_word(), Count::InnerLinks),
            Class::Lower => {
                self.counts.add_if(token.class == Class::Upper && token.gap == Gap::Space, Count::Bare);
            }
            _ => {}
        }
    }
}

/// Fills `all` with the sums before each token, and after the last.
pub(in crate::boundary) fn sums(tokens: &[Token], name: &str, handle: &str, all: &mut [Sums; MOST_SUMS]) {
    let names = Names::new(name, handle);
    let mut sums = Sums::NONE;
    let (mut second, mut previous) = (&Token::NONE, &Token::NONE);
    for (index, (token, slot)) in tokens.iter().zip(all.iter_mut()).enumerate() {
        if index == 0 || starts_segment(token, previous, second) {
            sums.segment = u8::try_from(index).unwrap_or(0);
        }
        *slot = sums;
        sums.count(token, previous, &names);
        (second, previous) = (previous, token);
    }
    if let Some(slot) = all.get_mut(tokens.len()) {
        *slot = sums;
    }
}

/// Whether a line or a sentence begins at `token`.
fn starts_segment(token: &Token, previous: &Token, second: &Token) -> bool {
    token.starts_line()
        || (token.gap != Gap::None
            && (matches!(previous.class, Class::End | Class::Colon)
                || (matches!(previous.class, Class::Close | Class::Quote) && second.class == Class::End)))
}

/// The hashes of the words of the author's name, and of the handle without and with `@`.
struct Names {
    hashes: [u32; 6],
    /// A bit for each of them: most words are none of them.
    bits: u64,
}

impl Names {
    fn new(name: &str, handle: &str) -> Self {
        let mut hashes = [0; 6];
        let long = name.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 2).take(4);
        for (slot, word) in hashes.iter_mut().zip(long) {
            *slot = hash(word.as_bytes());
        }
        let [.., bare, with_at] = &mut hashes;
        *bare = hash(handle.as_bytes());
        *with_at = hash_mention(handle.as_bytes());
        Self { hashes, bits: hashes.iter().fold(0, |bits, hash| bits | Self::bit(*hash)) }
    }

    #[inline]
    const fn bit(hash: u32) -> u64 {
        1 << (hash >> 26)
    }

    #[inline]
    const fn may_have(&self, hash: u32) -> bool {
        self.bits & Self::bit(hash) != 0
    }

    fn have(&self, hash: u32) -> bool {
        self.hashes.contains(&hash)
    }
}

#[cfg(test)]
mod tests {
    use alloc::{vec, vec::Vec};

    use super::*;
    use crate::boundary::token::Tokens;

    /// The sums before each token of `text`, which Dana Ortiz wrote, and after the last.
    fn all_sums(text: &str) -> Vec<Sums> {
        let tokens = Tokens::of(text);
        let mut all = [Sums::NONE; MOST_SUMS];
        sums(tokens.as_slice(), "Dana Al Ortiz", "dortiz", &mut all);
        all[..=tokens.as_slice().len()].to_vec()
    }

    #[test]
    fn tokens_are_counted_by_what_they_are() {
        use Count::{
            Authors, Bare, Capitals, Closes, Ends, InnerLinks, Lines, Links, Mentions, Opens, Paragraphs, Pictures,
            Quotes, Shorts, Tags, Words,
        };
        for (text, expected) in [
            ("so glad, 12 and 日本", vec![(Words, 5)]),
            ("The NASA mayor", vec![(Words, 3), (Capitals, 2)]),
            ("Oh! Really?!", vec![(Words, 2), (Capitals, 2), (Ends, 2)]),
            ("so #glad of @kim #too", vec![(Words, 5), (Tags, 2), (Mentions, 1)]),
            ("see https://a.example/b", vec![(Words, 1), (Links, 1)]),
            ("see https://a.example/b now", vec![(Words, 2), (Links, 1), (InnerLinks, 1)]),
            ("pic.twitter.com/Ab3dEf6hIj so", vec![(Words, 1), (Links, 1), (Shorts, 1), (InnerLinks, 1)]),
            ("https://a.example/b 🎉 so", vec![(Words, 1), (Links, 1), (Pictures, 1)]),
            ("(so) [so", vec![(Words, 2), (Opens, 2), (Closes, 1)]),
            ("\"so\" 🎉", vec![(Words, 1), (Quotes, 2), (Pictures, 1)]),
            ("we met Kim", vec![(Words, 3), (Capitals, 1), (Bare, 1)]),
            ("we metKim, Bo", vec![(Words, 4), (Capitals, 2)]),
            ("we met NASA 12", vec![(Words, 4), (Capitals, 1)]),
            ("we\nmet\n\nhere\n", vec![(Words, 3), (Lines, 1), (Paragraphs, 1)]),
            ("we\n#met\nhere", vec![(Words, 3), (Tags, 1)]),
            ("dana @dortiz \"Dortiz\"", vec![(Words, 3), (Capitals, 1), (Mentions, 1), (Quotes, 2), (Authors, 3)]),
            ("al ortiz, ana", vec![(Words, 3), (Authors, 1)]),
        ] {
            let sums = all_sums(text).pop().unwrap();
            let mut counts = Counts::NONE;
            for (what, count) in &expected {
                counts.0[*what as usize] = *count;
            }
            assert_eq!(sums.counts.0, counts.0, "{text:?}: {expected:?}");
        }
    }

    #[test]
    fn sums_are_those_before_a_token() {
        let sums = all_sums("So the #day\n\nwas it");
        let weights: Vec<_> = sums.iter().map(|sums| sums.weight).collect();
        assert_eq!(weights, [0, 3, 7, 12, 16, 19]);
        let function_words: Vec<_> = sums.iter().map(|sums| sums.function_words).collect();
        assert_eq!(function_words, [0, 0, 1, 1, 2, 3]);
        let breaks: Vec<_> = sums.iter().map(|sums| sums.breaks).collect();
        assert_eq!(breaks, [0, 0, 0, 0, 2, 2]);
        let since = sums[5].counts.since(&sums[2].counts);
        assert_eq!((since.of(Count::Words), since.of(Count::Tags), since.of(Count::Capitals)), (3, 1, 0));
    }

    #[test]
    fn a_full_window_is_summed_up_to_its_end() {
        let sums = all_sums(&"so ".repeat(MOST_TOKENS));
        assert_eq!(sums.len(), MOST_TOKENS + 1);
        assert_eq!(usize::from(sums[MOST_TOKENS].counts.of(Count::Words)), MOST_TOKENS);
    }

    #[test]
    fn segments_are_lines_and_sentences() {
        for (text, expected) in [
            ("so glad oh", &[0, 0, 0][..]),
            ("so. glad: oh", &[0, 0, 2, 2, 4]),
            ("so.glad: oh", &[0, 0, 0, 0, 4]),
            ("so\nglad oh", &[0, 1, 1]),
            ("so.” glad", &[0, 0, 0, 3]),
            ("so.\" glad", &[0, 0, 0, 3]),
            ("so.”glad", &[0, 0, 0, 0]),
            ("so” glad, oh", &[0, 0, 0, 0, 0]),
            ("so. , glad", &[0, 0, 2, 2]),
        ] {
            let sums = all_sums(text);
            let segments: Vec<_> = sums[..sums.len() - 1].iter().map(|sums| sums.segment).collect();
            assert_eq!(segments, expected, "{text:?}");
        }
    }

    #[test]
    fn a_name_has_four_words_of_three_bytes() {
        let names = Names::new("Ana-María de la Cruz López Vega Ruiz", "anamaria");
        for (word, is_name) in [
            ("ana", true),
            ("maría", true),
            ("cruz", true),
            ("lópez", true),
            ("vega", false),
            ("de", false),
            ("la", false),
            ("anamaria", true),
            ("@anamaria", true),
            ("@ana", false),
        ] {
            let hash = hash(word.as_bytes());
            assert_eq!(names.may_have(hash) && names.have(hash), is_name, "{word:?}");
            assert!(names.may_have(hash) || !names.have(hash), "{word:?}");
        }
    }
}
