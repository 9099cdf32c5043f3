//! Features: what speaks for and against a candidate as the end of a continuation.

use super::{
    model::{Group, Sink},
    reach::{After, Candidate, Reach},
    types::{Ending, Layout, Situation},
};

/// The features of `candidate`. The absence of a continuation has none, so that they also speak for or against any.
pub(super) fn of_candidate(situation: &Situation<'_>, reach: &Reach<'_>, candidate: &Candidate, sink: &mut impl Sink) {
    let layout = usize::from(situation.layout == Layout::OneLine);
    of_situation(situation, reach, layout, sink);

    let Candidate { ending, after, next, .. } = *candidate;
    let (ending_at, after_at, next_at) = (ending as usize, after as usize, next as usize);
    sink.add(Group::Edge, ending_at * After::COUNT + after_at);
    sink.add(Group::Next, next_at * After::COUNT + after_at);
    let is_link = usize::from(matches!(ending, Ending::Media | Ending::Short));
    let is_media = usize::from(ending == Ending::Media);

    // What was passed over, and what would be left.
    let passed = (usize::from(candidate.media) - is_media.min(usize::from(candidate.media))).min(2);
    let stranded = usize::from(reach.media.saturating_sub(candidate.media)).min(2);
    sink.add(Group::Media, (passed * 3 + stranded) * 4 + is_media * 2 + layout);
    sink.add(Group::Links, (usize::from(candidate.links).min(3) * 2 + is_link) * 2 + layout);

    let link = is_media + is_link;

    // Length.
    let (weight, limit) = (usize::from(candidate.weight), situation.limit);
    let step = (weight * 12 / limit).min(15);
    sink.add(Group::Weight, (step * 2 + is_link) * 2 + layout);

    // Lines.
    let lines = usize::from(candidate.lines).min(6);
    sink.add(Group::Lines, (lines * 3 + link) * 2 + layout);
    if matches!(after, After::Line | After::Paragraph) {
        sink.add(Group::NextLine, (usize::from(candidate.next_line).min(7) * 3 + link) * 2 + layout);
    }
    sink.add(Group::LastLine, (usize::from(candidate.line / 24).min(11) * 2 + is_link) * 2 + layout);

    // The next tweet.
    if reach.next {
        let left = reach.text.get(usize::from(candidate.end)..).unwrap_or_default();
        let lines = if left.len() > 600 { 3 } else { memchr::memchr_iter(b'\n', left.as_bytes()).count().min(3) };
        sink.add(Group::Left, ((left.len() / 60).min(7) * 4 + lines) * 2 + layout);
    }
}

/// The features of all candidates.
fn of_situation(situation: &Situation<'_>, reach: &Reach<'_>, layout: usize, sink: &mut impl Sink) {
    let Situation { gap, gap_before_text, ending, weight, limit, habit, .. } = *situation;
    sink.add(Group::Layout, (gap as usize * 7 + gap_before_text as usize) * 2 + layout);
    sink.add(Group::First, ending as usize * 2 + layout);
    sink.add(Group::FirstWeight, (weight * 12 / limit).min(15) * 2 + layout);
    let few = |count: u8| usize::from(count.min(2));
    let earlier = few(habit.with) * 3 + few(habit.without);
    sink.add(Group::Habit, earlier * 2 + layout);
    sink.add(Group::Any, (usize::from(reach.media).min(2) * 2 + usize::from(reach.next)) * 2 + layout);
    sink.add(Group::Begins, reach.opening as usize * 2 + layout);
}
