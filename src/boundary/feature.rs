//! What speaks for and against a place as the beginning of a tweet's text.

use super::{
    candidate::Candidates,
    group,
    habits::Habits,
    token::{Class, Gap, Token, Tokens, hash, hash_mention},
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
        let date = attribution.find(")").and_then(|at| attribution.get(at + 1..)).unwrap_or_default();
        Self { broken: date.trim_start_matches([' ', '\t', '\u{a0}']).starts_with('\n') }
    }
}

/// Sums over the tokens from the window's beginning.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    weight: u16,
    words: u16,
    capitals: u16,
    links: u16,
    inner_links: u16,
    tags: u16,
    mentions: u16,
    pictures: u16,
    ends: u16,
    lines: u16,
    paragraphs: u16,
    bare: u16,
    authors: u16,
    quotes: u16,
    opens: u16,
    closes: u16,
    shorts: u16,
    /// Words that stand further left too, opened here and closed there; see [`Features::overlap`].
    known_words: u16,
    /// The index of the first token of the segment (line or sentence) the token is in.
    segment: u16,
}

const MOST_SUMS: usize = 257;

/// A window's tokens with what is summed over them.
pub(super) struct Features<'w> {
    tokens: &'w [Token],
    sums: [Sums; MOST_SUMS],
    known: Known<'w>,
    tail: super::token::Tail,
    whole: bool,
    mode: usize,
    /// At each place, how many words after it stand before it too.
    overlap: [u8; MOST_SUMS],
}

impl<'w> Features<'w> {
    pub(super) fn new(tokens: &'w Tokens, whole: bool, known: Known<'w>) -> Self {
        let slice = tokens.as_slice();
        let mut features = Self {
            tokens: slice,
            sums: [Sums::default(); MOST_SUMS],
            known,
            tail: tokens.tail,
            whole,
            overlap: overlap(slice),
            mode: tokens.tail.gap as usize * 7 + known.after as usize,
        };
        let names = author_words(known.name, known.handle);
        let mut sums = Sums::default();
        let mut previous = Token::NONE;
        for (index, token) in slice.iter().enumerate() {
            let starts_segment = token.starts_line()
                || (token.gap != Gap::None && matches!(previous.class, Class::End | Class::Colon))
                || (token.gap != Gap::None
                    && matches!(previous.class, Class::Close | Class::Quote)
                    && index.checked_sub(2).and_then(|i| slice.get(i)).is_some_and(|t| t.class == Class::End));
            if starts_segment {
                sums.segment = u16::try_from(index).unwrap_or(0);
            }
            if let Some(slot) = features.sums.get_mut(index) {
                *slot = sums;
            }
            sums.weight += u16::from(token.weight);
            sums.words += u16::from(token.class.is_word());
            sums.capitals += u16::from(matches!(token.class, Class::Upper | Class::Capitals));
            sums.links += u16::from(matches!(token.class, Class::Link | Class::Short));
            sums.shorts += u16::from(token.class == Class::Short);
            sums.inner_links +=
                u16::from(matches!(previous.class, Class::Link | Class::Short) && token.class.is_word());
            sums.tags += u16::from(token.class == Class::Tag);
            sums.mentions += u16::from(token.class == Class::Mention);
            sums.pictures += u16::from(token.class == Class::Picture);
            sums.ends += u16::from(token.class == Class::End);
            sums.lines += u16::from(token.gap == Gap::Line && !token.anchored);
            sums.paragraphs += u16::from(token.gap == Gap::Blank && !token.anchored);
            sums.bare += u16::from(
                previous.class == Class::Lower && matches!(token.class, Class::Upper) && token.gap == Gap::Space,
            );
            sums.authors += u16::from(token.class.is_word() && names.contains(&token.hash));
            sums.quotes += u16::from(token.class == Class::Quote);
            sums.opens += u16::from(token.class == Class::Open);
            sums.closes += u16::from(token.class == Class::Close);
            previous = *token;
        }
        if let Some(slot) = features.sums.get_mut(slice.len()) {
            *slot = sums;
        }
        features
    }

    pub(super) fn candidates(&self) -> Candidates {
        Candidates::new(self.tokens, self.whole)
    }

    fn token(&self, index: usize) -> Token {
        self.tokens.get(index).copied().unwrap_or(Token::NONE)
    }

    fn before(&self, index: usize, back: usize) -> Token {
        index.checked_sub(back).map_or(Token::NONE, |i| self.token(i))
    }

    fn sums(&self, index: usize) -> Sums {
        self.sums.get(index).copied().unwrap_or_default()
    }

