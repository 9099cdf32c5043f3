//! What is counted over a window's tokens once, so that each place is judged in constant time.

use super::token::{Class, Gap, Token, hash, hash_mention};

/// One more than there are tokens at most.
pub(super) const MOST_SUMS: usize = 257;

/// Sums over the tokens before a place.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    pub(super) weight: u16,
    pub(super) words: u16,
    pub(super) capitals: u16,
    /// Links of all kinds, and those of twitter.com alone.
    pub(super) links: u16,
    pub(super) shorts: u16,
    /// Links with a word after them.
    pub(super) inner_links: u16,
    pub(super) tags: u16,
    pub(super) mentions: u16,
    pub(super) pictures: u16,
    pub(super) ends: u16,
    pub(super) lines: u16,
    pub(super) paragraphs: u16,
    /// Capitals after a small letter and a space.
    pub(super) bare: u16,
    /// Words of the author's name.
    pub(super) authors: u16,
    pub(super) quotes: u16,
    pub(super) opens: u16,
    pub(super) closes: u16,
    /// Function words.
    pub(super) function_words: u16,
    /// The index of the first token of the segment (line or sentence) the token is in.
    pub(super) segment: u16,
    /// The most line breaks in one gap.
    pub(super) breaks: u8,
}

impl Sums {
    /// Counts `token`, which follows `previous`.
    fn count(&mut self, token: &Token, previous: &Token, names: &[u32; 6]) {
        let is = |class: Class| u16::from(token.class == class);
        let word = token.class.is_word();
        let after_link = matches!(previous.class, Class::Link | Class::Short);
        self.weight = self.weight.saturating_add(u16::from(token.weight));
        self.words += u16::from(word);
        self.capitals += is(Class::Upper) + is(Class::Capitals);
        self.links += is(Class::Link) + is(Class::Short);
        self.shorts += is(Class::Short);
        self.inner_links += u16::from(after_link && word);
        self.tags += is(Class::Tag);
        self.mentions += is(Class::Mention);
        self.pictures += is(Class::Picture);
        self.ends += is(Class::End);
        self.lines += u16::from(token.is_line());
        self.paragraphs += u16::from(token.is_paragraph());
        self.bare +=
            u16::from(previous.class == Class::Lower && token.class == Class::Upper && token.gap == Gap::Space);
        self.authors += u16::from(word && names.contains(&token.hash));
        self.quotes += is(Class::Quote);
        self.opens += is(Class::Open);
        self.closes += is(Class::Close);
        self.function_words += u16::from(word && token.language > 0);
        self.breaks = self.breaks.max(token.breaks);
    }
}

/// Fills `sums` with the sums before each token, and after the last.
pub(super) fn sums(tokens: &[Token], name: &str, handle: &str) -> [Sums; MOST_SUMS] {
    let mut all = [Sums::default(); MOST_SUMS];
    let names = author_words(name, handle);
    let mut sums = Sums::default();
    let (mut second, mut previous) = (Token::NONE, Token::NONE);
    for (index, (token, slot)) in tokens.iter().zip(&mut all).enumerate() {
        if index == 0 || starts_segment(token, &previous, &second) {
            sums.segment = u16::try_from(index).unwrap_or(0);
        }
        *slot = sums;
        sums.count(token, &previous, &names);
        (second, previous) = (previous, *token);
    }
    if let Some(slot) = all.get_mut(tokens.len()) {
        *slot = sums;
    }
    all
}

/// Whether a line or a sentence begins at `token`.
fn starts_segment(token: &Token, previous: &Token, second: &Token) -> bool {
    token.starts_line()
        || (token.gap != Gap::None
            && (matches!(previous.class, Class::End | Class::Colon)
                || (matches!(previous.class, Class::Close | Class::Quote) && second.class == Class::End)))
}

/// What is the same, or greatest, from a place to the text's end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rest {
    /// The most line breaks in one gap that touches no link, and in any gap.
    pub(super) breaks: u8,
    pub(super) breaks_all: u8,
    /// Whether all tokens have the same depth.
    pub(super) same_depth: bool,
    /// The indentation of the lines that begin, and whether it is one for all; `None` where no line begins.
    pub(super) indent: Option<(u8, bool)>,
    /// Where the next segment begins, if one does.
    pub(super) next_segment: u16,
}

