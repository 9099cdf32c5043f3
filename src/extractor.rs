//! The search for tweets with its options, and the split of a text in prose and tweets.

use core::{fmt, iter::FusedIterator};

use crate::{
    alternatives::Origin,
    attribution::{Attribution, Attributions, TextPlace},
    boundary::{
        self, Beginning, Boundary, PreviousTweet, Site,
        continuation::{Attributed, Continuation, FARTHEST_NEXT, Habit, Judge, continuation},
    },
    confidence::Confidence,
    length::max_weight_on,
    tweet::Tweet,
};

/// Finds tweets, with options; [`tweets`](crate::tweets) and [`segments`](crate::segments) use `Extractor::new()`.
///
/// The setters are `const` and take the extractor by value, so that it can be a `static`:
///
/// ```
/// use embedded_tweet::Extractor;
///
/// static EXTRACTOR: Extractor = Extractor::new();
///
/// let text = "They are glad. So glad! — Dana Ortiz (@dortiz) July 14, 2021";
/// assert_eq!(EXTRACTOR.tweets(text).count(), 1);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Extractor {
    undated: bool,
    textless: bool,
    structure_only: bool,
    doubtful: Option<(Confidence, Doubtful)>,
}

/// The treatment of a quotation whose text begins at a doubtful place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Doubtful {
    /// The quotation is prose.
    Refuse,
    /// The quotation is a tweet of its attribution alone, with an empty text; everything before the attribution is prose.
    KeepAttribution,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// The extractor with the defaults.
    ///
    /// ```
    /// # use embedded_tweet::{Extractor, tweets};
    /// let page = "So glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// assert!(Extractor::new().tweets(page).eq(tweets(page)));
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { undated: true, textless: false, structure_only: false, doubtful: None }
    }

    /// Whether quotations without a date count, `TEXT — NAME (@HANDLE)`; by default they do.
    ///
    /// A signature has the same shape, so that such a quotation needs strong evidence: a link with its status id follows, or
    /// the attribution ends its line and the text ends with a link of X (`pic.twitter.com/…`, `t.co/…`).
    ///
    /// ```
    /// use embedded_tweet::Extractor;
    ///
    /// let text = "So glad! pic.twitter.com/AbCdEf1234 — Dana Ortiz (@dortiz)\n\nThe mayor";
    /// assert_eq!(Extractor::new().tweets(text).next().unwrap().date(), None);
    /// assert_eq!(Extractor::new().accept_undated(false).tweets(text).count(), 0);
    /// ```
    #[must_use]
    pub const fn accept_undated(mut self, accepted: bool) -> Self {
        self.undated = accepted;
        self
    }

    /// Whether attributions count whose text the flattening tool dropped; by default they are prose.
    ///
    /// The text was dropped where a quote begins with the attribution. Such a tweet has an empty text, an author
    /// and a date, and the [status id](Tweet::status_id) by which it can be looked up where the date is a link. Where
    /// nothing shows that a text is missing, as between two quotations, an attribution without one is always a tweet.
    ///
    /// ```
    /// use embedded_tweet::Extractor;
    ///
    /// let page = "The mayor met them.\n\n> — Dana Ortiz (@dortiz) July 14, 2021\n";
    /// assert_eq!(Extractor::new().tweets(page).count(), 0);
    /// assert_eq!(Extractor::new().accept_textless(true).tweets(page).next().unwrap().text(), "");
    /// ```
    #[must_use]
    pub const fn accept_textless(mut self, accepted: bool) -> Self {
        self.textless = accepted;
        self
    }

    /// Whether only structure decides where a text begins: quote markers, indentation, blank lines, lines and the previous
    /// quotation. By default the words count too.
    ///
    /// Structure alone is about twice as fast, and as good where quote markers or blank lines set the tweet apart. In a text
    /// whose lines were joined it is seldom right; [`Tweet::confidence`] tells.
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

    /// Quotations whose [confidence](Tweet::confidence) is below `confidence` are prose; by default they are tweets like any
    /// other. `None` if `confidence` is not in 0 to 1, as NaN is not.
    ///
    /// ```
    /// use embedded_tweet::Extractor;
    ///
    /// static SURE: Extractor = Extractor::new().refuse_below(1.0).unwrap();
    ///
    /// let page = "it is so and so they say and who are we — Dana Ortiz (@dortiz) July 14, 2021";
    /// assert_eq!(SURE.tweets(page).count(), 0);
    /// assert_eq!(Extractor::new().refuse_below(f32::NAN), None);
    /// ```
    #[must_use]
    pub const fn refuse_below(self, confidence: f32) -> Option<Self> {
        self.doubtful_below(confidence, Doubtful::Refuse)
    }

    /// Quotations whose [confidence](Tweet::confidence) is below `confidence` are tweets of their attribution alone, with an
    /// empty text; everything before the attribution is prose. `None` if `confidence` is not in 0 to 1, as NaN is not. Of
    /// this and [`refuse_below`](Extractor::refuse_below), the last counts.
    ///
    /// ```
    /// use embedded_tweet::Extractor;
    ///
    /// let page = "it is so and so they say and who are we — Dana Ortiz (@dortiz) July 14, 2021";
    /// let keeping = Extractor::new().keep_attribution_below(1.0).unwrap();
    /// assert_eq!(keeping.tweets(page).next().unwrap().as_str(), "— Dana Ortiz (@dortiz) July 14, 2021");
    /// ```
    #[must_use]
    pub const fn keep_attribution_below(self, confidence: f32) -> Option<Self> {
        self.doubtful_below(confidence, Doubtful::KeepAttribution)
    }

    const fn doubtful_below(mut self, confidence: f32, then: Doubtful) -> Option<Self> {
        match Confidence::new(confidence) {
            Some(confidence) => {
                self.doubtful = Some((confidence, then));
                Some(self)
            }
            None => None,
        }
    }

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
    /// Linear in the length of `text`, in constant memory. Text without `@` and `]` costs a search for these two bytes.
    pub fn tweets<'t>(&self, text: &'t str) -> Tweets<'t> {
        Tweets {
            text,
            attributions: Attributions::new(text, self.undated),
            previous: None,
            habit: Habit::default(),
            confidence: WITHOUT_TEXT,
            extractor: *self,
        }
    }

    /// `text` as prose and tweets in turn, which add up to it byte for byte.
    ///
    /// ```
    /// # use embedded_tweet::Extractor;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let segments = Extractor::new().accept_undated(false).segments(page);
    /// assert_eq!(segments.map(|segment| segment.as_str()).collect::<String>(), page);
    /// ```
    ///
    /// # Complexity
    ///
    /// That of [`Extractor::tweets`].
    pub fn segments<'t>(&self, text: &'t str) -> Segments<'t> {
        Segments { text, tweets: self.tweets(text), at: 0, pending: None }
    }
}

