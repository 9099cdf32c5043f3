//! The search for tweets, with its choices.

use core::iter::FusedIterator;

use crate::{
    attribution::{Attribution, Attributions, TextPlace},
    boundary::{self, Beginning, Boundary, Habits, Site},
    length::max_weight_on,
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
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extractor {
    undated: bool,
    textless: bool,
    structure_only: bool,
    doubtful: Option<(f32, Doubtful)>,
}

/// What becomes of a quotation when it is too doubtful where its text begins; see [`Extractor::doubtful`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Doubtful {
    /// It is prose.
    Refuse,
    /// It is a tweet that consists of its attribution, with an empty text; what stands before it is prose.
    KeepAttribution,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// The extractor with the defaults.
    pub const fn new() -> Self {
        Self { undated: true, textless: false, structure_only: false, doubtful: None }
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

    /// Whether attributions count whose text was dropped by whatever flattened the page; by default they are prose.
    ///
    /// That a text was dropped is known where a quote begins with the attribution. Such a tweet has an empty text, an author
    /// and a date, and the [status id](Tweet::status_id) by which it can be looked up where the date is a link. Where
    /// nothing shows that a text is missing, as between two quotations, an attribution without one is always a tweet.
    ///
    /// ```
    /// use embedded_tweet::Extractor;
    ///
    /// let page = "The mayor met them.\n\n> — Dana Ortiz (@dortiz) July 14, 2021\n";
    /// assert_eq!(Extractor::new().tweets(page).count(), 0);
    /// assert_eq!(Extractor::new().textless(true).tweets(page).next().unwrap().text(), "");
    /// ```
    #[must_use]
    pub const fn textless(mut self, accepted: bool) -> Self {
        self.textless = accepted;
        self
    }

    /// Whether the beginning of a text is judged by structure alone: quote markers, indentation, blank lines, lines and
    /// the previous quotation, but not by its words. By default it is judged by all of them.
    ///
    /// That is about twice as fast, and as good where quote markers or blank lines set the tweet apart. In a text whose lines
    /// were joined it is seldom right; [`Tweet::confidence`] tells.
    ///
    /// ```
    /// use embedded_tweet::{Boundary, Extractor};
    ///
    /// let page = "The mayor met them.\n\n> So glad!\n>\n> — Dana Ortiz (@dortiz) July 14, 2021\n";
    /// let tweet = Extractor::new().structure_only(true).tweets(page).next().unwrap();
    /// assert_eq!((tweet.text(), tweet.boundary()), ("So glad!", Boundary::Quote));
    /// ```
    #[must_use]
    pub const fn structure_only(mut self, only: bool) -> Self {
        self.structure_only = only;
        self
    }

    /// What becomes of quotations whose [confidence](Tweet::confidence) is below `confidence`. By default they are tweets
    /// like any other.
    ///
    /// ```
    /// use embedded_tweet::{Doubtful, Extractor};
    ///
    /// let page = "it is so and so they say and who are we — Dana Ortiz (@dortiz) July 14, 2021";
    /// let refusing = Extractor::new().doubtful(1.0, Doubtful::Refuse);
    /// assert_eq!(refusing.tweets(page).count(), 0);
    ///
    /// let keeping = Extractor::new().doubtful(1.0, Doubtful::KeepAttribution);
    /// assert_eq!(keeping.tweets(page).next().unwrap().as_str(), "— Dana Ortiz (@dortiz) July 14, 2021");
    /// ```
    #[must_use]
    pub const fn doubtful(mut self, confidence: f32, then: Doubtful) -> Self {
        self.doubtful = Some((confidence, then));
        self
    }

    /// The tweets of `text`, in order.
    ///
    /// # Complexity
    ///
    /// Linear in the length of `text`, in constant memory. Between `@`s it costs what a search for one byte costs.
    pub fn tweets<'t>(&self, text: &'t str) -> Tweets<'t> {
        Tweets {
            text,
            attributions: Attributions::new(text, self.undated),
            habits: Habits::default(),
            extractor: *self,
        }
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
    extractor: Extractor,
}

impl<'t> Tweets<'t> {
    /// Where the text of `attribution` begins, which is read or, before the attribution, inferred; `None` if the text was
    /// dropped and that does not count.
    fn begin(&mut self, floor: usize, attribution: &Attribution) -> Option<Beginning> {
        let text_end = match &attribution.text {
            TextPlace::Known(text) => return Some(Beginning::read(text.start, Boundary::Author)),
            &TextPlace::Before { end } => end,
        };
        let site = Site {
            document: self.text,
            floor,
            text_end,
            attribution: attribution.start,
            end: attribution.end,
            name: attribution.name.clone().and_then(|name| self.text.get(name)).unwrap_or_default(),
            // The structure knows no words.
            handle: if self.extractor.structure_only { "" } else { attribution.handle.as_str() },
            limit: max_weight_on(attribution.stamp.map(|stamp| stamp.date)),
        };
        if boundary::opens_with_attribution(&site) {
            return self.extractor.textless.then(|| Beginning::read(attribution.start, Boundary::Quote));
        }
        if text_end <= floor {
            // Only the attribution is left.
            let boundary = if floor > 0 { Boundary::Quotation } else { Boundary::Paragraph };
            return Some(Beginning::read(attribution.start, boundary));
        }
        Some(if self.extractor.structure_only {
            boundary::beginning_by_structure(&site)
        } else {
            boundary::beginning(&site, &mut self.habits)
        })
    }

    /// The tweet of `attribution`, unless its text was dropped or it is too doubtful where it begins.
    fn tweet(&mut self, floor: usize, attribution: &Attribution) -> Option<Tweet<'t>> {
        let beginning = self.begin(floor, attribution)?;
        match self.extractor.doubtful {
            Some((least, Doubtful::Refuse)) if beginning.confidence < least => None,
            Some((least, Doubtful::KeepAttribution)) if beginning.confidence < least => {
                let beginning = Beginning { at: attribution.start, ..beginning };
                Some(Tweet::new(self.text, beginning, attribution))
            }
            _ => Some(Tweet::new(self.text, beginning, attribution)),
        }
    }
}

impl<'t> Iterator for Tweets<'t> {
    type Item = Tweet<'t>;

    fn next(&mut self) -> Option<Tweet<'t>> {
        loop {
            let floor = self.attributions.previous_end();
            let attribution = self.attributions.next()?;
            if let Some(tweet) = self.tweet(floor, &attribution) {
                return Some(tweet);
            }
        }
    }
}

impl FusedIterator for Tweets<'_> {}
