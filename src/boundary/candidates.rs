//! Candidates: the tokens at which a tweet's text may begin.

use super::token::{Token, TokenClass, gap::TokenGap};

/// How many candidates are scored. Beyond them, the nearest to the attribution and the marked ones are kept.
pub(super) const MOST_CANDIDATES: usize = 64;
/// How many of them may be bare.
const MOST_BARE: usize = 40;
/// How many of the last ones must be marked.
const LAST_MARKED: usize = 12;

/// The indices of the candidates, from the last to the first.
pub(super) struct Candidates {
    items: [u8; MOST_CANDIDATES],
    len: usize,
}

impl Candidates {
    /// Finds the candidates among `tokens`. The first token is one if the window is `whole`, that is, if nothing was
    /// cut off.
    pub(super) fn new(tokens: &[Token], whole: bool) -> Self {
        let mut candidates = Self { items: [0; MOST_CANDIDATES], len: 0 };
        let mut bare = 0;
        for (index, pair) in tokens.windows(2).enumerate().rev() {
            let [before, token] = pair else { break };
            match separation(before, token) {
                Separation::Marked if candidates.len < MOST_CANDIDATES - 1 => candidates.push(index + 1),
                Separation::Bare if bare < MOST_BARE && candidates.len < MOST_CANDIDATES - LAST_MARKED => {
                    bare += 1;
                    candidates.push(index + 1);
                }
                _ => {}
            }
        }
        if whole && !tokens.is_empty() {
            candidates.push(0);
        }
        candidates
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.items.iter().take(self.len).map(|i| usize::from(*i))
    }

    #[cfg(test)]
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    fn push(&mut self, index: usize) {
        if let (Some(slot), Ok(index)) = (self.items.get_mut(self.len), u8::try_from(index)) {
            *slot = index;
            self.len += 1;
        }
    }
}

/// What separates two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Separation {
    /// No text begins between them.
    None,
    /// A line break, the end of a sentence, or other punctuation.
    Marked,
    /// A space at most, but the second token could begin a text.
    Bare,
}

fn separation(before: &Token, token: &Token) -> Separation {
    use TokenClass as C;
    use TokenGap as G;
    if matches!(token.class, C::Comma | C::Close | C::Colon | C::Destination) && !token.starts_line() {
        return Separation::None;
    }
    let of_tweets = matches!(token.class, C::Emoji | C::Hashtag | C::Mention);
    match (token.gap, before.class) {
        (G::Space | G::Wide, C::Open) => Separation::None,
        (G::LineBreak | G::EmptyLine | G::InputEdge | G::Wide, _)
        | (G::Wrap, C::End | C::Colon | C::Close | C::Quote) => Separation::Marked,
        (G::Space, class) if may_end_text(class) => Separation::Marked,
        (G::Space, C::Hashtag | C::Mention | C::Comma | C::Dash | C::Number) | (G::Wrap, _) => Separation::Bare,
        (G::Space, _) if token.class == C::Lower => Separation::None,
        (G::Space, _) => Separation::Bare,
        // From here on the two touch each other.
        (_, C::End | C::Colon) => separation_of_glued(token.class, true),
        (_, C::Lower | C::Number) => separation_of_glued(token.class, false),
        (_, class) if may_end_text(class) && class != C::Symbol => separation_of_glued(token.class, false),
        (_, C::Upper) if token.class == C::Upper => Separation::Bare,
        (_, C::Uncased | C::Unspaced | C::Symbol | C::Upper | C::AllUpper) if of_tweets => Separation::Bare,
        _ => Separation::None,
    }
}

/// Whether any text may end with a token of this class.
const fn may_end_text(class: TokenClass) -> bool {
    use TokenClass as C;
    matches!(class, C::End | C::Colon | C::Close | C::Quote | C::Emoji | C::Destination | C::Symbol) || class.is_url()
}

