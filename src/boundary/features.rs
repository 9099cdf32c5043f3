//! What speaks for and against a place as the beginning of a tweet's text.

mod content;
mod layout;
#[cfg(test)]
pub(super) mod taken;
mod wording;

use super::{
    candidates::Candidates,
    model::groups,
    previous_tweet::Habits,
    statistics::Totals,
    statistics::prefix::{Counts, Sums},
    statistics::suffix::Rest,
    token::{Class, Gap, Tail, Token, Tokens},
};

/// Takes the features of a place.
pub(super) trait Sink {
    fn add(&mut self, index: usize);
}

/// What is known about the quotation besides its text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'t> {
    /// Whether the previous quotation ends where the window begins.
    pub(super) follows_quotation: bool,
    /// The gap after the quotation; [`Gap::Edge`] at the end of the input.
    pub(super) after: Gap,
    /// The line breaks after the quotation.
    pub(super) after_breaks: usize,
    pub(super) attribution: Attribution,
    /// How many weighted characters a tweet could hold when it was written.
    pub(super) limit: usize,
    pub(super) name: &'t str,
    pub(super) handle: &'t str,
    pub(super) habits: Habits,
}

/// How the attribution was written, which tells about the tool.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attribution {
    /// A line break before the date: a tool that breaks lines at links.
    pub(super) broken: bool,
}

impl Attribution {
    pub(super) fn read(attribution: &str) -> Self {
        let date = attribution.find(')').and_then(|at| attribution.get(at + 1..)).unwrap_or_default();
        Self { broken: date.trim_start_matches([' ', '\t', '\u{a0}']).starts_with('\n') }
    }
}

/// A window's tokens with what is summed over them.
pub(super) struct Features<'w> {
    tokens: &'w [Token],
    totals: &'w Totals,
    known: Known<'w>,
    tail: Tail,
    whole: bool,
    /// The gaps before the attribution and after the quotation.
    mode: usize,
}

/// A place, and what all its features look at.
struct Place<'w> {
    index: usize,
    token: &'w Token,
    before: &'w Token,
    /// The gap before it, told apart where it is the end of the previous quotation.
    edge: usize,
    /// The sums before it.
    here: &'w Sums,
    /// What the text would hold.
    text: Counts,
    weight: u16,
    /// The rest from it on, and from the next token on.
    rest: &'w Rest,
    next_rest: &'w Rest,
    /// The first token of the segment that ends here, and of the one after the segment that begins here.
    segment: usize,
    follows: usize,
    /// The steps of the sizes of the segments before and after it.
    sizes: (usize, usize),
    /// The last mark before it, seen through what closes a quotation.
    seen: usize,
    /// How strongly the gap divides.
    strength: usize,
}

impl<'w> Features<'w> {
    pub(super) fn new(tokens: &'w Tokens, whole: bool, known: Known<'w>, totals: &'w mut Totals) -> Self {
        totals.read(tokens.as_slice(), known.name, known.handle);
        Self {
            tokens: tokens.as_slice(),
            totals,
            known,
            tail: tokens.tail,
            whole,
            mode: tokens.tail.gap as usize * 7 + known.after as usize,
        }
    }

    pub(super) fn candidates(&self) -> Candidates {
        Candidates::new(self.tokens, self.whole)
    }

    fn token(&self, index: usize) -> &'w Token {
        self.tokens.get(index).unwrap_or(&Token::NONE)
    }

    fn before(&self, index: usize, back: usize) -> &'w Token {
        index.checked_sub(back).map_or(&Token::NONE, |i| self.token(i))
    }

    fn sums(&self, index: usize) -> &'w Sums {
        self.totals.sums.get(index).unwrap_or(&Sums::NONE)
    }

    fn rest(&self, index: usize) -> &'w Rest {
        self.totals.rests.get(index).unwrap_or(&Rest::NONE)
    }

    /// The gap before a place, told apart where the place is the end of the previous quotation.
    pub(super) fn edge(&self, index: usize) -> usize {
        self.token(index).gap.edge(index == 0 && self.known.follows_quotation)
    }

    /// The features of the token itself: each beginning before it takes them all.
    pub(super) fn inside(&self, index: usize, sink: &mut impl Sink) {
        let token = self.token(index);
        if token.class.is_word() && !matches!(token.class, Class::Number) {
            sink.add(groups::INSIDE.at(token.hash as usize));
        }
        sink.add(groups::SHAPE.at(if token.class.is_word() || matches!(token.class, Class::Link | Class::Short) {
            token.class as usize
        } else {
            32 + token.hash as usize % 224
        }));
    }

    /// The features of the place before the token at `index`.
    pub(super) fn place(&self, index: usize, sink: &mut impl Sink) {
        let place = self.look(index);
        self.marks(&place, sink);
        self.length(&place, sink);
        self.lines(&place, sink);
        self.block(&place, sink);
        self.breaks(&place, sink);
        self.contents(&place, sink);
        self.segments(&place, sink);
        self.signs(&place, sink);
        self.author(&place, sink);
        self.repetition(&place, sink);
        self.language(&place, sink);
        self.known.habits.features(place.edge, place.token, place.before, self.tail.gap as usize, sink);
        self.words(index, sink);
    }

    fn look(&self, index: usize) -> Place<'w> {
        let end = self.tokens.len();
        let (token, before, here, rest) =
            (self.token(index), self.before(index, 1), self.sums(index), self.rest(index));
        let through = matches!(before.class, Class::Close | Class::Quote | Class::Picture);
        let seen = if through { self.before(index, 2) } else { before };
        let segment = index.checked_sub(1).map_or(0, |i| usize::from(self.sums(i).segment));
        let last = end.min(index + 40);
        let follows = rest.next_segment().map_or(last, |next| last.min(next));
        Place {
            index,
            token,
            before,
            edge: self.edge(index),
            here,
            weight: self.sums(end).weight.saturating_sub(here.weight),
            text: self.sums(end).counts.since(&here.counts),
            rest,
            next_rest: self.rest(index + 1),
            segment,
            follows,
            sizes: (size_step(index.saturating_sub(segment)), size_step(follows.saturating_sub(index))),
            seen: seen.class as usize,
            strength: strength(token.gap),
        }
    }
}

