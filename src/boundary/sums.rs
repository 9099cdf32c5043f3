//! What is counted over a window's tokens once, so that each place is judged in constant time.

use super::token::{Class, Gap, Token, hash, hash_mention};

/// One more than there are tokens at most.
pub(super) const MOST_SUMS: usize = 257;

/// Defines the struct of counts, and what is done to all of them at once.
macro_rules! counts {
    ($(#[$doc:meta])* $name:ident { $($(#[$count_doc:meta])* $count:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub(super) struct $name {
            $($(#[$count_doc])* pub(super) $count: u16,)+
        }

        impl $name {
            const NONE: Self = Self { $($count: 0,)+ };

            #[inline]
            fn add(&mut self, more: &Self) {
                $(self.$count = self.$count.wrapping_add(more.$count);)+
            }

            /// What was counted since `earlier`.
            #[inline]
            pub(super) fn since(&self, earlier: &Self) -> Self {
                Self { $($count: self.$count.saturating_sub(earlier.$count),)+ }
            }
        }
    };
}

counts! {
    /// How many there are of something among some tokens; 256 tokens at most, so that nothing overflows.
    Counts {
        weight,
        words,
        capitals,
        /// Links of all kinds, and those of twitter.com alone.
        links,
        shorts,
        /// Links with a word after them.
        inner_links,
        tags,
        mentions,
        pictures,
        ends,
        lines,
        paragraphs,
        /// Capitals after a small letter and a space.
        bare,
        /// Words of the author's name.
        authors,
        quotes,
        opens,
        closes,
        function_words,
    }
}

impl Counts {
    /// What a token of this class counts, whatever stands before it and in it.
    const fn of(class: Class) -> Self {
        let mut counts = Self::NONE;
        match class {
            Class::Upper | Class::Capitals => counts.capitals = 1,
            Class::Tag => counts.tags = 1,
            Class::Mention => counts.mentions = 1,
            Class::Short => (counts.links, counts.shorts) = (1, 1),
            Class::Link => counts.links = 1,
            Class::End => counts.ends = 1,
            Class::Open => counts.opens = 1,
            Class::Close => counts.closes = 1,
            Class::Quote => counts.quotes = 1,
            Class::Picture => counts.pictures = 1,
            _ => {}
        }
        counts.words = class.is_word() as u16;
        counts
    }

    /// What `token`, which follows `previous`, counts.
    #[inline]
    fn of_token(token: &Token, previous: &Token, names: &[u32; 6]) -> Self {
        let mut counts = BY_CLASS.get(token.class as usize).copied().unwrap_or(Self::NONE);
        counts.weight = u16::from(token.weight);
        counts.lines = u16::from(token.is_line());
        counts.paragraphs = u16::from(token.is_paragraph());
        if token.class.is_word() {
            counts.inner_links = u16::from(matches!(previous.class, Class::Link | Class::Short));
            counts.authors = u16::from(names.contains(&token.hash));
            counts.function_words = u16::from(token.language > 0);
            counts.bare =
                u16::from(previous.class == Class::Lower && token.class == Class::Upper && token.gap == Gap::Space);
        }
        counts
    }
}

/// What a token of each class counts.
static BY_CLASS: [Counts; Class::ALL.len()] = {
    let mut all = [Counts::NONE; Class::ALL.len()];
    let (mut slots, mut classes) = (all.as_mut_slice(), Class::ALL.as_slice());
    while let ([slot, other_slots @ ..], [class, other_classes @ ..]) = (slots, classes) {
        *slot = Counts::of(*class);
        (slots, classes) = (other_slots, other_classes);
    }
    all
};

/// Sums over the tokens before a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sums {
    pub(super) counts: Counts,
    /// The index of the first token of the segment (line or sentence) the token is in.
    pub(super) segment: u16,
    /// The most line breaks in one gap.
    pub(super) breaks: u8,
}

impl Sums {
    pub(super) const NONE: Self = Self { counts: Counts::NONE, segment: 0, breaks: 0 };
}

/// Fills `all` with the sums before each token, and after the last.
pub(super) fn sums(tokens: &[Token], name: &str, handle: &str, all: &mut [Sums; MOST_SUMS]) {
    let names = author_words(name, handle);
    let mut sums = Sums::NONE;
    let (mut second, mut previous) = (&Token::NONE, &Token::NONE);
    for (index, (token, slot)) in tokens.iter().zip(all.iter_mut()).enumerate() {
        if index == 0 || starts_segment(token, previous, second) {
            sums.segment = u16::try_from(index).unwrap_or(0);
        }
        *slot = sums;
        sums.counts.add(&Counts::of_token(token, previous, &names));
        sums.breaks = sums.breaks.max(token.breaks);
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