    /// The gap before a place, told apart where the place is the end of the previous quotation.
    pub(super) fn edge(&self, index: usize) -> usize {
        let gap = self.token(index).gap as usize;
        if index == 0 && self.known.follows_quotation { gap + 7 } else { gap }
    }

    /// The features of the token itself: each beginning before it takes them all.
    pub(super) fn inside(&self, index: usize, sink: &mut impl Sink) {
        let token = self.token(index);
        let before = self.before(index, 1);
        if token.class.is_word() && !matches!(token.class, Class::Number) {
            sink.add(group::INSIDE.at(token.hash as usize));
            if before.class.is_word() {
                sink.add(group::INSIDE_PAIR.at(pair(before.hash, token.hash)));
            }
        }
        sink.add(group::SHAPE.at(if token.class.is_word() || matches!(token.class, Class::Link | Class::Short) {
            token.class as usize
        } else {
            32 + token.hash as usize % 224
        }));
    }

    /// The features of the place before the token at `index`.
    #[allow(clippy::too_many_lines)]
    pub(super) fn place(&self, index: usize, sink: &mut impl Sink) {
        let end = self.tokens.len();
        let (token, next) = (self.token(index), self.token(index + 1));
        let (before, before2) = (self.before(index, 1), self.before(index, 2));
        let edge = self.edge(index);
        let tail = self.tail.gap as usize;
        let mode = self.mode;
        let (here, all) = (self.sums(index), self.sums(end));
        let floor = usize::from(self.known.follows_quotation);
        // The mark that ends what stands before, seen through what closes a quotation.
        let seen = if matches!(before.class, Class::Close | Class::Quote | Class::Picture) { before2 } else { before };
        let (first, prior, seen) = (token.class as usize, before.class as usize, seen.class as usize);

        sink.add(group::START.at(edge * 49 + mode));
        sink.add(group::AROUND.at((edge * 21 + prior) * 21 + first));
        sink.add(group::BEFORE.at(edge * 21 + prior));
        sink.add(group::BEFORE2.at((edge * 21 + prior) * 21 + seen));
        sink.add(group::FIRST.at((edge * 21 + first) * 7 + tail));
        sink.add(group::SECOND.at(edge * 21 + next.class as usize));
        sink.add(group::FIRST2.at(first * 21 + next.class as usize));

        // How long the text would be.
        let replies = self.tokens.get(index..).unwrap_or_default().iter().take_while(|t| t.class == Class::Mention);
        let reply_weight: usize = replies.map(|t| usize::from(t.weight)).sum();
        let weight = usize::from(all.weight - here.weight).saturating_sub(reply_weight);
        let length = (weight * 18 / self.known.limit.max(1)).min(23);
        sink.add(group::LENGTH.at((edge * 24 + length) * 4 + mode_family(self.tail.gap)));
        sink.add(group::LENGTH_ONLY.at(length * 2 + usize::from(self.known.limit > 140)));

        // What the text would hold.
        let count = |of: fn(&Sums) -> u16| usize::from(of(&all) - of(&here));
        // The gap before the first token is not in the text.
        let lines = count(|s| s.lines) - usize::from(token.gap == Gap::Line && !token.anchored);
        let paragraphs = count(|s| s.paragraphs) - usize::from(token.gap == Gap::Blank && !token.anchored);
        sink.add(group::LINES.at((edge * 8 + lines.min(7)) * 7 + tail));
        sink.add(group::PARAGRAPHS.at((edge * 5 + paragraphs.min(4)) * 49 + mode));
        let ends = count(|s| s.ends);
        sink.add(group::ENDS.at((edge * 8 + ends.min(7)) * 4 + mode_family(self.tail.gap)));
        let inner = match (lines, paragraphs) {
            (0, 0) => 0,
            (_, 0) => 1 + lines.min(2),
            (_, p) => 3 + p.min(2),
        };
        sink.add(group::INNER.at((edge * 6 + inner) * 49 + mode));
        let outer = match (here.lines, here.paragraphs) {
            (0, 0) => 0,
            (_, 0) => 1,
            (_, p) => 1 + usize::from(p).min(4),
        };
        sink.add(group::OUTER.at((edge * 6 + outer) * 7 + tail));

        // The block it stands in.
        let constant = self.tokens.get(index..).unwrap_or_default();
        let (depth_constant, indent_constant) = if lines + paragraphs == 0 {
            (true, true)
        } else {
            (
                constant.iter().all(|t| t.depth == token.depth),
                constant.iter().skip(1).filter(|t| t.starts_line()).all(|t| t.indent == token.indent),
            )
        };
        let depth = compare(token.depth, before.depth) * 3 + compare(token.depth, self.tail.depth);
        sink.add(group::DEPTH.at((edge * 9 + depth) * 2 + usize::from(depth_constant)));
        let indent = compare(token.indent, before.indent) * 3 + compare(token.indent, self.tail.indent);
        sink.add(group::INDENT.at(((edge * 9 + indent) * 2 + usize::from(indent_constant)) * 7 + tail));

        // What would be left between the previous quotation and the text.
        let left = match index {
            0 => 0,
            1..=3 => index,
            4..=6 => 4,
            7..=10 => 5,
            11..=18 => 6,
            19..=40 => 7,
            41..=80 => 8,
            _ => 9,
        };
        sink.add(group::FLOOR_DISTANCE.at((edge * 12 + if self.whole { left } else { 10 }) * 2 + floor));

        let links = count(|s| s.links);
        let inner_links = count(|s| s.inner_links);
        let last_link = usize::from(matches!(self.before(end, 1).class, Class::Link | Class::Short));
        sink.add(
            group::LINKS.at(((links.min(3) * 2 + last_link) * 4 + inner_links.min(3)) * 2 + usize::from(edge < 7)),
        );
        sink.add(group::TAGS.at(count(|s| s.tags).min(3)));
        sink.add(group::MENTIONS.at(count(|s| s.mentions).min(3)));
        sink.add(group::PICTURES.at(count(|s| s.pictures).min(3)));
        sink.add(group::BARE.at(count(|s| s.bare).min(11)));

        // The segments around the place.
        let segment = if index == 0 { 0 } else { usize::from(self.sums(index - 1).segment) };
        let start = self.sums(segment);
        let size = size_step(index - segment.min(index));
        let words = here.words.saturating_sub(start.words);
        let capitals = here.capitals.saturating_sub(start.capitals);
        if index > 0 {
            sink.add(group::SEGMENT_BEFORE.at((size * 4 + share(capitals, words)) * 21 + seen));
        }
        let follows = (index + 1..end.min(index + 40))
            .find(|&i| usize::from(self.sums(i).segment) == i || usize::from(self.sums(i).segment) > index)
            .unwrap_or(end.min(index + 40));
        let (after, ender) = (self.sums(follows), self.before(follows, 1).class);
        let ended = match ender {
            Class::End => 0,
            Class::Colon => 1,
            Class::Link | Class::Short => 2,
            _ => 3,
        };
        let caps = share(after.capitals.saturating_sub(here.capitals), after.words.saturating_sub(here.words));
        sink.add(
            group::SEGMENT_AFTER
                .at(((size_step(follows - index) * 4 + ended) * 4 + caps) * 2 + usize::from(follows >= end)),
        );

        // The author's name.
        let named_before = usize::from(here.authors.saturating_sub(start.authors)).min(2);
        let named_inside = count(|s| s.authors).min(2);
        let ends_sentence = usize::from(matches!(before.class, Class::End | Class::Colon));
        sink.add(
            group::AUTHOR.at(((named_before * 3 + named_inside) * 2 + ends_sentence) * 2 + usize::from(index == 0)),
        );

        // Whether its first words stand elsewhere too.
        let (earlier, later) = self.repeats(index);
        sink.add(group::REPEAT.at(earlier * 3 + later));

        let balance = |open: u16, close: u16| match open.cmp(&close) {
            core::cmp::Ordering::Less => 0,
            core::cmp::Ordering::Equal if open == 0 => 1,
            core::cmp::Ordering::Equal => 2,
            core::cmp::Ordering::Greater => 3,
        };
        let brackets = balance(all.opens - here.opens, all.closes - here.closes);
        let quotes = count(|s| s.quotes);
        let marks = if quotes == 0 { 0 } else { 1 + quotes % 2 };
        sink.add(
            group::QUOTES
                .at((brackets * 4 + marks) * 4 + usize::from(matches!(token.class, Class::Open | Class::Quote))),
        );

        self.breaks(index, edge, sink);
        self.signs(index, segment, follows, sink);
        let near = |of: fn(&Sums) -> u16, back: usize| {
            usize::from(of(&here).saturating_sub(of(&self.sums(index.saturating_sub(back)))))
        };
        let same = usize::from(self.overlap.get(index).copied().unwrap_or(0));
        let overlap_step = match same {
            0..=2 => same,
            3..=4 => 3,
            5..=7 => 4,
            _ => 5,
        };
        let long_inside = match end - index {
            0..=5 => 0,
            6..=10 => 1,
            11..=20 => 2,
            21..=35 => 3,
            36..=60 => 4,
            _ => 5,
        };
        sink.add(group::OVERLAP.at((overlap_step * 6 + long_inside) * 3 + strength(token.gap)));
        sink.add(group::AUTHOR_WIDE.at((near(|s| s.authors, 30).min(2) * 3 + named_inside) * 4 + strength(token.gap)));
        let (lang_before, lang_after) = self.languages(index);
        sink.add(group::LANGUAGE.at(lang_before * 11 + lang_after));
        let change = if lang_before == 0 || lang_after == 0 {
            0
        } else if lang_before == lang_after {
            1
        } else {
            2
        };
        sink.add(group::LANGUAGE_CHANGE.at(change * 3 + strength(token.gap)));
        let pattern = |at: usize| simple(self.token(at));
        let back = |n: usize| simple(self.before(index, n));
        let gap_kind = match token.gap {
            Gap::None => 0,
            Gap::Space => 1,
            Gap::Wide => 2,
            _ => 3,
        };
        sink.add(
            group::PATTERN.at((((back(2) * 8 + back(1)) * 8 + pattern(index)) * 8 + pattern(index + 1)) * 4 + gap_kind),
        );
        sink.add(group::PATTERN2.at((((back(1) * 8 + pattern(index)) * 8 + pattern(index + 1)) * 8 + pattern(index + 2)) * 4 + gap_kind));
        if matches!(before.class, Class::Colon) {
            sink.add(
                group::COLON.at((size * 10 + size_step(follows - index)) * 2 + usize::from(token.gap == Gap::None)),
            );
        }
        let rest_weight = usize::from(here.weight);
        sink.add(group::FLOOR_REST.at(((if self.whole { rest_weight / 40 } else { 9 }).min(9) * 10
            + (length / 2).min(9))
            * 3
            + floor
            + usize::from(index == 0)));

        let family_before = (1..=6).map(|n| self.before(index, n).family).find(|f| *f != 0).unwrap_or(0);
        let family_after = (0..6).map(|n| self.token(index + n).family).find(|f| *f != 0).unwrap_or(0);
        sink.add(group::FAMILY.at(usize::from(family_before) * 8 + usize::from(family_after)));

        self.known.habits.features(edge, &token, &before, tail, sink);
        self.words(index, sink);
    }

