//! What the text would hold: links, tags, names, pictures, brackets; and the sentences at its edge.

use core::cmp::Ordering;

use super::{Features, Place, Sink};
use crate::boundary::{
    group,
    sums::{Count, Sums},
    token::{Class, Gap},
};

impl Features<'_> {
    /// What the text would hold: links, tags, names, pictures, brackets.
    pub(super) fn contents(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let last = self.before(self.tokens.len(), 1).class;
        let last_link = usize::from(matches!(last, Class::Link | Class::Short));
        let links = usize::from(place.text.of(Count::Links)).min(3) * 2 + last_link;
        let inner_links = usize::from(place.text.of(Count::InnerLinks)).min(3);
        sink.add(group::LINKS.at((links * 4 + inner_links) * 2 + usize::from(place.edge < 7)));
        sink.add(group::TAGS.at(usize::from(place.text.of(Count::Tags)).min(3)));
        sink.add(group::MENTIONS.at(usize::from(place.text.of(Count::Mentions)).min(3)));
        sink.add(group::PICTURES.at(usize::from(place.text.of(Count::Pictures)).min(3)));
        sink.add(group::BARE.at(usize::from(place.text.of(Count::Bare)).min(11)));
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
        sink.add(group::QUOTES.at((brackets * 4 + marks) * 4 + opened));
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
            sink.add(group::SEGMENT_BEFORE.at((before_size * 4 + share(start, here)) * 21 + seen));
            sink.add(group::SEGMENT_FIRST.at(self.token(place.segment).hash as usize));
        }
        let ended = match self.before(follows, 1).class {
            Class::End => 0,
            Class::Colon => 1,
            Class::Link | Class::Short => 2,
            _ => 3,
        };
        let last = usize::from(follows >= self.tokens.len());
        sink.add(group::SEGMENT_AFTER.at(((after_size * 4 + ended) * 4 + share(here, after)) * 2 + last));
        let colon = place.before.class == Class::Colon;
        sink.add(group::SEGMENTS.at((sizes * 3 + place.strength) * 2 + usize::from(colon)));
        if colon {
            sink.add(group::COLON.at(sizes * 2 + usize::from(place.token.gap == Gap::None)));
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
        sink.add(group::AUTHOR.at((named * 2 + ends_sentence) * 2 + usize::from(index == 0)));
        let named = since(index.saturating_sub(30)) * 3 + inside;
        sink.add(group::AUTHOR_WIDE.at(named * 4 + place.strength));
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
        sink.add(group::SIGNS.at((between(segment, index) * 16 + between(index, follows)) * 3 + strong));
        sink.add(group::SIGNS_INSIDE.at(between(index, self.tokens.len()) * 3 + strong));
    }
}

/// Which quarter the share of `part` in `whole` is in.
fn share(part: u8, whole: u8) -> usize {
    (usize::from(part) * 4 / (usize::from(whole) + 1)).min(3)
}
