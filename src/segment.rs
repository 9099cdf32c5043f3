//! A text as the alternation of its prose and its tweets.

use core::iter::FusedIterator;

use crate::{extractor::Tweets, tweet::Tweet};

/// A part of a text: prose, or a tweet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment<'t> {
    /// Text that is no quotation; never empty.
    Prose(&'t str),
    /// A quotation.
    Tweet(Tweet<'t>),
}

impl<'t> Segment<'t> {
    /// The part as it stands in the input.
    pub fn as_str(&self) -> &'t str {
        match self {
            Self::Prose(prose) => prose,
            Self::Tweet(tweet) => tweet.as_str(),
        }
    }

    /// The tweet, if it is one.
    pub fn tweet(&self) -> Option<&Tweet<'t>> {
        match self {
            Self::Prose(_) => None,
            Self::Tweet(tweet) => Some(tweet),
        }
    }
}

/// The parts of a text in order, without a byte lost between them; made by [`segments`](crate::segments).
#[derive(Debug, Clone)]
pub struct Segments<'t> {
    text: &'t str,
    tweets: Tweets<'t>,
    /// The end of the last part handed out.
    at: usize,
    /// The tweet before which prose was handed out.
    pending: Option<Tweet<'t>>,
}

impl<'t> Segments<'t> {
    pub(crate) fn new(text: &'t str, tweets: Tweets<'t>) -> Self {
        Self { text, tweets, at: 0, pending: None }
    }

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
