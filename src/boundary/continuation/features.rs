//! Features: what speaks for and against a candidate as the end of a continuation.

use super::{
    groups::{self, FEW},
    reach::{EndCandidate, Reach},
    situation::Situation,
    word::Ending,
};
use crate::boundary::{feature_values::length_step, model::group::FeatureSink, token::gap::TokenGap};

/// How many parts of a tweet's limit make one step of a weighted length.
const WEIGHT_STEPS: usize = 12;
/// Weight in one step of a line's length.
const LINE_STEP: usize = 24;
/// Bytes in one step of the rest.
const LEFT_STEP: usize = 60;
/// Lines are counted only in a rest of at most this many bytes.
const MOST_LEFT: usize = 600;

/// The features of `candidate`. The absence of a continuation has none, so that some features speak for or against any
/// continuation.
pub(super) fn of_candidate(
    situation: &Situation<'_>,
    reach: &Reach<'_>,
    candidate: &EndCandidate,
    sink: &mut impl FeatureSink,
) {
    let layout = situation.layout as usize;
    of_situation(situation, reach, layout, sink);
    of_edge(situation, candidate, layout, sink);
    of_hashtags(situation, reach, candidate, layout, sink);
    of_links(reach, candidate, layout, sink);
    of_lengths(situation, candidate, layout, sink);
    if reach.next {
        of_rest(reach, candidate, layout, sink);
    }
}

/// The features of all candidates.
fn of_situation(situation: &Situation<'_>, reach: &Reach<'_>, layout: usize, sink: &mut impl FeatureSink) {
    let Situation { gap, gap_before_text, ending, weight, limit, habit, .. } = *situation;
    sink.add(groups::LAYOUT.at([gap as usize, gap_before_text as usize, layout]));
    sink.add(groups::FIRST.at([ending as usize, layout]));
    sink.add(groups::FIRST_WEIGHT.at([weight_step(weight, limit), layout]));
    sink.add(groups::HABIT.at([few(habit.with), few(habit.without), layout]));
    sink.add(groups::ANY.at([few(reach.media), usize::from(reach.next), layout]));
    sink.add(groups::BEGINS.at([reach.opening as usize, layout]));
}

/// The features of the end of the candidate, and of the text behind it.
fn of_edge(situation: &Situation<'_>, candidate: &EndCandidate, layout: usize, sink: &mut impl FeatureSink) {
    let after = candidate.after as usize;
    let is_as_before = situation.habit.behind.map_or(0, |behind| 1 + usize::from(behind == candidate.next));
    sink.add(groups::BEHIND.at([is_as_before, after, layout]));
    sink.add(groups::EDGE.at([candidate.ending as usize, after]));
    sink.add(groups::NEXT.at([candidate.next as usize, after]));
}

/// Where the hashtag stands with which an earlier tweet ended.
fn of_hashtags(
    situation: &Situation<'_>,
    reach: &Reach<'_>,
    candidate: &EndCandidate,
    layout: usize,
    sink: &mut impl FeatureSink,
) {
    let place = match situation.habit.hashtag {
        None => 0,
        Some(_) if candidate.ends_with_hashtag => 1,
        Some(_) if candidate.hashtags > 0 => 2,
        Some(_) if reach.hashtags > 0 => 3,
        Some(_) => 4,
    };
    sink.add(groups::HASHTAG.at([place, usize::from(situation.ends_with_hashtag), layout]));
}

/// The features of the links in the candidate, and of the links that it would leave to the page.
fn of_links(reach: &Reach<'_>, candidate: &EndCandidate, layout: usize, sink: &mut impl FeatureSink) {
    let is_media = candidate.ending == Ending::Media;
    let passed = candidate.media.saturating_sub(u8::from(is_media));
    let left = reach.media.saturating_sub(candidate.media);
    sink.add(groups::MEDIA.at([few(passed), few(left), usize::from(is_media), layout]));
    let links = usize::from(candidate.links).min(groups::MOST_LINKS - 1);
    let is_link = usize::from(ends_with_link(candidate));
    sink.add(groups::LINKS.at([links, is_link, layout]));
    let left = reach.links.saturating_sub(candidate.links);
    sink.add(groups::LINKS_LEFT.at([few(left), is_link, usize::from(reach.next), layout]));
}

/// The length of both parts, and of the lines at the candidate.
fn of_lengths(situation: &Situation<'_>, candidate: &EndCandidate, layout: usize, sink: &mut impl FeatureSink) {
    let is_link = usize::from(ends_with_link(candidate));
    let link = is_link + usize::from(candidate.ending == Ending::Media);
    let weight = weight_step(usize::from(candidate.weight), situation.limit);
    sink.add(groups::WEIGHT.at([weight, is_link, layout]));
    let lines = usize::from(candidate.lines).min(groups::MOST_LINES - 1);
    sink.add(groups::LINES.at([lines, link, layout]));
    if matches!(candidate.after, TokenGap::LineBreak | TokenGap::EmptyLine) {
        let next = usize::from(candidate.next_line).min(groups::NEXT_LENGTHS - 1);
        sink.add(groups::NEXT_LINE.at([next, link, layout]));
    }
    let last = (usize::from(candidate.line) / LINE_STEP).min(groups::LINE_LENGTHS - 1);
    sink.add(groups::LAST_LINE.at([last, is_link, layout]));
}

