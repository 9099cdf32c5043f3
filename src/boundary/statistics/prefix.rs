//! Statistics of the tokens before each token.

use crate::boundary::{
    lexer::hash::{hash, hash_mention},
    token::{MOST_TOKENS, Token, TokenClass, gap::TokenGap},
};

/// The most indices of tokens, that behind the last included.
pub(in crate::boundary) const MOST_INDICES: usize = MOST_TOKENS + 1;
// Counts and token indices are stored as `u8`.
const _: () = assert!(MOST_INDICES < u8::MAX as usize);
// Each count has a byte of its own in [`Counts`].
const _: () = assert!((Count::AuthorNames as usize) < 16);

/// The properties of tokens that are counted.
#[derive(Debug, Clone, Copy)]
#[repr(u8)]
pub(in crate::boundary) enum Count {
    Words,
    /// Words that begin with an uppercase letter.
    Capitalized,
    Urls,
    /// URLs of X's own hosts: `t.co`, `pic.twitter.com`.
    TwitterUrls,
    Hashtags,
    Mentions,
    Emoji,
    Ends,
    Quotes,
    Opens,
    Closes,
    /// URLs with a word behind them.
    InnerUrls,
    Lines,
    Paragraphs,
    /// Words of the author's name.
    AuthorNames,
}

/// The value of each [`Count`]; there are too few tokens for one to overflow.
///
/// An array, so that all of them are added and subtracted at once: sixteen bytes are one register.
#[derive(Debug, Clone, Copy)]
pub(in crate::boundary) struct Counts([u8; 16]);

impl Counts {
    const NONE: Self = Self([0; 16]);

    // Runs when the crate is compiled.
    #[allow(clippy::indexing_slicing)]
    const fn one_each(mut counted: &[Count]) -> Self {
        let mut counts = Self::NONE;
        while let [count, rest @ ..] = counted {
            counts.0[*count as usize] = 1;
            counted = rest;
        }
        counts
    }

    #[inline]
    pub(in crate::boundary) fn of(&self, what: Count) -> u8 {
        self.0.get(what as usize).copied().unwrap_or(0)
    }

    /// The counts since `earlier`.
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
}

/// The counts of a token of each class, whatever its neighbours are.
#[rustfmt::skip]
static BY_CLASS: [Counts; TokenClass::COUNT] = {
    use Count::{Capitalized, Closes, Emoji, Ends, Hashtags, Mentions, Opens, Quotes, TwitterUrls, Urls, Words};
    const fn of(counted: &[Count]) -> Counts { Counts::one_each(counted) }
    [
        // Lower, Upper, AllUpper, Number, Unspaced, Uncased, Hashtag, Mention
        of(&[Words]), of(&[Words, Capitalized]), of(&[Words, Capitalized]), of(&[Words]), of(&[Words]), of(&[Words]),
        of(&[Words, Hashtags]), of(&[Words, Mentions]),
        // TwitterUrl, Url, Destination, End, Colon, Comma, Open, Close, Quote
        of(&[Urls, TwitterUrls]), of(&[Urls]), of(&[]), of(&[Ends]), of(&[]), of(&[]), of(&[Opens]), of(&[Closes]), of(&[Quotes]),
        // Dash, Emoji, Symbol, None
        of(&[]), of(&[Emoji]), of(&[]), of(&[]),
    ]
};

/// The statistics of the tokens before an index.
#[derive(Debug, Clone, Copy)]
pub(in crate::boundary) struct Prefix {
    pub(in crate::boundary) counts: Counts,
    pub(in crate::boundary) weight: u16,
    pub(in crate::boundary) function_words: u8,
    /// The index of the first token of the segment (line or sentence) the token is in.
    pub(in crate::boundary) segment: u8,
    /// The index of the first token of the line the token is in; a hard wrap ends no line.
    pub(in crate::boundary) line: u8,
    /// The most line breaks in one gap.
    pub(in crate::boundary) breaks: u8,
}

