//! `Tweet::parse`: one quotation, read as exactly one tweet.

use super::fields::Tweet;
use crate::{
    alternatives::Origin,
    attribution::{self, Attribution, Attributions, TextPlace},
    boundary,
    boundary::{Beginning, Boundary, Site, continuation, continuation::Continuation},
    error::{ParseTweetError, ParseTweetErrorKind},
    markup::tag_open::tag_open,
};

impl<'t> Tweet<'t> {
    /// Reads `quotation` as exactly one tweet, whitespace around it not counted.
    ///
    /// ```
    /// use embedded_tweet::{ParseTweetErrorKind, Tweet};
    ///
    /// let tweet = Tweet::parse("So glad! — Dana Ortiz (@dortiz) July 14, 2021")?;
    /// assert_eq!(tweet.text(), "So glad!");
    ///
    /// let error = Tweet::parse("So glad! — Dana Ortiz (@dortiz) July 14, 2021 The mayor").unwrap_err();
    /// assert_eq!(error.kind(), ParseTweetErrorKind::TrailingText);
    /// assert_eq!(error.offset(), 48);
    /// # Ok::<(), embedded_tweet::ParseTweetError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If nothing in it is an attribution, if it holds more than one quotation or goes on after it. The
    /// [kind](ParseTweetErrorKind) says what was expected, the offset where. What stands before the attribution is the
    /// tweet's text, whatever it is, another author's attribution that it cites included; what stands behind it is
    /// refused unless all of it is judged to be the text's [continuation](Tweet::continuation). Of HTML the error says
    /// that it is [`Html`](ParseTweetErrorKind::Html), and [`html::embeds`](crate::html::embeds) reads it.
    pub fn parse(quotation: &'t str) -> Result<Self, ParseTweetError> {
        Self::read(quotation).map_err(|error| match error.kind() {
            _ if tag_open(quotation.trim_start()).is_ok() => {
                ParseTweetError::new(ParseTweetErrorKind::Html, quotation.len() - quotation.trim_start().len())
            }
            ParseTweetErrorKind::NoAttribution => attribution::missing(quotation),
            _ => error,
        })
    }

    /// [`Tweet::parse`] without allocation, and without the reason why there is no attribution.
    pub(crate) fn read(quotation: &'t str) -> Result<Self, ParseTweetError> {
        let error = |kind, offset| Err(ParseTweetError::new(kind, offset));
        let attribution = own_attribution(quotation)?;
        let origin = Origin { document: quotation, previous_end: 0, attribution: attribution.start, previous: None };
        let beginning = beginning_of(quotation, &origin, &attribution);
        let rest = quotation.get(attribution.end..).unwrap_or_default();
        let gap = rest.len() - rest.trim_start().len();
        let continuation = match &attribution.text {
            TextPlace::Around { continuation, .. } if gap == rest.len() => {
                Some(Continuation::read(continuation.clone()))
            }
            _ if gap == rest.len() => Some(Continuation::NONE),
            TextPlace::Known(_) | TextPlace::Delimited(_) | TextPlace::Around { .. } => None,
            TextPlace::Before { end } => {
                let site = Site { document: quotation.trim_end(), ..origin.site_of(&attribution, *end) };
                continuation::all_behind(&site, beginning.at)
            }
        };
        match continuation {
            Some(continuation) => {
                let beginning = continuation.joined_to(beginning);
                Ok(Self::new(origin, beginning, &attribution, continuation.span.as_ref()))
            }
            None => error(ParseTweetErrorKind::TrailingText, attribution.end + gap),
        }
    }
}

/// The beginning of the text of `attribution`, if there is nothing else in `quotation`.
fn beginning_of(quotation: &str, origin: &Origin<'_>, attribution: &Attribution) -> Beginning {
    let at = quotation.len() - quotation.trim_start().len();
    match &attribution.text {
        TextPlace::Known(text) => Beginning::read(text.start, Boundary::Author),
        TextPlace::Delimited(text) => Beginning::read(text.start, Boundary::Delimited),
        // Both ends are given, and the id says that it is a tweet.
        TextPlace::Before { .. } | TextPlace::Around { .. } if attribution.status_id.is_some() => {
            Beginning::read(at, Boundary::Paragraph)
        }
        TextPlace::Before { end } | TextPlace::Around { end, .. } => {
            boundary::beginning_at(&origin.site_of(attribution, *end), at, Boundary::Paragraph)
        }
    }
}

/// The last attribution in `quotation`. Those before it are cited in its text, if only the last attribution names a
/// tweet, or if no text follows the others that the last could belong to.
fn own_attribution(quotation: &str) -> Result<Attribution, ParseTweetError> {
    let mut attributions = Attributions::new(quotation, true);
    let no_attribution = || ParseTweetError::new(ParseTweetErrorKind::NoAttribution, quotation.len());
    let mut last = attributions.next().ok_or_else(no_attribution)?;
    // Where the first ends that may be of a quotation of its own, and the first of these that names a tweet.
    let (mut unnamed, mut named) = (None, None);
    for later in attributions {
        let is_cited = later.text.end_before().is_some_and(|end| end <= last.end);
        if !is_cited {
            unnamed = unnamed.or(Some(last.end));
            named = named.or(last.status_id.map(|_| last.end));
        }
        last = later;
    }
    let other = match last.text.end_before() {
        Some(_) if last.status_id.is_some() => named,
        _ => unnamed,
    };
    other.map_or(Ok(last), |end| Err(ParseTweetError::new(ParseTweetErrorKind::MoreThanOne, end)))
}

impl<'t> TryFrom<&'t str> for Tweet<'t> {
    type Error = ParseTweetError;

    fn try_from(quotation: &'t str) -> Result<Self, Self::Error> {
        Self::parse(quotation)
    }
}