/// The features of the rest that the candidate would leave for the next tweet.
fn of_rest(reach: &Reach<'_>, candidate: &EndCandidate, layout: usize, sink: &mut impl FeatureSink) {
    let left = reach.text.get(usize::from(candidate.end)..).unwrap_or_default();
    let most = groups::LEFT_LINES - 1;
    let lines =
        if left.len() > MOST_LEFT { most } else { memchr::memchr_iter(b'\n', left.as_bytes()).count().min(most) };
    sink.add(groups::LEFT.at([(left.len() / LEFT_STEP).min(groups::LEFT_LENGTHS - 1), lines, layout]));
}

fn ends_with_link(candidate: &EndCandidate) -> bool {
    matches!(candidate.ending, Ending::Media | Ending::Short)
}

fn weight_step(weight: usize, limit: usize) -> usize {
    length_step(weight, limit, WEIGHT_STEPS, groups::WEIGHTS)
}

/// None, one, or more.
fn few(count: u8) -> usize {
    usize::from(count).min(FEW - 1)
}

#[cfg(test)]
mod tests {
    use alloc::{format, vec::Vec};

    use super::{
        super::{habit::Habit, opening::Opening, situation::LineLayout, word::last_hashtag},
        *,
    };
    use crate::{
        boundary::{Site, features::tests::Taken},
        length::MAX_WEIGHT,
        marks::{Marked, Part},
    };

    const LINES: usize = LineLayout::Lines as usize;
    const ONE_LINE: usize = LineLayout::OneLine as usize;

    /// The features of the marked continuation of a tweet, before which the document has others as `habit` tells.
    fn taken_with(marked: &str, habit: Habit, next: Option<&str>) -> Taken {
        let marked = Marked::read(marked);
        let part = |part| marked.of(part).next().unwrap();
        let (text, name, date) = (part(Part::Text), part(Part::Name), part(Part::Date));
        let attribution = name.start - "— ".len();
        let document = marked.text.as_str();
        let site = Site {
            document,
            previous_end: 0,
            text_end: text.end,
            attribution,
            end: date.end,
            name: "",
            handle: "",
            limit: MAX_WEIGHT,
        };
        let situation = Situation::new(&site, text.start, habit).expect("room for a continuation");
        let reach = Reach::read(&situation, next.map(|next| document.find(next).unwrap() + next.len()));
        let end = part(Part::Continuation).end;
        let is_marked = |candidate: &&EndCandidate| situation.start + usize::from(candidate.end) == end;
        let candidate = reach
            .candidates()
            .iter()
            .find(is_marked)
            .unwrap_or_else(|| panic!("no candidate in {document:?}: {:?}", reach.candidates()));
        let mut taken = Taken(Vec::new());
        of_candidate(&situation, &reach, candidate, &mut taken);
        taken
    }

    fn taken(marked: &str) -> Taken {
        taken_with(marked, Habit::default(), None)
    }

    const BY_DANA: &str = "— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆";

    #[test]
    fn gaps_and_the_first_part_are_those_of_the_situation() {
        let marked = format!("They met.\n\n⟦So glad!⟧\n{BY_DANA}\n⟬The bridge is open⟭\nIt rained.");
        let of_lines = taken(&marked);
        of_lines.assert(groups::LAYOUT, [TokenGap::LineBreak as usize, TokenGap::EmptyLine as usize, LINES]);
        of_lines.assert(groups::FIRST, [Ending::Sentence as usize, LINES]);
        of_lines.assert(groups::FIRST_WEIGHT, [0, LINES]);
        of_lines.assert(groups::BEGINS, [Opening::Upper as usize, LINES]);
        of_lines.assert(groups::HABIT, [0, 0, LINES]);
        let habit = Habit { with: 5, without: 1, ..Habit::default() };
        taken_with(&marked, habit, None).assert(groups::HABIT, [2, 1, LINES]);
        let joined = format!("They met. ⟦So glad⟧ {BY_DANA} ⟬The bridge pic.twitter.com/AbCdEf1234⟭ It rained.");
        let joined = taken(&joined);
        joined.assert(groups::LAYOUT, [TokenGap::Space as usize, TokenGap::Space as usize, ONE_LINE]);
        joined.assert(groups::FIRST, [Ending::Word as usize, ONE_LINE]);
    }