impl Prefix {
    pub(in crate::boundary) const NONE: Self =
        Self { counts: Counts::NONE, weight: 0, function_words: 0, segment: 0, line: 0, breaks: 0 };

    /// Counts `token`, which follows `previous`.
    #[inline]
    fn count(&mut self, token: &Token, previous: &Token, names: &AuthorHashes) {
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
        self.counts.add_if(names.have(token.hash), Count::AuthorNames);
        if previous.class.is_url() {
            self.counts.add_if(token.class.is_word(), Count::InnerUrls);
        }
    }
}

/// Fills `all` with the statistics before each token, and behind the last.
pub(in crate::boundary) fn prefixes(tokens: &[Token], name: &str, handle: &str, all: &mut [Prefix; MOST_INDICES]) {
    let names = AuthorHashes::new(name, handle);
    let mut prefix = Prefix::NONE;
    let (mut second, mut previous) = (&Token::NONE, &Token::NONE);
    for (index, (token, slot)) in tokens.iter().zip(all.iter_mut()).enumerate() {
        if index == 0 || starts_segment(token, previous, second) {
            prefix.segment = u8::try_from(index).unwrap_or(0);
        }
        if token.starts_own_line() {
            prefix.line = u8::try_from(index).unwrap_or(0);
        }
        *slot = prefix;
        prefix.count(token, previous, &names);
        (second, previous) = (previous, token);
    }
    if let Some(slot) = all.get_mut(tokens.len()) {
        *slot = prefix;
    }
}

/// Whether a line or a sentence begins at `token`.
fn starts_segment(token: &Token, previous: &Token, second: &Token) -> bool {
    token.starts_line()
        || (token.gap != TokenGap::None
            && (matches!(previous.class, TokenClass::End | TokenClass::Colon)
                || (matches!(previous.class, TokenClass::Close | TokenClass::Quote)
                    && second.class == TokenClass::End)))
}

/// The hashes of the words of the author's name, and of the handle without and with `@`.
struct AuthorHashes {
    hashes: [u32; 6],
    /// A bit for each hash. Looking there first saves 1,300 of 64,000 instructions a tweet.
    bits: u64,
}

impl AuthorHashes {
    fn new(name: &str, handle: &str) -> Self {
        let mut hashes = [0; 6];
        let long = name.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 2).take(4);
        for (slot, word) in hashes.iter_mut().zip(long) {
            *slot = hash(word.as_bytes());
        }
        let [.., bare, with_at] = &mut hashes;
        (*bare, *with_at) = (hash(handle.as_bytes()), hash_mention(handle.as_bytes()));
        Self { hashes, bits: hashes.iter().fold(0, |bits, hash| bits | Self::bit(*hash)) }
    }

    const fn bit(hash: u32) -> u64 {
        1 << (hash >> 26)
    }

    #[inline]
    fn have(&self, hash: u32) -> bool {
        self.bits & Self::bit(hash) != 0 && self.hashes.contains(&hash)
    }
}

#[cfg(test)]
mod tests {
    use alloc::{vec, vec::Vec};

    use super::*;
    use crate::boundary::token::Tokens;

    /// The statistics before each token of `text`, which Dana Ortiz wrote, and after the last.
    fn all_prefixes(text: &str) -> Vec<Prefix> {
        let tokens = Tokens::of(text);
        let mut all = [Prefix::NONE; MOST_INDICES];
        prefixes(tokens.as_slice(), "Dana Al Ortiz", "dortiz", &mut all);
        all[..=tokens.as_slice().len()].to_vec()
    }

