//! The marks that show in the input of a test which parts are expected in it: one dialect and one reader for all tests.
//!
//! `They met. ⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ The mayor …`
//!
//! | marks | part |
//! |---|---|
//! | `⟦ ⟧` | the text of a tweet |
//! | `⟬ ⟭` | its continuation behind the attribution |
//! | `⟨ ⟩` | the display name of its author |
//! | `⟪ ⟫` | the handle as written |
//! | `⦅ ⦆` | the date as written |
//! | `‹ ›` | a link |
//! | `⌈ ⌉` | a mention, hashtag or cashtag |
//! | `‖` | a place: the end of a quotation that does not end with its date, or what the test says |
#![allow(dead_code)]

use std::{ops::Range, string::String, vec::Vec};

/// A kind of part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Text,
    Continuation,
    Name,
    Handle,
    Date,
    Link,
    Entity,
    Place,
}

const MARKS: [(Part, char, char); 8] = [
    (Part::Text, '⟦', '⟧'),
    (Part::Continuation, '⟬', '⟭'),
    (Part::Name, '⟨', '⟩'),
    (Part::Handle, '⟪', '⟫'),
    (Part::Date, '⦅', '⦆'),
    (Part::Link, '‹', '›'),
    (Part::Entity, '⌈', '⌉'),
    (Part::Place, '‖', '‖'),
];

/// A text without its marks, and the parts that they showed, in the order of their ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marked {
    pub(crate) text: String,
    pub(crate) parts: Vec<(Part, Range<usize>)>,
}

impl Marked {
    /// Takes the marks out of `marked`. A part that is opened is closed, and parts of one kind do not nest.
    #[track_caller]
    pub(crate) fn read(marked: &str) -> Self {
        let (mut text, mut parts, mut open) = (String::new(), Vec::new(), Vec::new());
        for c in marked.chars() {
            match MARKS.iter().find(|(_, opens, closes)| [*opens, *closes].contains(&c)) {
                None => text.push(c),
                Some(&(Part::Place, ..)) => parts.push((Part::Place, text.len()..text.len())),
                Some(&(part, opens, _)) if c == opens => open.push((part, text.len())),
                Some(&(part, ..)) => {
                    let at =
                        open.iter().rposition(|(opened, _)| *opened == part).expect("a mark closes what none opens");
                    parts.push((part, open.remove(at).1..text.len()));
                }
            }
        }
        assert!(open.is_empty(), "marks that nothing closes: {open:?}");
        Self { text, parts }
    }

    /// The spans of one kind of part, in order.
    pub(crate) fn of(&self, kind: Part) -> impl DoubleEndedIterator<Item = Range<usize>> + '_ {
        self.parts.iter().filter(move |(part, _)| *part == kind).map(|(_, span)| span.clone())
    }

    /// The slices of one kind of part, in order.
    pub(crate) fn slices(&self, kind: Part) -> impl DoubleEndedIterator<Item = &str> {
        self.of(kind).map(|span| &self.text[span])
    }

    /// The only place marked with `‖`.
    #[track_caller]
    pub(crate) fn place(&self) -> usize {
        let mut places = self.of(Part::Place);
        let place = places.next().expect("no place is marked");
        assert!(places.next().is_none(), "more than one place is marked");
        place.start
    }
}

/// `marked` without its marks.
pub(crate) fn unmarked(marked: &str) -> String {
    Marked::read(marked).text
}

/// `text` with the marks of `parts`, in any order.
pub(crate) fn mark(text: &str, parts: &[(Part, Range<usize>)]) -> String {
    let mut inserts: Vec<(usize, u8, char)> = Vec::new();
    for (part, span) in parts {
        let &(_, opens, closes) = MARKS.iter().find(|(kind, ..)| kind == part).unwrap();
        if *part == Part::Place {
            inserts.push((span.start, 3, opens));
            continue;
        }
        // An opening mark stands behind a closing one at its place; an empty part opens before it closes.
        inserts.push((span.start, if span.is_empty() { 0 } else { 2 }, opens));
        inserts.push((span.end, 1, closes));
    }
    inserts.sort_by_key(|&(at, order, _)| (at, order));
    let (mut out, mut from) = (String::new(), 0);
    for (at, _, mark) in inserts {
        out.push_str(&text[from..at]);
        out.push(mark);
        from = at;
    }
    out + &text[from..]
}
