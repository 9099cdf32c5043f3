//! The places at which a tweet's text may begin.

use super::token::{Class, Gap, Token};

/// How many places are looked at; where there are more, the nearest and the marked ones are kept.
pub(super) const MOST_CANDIDATES: usize = 64;
/// How many of them may be places that no mark stands at.
const MOST_BARE: usize = 40;

/// The places, the nearest first.
pub(super) struct Candidates {
    items: [u16; MOST_CANDIDATES],
    len: usize,
}

impl Candidates {
    /// Finds the places among `tokens`; the first one is always a place if `whole`, that is, if nothing was cut off.
    pub(super) fn new(tokens: &[Token], whole: bool) -> Self {
        let mut candidates = Self { items: [0; MOST_CANDIDATES], len: 0 };
        let mut bare = 0;
        for (index, token) in tokens.iter().enumerate().rev() {
            let Some(before) = index.checked_sub(1).and_then(|i| tokens.get(i)) else {
                if whole {
                    candidates.push(index);
                }
                break;
            };
            match place(before, token) {
                Place::Marked if candidates.len < MOST_CANDIDATES - 1 => candidates.push(index),
                Place::Bare if bare < MOST_BARE && candidates.len < MOST_CANDIDATES - 12 => {
                    bare += 1;
                    candidates.push(index);
                }
                Place::Nowhere | Place::Marked | Place::Bare => {}
            }
        }
        candidates
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.items.iter().take(self.len).map(|i| usize::from(*i))
    }

    pub(super) const fn len(&self) -> usize {
        self.len
    }

    fn push(&mut self, index: usize) {
        if let (Some(slot), Ok(index)) = (self.items.get_mut(self.len), u16::try_from(index)) {
            *slot = index;
            self.len += 1;
        }
    }
}

enum Place {
    Nowhere,
    /// A line break, the end of a sentence, or other marks stand there.
    Marked,
    /// Nothing but a space stands there, and what follows could begin a text.
    Bare,
}

fn place(before: &Token, token: &Token) -> Place {
    if matches!(token.class, Class::Comma | Class::Close | Class::Colon | Class::Target) && !token.starts_line() {
        return Place::Nowhere;
    }
    let signs = matches!(token.class, Class::Picture | Class::Tag | Class::Mention);
    match (token.gap, before.class) {
        (Gap::Line | Gap::Blank | Gap::Edge | Gap::Wide, _)
            if before.class != Class::Open || token.gap != Gap::Wide =>
        {
            Place::Marked
        }
        (Gap::Wrap, Class::End | Class::Colon | Class::Close | Class::Quote) => Place::Marked,
        (Gap::Space, class) if ends_something(class) => Place::Marked,
        (Gap::Space | Gap::Wide, Class::Open) => Place::Nowhere,
        (Gap::Space, Class::Tag | Class::Mention | Class::Comma | Class::Dash | Class::Number) | (Gap::Wrap, _) => {
            Place::Bare
        }
        (Gap::Space, _) if token.class == Class::Lower => Place::Nowhere,
        (Gap::Space, _) => Place::Bare,
        // From here on the two touch each other.
        (_, Class::End | Class::Colon) => glued(token, true),
        (_, Class::Lower | Class::Number) => glued(token, false),
        (_, class) if ends_something(class) && class != Class::Sign => glued(token, false),
        (_, Class::Upper) if token.class == Class::Upper => Place::Bare,
        (_, Class::Uncased | Class::Unspaced | Class::Sign | Class::Upper | Class::Capitals) if signs => Place::Bare,
        _ => Place::Nowhere,
    }
}

/// Whether a text before may end with a token of this class, without more ado.
const fn ends_something(class: Class) -> bool {
    matches!(
        class,
        Class::End
            | Class::Colon
            | Class::Close
            | Class::Quote
            | Class::Picture
            | Class::Link
            | Class::Short
            | Class::Target
            | Class::Sign
    )
}

/// A place between two tokens that touch each other.
fn glued(token: &Token, after_end: bool) -> Place {
    match token.class {
        Class::Upper
        | Class::Capitals
        | Class::Tag
        | Class::Mention
        | Class::Picture
        | Class::Unspaced
        | Class::Uncased => Place::Marked,
        Class::Quote | Class::Open | Class::Number | Class::Link | Class::Short | Class::Lower if after_end => {
            Place::Marked
        }
        Class::Quote | Class::Open | Class::Sign | Class::End | Class::Dash => Place::Bare,
        _ => Place::Nowhere,
    }
}