    /// The line breaks here, in the text, before the attribution and after the quotation.
    fn breaks(&self, index: usize, edge: usize, sink: &mut impl Sink) {
        let token = self.token(index);
        let broken = usize::from(self.known.attribution.broken);
        let own = usize::from(token.breaks).min(4);
        let rest = self.tokens.get(index + 1..).unwrap_or_default();
        let inner = rest.iter().filter(|t| !t.anchored).map(|t| t.breaks).max().unwrap_or(0);
        let inner_all = rest.iter().map(|t| t.breaks).max().unwrap_or(0);
        let outer = self.tokens.get(..index).unwrap_or_default().iter().map(|t| t.breaks).max().unwrap_or(0);
        let (tail, after) = (usize::from(self.tail.breaks).min(4), self.known.after_breaks.min(5));
        sink.add(group::BREAKS.at((((own * 5 + usize::from(inner).min(4)) * 5 + tail) * 6 + after) * 2 + broken));
        sink.add(group::BREAKS_AFTER.at(((own * 6 + after) * 6 + usize::from(outer).min(5)) * 2 + broken));
        let relation =
            (compare(token.breaks, inner) * 3 + compare(token.breaks, inner_all)) * 3 + compare(token.breaks, outer);
        sink.add(group::BREAKS_INNER.at((relation * 2 + broken) * 2 + usize::from(own > 0)));
        sink.add(
            group::ANCHORED.at(((edge * 2 + usize::from(token.anchored)) * 2 + broken) * 21 + token.class as usize),
        );
    }

