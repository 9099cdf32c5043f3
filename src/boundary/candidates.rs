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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use super::{super::token::Tokens, *};

    /// `text` with `‖` at its marked places and `¦` at its bare ones.
    fn with_places(text: &str) -> String {
        let tokens = Tokens::of(text);
        let (mut shown, mut from) = (String::new(), 0);
        for pair in tokens.as_slice().windows(2) {
            let at = usize::from(pair[1].start);
            shown.push_str(&text[from..at]);
            shown.push_str(match place(&pair[0], &pair[1]) {
                Place::Marked => "‖",
                Place::Bare => "¦",
                Place::Nowhere => "",
            });
            from = at;
        }
        shown + &text[from..]
    }

    #[test]
    fn places_stand_at_marks_and_before_what_may_begin_a_text() {
        let full = "They met on a day and were so very glad about it all that they sang";
        for places in [
            // Behind a space.
            "they met here",
            "they met ¦Kim ¦NASA ¦12 ¦times",
            "they met, ¦so ¦– ¦glad ¦#day ¦so ¦@kim ¦so",
            "they met¦. ‖so¦! ‖so: ‖so” ‖so ¦🎉 ‖so",
            "https://a.example/b ‖so ¦pic.twitter.com/Ab3dEf6hIj ‖so ¦* ‖so",
            "they ¦(met) ‖so ¦“so” ‖so ¦( so ¦(  so ¦( So ¦(  So",
            "they , ¦so ) ‖so : ‖so",
            // Behind more than a space.
            "they  ‖met\n‖so\n\n‖glad\n‖, ¦glad\n‖) ‖so\n‖: ‖so",
            "‖(\n‖so",
            // Where a line was wrapped.
            &format!("{full}\n¦glad"),
            &format!("{full}¦.\n‖glad"),
            &format!("{full}:\n‖glad"),
            &format!("{full}”\n‖glad"),
            &format!("{full}¦\"\n‖glad"),
            // Where the two touch.
            "they met¦.‖So.‖so¦.‖12¦.‖(so)¦.‖“so”¦.‖日本.‖#so.‖@so.‖🎉 ‖so¦.‖https://a.example/b",
            "they met:‖So:‖so:¦-:‖pic.twitter.com/Ab3dEf6hIj",
            "met‖SoNASA met‖NASA",
            "met¦(so) ‖met¦“so” ‖met‖#so ¦met‖@so ¦met‖🎉 ‖met‖日本 ¦12‖So",
            "met¦* ‖met¦.¦- ¦met",
            "(so)‖So ¦(so)so ¦“so”‖So ¦“so”so ¦“so”‖NASA ¦\"so¦\"‖So",
            "🎉‖So ¦🎉so ¦https://a.example/b)‖So",
            "So¦So ¦NASA¦#so ¦NASA¦@so ¦日本¦#so ¦日本¦🎉 ‖*¦#so ¦*so ¦NASA so",
        ] {
            let text: String = places.chars().filter(|c| !matches!(c, '‖' | '¦')).collect();
            let expected = places.strip_prefix('‖').unwrap_or(places);
            assert_eq!(with_places(&text), expected, "found (left) and expected (right)");
        }
    }

    #[test]
    fn the_first_token_is_a_place_where_nothing_was_cut_off() {
        let tokens = Tokens::of("They MET. So glad");
        let candidates = |whole| Candidates::new(tokens.as_slice(), whole).iter().collect::<Vec<_>>();
        assert_eq!(candidates(true), [3, 1, 0]);
        assert_eq!(candidates(false), [3, 1]);
        assert_eq!(Candidates::new(&[], true).len(), 0);
    }

    #[test]
    fn the_nearest_places_are_kept_and_marked_ones_beyond_them() {
        let count = |text: &str| Candidates::new(Tokens::of(text).as_slice(), true).len();
        assert_eq!(count(&"Kim ".repeat(100)), MOST_BARE + 1);
        assert_eq!(count(&"Kim ".repeat(40)), MOST_BARE);
        assert_eq!(count(&"So. ".repeat(80)), MOST_CANDIDATES);
        // Behind the bare ones a few of the marked ones find room.
        let (bare, marked) = ("Kim ".repeat(60), "So. ".repeat(45));
        let found: Vec<_> = Candidates::new(Tokens::of(&(bare + &marked)).as_slice(), true).iter().collect();
        let ends = found.iter().filter(|index| **index >= 60).count();
        assert_eq!((found.len(), ends), (MOST_CANDIDATES - 12 + 1, 45));
        let (marked, bare) = ("So. ".repeat(50), "Kim ".repeat(50));
        assert_eq!(count(&(marked + &bare)), MOST_CANDIDATES);
    }
}
