//! Weighs the places and names the best.

use core::ops::Range;

use super::{
    Beginning, Boundary, Site,
    calibration::confidence,
    candidate::MOST_CANDIDATES,
    feature::{Attribution, Features, Known, Sink},
    habits::Habits,
    hash::hash,
    sums::MOST_SUMS,
    table::{SCALE, WEIGHTS},
    token::{Class, Gap, Token, Tokens},
    totals::Totals,
    window::window,
};
use crate::work;

/// The most characters that count in a tweet, before and since 8 November 2017.
const LIMITS: [usize; 2] = [280, 140];
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
        let limit = if site.short { LIMITS[1] } else { LIMITS[0] };
        // In tweets of 140 characters each one counted the same.
        let window = window(before, limit + BESIDES, if site.short { 1 } else { 2 });
        let begin = site.text_end - window.len();
        let tail = site.document.get(site.text_end..site.attribution).unwrap_or_default();
        let at_line_start = begin == 0 || site.document.get(..begin).is_some_and(|d| d.ends_with('\n'));
        work::step(window.len());
        tokens.read(window, tail, at_line_start);
        let whole = window.len() == before.len() && !tokens.cut;
        let known = Known {
            follows_quotation: whole && site.floor > 0,
            after: gap_after(site.document.get(site.end..).unwrap_or_default()),
            after_breaks: breaks_after(site.document.get(site.end..).unwrap_or_default()),
            attribution: Attribution::read(site.document.get(site.attribution..site.end).unwrap_or_default()),
            limit,
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
            work::step(1);
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

/// The sums of what the tokens add to the places near them, before each token and after the last.
fn near(features: &Features<'_>, tokens: usize) -> [i32; MOST_SUMS] {
    let mut sums = [0; MOST_SUMS];
    let mut sum = Sum(0);
    for (index, slot) in sums.iter_mut().take(tokens + 1).enumerate() {
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
    use super::*;

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
        assert_eq!(gap_after(&" ".repeat(70)), Gap::Blank, "what is so wide parts like a blank line");
    }
}