    /// Tags, mentions, links and pictures in the segments before and after a place, and in the text.
    fn signs(&self, index: usize, segment: usize, follows: usize, sink: &mut impl Sink) {
        let between = |a: usize, b: usize| {
            let (a, b) = (self.sums(a), self.sums(b));
            usize::from(b.tags > a.tags)
                + 2 * usize::from(b.mentions > a.mentions)
                + 4 * usize::from(b.shorts > a.shorts)
                + 8 * usize::from(b.pictures > a.pictures)
        };
        let strong = strength(self.token(index).gap);
        sink.add(group::SIGNS.at((between(segment, index) * 16 + between(index, follows)) * 3 + strong));
        sink.add(group::SIGNS_INSIDE.at(between(index, self.tokens.len()) * 3 + strong));
    }

    /// The languages of the words before and after a place, as their function words tell; 0 for unknown.
    fn languages(&self, index: usize) -> (usize, usize) {
        let vote = |tokens: &mut dyn Iterator<Item = &Token>| {
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
        };
        (
            vote(&mut self.tokens.get(..index).unwrap_or_default().iter().rev()),
            vote(&mut self.tokens.get(index..).unwrap_or_default().iter()),
        )
    }

    fn words(&self, index: usize, sink: &mut impl Sink) {
        let (token, next) = (self.token(index), self.token(index + 1));
        let first_word = if token.class.is_word() { token } else { next };
        sink.add(group::WORD_FIRST.at(token.hash as usize));
        sink.add(group::WORDS_FIRST.at(pair(token.hash, next.hash)));
        let _ = first_word;
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
        sink.add(group::WORDS_BEFORE.at(pair(pair(one, two) as u32, mark)));
        sink.add(group::SECOND_BEFORE.at(two as usize));
    }

