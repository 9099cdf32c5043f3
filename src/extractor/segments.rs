//! A text as prose and tweets in turn.

use core::{fmt, iter::FusedIterator};

use crate::tweet::Tweet;

use super::{options::Extractor, tweets::Tweets};

impl Extractor {
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

/// The parts of a text in order, which add up to the text; made by [`segments`](crate::segments).
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
    /// The end of the last part returned.
    at: usize,
    /// The next tweet, after prose was returned before it.
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