/// What separates a token of this class from one that it touches.
const fn separation_of_glued(class: TokenClass, after_end: bool) -> Separation {
    use TokenClass as C;
    match class {
        C::Upper | C::AllUpper | C::Hashtag | C::Mention | C::Emoji | C::Unspaced | C::Uncased => Separation::Marked,
        C::Quote | C::Open | C::Number | C::Url | C::TwitterUrl | C::Lower if after_end => Separation::Marked,
        C::Quote | C::Open | C::Symbol | C::End | C::Dash => Separation::Bare,
        _ => Separation::None,
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, vec::Vec};

    use super::{super::token::Tokens, *};
    use crate::marks::{Part, mark, unmarked};

    /// Asserts that the tokens of `marked` are separated like this at each `‖`, and nowhere else.
    #[track_caller]
    fn assert_separated(marked: &str, separated: Separation) {
        let text = unmarked(marked);
        let tokens = Tokens::of(&text);
        let pairs = tokens.as_slice().windows(2).filter(|pair| separation(&pair[0], &pair[1]) == separated);
        let places: Vec<_> = pairs.map(|pair| pair[1].start.in_document(0)).map(|at| (Part::Place, at..at)).collect();
        assert_eq!(mark(&text, &places), marked, "found (left) and expected (right)");
    }

    const FULL_LINE: &str = "They met on a day and were so very glad about it all that they sang";

    #[test]
    fn punctuation_and_line_breaks_mark_candidates() {
        for marked in [
            // Behind a space.
            "they met here",
            "they met. ‖so! ‖so: ‖so” ‖so 🎉 ‖so",
            "https://a.example/b ‖so pic.twitter.com/Ab3dEf6hIj ‖so * ‖so",
            "they (met) ‖so “so” ‖so ( so (  so ( So (  So",
            "they , so ) ‖so : ‖so",
            // Behind more than a space.
            "they  ‖met\n‖so\n\n‖glad\n‖, glad\n‖) ‖so\n‖: ‖so",
            "(\n‖so",
            // Where a line was wrapped.
            &format!("{FULL_LINE}.\n‖glad"),
            &format!("{FULL_LINE}:\n‖glad"),
            &format!("{FULL_LINE}”\n‖glad"),
            &format!("{FULL_LINE}\"\n‖glad"),
            // Where the two touch.
            "they met.‖So.‖so.‖12.‖(so).‖“so”.‖日本.‖#so.‖@so.‖🎉 ‖so.‖https://a.example/b",
            "they met:‖So:‖so:-:‖pic.twitter.com/Ab3dEf6hIj",
            "met‖SoNASA met‖NASA",
            "met(so) ‖met“so” ‖met‖#so met‖@so met‖🎉 ‖met‖日本 12‖So",
            "met* ‖met.- met",
            "(so)‖So (so)so “so”‖So “so”so “so”‖NASA \"so\"‖So",
            "🎉‖So 🎉so https://a.example/b)‖So",
            "SoSo NASA#so NASA@so 日本#so 日本🎉 ‖*#so *so NASA so",
        ] {
            assert_separated(marked, Separation::Marked);
        }
    }

    #[test]
    fn a_bare_candidate_may_begin_a_text_behind_a_space_or_none() {
        for marked in [
            // Behind a space.
            "they met here",
            "they met ‖Kim ‖NASA ‖12 ‖times",
            "they met, ‖so ‖– ‖glad ‖#day ‖so ‖@kim ‖so",
            "they met‖. so‖! so: so” so ‖🎉 so",
            "https://a.example/b so ‖pic.twitter.com/Ab3dEf6hIj so ‖* so",
            "they ‖(met) so ‖“so” so ‖( so ‖(  so ‖( So ‖(  So",
            "they , ‖so ) so : so",
            // Behind more than a space.
            "they  met\nso\n\nglad\n, ‖glad\n) so\n: so",
            // Where a line was wrapped.
            &format!("{FULL_LINE}\n‖glad"),
            &format!("{FULL_LINE}‖.\nglad"),
            &format!("{FULL_LINE}‖\"\nglad"),
            // Where the two touch.
            "they met‖.So.so‖.12‖.(so)‖.“so”‖.日本.#so.@so.🎉 so‖.https://a.example/b",
            "they met:So:so:‖-:pic.twitter.com/Ab3dEf6hIj",
            "met‖(so) met‖“so” met#so ‖met@so ‖met🎉 met日本 ‖12So",
            "met‖* met‖.‖- ‖met",
            "(so)So ‖(so)so ‖“so”So ‖“so”so ‖“so”NASA ‖\"so‖\"So",
            "🎉So ‖🎉so ‖https://a.example/b)So",
            "So‖So ‖NASA‖#so ‖NASA‖@so ‖日本‖#so ‖日本‖🎉 *‖#so ‖*so ‖NASA so",
        ] {
            assert_separated(marked, Separation::Bare);
        }
    }

    #[test]
    fn the_first_token_is_a_candidate_where_nothing_was_cut_off() {
        let tokens = Tokens::of("They MET. So glad");
        let candidates = |whole| Candidates::new(tokens.as_slice(), whole).iter().collect::<Vec<_>>();
        assert_eq!(candidates(true), [3, 1, 0]);
        assert_eq!(candidates(false), [3, 1]);
        assert_eq!(Candidates::new(&[], true).len(), 0);
    }

    #[test]
    fn the_nearest_candidates_are_kept_and_marked_ones_beyond_them() {
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
