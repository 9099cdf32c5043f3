//! What the quotations of one document have in common.

use super::{
    features::Sink,
    layout_rules::Settled,
    model::groups,
    token::{Class, Token},
};

/// How the previous quotation of the same document began; keep it from one quotation to the next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Habits {
    seen: bool,
    edge: u8,
    before: u8,
    deeper: bool,
}

impl Habits {
    pub(super) fn learn(&mut self, edge: usize, token: &Token, before: Option<&Token>) {
        *self = Self {
            seen: true,
            edge: u8::try_from(edge).unwrap_or(0),
            before: before.map_or(Class::None, |t| t.class) as u8,
            deeper: token.depth > 0,
        };
    }

    /// Keeps how a beginning looked that was settled without its tokens.
    pub(super) fn learn_settled(&mut self, settled: Settled) {
        *self = Self {
            seen: true,
            edge: u8::try_from(settled.edge).unwrap_or(0),
            before: settled.before as u8,
            deeper: settled.is_quoted(),
        };
    }

    pub(super) fn features(self, edge: usize, token: &Token, before: &Token, tail: usize, sink: &mut impl Sink) {
        if !self.seen {
            return;
        }
        sink.add(groups::HABIT.at((usize::from(self.edge) * 14 + edge) * 7 + tail));
        sink.add(groups::HABIT_CLASS.at(usize::from(self.before) * 21 + before.class as usize));
        sink.add(groups::HABIT_DEPTH.at(usize::from(self.deeper) * 2 + usize::from(token.depth > 0)));
    }
}

#[cfg(test)]
mod tests {
    use alloc::{vec, vec::Vec};

    use super::{
        super::{features::taken::Taken, layout_rules::settled, tests::Marked, token::Gap},
        *,
    };

    fn features(habits: Habits, edge: usize, token: &Token, before: &Token, tail: Gap) -> Vec<usize> {
        let mut sink = Taken(Vec::new());
        habits.features(edge, token, before, tail as usize, &mut sink);
        sink.0
    }

    #[test]
    fn what_is_known_of_one_beginning_is_held_against_the_next() {
        let quoted = Token { depth: 2, ..Token::NONE };
        let ended = Token { class: Class::End, ..Token::NONE };
        let announced = Token { class: Class::Colon, ..Token::NONE };
        let (blank, line) = (Gap::Blank.edge(false), Gap::Line.edge(true));
        assert!(features(Habits::default(), blank, &quoted, &ended, Gap::Space).is_empty());

        let mut habits = Habits::default();
        habits.learn(blank, &quoted, Some(&announced));
        let pair = |of_edge: usize, of_next: usize| (of_edge * 14 + of_next) * 7 + Gap::Space as usize;
        let classes = Class::Colon as usize * 21 + Class::End as usize;
        let expected = |depths| {
            vec![groups::HABIT.at(pair(blank, line)), groups::HABIT_CLASS.at(classes), groups::HABIT_DEPTH.at(depths)]
        };
        assert_eq!(features(habits, line, &Token::NONE, &ended, Gap::Space), expected(2));
        assert_eq!(features(habits, line, &quoted, &ended, Gap::Space), expected(3));

        habits.learn(line, &Token::NONE, None);
        let next = features(habits, blank, &quoted, &ended, Gap::Space);
        let classes = Class::None as usize * 21 + Class::End as usize;
        assert_eq!(
            next,
            [groups::HABIT.at(pair(line, blank)), groups::HABIT_CLASS.at(classes), groups::HABIT_DEPTH.at(1)]
        );
    }

    #[test]
    fn a_settled_beginning_teaches_what_its_words_would() {
        for (marked, before, depth) in [
            ("They met.\n\n⟦So glad!⟧ — Dana Ortiz (@dortiz) July 14, 2021¦", Class::End, 0),
            ("She wrote:\n\n> ⟦So glad!⟧\n> — Dana Ortiz (@dortiz) July 14, 2021¦", Class::Colon, 1),
        ] {
            let marked = Marked::new(marked);
            let (mut by_layout, mut by_words) = (Habits::default(), Habits::default());
            by_layout.learn_settled(settled(&marked.sites()[0]).unwrap());
            let before = Token { class: before, ..Token::NONE };
            by_words.learn(Gap::Blank.edge(false), &Token { depth, ..Token::NONE }, Some(&before));
            assert_eq!(by_layout, by_words);
        }
    }
}