    /// How often the three words at a place stand before it and after it: 0, 1, or 2 for more.
    fn repeats(&self, index: usize) -> (usize, usize) {
        let phrase = self.phrase(index);
        let Some(phrase) = phrase else { return (0, 0) };
        let (mut earlier, mut later) = (0, 0);
        for (at, token) in self.tokens.iter().enumerate() {
            if token.hash == phrase.0 && at != index && self.phrase(at) == Some(phrase) {
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

/// At each place, how many words after it stand before it too; words of fewer than four bytes do not count.
fn overlap(tokens: &[Token]) -> [u8; MOST_SUMS] {
    let mut first = [u8::MAX; 256];
    let mut change = [0_i8; MOST_SUMS];
    for (index, token) in tokens.iter().enumerate() {
        if !token.class.is_word() || token.end - token.start < 4 {
            continue;
        }
        // Words that fall into one slot are taken for one another; that is rare, and does little harm.
        let Some(slot) = first.get_mut((token.hash & 255) as usize) else { continue };
        if *slot == u8::MAX {
            *slot = u8::try_from(index).unwrap_or(u8::MAX - 1);
            continue;
        }
        // Counted at places after the first occurrence, up to this one.
        if let Some(c) = change.get_mut(usize::from(*slot) + 1) {
            *c = c.saturating_add(1);
        }
        if let Some(c) = change.get_mut(index + 1) {
            *c = c.saturating_sub(1);
        }
    }
    let mut sums = [0_u8; MOST_SUMS];
    let mut sum = 0_u8;
    for (slot, c) in sums.iter_mut().zip(change) {
        sum = sum.saturating_add_signed(c);
        *slot = sum;
    }
    sums
}

/// How strongly a gap divides.
const fn strength(gap: Gap) -> usize {
    match gap {
        Gap::None => 0,
        Gap::Space | Gap::Wide | Gap::Wrap => 1,
        Gap::Line | Gap::Blank | Gap::Edge => 2,
    }
}

/// A token's class, made coarser.
const fn simple(token: Token) -> usize {
    match token.class {
        Class::Lower => 0,
        Class::Upper => 1,
        Class::Capitals => 2,
        Class::Unspaced | Class::Uncased => 3,
        Class::Tag | Class::Mention | Class::Link | Class::Short | Class::Target => 4,
        Class::End | Class::Colon => 5,
        Class::Number => 6,
        _ => 7,
    }
}

/// The hashes of the words of the author's name, and of the handle.
fn author_words(name: &str, handle: &str) -> [u32; 6] {
    let mut words = [0; 6];
    let long = name.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 2).take(4);
    for (slot, word) in words.iter_mut().zip(long) {
        *slot = hash(word.as_bytes());
    }
    let [.., bare, with_at] = &mut words;
    *bare = hash(handle.as_bytes());
    *with_at = hash_mention(handle.as_bytes());
    words
}

const fn pair(a: u32, b: u32) -> usize {
    let mixed = (a ^ b.rotate_left(13)).wrapping_mul(0x9e37_79b1);
    (mixed ^ (mixed >> 15)) as usize
}

fn compare(a: u8, b: u8) -> usize {
    match a.cmp(&b) {
        core::cmp::Ordering::Less => 0,
        core::cmp::Ordering::Equal => 1,
        core::cmp::Ordering::Greater => 2,
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
