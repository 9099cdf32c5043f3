//! What the text would hold: links, tags, names, pictures, brackets; and the sentences at its edge.

use core::cmp::Ordering;

use super::{Features, Place, Sink};
use crate::boundary::{
    model::groups,
    statistics::prefix::{Count, Sums},
    token::{Class, Gap},
};

impl Features<'_> {
    /// What the text would hold: links, tags, names, pictures, brackets.
    pub(super) fn contents(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let last = self.before(self.tokens.len(), 1).class;
        let last_link = usize::from(matches!(last, Class::Link | Class::Short));
        let links = usize::from(place.text.of(Count::Links)).min(3) * 2 + last_link;
        let inner_links = usize::from(place.text.of(Count::InnerLinks)).min(3);
        sink.add(groups::LINKS.at((links * 4 + inner_links) * 2 + usize::from(place.edge < 7)));
        sink.add(groups::TAGS.at(usize::from(place.text.of(Count::Tags)).min(3)));
        sink.add(groups::MENTIONS.at(usize::from(place.text.of(Count::Mentions)).min(3)));
        sink.add(groups::PICTURES.at(usize::from(place.text.of(Count::Pictures)).min(3)));
        sink.add(groups::BARE.at(usize::from(place.text.of(Count::Bare)).min(11)));
        let (opens, closes) = (usize::from(place.text.of(Count::Opens)), usize::from(place.text.of(Count::Closes)));
        let brackets = match opens.cmp(&closes) {
            Ordering::Less => 0,
            Ordering::Equal if opens == 0 => 1,
            Ordering::Equal => 2,
            Ordering::Greater => 3,
        };
        let quotes = usize::from(place.text.of(Count::Quotes));
        let marks = if quotes == 0 { 0 } else { 1 + quotes % 2 };
        let opened = usize::from(matches!(place.token.class, Class::Open | Class::Quote));
        sink.add(groups::QUOTES.at((brackets * 4 + marks) * 4 + opened));
    }

    /// The lines or sentences that end and begin there: how long, how many capitals, how ended.
    pub(super) fn segments(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { index, here, seen, follows, .. } = *place;
        let (start, after) = (self.sums(place.segment), self.sums(follows));
        let share = |from: &Sums, to: &Sums| {
            let counted = |what| to.counts.of(what).saturating_sub(from.counts.of(what));
            share(counted(Count::Capitals), counted(Count::Words))
        };
        let (before_size, after_size) = place.sizes;
        let sizes = before_size * 10 + after_size;
        if index > 0 {
            sink.add(groups::SEGMENT_BEFORE.at((before_size * 4 + share(start, here)) * 21 + seen));
            sink.add(groups::SEGMENT_FIRST.at(self.token(place.segment).hash as usize));
        }
        let ended = match self.before(follows, 1).class {
            Class::End => 0,
            Class::Colon => 1,
            Class::Link | Class::Short => 2,
            _ => 3,
        };
        let last = usize::from(follows >= self.tokens.len());
        sink.add(groups::SEGMENT_AFTER.at(((after_size * 4 + ended) * 4 + share(here, after)) * 2 + last));
        let colon = place.before.class == Class::Colon;
        sink.add(groups::SEGMENTS.at((sizes * 3 + place.strength) * 2 + usize::from(colon)));
        if colon {
            sink.add(groups::COLON.at(sizes * 2 + usize::from(place.token.gap == Gap::None)));
        }
    }

    /// The author's name in the sentence before, in the words before that, and in the text.
    pub(super) fn author(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { index, here, .. } = *place;
        let since = |i: usize| {
            usize::from(here.counts.of(Count::Authors).saturating_sub(self.sums(i).counts.of(Count::Authors))).min(2)
        };
        let inside = usize::from(place.text.of(Count::Authors)).min(2);
        let ends_sentence = usize::from(matches!(place.before.class, Class::End | Class::Colon));
        let named = since(place.segment) * 3 + inside;
        sink.add(groups::AUTHOR.at((named * 2 + ends_sentence) * 2 + usize::from(index == 0)));
        let named = since(index.saturating_sub(30)) * 3 + inside;
        sink.add(groups::AUTHOR_WIDE.at(named * 4 + place.strength));
    }

    /// Tags, mentions, links and pictures in the segments before and after a place, and in the text.
    pub(super) fn signs(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { index, segment, follows, .. } = *place;
        let between = |a: usize, b: usize| {
            let (a, b) = (&self.sums(a).counts, &self.sums(b).counts);
            usize::from(b.of(Count::Tags) > a.of(Count::Tags))
                + 2 * usize::from(b.of(Count::Mentions) > a.of(Count::Mentions))
                + 4 * usize::from(b.of(Count::Shorts) > a.of(Count::Shorts))
                + 8 * usize::from(b.of(Count::Pictures) > a.of(Count::Pictures))
        };
        let strong = place.strength;
        sink.add(groups::SIGNS.at((between(segment, index) * 16 + between(index, follows)) * 3 + strong));
        sink.add(groups::SIGNS_INSIDE.at(between(index, self.tokens.len()) * 3 + strong));
    }
}

