//! Weighs the places and names the best.

use core::ops::Range;

use super::{
    Beginning, Boundary, Site,
    candidates::MOST_CANDIDATES,
    features::{Attribution, Features, Known, Sink},
    lexer::hash::hash,
    model::calibration::confidence,
    model::table::{SCALE, WEIGHTS},
    previous_tweet::Habits,
    statistics::Totals,
    statistics::prefix::MOST_SUMS,
    token::{Class, Gap, Token, Tokens},
    window::window,
};
use crate::{length::MAX_WEIGHT, text::steps};

/// What is looked at besides: markup and reply mentions that did not count, and what stands before the text.
const BESIDES: usize = 110;

/// The stretch of a site's document that is looked at.
pub(super) struct Stretch<'t, 'w> {
    /// Where it begins in the document.
    pub(super) begin: usize,
    pub(super) tokens: &'w Tokens,
    pub(super) known: Known<'t>,
    /// Whether it reaches the floor.
    pub(super) whole: bool,
}

impl<'t, 'w> Stretch<'t, 'w> {
    pub(super) fn new(site: &Site<'t>, habits: Habits, tokens: &'w mut Tokens) -> Self {
        let before = site.document.get(site.floor..site.text_end).unwrap_or_default();
        // In tweets of 140 characters each one counted the same.
        let window = window(before, site.limit + BESIDES, if site.limit < MAX_WEIGHT { 1 } else { 2 });
        let begin = site.text_end - window.len();
        let tail = site.document.get(site.text_end..site.attribution).unwrap_or_default();
        let at_line_start = begin == 0 || site.document.get(..begin).is_some_and(|d| d.ends_with('\n'));
        steps::step(window.len());
        tokens.read(window, tail, at_line_start);
        let whole = window.len() == before.len() && !tokens.cut;
        let known = Known {
            follows_quotation: whole && site.floor > 0,
            after: gap_after(site.document.get(site.end..).unwrap_or_default()),
            after_breaks: breaks_after(site.document.get(site.end..).unwrap_or_default()),
            attribution: Attribution::read(site.document.get(site.attribution..site.end).unwrap_or_default()),
            limit: site.limit,
            name: site.name,
            handle: site.handle,
            habits,
        };
        Self { begin, tokens, known, whole }
    }

