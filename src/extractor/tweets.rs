//! The iterator over the tweets of a text: attributions in order, and for each the place where its text begins and
//! ends.

use core::{fmt, iter::FusedIterator};

use super::options::Extractor;
use crate::{
    alternatives::Origin,
    attribution::{Attribution, Attributions, References, TextPlace},
    boundary,
    boundary::{
        Beginning, Boundary, PreviousTweet, Site,
        continuation::{Continuation, FARTHEST_NEXT, Habit, Judge, continuation},
    },
    container::{self, Container, Decoded, Reading},
    text::whitespace::last_line_break,
    tweet::Tweet,
};

impl Extractor {
    /// The tweets of `text`, in order.
    ///
    /// ```
    /// # use embedded_tweet::Extractor;
    /// let page = "So glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// assert_eq!(Extractor::new().tweets(page).count(), 1);
    /// ```
    ///
    /// # Complexity
    ///
    /// Linear in the length of `text`, in constant memory. Text without `@` and `]` costs a search for these two bytes,
    /// and for one more each where the first KiB of `text` looks like a wiki's (`{`) or East Asian (`＠`).
    pub fn tweets<'t>(&self, text: &'t str) -> Tweets<'t> {
        Tweets {
            text,
            attributions: Attributions::new(text, self.undated),
            references: References::default(),
            previous: None,
            habit: Habit::default(),
            shows_format: None,
            confidence: WITHOUT_TEXT,
            extractor: *self,
        }
    }
}

/// Below this confidence the line above is searched too for the end of a tweet without author.
const SURE: f32 = 0.9;

/// Highest confidence of a tweet without text: no text confirms it.
const WITHOUT_TEXT: f32 = 0.9;

/// The tweets of a text in order; made by [`tweets`](crate::tweets).
///
/// ```
/// let mut tweets = embedded_tweet::tweets("So glad! — Dana Ortiz (@dortiz) July 14, 2021");
/// assert_eq!(format!("{tweets:?}"), "Tweets { at: 0, .. }");
/// assert_eq!(tweets.next().unwrap().author().handle, "dortiz");
/// ```
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Tweets<'t> {
    text: &'t str,
    attributions: Attributions<'t>,
    references: References,
    previous: Option<PreviousTweet>,
    habit: Habit,
    /// Whether the document begins like another format; `None` until that is needed.
    shows_format: Option<bool>,
    /// The confidence of the previous tweet.
    confidence: f32,
    extractor: Extractor,
}

impl<'t> Tweets<'t> {
    /// The beginning, at `at`, of a quotation that lost its text: as doubtful as the quotation before it.
    fn without_text(&self, at: usize, boundary: Boundary) -> Beginning {
        Beginning { at, boundary, confidence: self.confidence.min(WITHOUT_TEXT) }
    }

    /// The beginning of the text of `site` in `container`; `None` for HTML, and for a dropped text that makes no tweet.
    #[cold]
    fn begin_within(&mut self, site: &Site<'_>, container: &Container) -> Option<Beginning> {
        let beginning = |boundary, share| {
            // The probability of a tweet depends on words, which `structure_only` does not read.
            let is_tweet =
                if self.extractor.structure_only { 1.0 } else { boundary::is_tweet_apart(site, container.start) };
            Beginning { at: container.start, boundary, confidence: share * is_tweet }
        };
        match container.reading {
            Reading::Html => None,
            Reading::Nothing => Some(self.without_text(site.attribution, Boundary::Quotation)),
            Reading::Quote | Reading::Whole if container.start >= site.text_end => {
                self.extractor.textless.then(|| self.without_text(site.attribution, Boundary::Quote))
            }
            Reading::Quote => Some(beginning(Boundary::Quote, container::QUOTES)),
            Reading::Whole => Some(beginning(Boundary::Delimited, container::CELLS)),
            Reading::Encoded(encoding) => {
                let decoded = Decoded::new(site, container, encoding);
                let beginning = self.infer(&decoded.site(site))?;
                Some(Beginning { at: decoded.in_document(self.text, beginning.at).min(site.text_end), ..beginning })
            }
        }
    }

    /// The beginning of the text of `site`, behind a tweet without author and behind a caption that repeats the text.
    #[inline(never)]
    fn infer(&mut self, site: &Site<'_>) -> Option<Beginning> {
        let beginning = self.judge(site)?;
        // Captions and tweets without author are recognised by their words.
        if self.extractor.structure_only {
            return Some(beginning);
        }
        let is_sure = beginning.confidence >= SURE;
        let from = if is_sure { beginning.at } else { container::line_above(site, beginning.at) };
        let text = site.text_from(from);
        if last_line_break(text).is_none() {
            return Some(beginning);
        }
        if let Some(end) = container::behind_lost_author(site, from) {
            return self.infer(&Site { previous_end: end, ..*site });
        }
        let at = container::captioned(site, beginning.at);
        Some(at.map_or(beginning, |at| Beginning { at, boundary: Boundary::Line, ..beginning }))
    }

