//! What speaks for and against a place as the beginning of a tweet's text.

use core::cmp::Ordering;

use super::{
    candidate::Candidates,
    group,
    habits::Habits,
    rest::Rest,
    sums::{Counts, Sums},
    token::{Class, Gap, Tail, Token, Tokens},
    totals::Totals,
};

/// Takes the features of a place.
pub(super) trait Sink {
    fn add(&mut self, index: usize);
}

/// What is known about the quotation besides its text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'t> {
    /// Whether the previous quotation ends where the window begins.
    pub(super) follows_quotation: bool,
    /// The gap after the quotation; [`Gap::Edge`] at the end of the input.
    pub(super) after: Gap,
    /// The line breaks after the quotation.
    pub(super) after_breaks: usize,
    pub(super) attribution: Attribution,
    /// How many weighted characters a tweet could hold when it was written.
    pub(super) limit: usize,
    pub(super) name: &'t str,
    pub(super) handle: &'t str,
    pub(super) habits: Habits,
}

/// How the attribution was written, which tells about the tool.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attribution {
    /// A line break before the date: a tool that breaks lines at links.
    pub(super) broken: bool,
}

impl Attribution {
    pub(super) fn read(attribution: &str) -> Self {
        let date = attribution.find(')').and_then(|at| attribution.get(at + 1..)).unwrap_or_default();
        Self { broken: date.trim_start_matches([' ', '\t', '\u{a0}']).starts_with('\n') }
    }
}

/// A window's tokens with what is summed over them.
pub(super) struct Features<'w> {
    tokens: &'w [Token],
    totals: &'w Totals,
    known: Known<'w>,
    tail: Tail,
    whole: bool,
    /// The gaps before the attribution and after the quotation.
    mode: usize,
}

/// A place, and what all its features look at.
struct Place<'w> {
    index: usize,
    token: &'w Token,
    before: &'w Token,
    /// The gap before it, told apart where it is the end of the previous quotation.
    edge: usize,
    /// The sums before it.
    here: &'w Sums,
    /// What the text would hold.
    text: Counts,
    /// The rest from it on, and from the next token on.
    rest: &'w Rest,
    next_rest: &'w Rest,
    /// The first token of the segment that ends here, and of the one after the segment that begins here.
    segment: usize,
    follows: usize,
    /// The steps of the sizes of the segments before and after it.
    sizes: (usize, usize),
    /// The last mark before it, seen through what closes a quotation.
    seen: usize,
    /// How strongly the gap divides.
    strength: usize,
}

impl<'w> Features<'w> {
    pub(super) fn new(tokens: &'w Tokens, whole: bool, known: Known<'w>, totals: &'w mut Totals) -> Self {
        totals.read(tokens.as_slice(), known.name, known.handle);
        Self {
            tokens: tokens.as_slice(),
            totals,
            known,
            tail: tokens.tail,
            whole,
            mode: tokens.tail.gap as usize * 7 + known.after as usize,
        }
    }

    pub(super) fn candidates(&self) -> Candidates {
        Candidates::new(self.tokens, self.whole)
    }