    #[test]
    fn tokens_are_counted_by_what_they_are() {
        use Count::{
            AuthorNames, Capitalized, Closes, Emoji, Ends, Hashtags, InnerUrls, Lines, Mentions, Opens, Paragraphs,
            Quotes, TwitterUrls, Urls, Words,
        };
        for (text, expected) in [
            ("so glad, 12 and 日本", vec![(Words, 5)]),
            ("The NASA mayor", vec![(Words, 3), (Capitalized, 2)]),
            ("Oh! Really?!", vec![(Words, 2), (Capitalized, 2), (Ends, 2)]),
            ("so #glad of @kim #too", vec![(Words, 5), (Hashtags, 2), (Mentions, 1)]),
            ("see https://a.example/b", vec![(Words, 1), (Urls, 1)]),
            ("see https://a.example/b now", vec![(Words, 2), (Urls, 1), (InnerUrls, 1)]),
            ("pic.twitter.com/Ab3dEf6hIj so", vec![(Words, 1), (Urls, 1), (TwitterUrls, 1), (InnerUrls, 1)]),
            ("https://a.example/b 🎉 so", vec![(Words, 1), (Urls, 1), (Emoji, 1)]),
            ("(so) [so", vec![(Words, 2), (Opens, 2), (Closes, 1)]),
            ("\"so\" 🎉", vec![(Words, 1), (Quotes, 2), (Emoji, 1)]),
            ("we met Kim", vec![(Words, 3), (Capitalized, 1)]),
            ("we metKim, Bo", vec![(Words, 4), (Capitalized, 2)]),
            ("we met NASA 12", vec![(Words, 4), (Capitalized, 1)]),
            ("we\nmet\n\nhere\n", vec![(Words, 3), (Lines, 1), (Paragraphs, 1)]),
            ("we\n#met\nhere", vec![(Words, 3), (Hashtags, 1)]),
            (
                "dana @dortiz \"Dortiz\"",
                vec![(Words, 3), (Capitalized, 1), (Mentions, 1), (Quotes, 2), (AuthorNames, 3)],
            ),
            ("al ortiz, ana", vec![(Words, 3), (AuthorNames, 1)]),
        ] {
            let prefix = all_prefixes(text).pop().unwrap();
            let mut counts = Counts::NONE;
            for (what, count) in &expected {
                counts.0[*what as usize] = *count;
            }
            assert_eq!(prefix.counts.0, counts.0, "{text:?}: {expected:?}");
        }
    }

    #[test]
    fn prefixes_end_before_their_token() {
        let prefixes = all_prefixes("So the #day\n\nwas it");
        let weights: Vec<_> = prefixes.iter().map(|prefix| prefix.weight).collect();
        assert_eq!(weights, [0, 3, 7, 12, 16, 19]);
        let function_words: Vec<_> = prefixes.iter().map(|prefix| prefix.function_words).collect();
        assert_eq!(function_words, [0, 0, 1, 1, 2, 3]);
        let breaks: Vec<_> = prefixes.iter().map(|prefix| prefix.breaks).collect();
        assert_eq!(breaks, [0, 0, 0, 0, 2, 2]);
        let since = prefixes[5].counts.since(&prefixes[2].counts);
        assert_eq!((since.of(Count::Words), since.of(Count::Hashtags), since.of(Count::Capitalized)), (3, 1, 0));
    }

    #[test]
    fn a_full_window_is_counted_up_to_its_end() {
        let prefixes = all_prefixes(&"so ".repeat(MOST_TOKENS));
        assert_eq!(prefixes.len(), MOST_TOKENS + 1);
        assert_eq!(usize::from(prefixes[MOST_TOKENS].counts.of(Count::Words)), MOST_TOKENS);
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
            let prefixes = all_prefixes(text);
            let segments: Vec<_> = prefixes[..prefixes.len() - 1].iter().map(|prefix| prefix.segment).collect();
            assert_eq!(segments, expected, "{text:?}");
        }
    }

    #[test]
    fn a_name_has_four_words_of_three_bytes() {
        let names = AuthorHashes::new("Ana-María de la Cruz López Vega Ruiz", "anamaria");
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
            assert_eq!(names.have(hash), is_name, "{word:?}");
        }
    }
}