/// How strongly a gap divides.
const fn strength(gap: Gap) -> usize {
    match gap {
        Gap::None => 0,
        Gap::Space | Gap::Wide | Gap::Wrap => 1,
        Gap::Line | Gap::Blank | Gap::Edge => 2,
    }
}

const fn size_step(tokens: usize) -> usize {
    match tokens {
        0..=3 => tokens,
        4..=5 => 4,
        6..=8 => 5,
        9..=13 => 6,
        14..=20 => 7,
        21..=30 => 8,
        _ => 9,
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{super::lexer::hash::hash, *};

    #[test]
    fn steps_are_finer_where_there_is_little() {
        let steps = |from: usize, to: usize, step: usize| (from..=to).all(|tokens| size_step(tokens) == step);
        assert!(steps(0, 0, 0) && steps(1, 1, 1) && steps(2, 2, 2) && steps(3, 3, 3) && steps(4, 5, 4));
        assert!(steps(6, 8, 5) && steps(9, 13, 6) && steps(14, 20, 7) && steps(21, 30, 8) && steps(31, 99, 9));
    }

    #[test]
    fn a_token_inside_a_text_adds_its_word_and_its_shape() {
        let inside = |marked: &str| {
            taken::looking_at(marked, false, |features, place| {
                let mut taken = taken::Taken(Vec::new());
                features.inside(place, &mut taken);
                taken.0
            })
        };
        let word = |word: &str| groups::INSIDE.at(hash(word.as_bytes()) as usize);
        let shape = |class: Class| groups::SHAPE.at(class as usize);
        assert_eq!(inside("They met. ⟦Glad"), [word("glad"), shape(Class::Upper)]);
        assert_eq!(inside("They met. ⟦#glad"), [word("#glad"), shape(Class::Tag)]);
        // Of a number or a link only the shape tells, of a mark what it is.
        assert_eq!(inside("They met. ⟦12"), [shape(Class::Number)]);
        assert_eq!(inside("They met. ⟦https://a.example/b"), [shape(Class::Link)]);
        assert_eq!(inside("They met. ⟦pic.twitter.com/Ab3dEf6hIj"), [shape(Class::Short)]);
        assert_eq!(inside("They met. ⟦("), [groups::SHAPE.at(32 + hash(b"(") as usize % 224)]);
    }

    #[test]
    fn lines_divide_more_than_spaces() {
        for (gap, divides) in [
            (Gap::None, 0),
            (Gap::Space, 1),
            (Gap::Wide, 1),
            (Gap::Wrap, 1),
            (Gap::Line, 2),
            (Gap::Blank, 2),
            (Gap::Edge, 2),
        ] {
            assert_eq!(strength(gap), divides, "{gap:?}");
        }
    }

    #[test]
    fn a_date_in_a_line_of_its_own_was_broken_at_a_link() {
        for (attribution, broken) in [
            ("— Dana Ortiz (@dortiz) July 14, 2021", false),
            ("— Dana Ortiz (@dortiz)\nJuly 14, 2021", true),
            ("— Dana Ortiz (@dortiz) \t\u{a0}\nJuly 14, 2021", true),
            ("— Dana\nOrtiz (@dortiz) July 14, 2021", false),
            ("— Dana Ortiz @dortiz\nJuly 14, 2021", false),
        ] {
            assert_eq!(Attribution::read(attribution).broken, broken, "{attribution:?}");
        }
    }
}
