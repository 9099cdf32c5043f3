//! Kinds of input, by the traces of the text's edge that flattening left. Each kind is calibrated on its own.

use super::types::Boundary;

/// The traces that flattening left around the beginning of a text; its confidence is calibrated for each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum InputKind {
    /// Quote markers.
    Quote,
    /// The input begins with the text.
    InputEdge,
    /// Line breaks inside the text.
    Breaks,
    /// An empty line before it.
    Paragraph,
    /// A line break before it.
    Line,
    /// The previous quotation before it.
    Quotation,
    /// Neither break nor space before it.
    Glued,
    /// Nothing but spaces.
    OneLine,
}

impl InputKind {
    pub(super) const COUNT: usize = Self::OneLine as usize + 1;
    /// The names in the documentation, in order.
    #[cfg(feature = "fit")]
    pub(super) const NAMES: [&'static str; Self::COUNT] = [
        "quote markers",
        "the input begins with the text",
        "line breaks inside the text",
        "paragraph",
        "line",
        "behind a quotation",
        "no space",
        "one line",
    ];

    /// The kind of a text behind `boundary`, with line breaks inside or none.
    pub(super) fn of(boundary: Boundary, starts_input: bool, has_breaks: bool) -> Self {
        match boundary {
            Boundary::Quote => Self::Quote,
            Boundary::Paragraph if starts_input => Self::InputEdge,
            _ if has_breaks => Self::Breaks,
            Boundary::Paragraph => Self::Paragraph,
            Boundary::Line => Self::Line,
            Boundary::Quotation => Self::Quotation,
            Boundary::Glue => Self::Glued,
            _ => Self::OneLine,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        boundary::{
            layout::{Layout, Outcome},
            tests::last_site,
            token::Tokens,
            window::Window,
        },
        marks::{Marked, Part},
    };

    #[test]
    fn inputs_are_told_apart_by_what_stands_before_and_in_the_text() {
        for (marked, kind) in [
            ("They met.\n\n> ⟦So glad", InputKind::Quote),
            ("⟦So glad", InputKind::InputEdge),
            ("⟦So glad\nOh", InputKind::InputEdge),
            ("They met.\n\n⟦So glad\nOh", InputKind::Breaks),
            ("They met.\n⟦So glad\n\nOh", InputKind::Breaks),
            ("They met.\n\n⟦So glad", InputKind::Paragraph),
            ("They met.\n⟦So glad", InputKind::Line),
            ("⟦Me⟧ — ⟨Kim⟩ (@⟪k⟫) ⦅May 1, 2021⦆\n⟦So glad", InputKind::Quotation),
            ("They met.⟦So glad", InputKind::Glued),
            ("They met. ⟦So glad", InputKind::OneLine),
            ("They wrote: ⟦So glad", InputKind::OneLine),
        ] {
            let marked = Marked::read(&alloc::format!("{marked}⟧ — ⟨Dana⟩ (@⟪d⟫) ⦅May 1, 2021⦆"));
            let mut tokens = Tokens::none();
            let window = Window::read(&last_site(&marked), None, &mut tokens);
            let start = marked.of(Part::Text).last().unwrap().start;
            let index = (0..marked.text.len()).find(|index| window.in_document(*index) == start).unwrap();
            assert_eq!(window.kind(index), kind, "{marked:?}");
            // The first stage tells the same of the line that begins there.
            let site = last_site(&marked);
            let layout = Layout::read(&site, None);
            let line = layout.outcomes().find_map(|outcome| match outcome {
                Outcome::Line(line) if layout.at(line) == start => Some(line),
                _ => None,
            });
            let is_line = !matches!(kind, InputKind::Glued | InputKind::OneLine);
            assert_eq!(line.map(|line| layout.kind(line)), is_line.then_some(kind), "{marked:?}");
        }
    }
}