    pub(super) fn features(&self, totals: &'w mut Totals) -> Features<'w>
    where
        't: 'w,
    {
        Features::new(self.tokens, self.whole, self.known, totals)
    }
}

/// The gap at the beginning of `rest`.
pub(super) fn gap_after(rest: &str) -> Gap {
    let mut breaks = 0;
    let mut columns = 0;
    for c in rest.chars().take(64) {
        match c {
            '\n' => breaks += 1,
            '>' | '|' if breaks > 0 => {}
            c if c.is_whitespace() => columns += 1,
            _ => {
                return match (breaks, columns) {
                    (0, 0) => Gap::None,
                    (0, 1) => Gap::Space,
                    (0, _) => Gap::Wide,
                    (1, _) => Gap::Line,
                    _ => Gap::Blank,
                };
            }
        }
    }
    if rest.len() > 64 { Gap::Blank } else { Gap::Edge }
}

/// The line breaks before the first word of `rest`.
fn breaks_after(rest: &str) -> usize {
    rest.chars().take(64).take_while(|c| c.is_whitespace() || matches!(c, '>' | '|')).filter(|c| *c == '\n').count()
}

/// Adds up the weights of features.
struct Sum(i32);

impl Sink for Sum {
    fn add(&mut self, index: usize) {
        self.0 += WEIGHTS.get(index).copied().map_or(0, i32::from);
    }
}

pub(super) fn judge(site: &Site<'_>, habits: &mut Habits) -> Beginning {
    let (mut tokens, mut totals) = (Tokens::none(), Totals::none());
    let stretch = Stretch::new(site, *habits, &mut tokens);
    let features = stretch.features(&mut totals);
    let tokens = stretch.tokens.as_slice();
    let candidates = features.candidates();
    let near = near(&features, tokens.len());
    let mut scores = [0_i32; MOST_CANDIDATES];
    let (mut inside, mut reached) = (Sum(0), tokens.len());
    let mut best: Option<(usize, i32)> = None;
    for (place, slot) in candidates.iter().zip(&mut scores) {
        for index in place..reached {
            steps::step(1);
            features.inside(index, &mut inside);
        }
        reached = place;
        let mut sum = Sum(inside.0);
        features.place(place, &mut sum);
        let Range { start, end } = features.near(place);
        sum.0 += near.get(end).copied().unwrap_or(0) - near.get(start).copied().unwrap_or(0);
        *slot = sum.0;
        if best.is_none_or(|(_, score)| sum.0 > score) {
            best = Some((place, sum.0));
        }
    }
    let Some((place, score, token)) = best.and_then(|(i, score)| Some((i, score, tokens.get(i)?))) else {
        return Beginning { at: site.text_end, boundary: Boundary::Words, confidence: 0.0 };
    };
    let before = place.checked_sub(1).and_then(|i| tokens.get(i));
    habits.learn(features.edge(place), token, before);
    let total: f32 = scores.iter().take(candidates.len()).map(|s| exp(to_logit(s - score))).sum();
    Beginning {
        at: stretch.begin + tokens.get(past_bullet(tokens, place)).map_or(0, |t| usize::from(t.start)),
        boundary: kind(before, token, stretch.known.follows_quotation),
        confidence: confidence(1.0 / total.max(1.0)),
    }
}

/// The sums of what the tokens add to the places near them, before each token.
fn near(features: &Features<'_>, tokens: usize) -> [i32; MOST_SUMS] {
    let mut sums = [0; MOST_SUMS];
    let mut sum = Sum(0);
    for (index, slot) in sums.iter_mut().take(tokens).enumerate() {
        *slot = sum.0;
        features.nearby(index, &mut sum);
    }
    sums
}

#[allow(clippy::cast_precision_loss)]
fn to_logit(score: i32) -> f32 {
    score as f32 / SCALE
}

/// `e` to the power of `x`, for `x` from -87 to 0; a little off in the third digit.
fn exp(x: f32) -> f32 {
    // (1 + x/256)^256
    let mut base = 1.0 + x.max(-80.0) / 256.0;
    for _ in 0..8 {
        base *= base;
    }
    base
}

/// The place after the bullet of a list, if a line that begins with one begins at `place`.
///
/// A text's own list has more than one bullet; the one that a page's list puts before the text stands alone. The line it
/// began stays what is known of the place.
fn past_bullet(tokens: &[Token], place: usize) -> usize {
    let (Some(bullet), Some(next)) = (tokens.get(place), tokens.get(place + 1)) else { return place };
    let is_bullet = |t: &Token| {
        t.starts_line()
            && matches!(t.class, Class::Sign | Class::Dash)
            && BULLETS.iter().any(|b| hash(b.as_bytes()) == t.hash)
    };
    let alone = || !tokens.iter().skip(place + 1).any(is_bullet);
    if is_bullet(bullet) && matches!(next.gap, Gap::Space | Gap::Wide) && alone() { place + 1 } else { place }
}

/// What converters put before the items of a list.
const BULLETS: [&str; 9] = ["*", "-", "+", "•", "◦", "▪", "□", "·", "‣"];

/// The kind of the place between `before` and `token`.
pub(super) fn kind(before: Option<&Token>, token: &Token, follows_quotation: bool) -> Boundary {
    let Some(before) = before else {
        return if follows_quotation { Boundary::Quotation } else { Boundary::Paragraph };
    };
    match token.gap {
        Gap::Wrap | Gap::Line | Gap::Blank if token.depth > before.depth => Boundary::Quote,
        Gap::Blank | Gap::Edge => Boundary::Paragraph,
        Gap::Wrap | Gap::Line => Boundary::Line,
        Gap::None => Boundary::Glue,
        Gap::Space | Gap::Wide => match before.class {
            Class::Colon => Boundary::Cue,
            Class::End | Class::Close | Class::Quote => Boundary::Sentence,
            _ => Boundary::Words,
        },
    }
}

#[cfg(test)]
mod tests {
    use crate::length::MAX_WEIGHT_UNTIL_2017;
    use alloc::vec::Vec;

    use super::{
        super::{features::taken::Taken, tests::Marked},
        *,
    };

    #[test]
    fn a_gap_is_as_wide_as_its_lines_and_blanks() {
        for (rest, gap, breaks) in [
            ("", Gap::Edge, 0),
            (" \n ", Gap::Edge, 1),
            ("The", Gap::None, 0),
            (" The", Gap::Space, 0),
            ("  The", Gap::Wide, 0),
            ("> The", Gap::None, 0),
            (" | The", Gap::Space, 0),
            ("\nThe", Gap::Line, 1),
            ("\n> The", Gap::Line, 1),
            ("\r\n\r\nThe", Gap::Blank, 2),
            ("\n>\n> The", Gap::Blank, 2),
            ("\n|\n| The", Gap::Blank, 2),
        ] {
            assert_eq!((gap_after(rest), breaks_after(rest)), (gap, breaks), "{rest:?}");
        }
        assert_eq!(gap_after(&" ".repeat(64)), Gap::Edge);
        assert_eq!(gap_after(&" ".repeat(65)), Gap::Blank, "what is so wide parts like a blank line");
    }