    #[test]
    fn an_edge_is_between_a_word_and_what_follows() {
        for (behind, ending, next, after) in [
            ("\n⟬The bridge is open.⟭\nit rained", Ending::Sentence, Opening::Lower, TokenGap::LineBreak),
            ("\n⟬The bridge #open⟭\n\n“It rained”", Ending::Tag, Opening::Open, TokenGap::EmptyLine),
            (" ⟬The bridge pic.twitter.com/AbCdEf1234⟭ It rained", Ending::Media, Opening::Upper, TokenGap::Space),
            ("\n⟬The bridge https://t.co/AbCdEf1234⟭", Ending::Short, Opening::Nothing, TokenGap::InputEdge),
        ] {
            let taken = taken(&format!("⟦So glad!⟧\n{BY_DANA}{behind}"));
            taken.assert(groups::EDGE, [ending as usize, after as usize]);
            taken.assert(groups::NEXT, [next as usize, after as usize]);
        }
    }

    #[test]
    fn links_are_passed_over_left_or_end_the_text() {
        let (picture, link) = ("pic.twitter.com/AbCdEf1234", "https://t.co/AbCdEf1234");
        for (behind, [passed, left, is_media], [links, is_link]) in [
            (format!("⟬The bridge {picture}⟭\nIt rained."), [0, 0, 1], [0, 1]),
            (format!("⟬The bridge⟭\nIt rained {picture}."), [0, 1, 0], [0, 0]),
            (format!("⟬The bridge {picture}\nIt rained.⟭\nSo."), [1, 0, 0], [0, 0]),
            (format!("⟬The bridge {link} {link}⟭\nIt rained."), [0, 0, 0], [2, 1]),
        ] {
            let taken = taken(&format!("⟦So glad!⟧\n{BY_DANA}\n{behind}"));
            taken.assert(groups::MEDIA, [passed, left, is_media, LINES]);
            taken.assert(groups::LINKS, [links, is_link, LINES]);
        }
        for (behind, left, is_link) in [
            (format!("⟬The bridge {link}⟭\nIt rained {link} {link}."), 2, 1),
            (format!("⟬The bridge⟭\nIt rained {link}."), 1, 0),
            (format!("⟬The bridge⟭\nIt rained {picture}."), 0, 0),
        ] {
            let taken = taken(&format!("⟦So glad!⟧\n{BY_DANA}\n{behind}"));
            taken.assert(groups::LINKS_LEFT, [left, is_link, 0, LINES]);
        }
    }

    #[test]
    fn the_page_may_go_on_as_it_did_before() {
        let marked = format!("⟦So glad!⟧\n{BY_DANA}\n⟬The bridge is open⟭\n3. It rained.");
        for (behind, state) in [(None, 0), (Some(Opening::Upper), 1), (Some(Opening::Item), 2)] {
            let habit = Habit { with: 1, behind, ..Habit::default() };
            taken_with(&marked, habit, None).assert(groups::BEHIND, [state, TokenGap::LineBreak as usize, LINES]);
        }
    }

    #[test]
    fn tweets_of_one_event_share_a_hashtag() {
        let habit = Habit { hashtag: last_hashtag("So glad! #Bridge"), ..Habit::default() };
        for (first, behind, place, first_ends) in [
            ("So glad!", "⟬The bridge is open #bridge⟭\nIt rained.", 1, 0),
            ("So glad!", "⟬The bridge #bridge\nis open⟭\nIt rained.", 2, 0),
            ("So glad!", "⟬The bridge is open⟭\nIt rained #bridge", 3, 0),
            ("So glad!", "⟬The bridge is open #rain⟭\nIt rained.", 4, 0),
            ("So glad #bridge", "⟬The bridge is open⟭\nIt rained.", 4, 1),
        ] {
            let marked = format!("⟦{first}⟧\n{BY_DANA}\n{behind}");
            taken_with(&marked, habit, None).assert(groups::HASHTAG, [place, first_ends, LINES]);
            taken(&marked).assert(groups::HASHTAG, [0, 0, LINES]);
        }
    }

    #[test]
    fn lengths_are_those_of_both_parts_and_of_lines() {
        let line = "glad ".repeat(20);
        let taken = taken(&format!("⟦So glad!⟧\n{BY_DANA}\n⟬Oh\n{line}so⟭\n{line}{line}\nIt rained."));
        // 8 + 2 + 102 and two gaps, of 280 in twelve steps; a last line of 102 in steps of 24; a next one of 200 bytes
        // in steps of 40.
        taken.assert(groups::WEIGHT, [4, 0, LINES]);
        taken.assert(groups::LINES, [2, 0, LINES]);
        taken.assert(groups::LAST_LINE, [4, 0, LINES]);
        taken.assert(groups::NEXT_LINE, [5, 0, LINES]);
    }

    #[test]
    fn what_is_left_is_the_next_tweets() {
        let left = format!("It rained.\n{}\nThen so.", "glad ".repeat(20));
        let marked =
            format!("⟦So glad!⟧\n{BY_DANA}\n⟬The bridge⟭\n{left} — ⟨Kim Lee⟩ (@⟪kimlee⟫) ⦅July 14, 2021⦆\nSo.");
        taken_with(&marked, Habit::default(), Some("Then so.")).assert(groups::LEFT, [2, 3, LINES]);
        assert!(taken(&marked).of(groups::LEFT).is_empty());
    }
}
