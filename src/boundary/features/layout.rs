//! How the text would be set: what stands around it, its length, lines, blocks and line breaks.

use core::cmp::Ordering;

use super::{Features, Place, Sink};
use crate::boundary::{
    model::groups,
    statistics::prefix::Count,
    token::{Class, Gap},
};
use crate::length::MAX_WEIGHT;

impl Features<'_> {
    /// What stands on both sides.
    pub(super) fn marks(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { edge, seen, .. } = *place;
        let (prior, first) = (place.before.class as usize, place.token.class as usize);
        let next = self.token(place.index + 1).class as usize;
        sink.add(groups::START.at(edge * 49 + self.mode));
        sink.add(groups::AROUND.at((edge * 21 + prior) * 21 + first));
        sink.add(groups::BEFORE.at(edge * 21 + prior));
        sink.add(groups::BEFORE2.at((edge * 21 + prior) * 21 + seen));
        sink.add(groups::FIRST.at((edge * 21 + first) * 7 + self.tail.gap as usize));
        sink.add(groups::SECOND.at(edge * 21 + next));
        sink.add(groups::FIRST2.at(first * 21 + next));
    }

    /// How long the text would be, and how much would be left between the previous quotation and it.
    pub(super) fn length(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { index, edge, .. } = *place;
        let replies = self.tokens.iter().skip(index).take_while(|t| t.class == Class::Mention);
        let reply_weight: usize = replies.map(|t| usize::from(t.weight)).sum();
        let weight = usize::from(place.weight).saturating_sub(reply_weight);
        let length = (weight * 18 / self.known.limit.max(1)).min(23);
        sink.add(groups::LENGTH.at((edge * 24 + length) * 4 + mode_family(self.tail.gap)));
        sink.add(groups::LENGTH_ONLY.at(length * 2 + usize::from(self.known.limit == MAX_WEIGHT)));
        let floor = usize::from(self.known.follows_quotation);
        let left = if self.whole { left_step(index) } else { 10 };
        sink.add(groups::FLOOR_DISTANCE.at((edge * 12 + left) * 2 + floor));
        let rest = if self.whole { usize::from(place.here.weight / 40).min(9) } else { 9 };
        sink.add(groups::FLOOR_REST.at((rest * 10 + (length / 2).min(9)) * 3 + floor + usize::from(index == 0)));
    }

    /// The lines, paragraphs and sentences in the text, and those before it.
    pub(super) fn lines(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { edge, here, .. } = *place;
        let (tail, mode) = (self.tail.gap as usize, self.mode);
        let (lines, paragraphs) = inner_lines(place);
        sink.add(groups::LINES.at((edge * 8 + lines.min(7)) * 7 + tail));
        sink.add(groups::PARAGRAPHS.at((edge * 5 + paragraphs.min(4)) * 49 + mode));
        let ends = usize::from(place.text.of(Count::Ends));
        sink.add(groups::ENDS.at((edge * 8 + ends.min(7)) * 4 + mode_family(self.tail.gap)));
        let inner = match (lines, paragraphs) {
            (0, 0) => 0,
            (_, 0) => 1 + lines.min(2),
            (_, p) => 3 + p.min(2),
        };
        sink.add(groups::INNER.at((edge * 6 + inner) * 49 + mode));
        let outer = match (here.counts.of(Count::Lines), here.counts.of(Count::Paragraphs)) {
            (0, 0) => 0,
            (_, 0) => 1,
            (_, p) => 1 + usize::from(p).min(4),
        };
        sink.add(groups::OUTER.at((edge * 6 + outer) * 7 + tail));
    }

    /// The block it stands in: markers and indentation.
    pub(super) fn block(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { edge, token, before, .. } = *place;
        let one_line = inner_lines(place) == (0, 0);
        let same_depth = one_line || !place.rest.other_depths;
        let same_indent = one_line || place.next_rest.is_indented(token.indent);
        let depth = compare(token.depth, before.depth) * 3 + compare(token.depth, self.tail.depth);
        sink.add(groups::DEPTH.at((edge * 9 + depth) * 2 + usize::from(same_depth)));
        let indent = compare(token.indent, before.indent) * 3 + compare(token.indent, self.tail.indent);
        let tail = self.tail.gap as usize;
        sink.add(groups::INDENT.at(((edge * 9 + indent) * 2 + usize::from(same_indent)) * 7 + tail));
    }

    /// The line breaks here, in the text, before the attribution and after the quotation.
    pub(super) fn breaks(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { edge, token, here, .. } = *place;
        let broken = usize::from(self.known.attribution.broken);
        let own = usize::from(token.breaks).min(4);
        let (inner, inner_all) = (place.next_rest.breaks, place.next_rest.breaks_all);
        let (tail, after) = (usize::from(self.tail.breaks).min(4), self.known.after_breaks.min(5));
        sink.add(groups::BREAKS.at((((own * 5 + usize::from(inner).min(4)) * 5 + tail) * 6 + after) * 2 + broken));
        sink.add(groups::BREAKS_AFTER.at(((own * 6 + after) * 6 + usize::from(here.breaks).min(5)) * 2 + broken));
        let within = compare(token.breaks, inner) * 3 + compare(token.breaks, inner_all);
        let relation = within * 3 + compare(token.breaks, here.breaks);
        sink.add(groups::BREAKS_INNER.at((relation * 2 + broken) * 2 + usize::from(own > 0)));
        let anchored = edge * 2 + usize::from(token.anchored);
        sink.add(groups::ANCHORED.at((anchored * 2 + broken) * 21 + token.class as usize));
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

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::{super::taken::Taken, *};

    const QUOTED: &str = "⟧ — Kim Lee (@kimlee) July 14, 2021¦";

    #[test]
    fn marks_are_those_on_both_sides() {
        let place = Taken::at("They met.\n\n⟦#bridge, is open");
        let (edge, space) = ((Gap::Blank as usize, 14), (Gap::Space as usize, 7));
        let (end, tag, comma) = ((Class::End as usize, 21), (Class::Tag as usize, 21), (Class::Comma as usize, 21));
        place.assert(groups::START, &[edge, space, space]);
        place.assert(groups::AROUND, &[edge, end, tag]);
        place.assert(groups::BEFORE, &[edge, end]);
        place.assert(groups::BEFORE2, &[edge, end, end]);
        place.assert(groups::FIRST, &[edge, tag, space]);
        place.assert(groups::SECOND, &[edge, comma]);
        place.assert(groups::FIRST2, &[tag, comma]);
    }

    #[test]
    fn what_closes_a_quotation_is_seen_through() {
        for (closes, class) in [("”", Class::Close), ("\"", Class::Quote), (" 🎉", Class::Picture)] {
            let place = Taken::at(&format!("They met!{closes} ⟦So glad"));
            let parts = [(Gap::Space as usize, 14), (class as usize, 21), (Class::End as usize, 21)];
            place.assert(groups::BEFORE2, &parts);
        }
        let place = Taken::at("They met, ⟦So glad");
        let comma = (Class::Comma as usize, 21);
        place.assert(groups::BEFORE2, &[(Gap::Space as usize, 14), comma, comma]);
    }

    #[test]
    fn the_end_of_the_previous_quotation_is_an_edge_of_its_own() {
        let place = Taken::at(&format!("⟦Glad{QUOTED} ⟦So glad⟧\n\n— Dana Ortiz (@dortiz) July 14, 2021¦\nThen"));
        let (tail, after) = ((Gap::Blank as usize, 7), (Gap::Line as usize, 7));
        place.assert(groups::START, &[(7 + Gap::Space as usize, 14), tail, after]);
        place.assert(groups::FIRST, &[(7 + Gap::Space as usize, 14), (Class::Upper as usize, 21), tail]);
        // Only there.
        let place = Taken::at(&format!("⟦Glad{QUOTED} So ⟦Glad"));
        place.assert(groups::BEFORE, &[(Gap::Space as usize, 14), (Class::Upper as usize, 21)]);
    }

    #[test]
    fn a_text_is_as_long_as_a_tweet_can_be() {
        let edge = (Gap::Space as usize, 14);
        let space = (mode_family(Gap::Space), 4);
        // 28 words of five characters, a space with each: nine of the 18 steps to 280.
        let words = "glad, ".repeat(23) + "so";
        let place = Taken::at(&format!("They met. ⟦{words}"));
        place.assert(groups::LENGTH, &[edge, (9, 24), space]);
        place.assert(groups::LENGTH_ONLY, &[(9, 24), (1, 2)]);
        let place = Taken::at_short(&format!("They met. ⟦{words}"));
        place.assert(groups::LENGTH, &[edge, (18, 24), space]);
        place.assert(groups::LENGTH_ONLY, &[(18, 24), (0, 2)]);
        // Whom a reply is to does not count, but who is mentioned does.
        let place = Taken::at(&format!("They met. ⟦@kimlee @bochan {words}"));
        place.assert(groups::LENGTH_ONLY, &[(9, 24), (1, 2)]);
        let place = Taken::at(&format!("They met. ⟦So @kimlee @bochan {words}"));
        place.assert(groups::LENGTH_ONLY, &[(10, 24), (1, 2)]);
        // What is longer than any tweet is as long as all of that.
        let words = "glad, ".repeat(35);
        let place = Taken::at_short(&format!("They met. ⟦{words}"));
        place.assert(groups::LENGTH_ONLY, &[(23, 24), (0, 2)]);
    }

    #[test]
    fn what_is_left_before_a_place_tells_how_much_belongs_to_no_quotation() {
        let edge = (Gap::Space as usize, 14);
        let place = Taken::at("They met on Monday. ⟦So glad");
        place.assert(groups::FLOOR_DISTANCE, &[edge, (left_step(5), 12), (0, 2)]);
        place.assert(groups::FLOOR_REST, &[(0, 10), (0, 10), (0, 3)]);
        let place = Taken::at(&format!("⟦Glad{QUOTED} They met on Monday. ⟦So glad"));
        place.assert(groups::FLOOR_DISTANCE, &[edge, (left_step(5), 12), (1, 2)]);
        place.assert(groups::FLOOR_REST, &[(0, 10), (0, 10), (1, 3)]);
        let place = Taken::at(&format!("⟦Glad{QUOTED} ⟦So glad"));
        place.assert(groups::FLOOR_DISTANCE, &[(7 + Gap::Space as usize, 14), (0, 12), (1, 2)]);
        place.assert(groups::FLOOR_REST, &[(0, 10), (0, 10), (2, 3)]);
        // 100 characters before it, and a text of 75, which are four steps of 18.
        let place = Taken::at(&format!("{}⟦{}", "they met. ".repeat(10), "so. ".repeat(19)));
        place.assert(groups::FLOOR_REST, &[(100 / 40, 10), (4 / 2, 10), (0, 3)]);
        // What is not seen whole may be of any length.
        let place = Taken::at(&format!("⟦Glad{QUOTED} {}⟦So glad", "They met on Monday. ".repeat(60)));
        place.assert(groups::FLOOR_DISTANCE, &[edge, (10, 12), (0, 2)]);
        place.assert(groups::FLOOR_REST, &[(9, 10), (0, 10), (0, 3)]);
    }

    #[test]
    fn lines_and_sentences_are_counted_in_the_text() {
        let (line, blank, space) = ((Gap::Line as usize, 14), (Gap::Blank as usize, 14), (Gap::Space as usize, 7));
        let mode = [space, space];
        for (marked, edge, lines, paragraphs, ends, inner) in [
            ("They met.\n⟦So glad", line, 0, 0, 0, 0),
            ("They met.\n⟦So glad.\nYes! Oh?", line, 1, 0, 3, 2),
            ("They met.\n\n⟦So glad.\nYes\nOh\nMy", blank, 3, 0, 1, 3),
            ("They met.\n\n⟦So glad.\n\nYes", blank, 0, 1, 1, 4),
            ("They met.\n\n⟦So\n\nglad.\n\nYes\n\nOh", blank, 0, 3, 1, 5),
            ("They met.\n\n⟦So\nglad.\n\nYes", blank, 1, 1, 1, 4),
        ] {
            let place = Taken::at(marked);
            place.assert(groups::LINES, &[edge, (lines, 8), space]);
            place.assert(groups::PARAGRAPHS, &[edge, (paragraphs, 5), mode[0], mode[1]]);
            place.assert(groups::ENDS, &[edge, (ends, 8), (mode_family(Gap::Space), 4)]);
            place.assert(groups::INNER, &[edge, (inner, 6), mode[0], mode[1]]);
        }
        for (marked, outer) in [
            ("They met. ⟦So glad", 0),
            ("They\nmet\ntoday. ⟦So glad", 1),
            ("They\n\nmet. ⟦So glad", 2),
            ("They\n\nmet\n\nto\n\nday\n\nhere\n\nnow. ⟦So glad", 5),
        ] {
            Taken::at(marked).assert(groups::OUTER, &[(Gap::Space as usize, 14), (outer, 6), space]);
        }
    }

    #[test]
    fn a_block_is_set_by_markers_and_indentation() {
        const LESS: usize = 0;
        const SAME: usize = 1;
        const MORE: usize = 2;
        let of = |to_before, to_tail| (to_before * 3 + to_tail, 9);
        let blank = (Gap::Blank as usize, 14);
        for (marked, depth, alike, indent, alike_indent, tail) in [
            ("They met.\n\n⟦So glad", of(SAME, SAME), 1, of(SAME, SAME), 1, Gap::Space),
            ("They met.\n\n> ⟦So glad", of(MORE, SAME), 1, of(MORE, SAME), 1, Gap::Space),
            (
                "> They met.\n\n⟦So glad⟧\n> — Dana Ortiz (@dortiz) July 14, 2021¦",
                of(LESS, LESS),
                1,
                of(LESS, LESS),
                1,
                Gap::Line,
            ),
            (
                "They met.\n\n>   ⟦So glad⟧\n — Dana Ortiz (@dortiz) July 14, 2021¦",
                of(MORE, MORE),
                1,
                of(MORE, MORE),
                1,
                Gap::Line,
            ),
            ("They met.\n\n  ⟦So\n> glad", of(SAME, LESS), 0, of(MORE, MORE), 0, Gap::Space),
            ("They met.\n\n  ⟦So\n  glad", of(SAME, SAME), 1, of(MORE, SAME), 1, Gap::Space),
            ("They met.\n\n  ⟦So\n\n   glad", of(SAME, SAME), 1, of(MORE, LESS), 0, Gap::Space),
        ] {
            let place = Taken::at(marked);
            place.assert(groups::DEPTH, &[blank, depth, (alike, 2)]);
            place.assert(groups::INDENT, &[blank, indent, (alike_indent, 2), (tail as usize, 7)]);
        }
    }

    #[test]
    fn line_breaks_are_held_against_one_another() {
        let place = Taken::at("They\nmet.\n\n⟦So\n\n\nglad⟧\n\n\n\n\n— Dana Ortiz (@dortiz)\nJuly 14, 2021¦\n\n\nThen");
        let (own, inner, tail, after, before) = (2, 3, 4, 3, 1);
        place.assert(groups::BREAKS, &[(own, 5), (inner, 5), (tail, 5), (after, 6), (1, 2)]);
        place.assert(groups::BREAKS_AFTER, &[(own, 5), (after, 6), (before, 6), (1, 2)]);
        // Fewer than in the text, and more than before.
        place.assert(groups::BREAKS_INNER, &[(0, 3), (0, 3), (2, 3), (1, 2), (1, 2)]);

        // Breaks at a tag are counted by themselves.
        let place = Taken::at("They met\n\n\n⟦So\n\n\n\n#glad");
        place.assert(groups::BREAKS, &[(3, 5), (0, 5), (0, 5), (0, 6), (0, 2)]);
        place.assert(groups::BREAKS_INNER, &[(2, 3), (0, 3), (2, 3), (0, 2), (1, 2)]);
        let place = Taken::at("They met. ⟦So glad");
        place.assert(groups::BREAKS_INNER, &[(1, 3), (1, 3), (1, 3), (0, 2), (0, 2)]);
    }

    #[test]
    fn a_line_that_a_link_broke_is_told_apart() {
        let line = (Gap::Line as usize, 14);
        let place = Taken::at("They met\n⟦#bridge⟧ — Dana Ortiz (@dortiz)\nJuly 14, 2021¦");
        place.assert(groups::ANCHORED, &[line, (1, 2), (1, 2), (Class::Tag as usize, 21)]);
        let place = Taken::at("They met\n⟦Bridge");
        place.assert(groups::ANCHORED, &[line, (0, 2), (0, 2), (Class::Upper as usize, 21)]);
    }

    #[test]
    fn steps_and_families() {
        let steps = |from: usize, to: usize, step: usize| (from..=to).all(|index| left_step(index) == step);
        assert!(steps(0, 0, 0) && steps(1, 1, 1) && steps(2, 2, 2) && steps(3, 3, 3) && steps(4, 6, 4));
        assert!(steps(7, 10, 5) && steps(11, 18, 6) && steps(19, 40, 7) && steps(41, 80, 8) && steps(81, 160, 9));
        for (gap, family) in [
            (Gap::None, 0),
            (Gap::Space, 1),
            (Gap::Wide, 1),
            (Gap::Wrap, 2),
            (Gap::Line, 2),
            (Gap::Blank, 3),
            (Gap::Edge, 3),
        ] {
            assert_eq!(mode_family(gap), family, "{gap:?}");
        }
    }
}