    /// The last site of a marked case; where its text begins is not told.
    fn with_site<R>(marked: &str, look: impl FnOnce(&Site<'_>) -> R) -> R {
        let marked = Marked::new(marked);
        look(marked.sites().last().unwrap())
    }

    #[test]
    fn scores_are_the_sums_of_the_weights_of_all_features() {
        let mut judged = 0;
        for marked in [
            "They met on Monday, when it had not rained for as many as twelve days. She then wrote: ⟦So glad! See you all soon #bridge⟧ — Dana Ortiz (@dortiz) July 14, 2021¦ It rained.",
            "Some were glad: ⟦Finally!!⟧ — Kim Lee (@kimlee) July 14, 2021¦ ⟦who asked for this, Dana Ortiz?⟧\n— Dana Ortiz (@dortiz) July 14, 2021¦\nThey met.",
            "They met.\nOn Monday they sang.\n⟦Oh my.\nSo glad that we met https://t.co/AbCdEfGhIj⟧\n— Dana Ortiz (@dortiz) July 14, 2021¦",
        ] {
            with_site(marked, |site| {
                let (mut tokens, mut totals) = (Tokens::none(), Totals::none());
                let stretch = Stretch::new(site, Habits::default(), &mut tokens);
                let features = stretch.features(&mut totals);
                let end = stretch.tokens.as_slice().len();
                let score = |place: usize| {
                    let mut taken = Taken(Vec::new());
                    features.place(place, &mut taken);
                    features.near(place).for_each(|index| features.nearby(index, &mut taken));
                    (place..end).for_each(|index| features.inside(index, &mut taken));
                    taken.0.iter().map(|index| f32::from(WEIGHTS[*index])).sum::<f32>() / SCALE
                };
                let scores: Vec<_> = features.candidates().iter().map(|place| (place, score(place))).collect();
                let (place, best) = scores.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a }).unwrap();
                let total: f32 = scores.iter().map(|(_, score)| (score - best).exp()).sum();
                let found = judge(site, &mut Habits::default());
                assert_eq!(found.at, stretch.begin + usize::from(stretch.tokens.as_slice()[place].start), "{marked:?}");
                assert!((found.confidence - confidence(1.0 / total)).abs() < 0.01, "{marked:?}: {found:?} {total}");
                judged += scores.len();
            });
        }
        assert!(judged > 15, "only {judged} places");
    }

    #[test]
    fn powers_of_e_are_near() {
        for x in [0.0_f32, -0.1, -0.5, -1.0, -2.0] {
            assert!((exp(x) - x.exp()).abs() < 0.005, "{x}: {}", exp(x));
        }
        assert!(exp(-20.0) < 1e-8 && exp(-500.0) < 1e-30 && exp(-500.0) >= 0.0);
        assert!((to_logit(32) - 2.0).abs() < f32::EPSILON && (to_logit(-8) + 0.5).abs() < f32::EPSILON);
    }

    #[test]
    fn a_single_bullet_of_a_list_is_no_part_of_the_text() {
        for (text, past) in [
            ("* So glad", 1),
            ("•  So glad", 1),
            ("- So glad", 1),
            ("*So glad", 0),
            ("# So glad", 0),
            ("*\nSo glad", 0),
            ("1 So glad", 0),
            ("* So glad\n* Oh", 0),
            ("* So glad * Oh", 1),
            ("*", 0),
        ] {
            let tokens = Tokens::of(text);
            assert_eq!(past_bullet(tokens.as_slice(), 0), past, "{text:?}");
            let mut tokens = Tokens::none();
            tokens.read(text, "", false);
            assert_eq!(past_bullet(tokens.as_slice(), 0), 0, "{text:?} in a line");
        }
        let tokens = Tokens::of("They met\n* So glad");
        assert_eq!(past_bullet(tokens.as_slice(), 2), 3);
        assert_eq!(past_bullet(tokens.as_slice(), 9), 9);
    }