/// The most that is said of a quotation of which only the attribution is left: nothing shows that it was one.
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
    previous: Option<PreviousTweet>,
    habit: Habit,
    /// That of the previous tweet.
    confidence: f32,
    extractor: Extractor,
}

impl<'t> Tweets<'t> {
    /// The beginning of a quotation of which only the attribution is left: it is as doubtful as the one before it.
    fn without_text(&self, attribution: &Attribution, boundary: Boundary) -> Beginning {
        Beginning { at: attribution.start, boundary, confidence: self.confidence.min(WITHOUT_TEXT) }
    }

    /// Where the text of `attribution` begins, which is read or, before the attribution, inferred; `None` if the text was
    /// dropped and that does not count.
    fn begin(&mut self, floor: usize, attribution: &Attribution) -> Option<Beginning> {
        let text_end = match &attribution.text {
            TextPlace::Known(text) => return Some(Beginning::read(text.start, Boundary::Author)),
            &(TextPlace::Before { end } | TextPlace::Around { end, .. }) => end,
        };
        let site = Site {
            document: self.text,
            previous_end: floor,
            text_end,
            attribution: attribution.start,
            end: attribution.end,
            name: attribution.name.clone().and_then(|name| self.text.get(name)).unwrap_or_default(),
            // `structure_only` does not read words, so it needs no handle.
            handle: if self.extractor.structure_only { "" } else { attribution.handle.as_str() },
            limit: max_weight_on(attribution.stamp.map(|stamp| stamp.date)),
        };
        if boundary::opens_with_attribution(&site) {
            let beginning = self.without_text(attribution, Boundary::Quote);
            return self.extractor.textless.then_some(beginning);
        }
        if text_end <= floor {
            // Only the attribution is left.
            let boundary = if floor > 0 { Boundary::Quotation } else { Boundary::Paragraph };
            return Some(self.without_text(attribution, boundary));
        }
        Some(if self.extractor.structure_only {
            boundary::beginning_by_structure(&site, &mut self.previous)
        } else {
            boundary::beginning(&site, &mut self.previous)
        })
    }