const NO_REST: Rest = Rest { breaks: 0, breaks_all: 0, same_depth: true, indent: None, next_segment: u16::MAX };

/// The rest from each token on.
pub(super) fn rests(tokens: &[Token], sums: &[Sums; MOST_SUMS]) -> [Rest; MOST_SUMS] {
    let mut all = [NO_REST; MOST_SUMS];
    let mut next_segment = u16::MAX;
    let mut rest = NO_REST;
    let mut next_depth = None;
    for (index, ((token, slot), here)) in tokens.iter().zip(&mut all).zip(sums).enumerate().rev() {
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        rest.next_segment = next_segment;
        if here.segment == index {
            next_segment = index;
        }
        rest.breaks_all = rest.breaks_all.max(token.breaks);
        if !token.anchored {
            rest.breaks = rest.breaks.max(token.breaks);
        }
        rest.same_depth &= next_depth.is_none_or(|d| d == token.depth);
        next_depth = Some(token.depth);
        if token.starts_line() {
            let same = rest.indent.is_none_or(|(indent, same)| same && indent == token.indent);
            rest.indent = Some((token.indent, same));
        }
        *slot = rest;
    }
    all
}

/// How many phrases of three tokens fall into each of some slots.
pub(super) struct Phrases([u8; 512]);

impl Phrases {
    pub(super) fn new(tokens: &[Token]) -> Self {
        let mut counts = [0_u8; 512];
        for phrase in tokens.windows(3) {
            if let [a, b, c] = phrase {
                if let Some(count) = counts.get_mut(Self::slot(a, b, c)) {
                    *count = count.saturating_add(1);
                }
            }
        }
        Self(counts)
    }

    /// Whether the phrase may stand in the window more than once.
    pub(super) fn may_repeat(&self, a: &Token, b: &Token, c: &Token) -> bool {
        self.0.get(Self::slot(a, b, c)).is_some_and(|count| *count > 1)
    }

    const fn slot(a: &Token, b: &Token, c: &Token) -> usize {
        let mixed =
            a.hash.wrapping_add(b.hash.rotate_left(7)).wrapping_add(c.hash.rotate_left(14)).wrapping_mul(0x9e37_79b1);
        (mixed >> 23) as usize
    }
}

/// The language of all function words, if they have one; `None` where they have several.
pub(super) fn only_language(tokens: &[Token]) -> Option<u8> {
    let mut only = 0;
    for language in tokens.iter().filter(|t| t.class.is_word()).map(|t| t.language).filter(|l| *l > 0) {
        if only > 0 && only != language {
            return None;
        }
        only = language;
    }
    Some(only)
}

/// At each place, how many words after it stand before it too; words of fewer than four bytes do not count.
pub(super) fn overlap(tokens: &[Token]) -> [u8; MOST_SUMS] {
    let mut first = [u8::MAX; 256];
    let mut change = [0_i8; MOST_SUMS];
    for (index, token) in tokens.iter().enumerate() {
        if !token.class.is_word() || token.end - token.start < 4 {
            continue;
        }
        // Words that fall into one slot are taken for one another; that is rare, and does little harm.
        let Some(slot) = first.get_mut((token.hash & 255) as usize) else { continue };
        if *slot == u8::MAX {
            *slot = u8::try_from(index).unwrap_or(u8::MAX - 1);
            continue;
        }
        // Counted at places after the first occurrence, up to this one.
        if let Some(c) = change.get_mut(usize::from(*slot) + 1) {
            *c = c.saturating_add(1);
        }
        if let Some(c) = change.get_mut(index + 1) {
            *c = c.saturating_sub(1);
        }
    }
    let mut sums = [0_u8; MOST_SUMS];
    let mut sum = 0_u8;
    for (slot, c) in sums.iter_mut().zip(change) {
        sum = sum.saturating_add_signed(c);
        *slot = sum;
    }
    sums
}

/// The hashes of the words of the author's name, and of the handle without and with `@`.
fn author_words(name: &str, handle: &str) -> [u32; 6] {
    let mut words = [0; 6];
    let long = name.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 2).take(4);
    for (slot, word) in words.iter_mut().zip(long) {
        *slot = hash(word.as_bytes());
    }
    let [.., bare, with_at] = &mut words;
    *bare = hash(handle.as_bytes());
    *with_at = hash_mention(handle.as_bytes());
    words
}