    #[test]
    fn boundaries_are_told_by_what_stands_between_two_tokens() {
        let token = |gap: Gap, depth: u8| Token { gap, depth, ..Token::NONE };
        let before = |class: Class, depth: u8| Token { class, depth, ..Token::NONE };
        for (class, gap, depth, boundary) in [
            (Class::Lower, Gap::Line, 2, Boundary::Quote),
            (Class::Lower, Gap::Blank, 2, Boundary::Quote),
            (Class::Lower, Gap::Wrap, 2, Boundary::Quote),
            (Class::Lower, Gap::Blank, 1, Boundary::Paragraph),
            (Class::Lower, Gap::Edge, 1, Boundary::Paragraph),
            (Class::Lower, Gap::Line, 1, Boundary::Line),
            (Class::Lower, Gap::Wrap, 0, Boundary::Line),
            (Class::End, Gap::None, 1, Boundary::Glue),
            (Class::Colon, Gap::Space, 1, Boundary::Cue),
            (Class::Colon, Gap::Wide, 1, Boundary::Cue),
            (Class::End, Gap::Space, 1, Boundary::Sentence),
            (Class::Close, Gap::Space, 1, Boundary::Sentence),
            (Class::Quote, Gap::Wide, 1, Boundary::Sentence),
            (Class::Lower, Gap::Space, 1, Boundary::Words),
        ] {
            assert_eq!(kind(Some(&before(class, 1)), &token(gap, depth), false), boundary, "{class:?} {gap:?} {depth}");
        }
        assert_eq!(kind(None, &token(Gap::Space, 0), true), Boundary::Quotation);
        assert_eq!(kind(None, &token(Gap::Edge, 0), false), Boundary::Paragraph);
    }

    #[test]
    fn a_stretch_reaches_back_as_far_as_a_tweet_can() {
        let look = |marked: &str, short: bool| {
            with_site(marked, |site| {
                let limit = if short { MAX_WEIGHT_UNTIL_2017 } else { MAX_WEIGHT };
                let site = Site { limit, ..*site };
                let mut tokens = Tokens::none();
                let stretch = Stretch::new(&site, Habits::default(), &mut tokens);
                let first = stretch.tokens.as_slice()[0].gap;
                (
                    site.text_end - stretch.begin,
                    stretch.whole,
                    stretch.known.follows_quotation,
                    stretch.known.limit,
                    first,
                )
            })
        };
        let tail = "⟧ — Dana Ortiz (@dortiz) July 14, 2021¦ It";
        let long = "They met. ".repeat(60);
        // Ten characters a piece: the first that is too much, 280 and 110 or 140 and 110, is not cut in two.
        assert_eq!(look(&alloc::format!("{long}So!{tail}"), false), (1 + 10 * 39 + 3, false, false, 280, Gap::Space));
        assert_eq!(look(&alloc::format!("{long}So!{tail}"), true), (1 + 10 * 25 + 3, false, false, 140, Gap::Space));
        assert_eq!(look(&alloc::format!("They met. So!{tail}"), false), (13, true, false, 280, Gap::Edge));
        let quotation = "They met. So!⟧ — Kim Lee (@kimlee) July 14, 2021¦";
        assert_eq!(look(&alloc::format!("{quotation} So!{tail}"), false), (4, true, true, 280, Gap::Space));
        assert_eq!(look(&alloc::format!("{quotation}\nSo!{tail}"), false), (4, true, true, 280, Gap::Line));
        let (_, whole, follows, ..) = look(&alloc::format!("{quotation} {long}So!{tail}"), false);
        assert_eq!((whole, follows), (false, false));
        // Of too many tokens the first ones are forgotten.
        let (_, whole, ..) = look(&alloc::format!("{}So!{tail}", "a. ".repeat(90)), false);
        assert!(!whole);
        // In tweets of 140 characters wide ones counted one.
        let wide = alloc::format!("{}。{tail}", "日本 ".repeat(70));
        assert_eq!((look(&wide, true).1, look(&wide, false).1), (true, true));
        let wide = alloc::format!("{}。{tail}", "日本 ".repeat(82));
        assert_eq!((look(&wide, true).1, look(&wide, false).1), (true, false));
    }

    #[test]
    fn a_line_begins_where_one_ends_before_the_stretch() {
        let document = "So!\n* Glad — Dana Ortiz (@dortiz) July 14, 2021";
        let text_end = "So!\n* Glad".len();
        let site = |floor| Site {
            document,
            floor,
            text_end,
            attribution: text_end + 1,
            end: document.len(),
            name: "Dana Ortiz",
            handle: "dortiz",
            limit: MAX_WEIGHT,
        };
        for (floor, gap) in [(4, Gap::Edge), (2, Gap::None)] {
            let mut tokens = Tokens::none();
            let stretch = Stretch::new(&site(floor), Habits::default(), &mut tokens);
            assert_eq!(stretch.tokens.as_slice()[0].gap, gap, "{floor}");
        }
    }
}