/// Which quarter the share of `part` in `whole` is in.
fn share(part: u8, whole: u8) -> usize {
    (usize::from(part) * 4 / (usize::from(whole) + 1)).min(3)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::{super::taken::Taken, *};
    use crate::boundary::lexer::hash::hash;

    const SPACE: (usize, usize) = (1, 3);

    #[test]
    fn links_are_counted_inside_and_at_the_end() {
        for (text, links, last, inner) in [
            ("So glad", 0, 0, 0),
            ("So glad https://a.example/b", 1, 1, 0),
            ("So glad t.co https://t.co/AbCdEfGhIj now", 1, 0, 1),
            ("https://a.example/b and https://a.example/c glad pic.twitter.com/Ab3dEf6hIj", 3, 1, 2),
            ("https://a.example/b a https://a.example/b b https://a.example/b c https://a.example/b d", 3, 0, 3),
        ] {
            let place = Taken::at(&format!("They met. ⟦{text}"));
            place.assert(groups::LINKS, &[(links, 4), (last, 2), (inner, 4), (1, 2)]);
        }
        // Told apart where the previous quotation ends.
        for gap in ["", " "] {
            let glad = "⟦Glad⟧ — Kim Lee (@kimlee) July 14, 2021¦";
            let place = Taken::at(&format!("{glad}{gap}⟦Me too https://a.example/b"));
            place.assert(groups::LINKS, &[(1, 4), (1, 2), (0, 4), (0, 2)]);
        }
    }

    #[test]
    fn tags_names_pictures_and_glued_sentences_are_counted() {
        let place = Taken::at("#They @met 🎉 Kim. ⟦we #met @kimlee and @bochan glad 🎉 oh 🎉 no 🎉 we met Bo and Ana");
        place.assert(groups::TAGS, &[(1, 4)]);
        place.assert(groups::MENTIONS, &[(2, 4)]);
        place.assert(groups::PICTURES, &[(3, 4)]);
        place.assert(groups::BARE, &[(2, 12)]);
        let place = Taken::at("They met. ⟦So #a #b #c #d @e @f @g @h 🎉 a 🎉 b 🎉 c 🎉");
        place.assert(groups::TAGS, &[(3, 4)]);
        place.assert(groups::MENTIONS, &[(3, 4)]);
        place.assert(groups::PICTURES, &[(3, 4)]);
    }

    #[test]
    fn brackets_and_quotation_marks_come_in_pairs() {
        for (text, brackets, marks, opened) in [
            ("So glad", 1, 0, 0),
            ("So (glad)", 2, 0, 0),
            ("So glad)", 0, 0, 0),
            ("So (glad", 3, 0, 0),
            ("(So) (glad", 3, 0, 1),
            ("\"So\" glad", 1, 1, 1),
            ("So glad\"", 1, 2, 0),
            ("“So” \"glad\"\"", 2, 2, 1),
        ] {
            Taken::at(&format!("They met. ⟦{text}")).assert(groups::QUOTES, &[(brackets, 4), (marks, 4), (opened, 4)]);
        }
    }

    #[test]
    fn sentences_at_the_edge_have_a_length_an_end_and_capitals() {
        let place = Taken::at("It rained. The NASA mayor met Kim: ⟦So glad! Yes");
        place.assert(groups::SEGMENT_BEFORE, &[(5, 10), (2, 4), (Class::Colon as usize, 21)]);
        place.assert(groups::SEGMENT_AFTER, &[(3, 10), (0, 4), (1, 4), (0, 2)]);
        place.assert(groups::SEGMENTS, &[(5, 10), (3, 10), SPACE, (1, 2)]);
        place.assert(groups::COLON, &[(5, 10), (3, 10), (0, 2)]);
        assert!(place.0.contains(&groups::SEGMENT_FIRST.at(hash(b"the") as usize)));

        let place = Taken::at("It rained. They met:⟦so glad about it: yes");
        place.assert(groups::SEGMENT_BEFORE, &[(3, 10), (1, 4), (Class::Colon as usize, 21)]);
        place.assert(groups::SEGMENT_AFTER, &[(4, 10), (1, 4), (0, 4), (0, 2)]);
        place.assert(groups::SEGMENTS, &[(3, 10), (4, 10), (0, 3), (1, 2)]);
        place.assert(groups::COLON, &[(3, 10), (4, 10), (1, 2)]);

        for (text, size, ended) in
            [("So glad https://a.example/b", 3, 2), ("So glad pic.twitter.com/Ab3dEf6hIj", 3, 2), ("So glad", 2, 3)]
        {
            let place = Taken::at(&format!("They met\n⟦{text}"));
            place.assert(groups::SEGMENT_AFTER, &[(size, 10), (ended, 4), (4 / 3, 4), (1, 2)]);
            place.assert(groups::SEGMENTS, &[(2, 10), (size, 10), (2, 3), (0, 2)]);
        }
        // What a mark closes belongs to the sentence; the closing mark is seen through.
        let place = Taken::at("It rained. “They met.” ⟦ALL OF US ARE GLAD");
        place.assert(groups::SEGMENT_BEFORE, &[(4, 10), (1, 4), (Class::End as usize, 21)]);
        place.assert(groups::SEGMENT_AFTER, &[(4, 10), (3, 4), (3, 4), (1, 2)]);
        // A sentence that goes on and on is looked at for 40 words.
        let place = Taken::at(&format!("They met. ⟦{}. Oh", "so ".repeat(50)));
        place.assert(groups::SEGMENT_AFTER, &[(9, 10), (3, 4), (0, 4), (0, 2)]);

        let place = Taken::at("⟦So glad");
        let size = groups::SEGMENT_BEFORE.at(0)..=groups::SEGMENT_BEFORE.at(10 * 4 * 21 - 1);
        assert!(!place.0.iter().any(|index| size.contains(index)), "nothing is before it");
    }

    #[test]
    fn shares_are_quarters() {
        for (part, whole, quarter) in
            [(0, 0, 0), (0, 9, 0), (1, 9, 0), (3, 9, 1), (5, 9, 2), (8, 9, 3), (9, 9, 3), (9, 1, 3)]
        {
            assert_eq!(share(part, whole), quarter, "{part} of {whole}");
        }
    }

    #[test]
    fn the_authors_name_stands_before_or_in_the_text() {
        let place = Taken::at("Dana came. Dana met Ortiz and dortiz here. ⟦So glad, Ortiz");
        place.assert(groups::AUTHOR, &[(2, 3), (1, 3), (1, 2), (0, 2)]);
        place.assert(groups::AUTHOR_WIDE, &[(2, 3), (1, 3), (1, 4)]);
        let place = Taken::at("Dana came.\nIt rained\n⟦Dana Ortiz: so @dortiz");
        place.assert(groups::AUTHOR, &[(0, 3), (2, 3), (0, 2), (0, 2)]);
        place.assert(groups::AUTHOR_WIDE, &[(1, 3), (2, 3), (2, 4)]);
        let place = Taken::at(&format!("Dana met Bo. {}Then said: ⟦So glad", "It rained, ".repeat(10)));
        place.assert(groups::AUTHOR, &[(0, 3), (0, 3), (1, 2), (0, 2)]);
        place.assert(groups::AUTHOR_WIDE, &[(0, 3), (0, 3), (1, 4)]);
        let place = Taken::at("⟦So glad");
        place.assert(groups::AUTHOR, &[(0, 3), (0, 3), (0, 2), (1, 2)]);
    }

    #[test]
    fn signs_of_tweets_stand_before_or_in_the_text() {
        let place = Taken::at("#It rained. They @met pic.twitter.com/Ab3dEf6hIj now. ⟦So #glad 🎉. Yes @kimlee");
        place.assert(groups::SIGNS, &[(2 + 4, 16), (1 + 8, 16), SPACE]);
        place.assert(groups::SIGNS_INSIDE, &[(1 + 2 + 8, 16), SPACE]);
        let place = Taken::at("They #met 🎉\n⟦So @kimlee https://t.co/AbCdEfGhIj");
        place.assert(groups::SIGNS, &[(1 + 8, 16), (2 + 4, 16), (2, 3)]);
        place.assert(groups::SIGNS_INSIDE, &[(2 + 4, 16), (2, 3)]);
    }
}