    /// Where the text of `site` begins, by its layout and its words.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "saves 70 of 5,900 instructions a tweet")]
    fn judge(&mut self, site: &Site<'_>) -> Option<Beginning> {
        if boundary::opens_with_attribution(site) {
            return self.extractor.textless.then(|| self.without_text(site.attribution, Boundary::Quote));
        }
        if site.text_end <= site.previous_end {
            // Only the attribution is left: the page showed no words of the tweet, or the document begins with it.
            let boundary = if site.previous_end > 0 { Boundary::Quotation } else { Boundary::Paragraph };
            let counts = site.previous_end > 0 || self.extractor.textless;
            return counts.then(|| self.without_text(site.attribution, boundary));
        }
        Some(if self.extractor.structure_only {
            boundary::beginning_by_structure(site, &mut self.previous)
        } else {
            boundary::beginning(site, &mut self.previous)
        })
    }

    /// Whether the text of `site`, which begins at `at`, goes on behind `attribution`, by `judge`.
    fn go_on(&mut self, site: &Site<'_>, at: usize, attribution: &Attribution, judge: Judge<'_>) -> Continuation {
        if let TextPlace::Around { continuation, .. } = &attribution.text {
            return Continuation::read(continuation.clone());
        }
        let attributions = &mut self.attributions;
        judge(site, at, &mut self.habit, &mut || {
            let next = attributions.ahead(site.end + FARTHEST_NEXT)?;
            Some(next.text.end_before().unwrap_or(next.start))
        })
    }

    /// The tweet of `attribution`, unless its text was dropped or the beginning or end of the text is too doubtful.
    fn tweet(&mut self, floor: usize, attribution: &Attribution, judge: Judge<'_>) -> Option<Tweet<'t>> {
        let previous = self.previous;
        let origin = Origin { document: self.text, previous_end: floor, attribution: attribution.start, previous };
        let (beginning, continuation) = match &attribution.text {
            TextPlace::Known(text) => (Beginning::read(text.start, Boundary::Author), Continuation::NONE),
            TextPlace::Delimited(text) => (Beginning::read(text.start, Boundary::Delimited), Continuation::NONE),
            &(TextPlace::Before { end } | TextPlace::Around { end, .. }) => {
                let site = origin.site_of(attribution, end);
                let shows_format = *self.shows_format.get_or_insert_with(|| container::shows_format(self.text));
                if let Some(container) = container::around(&site, shows_format) {
                    let beginning = self.begin_within(&site, &container)?;
                    return self.contained(origin, beginning, attribution, &container);
                }
                let beginning = self.infer(&site)?;
                if let Some(callout) = container::callout(&site, beginning.at) {
                    let beginning = Beginning { at: callout.start, ..beginning };
                    return self.contained(origin, beginning, attribution, &callout);
                }
                (beginning, self.go_on(&site, beginning.at, attribution, judge))
            }
        };
        self.confidence = beginning.confidence;
        let beginning = continuation.joined_to(beginning);
        let kept = self.extractor.kept(beginning, attribution.start)?;
        let span = continuation.span.filter(|_| kept.at == beginning.at);
        if let Some(span) = &span {
            self.attributions.go_on_at(span.end);
        }
        Some(Tweet::new(origin, kept, attribution, span.as_ref()))
    }

    /// The tweet of `attribution` in `container`, unless the beginning of its text is too doubtful.
    #[cold]
    fn contained(
        &mut self,
        origin: Origin<'t>,
        beginning: Beginning,
        attribution: &Attribution,
        container: &Container,
    ) -> Option<Tweet<'t>> {
        let kept = self.extractor.kept(beginning, attribution.start)?;
        self.attributions.go_on_at(container.outer.end);
        self.confidence = beginning.confidence;
        Some(Tweet::new(origin, kept, attribution, None).widened(&container.outer))
    }

    /// The next tweet, where `judge` says whether its text goes on behind the attribution.
    pub(crate) fn next_by(&mut self, judge: Judge<'_>) -> Option<Tweet<'t>> {
        loop {
            let floor = self.attributions.previous_end();
            let mut attribution = self.attributions.next()?;
            self.references.resolve(self.text, &mut attribution);
            if let Some(tweet) = self.tweet(floor, &attribution, judge) {
                return Some(tweet);
            }
        }
    }
}

impl<'t> Iterator for Tweets<'t> {
    type Item = Tweet<'t>;

    fn next(&mut self) -> Option<Tweet<'t>> {
        self.next_by(&mut continuation)
    }
}

impl FusedIterator for Tweets<'_> {}

impl fmt::Debug for Tweets<'_> {
    /// Writes the byte at which the search goes on, and not the text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tweets").field("at", &self.attributions.previous_end()).finish_non_exhaustive()
    }
}
