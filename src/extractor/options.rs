//! The options of the search for tweets.

use crate::{boundary::Beginning, confidence::Confidence};

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
    pub(super) undated: bool,
    pub(super) textless: bool,
    pub(super) structure_only: bool,
    doubtful: Option<(Confidence, Doubtful)>,
}

/// The treatment of a quotation whose text begins at a doubtful place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Doubtful {
    /// The quotation is prose.
    Refuse,
    /// The quotation is a tweet of its attribution alone, with an empty text; everything before the attribution is
    /// prose.
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

    /// Whether quotations without a date, `TEXT — NAME (@HANDLE)`, are tweets; by default they are.
    ///
    /// A signature has the same shape, so that such a quotation needs strong evidence: a link with its status id
    /// follows, or the attribution ends its line and the text ends with a link of X (`pic.twitter.com/…`, `t.co/…`).
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

    /// Whether attributions are tweets if the flattening tool dropped the text; by default they are prose.
    ///
    /// The text was dropped where a quote or the input begins with the attribution. Such a tweet has an empty text, an
    /// author and a date, and the [status id](crate::Tweet::status_id) by which it can be looked up where the date is a
    /// link. Where nothing shows that a text is missing, as between two quotations, an attribution without one is
    /// always a tweet.
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

    /// Whether only structure decides where a text begins: quote markers, indentation, blank lines, lines and the
    /// previous quotation. By default the words count too.
    ///
    /// Structure alone is about twice as fast, and as good where quote markers or blank lines set the tweet apart. In a
    /// text whose lines were joined it is seldom right; [`Tweet::confidence`](crate::Tweet::confidence) tells.
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

    /// Quotations whose [confidence](crate::Tweet::confidence) is below `confidence` are prose; by default they are
    /// tweets like any other. `None` if `confidence` is not in 0 to 1, as NaN is not.
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

    /// Quotations whose [confidence](crate::Tweet::confidence) is below `confidence` are tweets of their attribution
    /// alone, with an empty text; everything before the attribution is prose. `None` if `confidence` is not in 0 to 1,
    /// as NaN is not. Of this and [`refuse_below`](Extractor::refuse_below), the last counts.
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

    /// `beginning`, or where it is too doubtful, that of the attribution alone, at `attribution`; `None` for prose.
    pub(super) fn kept(&self, beginning: Beginning, attribution: usize) -> Option<Beginning> {
        match self.doubtful {
            Some((least, doubtful)) if beginning.confidence < least.get() => match doubtful {
                Doubtful::Refuse => None,
                Doubtful::KeepAttribution => Some(Beginning { at: attribution, ..beginning }),
            },
            _ => Some(beginning),
        }
    }
}