    /// Whether the text that begins at `beginning` goes on behind `attribution`, by `judge`.
    fn go_on(&mut self, beginning: Beginning, attribution: &Attribution, judge: Judge<'_>) -> Continuation {
        let end = match &attribution.text {
            TextPlace::Before { end } => *end,
            TextPlace::Around { continuation, .. } => return Continuation::read(continuation.clone()),
            TextPlace::Known(_) => return Continuation::NONE,
        };
        let attributed = Attributed {
            document: self.text,
            text: beginning.at..end,
            attribution: attribution.start,
            end: attribution.end,
            limit: max_weight_on(attribution.stamp.map(|stamp| stamp.date)),
        };
        let attributions = &mut self.attributions;
        judge(&attributed, &mut self.habit, &mut || {
            let next = attributions.ahead(attribution.end + FARTHEST_NEXT)?;
            Some(match next.text {
                TextPlace::Before { end } | TextPlace::Around { end, .. } => end,
                TextPlace::Known(_) => next.start,
            })
        })
    }

    /// The tweet of `attribution`, unless its text was dropped or it is too doubtful where it begins or ends.
    fn tweet(&mut self, floor: usize, attribution: &Attribution, judge: Judge<'_>) -> Option<Tweet<'t>> {
        let previous = self.previous;
        let origin = Origin { document: self.text, previous_end: floor, attribution: attribution.start, previous };
        let beginning = self.begin(floor, attribution)?;
        self.confidence = beginning.confidence;
        let continuation = self.go_on(beginning, attribution, judge);
        let beginning = continuation.joined_to(beginning);
        match self.extractor.doubtful {
            Some((least, Doubtful::Refuse)) if beginning.confidence < least.get() => None,
            Some((least, Doubtful::KeepAttribution)) if beginning.confidence < least.get() => {
                let beginning = Beginning { at: attribution.start, ..beginning };
                Some(Tweet::new(origin, beginning, attribution, None))
            }
            _ => {
                if let Some(span) = &continuation.span {
                    self.attributions.go_on_at(span.end);
                }
                Some(Tweet::new(origin, beginning, attribution, continuation.span.as_ref()))
            }
        }
    }

    /// The next tweet, where `judge` says whether its text goes on behind the attribution.
    pub(crate) fn next_by(&mut self, judge: Judge<'_>) -> Option<Tweet<'t>> {
        loop {
            let floor = self.attributions.previous_end();
            let attribution = self.attributions.next()?;
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

/// A part of a text: prose, or a tweet.
///
/// ```
/// use embedded_tweet::{Segment, segments};
///
/// let page = "So glad! — Dana Ortiz (@dortiz) July 14, 2021\n\nThe mayor did not say why.";
/// for segment in segments(page) {
///     match segment {
///         Segment::Prose(prose) => println!("prose: {prose}"),
///         Segment::Tweet(tweet) => println!("by {}: {}", tweet.author(), tweet.text()),
///     }
/// }
/// assert_eq!(segments(page).find_map(|segment| segment.prose()), Some("\n\nThe mayor did not say why."));
/// assert_eq!(segments(page).find_map(|segment| segment.tweet().copied()).unwrap().text(), "So glad!");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum Segment<'t> {
    /// Text that is no quotation; never empty.
    Prose(&'t str),
    /// A quotation.
    Tweet(Tweet<'t>),
}

impl<'t> Segment<'t> {
    /// The part as it stands in the input.
    ///
    /// ```
    /// # use embedded_tweet::segments;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// assert_eq!(segments(page).next().unwrap().as_str(), "It rained.\n\n");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        match self {
            Self::Prose(prose) => prose,
            Self::Tweet(tweet) => tweet.as_str(),
        }
    }

    /// The prose, if it is that.
    ///
    /// ```
    /// # use embedded_tweet::segments;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// assert!(segments(page).filter_map(|segment| segment.prose()).eq(["It rained.\n\n"]));
    /// ```
    #[must_use]
    pub fn prose(&self) -> Option<&'t str> {
        match self {
            Self::Prose(prose) => Some(prose),
            Self::Tweet(_) => None,
        }
    }

    /// The tweet, if it is one.
    ///
    /// ```
    /// # use embedded_tweet::segments;
    /// let page = "It rained.\n\nSo glad! — Dana Ortiz (@dortiz) July 14, 2021";
    /// let segment = segments(page).last().unwrap();
    /// assert_eq!(segment.tweet().unwrap().text(), "So glad!");
    /// ```
    #[must_use]
    pub fn tweet(&self) -> Option<&Tweet<'t>> {
        match self {
            Self::Prose(_) => None,
            Self::Tweet(tweet) => Some(tweet),
        }
    }
}

/// The parts of a text in order, without a byte lost between them; made by [`segments`](crate::segments).
///
/// ```
/// let page = "So glad! — Dana Ortiz (@dortiz) July 14, 2021\n\nThe mayor did not say why.";
/// let segments = embedded_tweet::segments(page);
/// assert_eq!(format!("{segments:?}"), "Segments { at: 0, .. }");
/// assert_eq!(segments.map(|segment| segment.as_str()).collect::<String>(), page);
/// ```
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Segments<'t> {
    text: &'t str,
    tweets: Tweets<'t>,
    /// The end of the last part handed out.
    at: usize,
    /// The tweet before which prose was handed out.
    pending: Option<Tweet<'t>>,
}

impl<'t> Segments<'t> {
    fn prose_to(&mut self, end: usize) -> Option<Segment<'t>> {
        let prose = self.text.get(self.at..end).filter(|prose| !prose.is_empty())?;
        self.at = end;
        Some(Segment::Prose(prose))
    }

    fn hand_out(&mut self, tweet: Tweet<'t>) -> Segment<'t> {
        self.at = tweet.span().end;
        Segment::Tweet(tweet)
    }
}

impl<'t> Iterator for Segments<'t> {
    type Item = Segment<'t>;

    fn next(&mut self) -> Option<Segment<'t>> {
        if let Some(tweet) = self.pending.take() {
            return Some(self.hand_out(tweet));
        }
        let Some(tweet) = self.tweets.next() else { return self.prose_to(self.text.len()) };
        match self.prose_to(tweet.span().start) {
            Some(prose) => {
                self.pending = Some(tweet);
                Some(prose)
            }
            None => Some(self.hand_out(tweet)),
        }
    }
}

impl FusedIterator for Segments<'_> {}

impl fmt::Debug for Segments<'_> {
    /// Writes the byte at which the next segment begins, and not the text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Segments").field("at", &self.at).finish_non_exhaustive()
    }
}
