//! The search for tweets, with its choices.

use core::iter::FusedIterator;

use chrono::NaiveDate;

use crate::{
    attribution::{Attribution, TextPlace},
    boundary::{self, Beginning, Boundary, Habits, Site},
    scan::Attributions,
    segment::Segments,
    tweet::Tweet,
};

/// Finds tweets; [`tweets`](crate::tweets) and [`segments`](crate::segments) are the one with the defaults.
///
/// Its setters are `const` and take it by value, so that one can be a `static`:
///
/// ```
/// use embedded_tweet::Extractor;
///
/// static EXTRACTOR: Extractor = Extractor::new();
///
/// let text = "They are glad. So glad! — Dana Ortiz (@dortiz) July 14, 2021";
/// assert_eq!(EXTRACTOR.tweets(text).count(), 1);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extractor {
    undated: bool,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// The extractor with the defaults.
    pub const fn new() -> Self {
        Self { undated: true }
    }

    /// Whether quotations count whose date was dropped, `TEXT — NAME (@HANDLE)`; by default they do.
    ///
    /// Such a quotation is a signature as well as a tweet, so that it counts only with strong evidence: its number stands
    /// behind it, or it closes a line and its text ends with a link as X makes them (`pic.twitter.com/…`, `t.co/…`).
    ///
    /// ```
    /// use embedded_tweet::Extractor;
    ///
    /// let text = "So glad! pic.twitter.com/AbCdEf1234 — Dana Ortiz (@dortiz)\n\nThe mayor";
    /// assert_eq!(Extractor::new().tweets(text).next().unwrap().date(), None);
    /// assert_eq!(Extractor::new().undated(false).tweets(text).count(), 0);
    /// ```
    #[must_use]
    pub const fn undated(mut self, accepted: bool) -> Self {
        self.undated = accepted;
        self
    }

    /// The tweets of `text`, in order.
    ///
    /// # Complexity
    ///
    /// Linear in the length of `text`, in constant memory. Between `@`s it costs what a search for one byte costs.
    pub fn tweets<'t>(&self, text: &'t str) -> Tweets<'t> {
        Tweets { text, attributions: Attributions::new(text, self.undated), habits: Habits::default() }
    }

    /// `text` as prose and tweets in turn, which add up to it byte for byte.
    ///
    /// # Complexity
    ///
    /// That of [`Extractor::tweets`].
    pub fn segments<'t>(&self, text: &'t str) -> Segments<'t> {
        Segments::new(text, self.tweets(text))
    }
}

/// The tweets of a text in order; made by [`tweets`](crate::tweets).
#[derive(Debug, Clone)]
pub struct Tweets<'t> {
    text: &'t str,
    attributions: Attributions<'t>,
    habits: Habits,
}

impl Tweets<'_> {
    /// Where the text of `attribution` begins, which is read or, before the attribution, inferred.
    fn begin(&mut self, floor: usize, attribution: &Attribution) -> Beginning {
        let text_end = match &attribution.text {
            TextPlace::Known(text) => return Beginning::read(text.start, Boundary::Author),
            &TextPlace::Before { end } => end,
        };
        if text_end <= floor {
            // Only the attribution is left.
            let boundary = if floor > 0 { Boundary::Quotation } else { Boundary::Paragraph };
            return Beginning::read(attribution.start, boundary);
        }
        let site = Site {
            document: self.text,
            floor,
            text_end,
            attribution: attribution.start,
            end: attribution.end,
            name: attribution.name.clone().and_then(|name| self.text.get(name)).unwrap_or_default(),
            handle: attribution.handle.as_str(),
            short: attribution.stamp.is_some_and(|stamp| stamp.date < LONGER_TWEETS),
        };
        boundary::beginning(&site, &mut self.habits)
    }
}

/// The day on which tweets of 280 characters instead of 140 became possible for everybody: 7 November 2017
/// ([announcement](https://blog.x.com/official/en_us/topics/product/2017/tweetingmadeeasier.html)).
const LONGER_TWEETS: NaiveDate = NaiveDate::from_ymd_opt(2017, 11, 7).unwrap();

impl<'t> Iterator for Tweets<'t> {
    type Item = Tweet<'t>;

    fn next(&mut self) -> Option<Tweet<'t>> {
        let floor = self.attributions.floor();
        let attribution = self.attributions.next()?;
        Some(Tweet::new(self.text, self.begin(floor, &attribution), &attribution))
    }
}

impl FusedIterator for Tweets<'_> {}
