//! What the quotations of one document have in common.

use super::{
    feature::Sink,
    group,
    settled::Settled,
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
        sink.add(group::HABIT.at((usize::from(self.edge) * 14 + edge) * 7 + tail));
        sink.add(group::HABIT_CLASS.at(usize::from(self.before) * 21 + before.class as usize));
        sink.add(group::HABIT_DEPTH.at(usize::from(self.deeper) * 2 + usize::from(token.depth > 0)));
    }
}
