//! How the text would be set: what stands around it, its length, lines, blocks and line breaks.

use core::cmp::Ordering;

use super::{Features, Place, Sink};
use crate::boundary::{
    group,
    sums::Count,
    token::{Class, Gap},
};

impl Features<'_> {
    /// What stands on both sides.
    pub(super) fn marks(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { edge, seen, .. } = *place;
        let (prior, first) = (place.before.class as usize, place.token.class as usize);
        let next = self.token(place.index + 1).class as usize;
        sink.add(group::START.at(edge * 49 + self.mode));
        sink.add(group::AROUND.at((edge * 21 + prior) * 21 + first));
        sink.add(group::BEFORE.at(edge * 21 + prior));
        sink.add(group::BEFORE2.at((edge * 21 + prior) * 21 + seen));
        sink.add(group::FIRST.at((edge * 21 + first) * 7 + self.tail.gap as usize));
        sink.add(group::SECOND.at(edge * 21 + next));
        sink.add(group::FIRST2.at(first * 21 + next));
    }

    /// How long the text would be, and how much would be left between the previous quotation and it.
    pub(super) fn length(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { index, edge, .. } = *place;
        let replies = self.tokens.iter().skip(index).take_while(|t| t.class == Class::Mention);
        let reply_weight: usize = replies.map(|t| usize::from(t.weight)).sum();
        let weight = usize::from(place.weight).saturating_sub(reply_weight);
        let length = (weight * 18 / self.known.limit.max(1)).min(23);
        sink.add(group::LENGTH.at((edge * 24 + length) * 4 + mode_family(self.tail.gap)));
        sink.add(group::LENGTH_ONLY.at(length * 2 + usize::from(self.known.limit > 140)));
        let floor = usize::from(self.known.follows_quotation);
        let left = if self.whole { left_step(index) } else { 10 };
        sink.add(group::FLOOR_DISTANCE.at((edge * 12 + left) * 2 + floor));
        let rest = if self.whole { usize::from(place.here.weight / 40).min(9) } else { 9 };
        sink.add(group::FLOOR_REST.at((rest * 10 + (length / 2).min(9)) * 3 + floor + usize::from(index == 0)));
    }

    /// The lines, paragraphs and sentences in the text, and those before it.
    pub(super) fn lines(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { edge, here, .. } = *place;
        let (tail, mode) = (self.tail.gap as usize, self.mode);
        let (lines, paragraphs) = inner_lines(place);
        sink.add(group::LINES.at((edge * 8 + lines.min(7)) * 7 + tail));
        sink.add(group::PARAGRAPHS.at((edge * 5 + paragraphs.min(4)) * 49 + mode));
        let ends = usize::from(place.text.of(Count::Ends));
        sink.add(group::ENDS.at((edge * 8 + ends.min(7)) * 4 + mode_family(self.tail.gap)));
        let inner = match (lines, paragraphs) {
            (0, 0) => 0,
            (_, 0) => 1 + lines.min(2),
            (_, p) => 3 + p.min(2),
        };
        sink.add(group::INNER.at((edge * 6 + inner) * 49 + mode));
        let outer = match (here.counts.of(Count::Lines), here.counts.of(Count::Paragraphs)) {
            (0, 0) => 0,
            (_, 0) => 1,
            (_, p) => 1 + usize::from(p).min(4),
        };
        sink.add(group::OUTER.at((edge * 6 + outer) * 7 + tail));
    }

    /// The block it stands in: markers and indentation.
    pub(super) fn block(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { edge, token, before, .. } = *place;
        let one_line = inner_lines(place) == (0, 0);
        let same_depth = one_line || !place.rest.other_depths;
        let same_indent = one_line || place.next_rest.is_indented(token.indent);
        let depth = compare(token.depth, before.depth) * 3 + compare(token.depth, self.tail.depth);
        sink.add(group::DEPTH.at((edge * 9 + depth) * 2 + usize::from(same_depth)));
        let indent = compare(token.indent, before.indent) * 3 + compare(token.indent, self.tail.indent);
        let tail = self.tail.gap as usize;
        sink.add(group::INDENT.at(((edge * 9 + indent) * 2 + usize::from(same_indent)) * 7 + tail));
    }

    /// The line breaks here, in the text, before the attribution and after the quotation.
    pub(super) fn breaks(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { edge, token, here, .. } = *place;
        let broken = usize::from(self.known.attribution.broken);
        let own = usize::from(token.breaks).min(4);
        let (inner, inner_all) = (place.next_rest.breaks, place.next_rest.breaks_all);
        let (tail, after) = (usize::from(self.tail.breaks).min(4), self.known.after_breaks.min(5));
        sink.add(group::BREAKS.at((((own * 5 + usize::from(inner).min(4)) * 5 + tail) * 6 + after) * 2 + broken));
        sink.add(group::BREAKS_AFTER.at(((own * 6 + after) * 6 + usize::from(here.breaks).min(5)) * 2 + broken));
        let within = compare(token.breaks, inner) * 3 + compare(token.breaks, inner_all);
        let relation = within * 3 + compare(token.breaks, here.breaks);
        sink.add(group::BREAKS_INNER.at((relation * 2 + broken) * 2 + usize::from(own > 0)));
        let anchored = edge * 2 + usize::from(token.anchored);
        sink.add(group::ANCHORED.at((anchored * 2 + broken) * 21 + token.class as usize));
    }
}

/// The lines and paragraphs in the text; the gap before its first token is not in it.
fn inner_lines(place: &Place<'_>) -> (usize, usize) {
    let Place { token, .. } = place;
    (
        usize::from(place.text.of(Count::Lines)).saturating_sub(usize::from(token.is_line())),
        usize::from(place.text.of(Count::Paragraphs)).saturating_sub(usize::from(token.is_paragraph())),
    )
}

const fn left_step(index: usize) -> usize {
    match index {
        0..=3 => index,
        4..=6 => 4,
        7..=10 => 5,
        11..=18 => 6,
        19..=40 => 7,
        41..=80 => 8,
        _ => 9,
    }
}

fn compare(a: u8, b: u8) -> usize {
    match a.cmp(&b) {
        Ordering::Less => 0,
        Ordering::Equal => 1,
        Ordering::Greater => 2,
    }
}

const fn mode_family(gap: Gap) -> usize {
    match gap {
        Gap::None => 0,
        Gap::Space | Gap::Wide => 1,
        Gap::Wrap | Gap::Line => 2,
        Gap::Blank | Gap::Edge => 3,
    }
}