    fn token(&self, index: usize) -> &'w Token {
        self.tokens.get(index).unwrap_or(&Token::NONE)
    }

    fn before(&self, index: usize, back: usize) -> &'w Token {
        index.checked_sub(back).map_or(&Token::NONE, |i| self.token(i))
    }

    fn sums(&self, index: usize) -> &'w Sums {
        self.totals.sums.get(index).unwrap_or(&Sums::NONE)
    }

    fn rest(&self, index: usize) -> &'w Rest {
        self.totals.rests.get(index).unwrap_or(&Rest::NONE)
    }

    /// The gap before a place, told apart where the place is the end of the previous quotation.
    pub(super) fn edge(&self, index: usize) -> usize {
        let gap = self.token(index).gap as usize;
        if index == 0 && self.known.follows_quotation { gap + 7 } else { gap }
    }

    /// The features of the token itself: each beginning before it takes them all.
    pub(super) fn inside(&self, index: usize, sink: &mut impl Sink) {
        let token = self.token(index);
        if token.class.is_word() && !matches!(token.class, Class::Number) {
            sink.add(group::INSIDE.at(token.hash as usize));
        }
        sink.add(group::SHAPE.at(if token.class.is_word() || matches!(token.class, Class::Link | Class::Short) {
            token.class as usize
        } else {
            32 + token.hash as usize % 224
        }));
    }

    /// The features of the place before the token at `index`.
    pub(super) fn place(&self, index: usize, sink: &mut impl Sink) {
        let place = self.look(index);
        self.marks(&place, sink);
        self.length(&place, sink);
        self.lines(&place, sink);
        self.block(&place, sink);
        self.breaks(&place, sink);
        self.contents(&place, sink);
        self.segments(&place, sink);
        self.signs(&place, sink);
        self.author(&place, sink);
        self.repetition(&place, sink);
        self.language(&place, sink);
        self.known.habits.features(place.edge, place.token, place.before, self.tail.gap as usize, sink);
        self.words(index, sink);
    }

    fn look(&self, index: usize) -> Place<'w> {
        let end = self.tokens.len();
        let (token, before, here, rest) =
            (self.token(index), self.before(index, 1), self.sums(index), self.rest(index));
        let through = matches!(before.class, Class::Close | Class::Quote | Class::Picture);
        let seen = if through { self.before(index, 2) } else { before };
        let segment = index.checked_sub(1).map_or(0, |i| usize::from(self.sums(i).segment));
        let last = end.min(index + 40);
        let follows = rest.next_segment().map_or(last, |next| last.min(next));
        Place {
            index,
            token,
            before,
            edge: self.edge(index),
            here,
            text: self.sums(end).counts.since(&here.counts),
            rest,
            next_rest: self.rest(index + 1),
            segment,
            follows,
            sizes: (size_step(index.saturating_sub(segment)), size_step(follows.saturating_sub(index))),
            seen: seen.class as usize,
            strength: strength(token.gap),
        }
    }

    /// What stands on both sides.
    fn marks(&self, place: &Place<'_>, sink: &mut impl Sink) {
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
    fn length(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { index, edge, .. } = *place;
        let replies = self.tokens.iter().skip(index).take_while(|t| t.class == Class::Mention);
        let reply_weight: usize = replies.map(|t| usize::from(t.weight)).sum();
        let weight = usize::from(place.text.weight).saturating_sub(reply_weight);
        let length = (weight * 18 / self.known.limit.max(1)).min(23);
        sink.add(group::LENGTH.at((edge * 24 + length) * 4 + mode_family(self.tail.gap)));
        sink.add(group::LENGTH_ONLY.at(length * 2 + usize::from(self.known.limit > 140)));
        let floor = usize::from(self.known.follows_quotation);
        let left = if self.whole { left_step(index) } else { 10 };
        sink.add(group::FLOOR_DISTANCE.at((edge * 12 + left) * 2 + floor));
        let rest = if self.whole { usize::from(place.here.counts.weight / 40).min(9) } else { 9 };
        sink.add(group::FLOOR_REST.at((rest * 10 + (length / 2).min(9)) * 3 + floor + usize::from(index == 0)));
    }

    /// The lines, paragraphs and sentences in the text, and those before it.
    fn lines(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { edge, here, .. } = *place;
        let (tail, mode) = (self.tail.gap as usize, self.mode);
        let (lines, paragraphs) = inner_lines(place);
        sink.add(group::LINES.at((edge * 8 + lines.min(7)) * 7 + tail));
        sink.add(group::PARAGRAPHS.at((edge * 5 + paragraphs.min(4)) * 49 + mode));
        let ends = usize::from(place.text.ends);
        sink.add(group::ENDS.at((edge * 8 + ends.min(7)) * 4 + mode_family(self.tail.gap)));
        let inner = match (lines, paragraphs) {
            (0, 0) => 0,
            (_, 0) => 1 + lines.min(2),
            (_, p) => 3 + p.min(2),
        };
        sink.add(group::INNER.at((edge * 6 + inner) * 49 + mode));
        let outer = match (here.counts.lines, here.counts.paragraphs) {
            (0, 0) => 0,
            (_, 0) => 1,
            (_, p) => 1 + usize::from(p).min(4),
        };
        sink.add(group::OUTER.at((edge * 6 + outer) * 7 + tail));
    }

    /// The block it stands in: markers and indentation.
    fn block(&self, place: &Place<'_>, sink: &mut impl Sink) {
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
    fn breaks(&self, place: &Place<'_>, sink: &mut impl Sink) {
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

    /// What the text would hold: links, tags, names, pictures, brackets.
    fn contents(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let last = self.before(self.tokens.len(), 1).class;
        let last_link = usize::from(matches!(last, Class::Link | Class::Short));
        let links = usize::from(place.text.links).min(3) * 2 + last_link;
        let inner_links = usize::from(place.text.inner_links).min(3);
        sink.add(group::LINKS.at((links * 4 + inner_links) * 2 + usize::from(place.edge < 7)));
        sink.add(group::TAGS.at(usize::from(place.text.tags).min(3)));
        sink.add(group::MENTIONS.at(usize::from(place.text.mentions).min(3)));
        sink.add(group::PICTURES.at(usize::from(place.text.pictures).min(3)));
        sink.add(group::BARE.at(usize::from(place.text.bare).min(11)));
        let (opens, closes) = (usize::from(place.text.opens), usize::from(place.text.closes));
        let brackets = match opens.cmp(&closes) {
            Ordering::Less => 0,
            Ordering::Equal if opens == 0 => 1,
            Ordering::Equal => 2,
            Ordering::Greater => 3,
        };
        let quotes = usize::from(place.text.quotes);
        let marks = if quotes == 0 { 0 } else { 1 + quotes % 2 };
        let opened = usize::from(matches!(place.token.class, Class::Open | Class::Quote));
        sink.add(group::QUOTES.at((brackets * 4 + marks) * 4 + opened));
    }

    /// The lines or sentences that end and begin there: how long, how many capitals, how ended.
    fn segments(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { index, here, seen, follows, .. } = *place;
        let (start, after) = (self.sums(place.segment), self.sums(follows));
        let share = |from: &Sums, to: &Sums| {
            let (from, to) = (&from.counts, &to.counts);
            share(to.capitals.saturating_sub(from.capitals), to.words.saturating_sub(from.words))
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
    fn author(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { index, here, .. } = *place;
        let since = |i: usize| usize::from(here.counts.authors.saturating_sub(self.sums(i).counts.authors)).min(2);
        let inside = usize::from(place.text.authors).min(2);
        let ends_sentence = usize::from(matches!(place.before.class, Class::End | Class::Colon));
        let named = since(place.segment) * 3 + inside;
        sink.add(group::AUTHOR.at((named * 2 + ends_sentence) * 2 + usize::from(index == 0)));
        let named = since(index.saturating_sub(30)) * 3 + inside;
        sink.add(group::AUTHOR_WIDE.at(named * 4 + place.strength));
    }

    /// Whether its first words, or many of its words, stand elsewhere too.
    fn repetition(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let index = place.index;
        let (earlier, later) = self.repeats(index);
        sink.add(group::REPEAT.at(earlier * 3 + later));
        let overlap = match self.totals.overlap.get(index).copied().unwrap_or(0) {
            same @ 0..=2 => usize::from(same),
            3..=4 => 3,
            5..=7 => 4,
            _ => 5,
        };
        let tokens = match self.tokens.len().saturating_sub(index) {
            0..=5 => 0,
            6..=10 => 1,
            11..=20 => 2,
            21..=35 => 3,
            36..=60 => 4,
            _ => 5,
        };
        sink.add(group::OVERLAP.at((overlap * 6 + tokens) * 3 + place.strength));
    }

    /// The scripts and languages on both sides.
    fn language(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let index = place.index;
        let (before, after) = self.languages(index);
        sink.add(group::LANGUAGE.at(before * 11 + after));
        let change = match (before, after) {
            (0, _) | (_, 0) => 0,
            _ if before == after => 1,
            _ => 2,
        };
        sink.add(group::LANGUAGE_CHANGE.at(change * 3 + place.strength));
        let family_before = (1..=6).map(|n| self.before(index, n).family).find(|f| *f != 0).unwrap_or(0);
        let family_after = (0..6).map(|n| self.token(index + n).family).find(|f| *f != 0).unwrap_or(0);
        sink.add(group::FAMILY.at(usize::from(family_before) * 8 + usize::from(family_after)));
    }

    /// Tags, mentions, links and pictures in the segments before and after a place, and in the text.
    fn signs(&self, place: &Place<'_>, sink: &mut impl Sink) {
        let Place { index, segment, follows, .. } = *place;
        let between = |a: usize, b: usize| {
            let (a, b) = (&self.sums(a).counts, &self.sums(b).counts);
            usize::from(b.tags > a.tags)
                + 2 * usize::from(b.mentions > a.mentions)
                + 4 * usize::from(b.shorts > a.shorts)
                + 8 * usize::from(b.pictures > a.pictures)
        };
        let strong = place.strength;
        sink.add(group::SIGNS.at((between(segment, index) * 16 + between(index, follows)) * 3 + strong));
        sink.add(group::SIGNS_INSIDE.at(between(index, self.tokens.len()) * 3 + strong));
    }

    /// The languages of the words before and after a place, as their function words tell; 0 for unknown.
    fn languages(&self, index: usize) -> (usize, usize) {
        if let Some(only) = self.totals.only_language {
            let words = |from: usize, to: usize| {
                let words = self.sums(to).counts.function_words.saturating_sub(self.sums(from).counts.function_words);
                if words > 1 { usize::from(only) } else { 0 }
            };
            return (words(index.saturating_sub(14), index), words(index, self.tokens.len().min(index + 14)));
        }
        let (before, after) = self.tokens.split_at_checked(index).unwrap_or_default();
        (vote(before.iter().rev()), vote(after.iter()))
    }

    /// The words around the place.
    fn words(&self, index: usize, sink: &mut impl Sink) {
        let (token, next) = (self.token(index), self.token(index + 1));
        sink.add(group::WORD_FIRST.at(token.hash as usize));
        sink.add(group::WORDS_FIRST.at(pair(token.hash, next.hash)));
        if index == 0 {
            return;
        }
        let mut last = [0_u32; 2];
        let mut found = 0;
        for back in 1..=12 {
            let Some(at) = index.checked_sub(back) else { break };
            let token = self.token(at);
            if token.class.is_word() {
                sink.add(group::NEAR.at(token.hash as usize));
                if let Some(slot) = last.get_mut(found) {
                    *slot = token.hash;
                }
                found += 1;
            }
            if token.starts_line() && back > 3 {
                break;
            }
        }
        let mark = self.before(index, 1);
        let mark = if mark.class.is_word() { 0 } else { mark.class as u32 };
        let [one, two] = last;
        sink.add(group::WORD_BEFORE.at(pair(one, mark)));
        sink.add(group::WORDS_BEFORE.at(pair(mixed(one, two), mark)));
        sink.add(group::SECOND_BEFORE.at(two as usize));
    }

    /// How often the three words at a place stand before it and after it: 0, 1, or 2 for more.
    fn repeats(&self, index: usize) -> (usize, usize) {
        let Some(phrase) = self.phrase(index) else { return (0, 0) };
        if !self.totals.phrases.may_repeat(self.token(index), self.token(index + 1), self.token(index + 2)) {
            return (0, 0);
        }
        let (mut earlier, mut later) = (0, 0);
        for (at, _) in self.tokens.iter().enumerate().filter(|(_, t)| t.hash == phrase.0) {
            if at != index && self.phrase(at) == Some(phrase) {
                *(if at < index { &mut earlier } else { &mut later }) += 1;
            }
        }
        (earlier.min(2), later.min(2))
    }

    fn phrase(&self, index: usize) -> Option<(u32, u32, u32)> {
        let (a, b, c) = (self.token(index), self.token(index + 1), self.token(index + 2));
        (a.class.is_word() && b.class != Class::None && c.class != Class::None).then_some((a.hash, b.hash, c.hash))
    }
}

/// The language of most function words among the first 14 tokens; 0 where there are fewer than two.
fn vote<'w>(tokens: impl Iterator<Item = &'w Token>) -> usize {
    let mut votes = [0_u8; 11];
    for token in tokens.take(14).filter(|t| t.class.is_word()) {
        if let Some(slot) = votes.get_mut(usize::from(token.language)) {
            *slot += 1;
        }
    }
    let mut best = 0;
    let mut most = 1;
    for (language, count) in votes.iter().enumerate().skip(1) {
        if *count > most {
            (best, most) = (language, *count);
        }
    }
    best
}

/// The lines and paragraphs in the text; the gap before its first token is not in it.
fn inner_lines(place: &Place<'_>) -> (usize, usize) {
    let Place { token, .. } = place;
    (
        usize::from(place.text.lines).saturating_sub(usize::from(token.is_line())),
        usize::from(place.text.paragraphs).saturating_sub(usize::from(token.is_paragraph())),
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

/// How strongly a gap divides.
const fn strength(gap: Gap) -> usize {
    match gap {
        Gap::None => 0,
        Gap::Space | Gap::Wide | Gap::Wrap => 1,
        Gap::Line | Gap::Blank | Gap::Edge => 2,
    }
}

const fn pair(a: u32, b: u32) -> usize {
    mixed(a, b) as usize
}

const fn mixed(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.rotate_left(13)).wrapping_mul(0x9e37_79b1);
    mixed ^ (mixed >> 15)
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

const fn size_step(tokens: usize) -> usize {
    match tokens {
        0..=3 => tokens,
        4..=5 => 4,
        6..=8 => 5,
        9..=13 => 6,
        14..=20 => 7,
        21..=30 => 8,
        _ => 9,
    }
}

/// Which quarter the share of `part` in `whole` is in.
fn share(part: u16, whole: u16) -> usize {
    usize::from((part * 4).checked_div(whole + 1).unwrap_or(0)).min(3)
}
