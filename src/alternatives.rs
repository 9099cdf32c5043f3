//! Other beginnings of a text, and the inputs to rank them.

use core::{
    fmt,
    hash::{Hash, Hasher},
    iter::FusedIterator,
};

use crate::{
    attribution::Attribution,
    boundary::{Beginning, Boundary, PreviousTweet, RANKED, Site},
    date::Timestamp,
    length::max_weight_on,
};

/// The inputs of the boundary for a tweet, without the fields that the tweet itself holds.
///
/// They are no part of the tweet's value: any two are equal.
#[derive(Clone, Copy)]
pub(crate) struct Origin<'t> {
    pub(crate) document: &'t str,
    /// The end of the previous quotation, or 0.
    pub(crate) previous_end: usize,
    /// The beginning of the attribution.
    pub(crate) attribution: usize,
    pub(crate) previous: Option<PreviousTweet>,
}

impl PartialEq for Origin<'_> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Origin<'_> {}

impl Hash for Origin<'_> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl<'t> Origin<'t> {
    /// The inputs for the text of `attribution` that ends at `text_end`.
    pub(crate) fn site_of<'s>(&self, attribution: &'s Attribution, text_end: usize) -> Site<'s>
    where
        't: 's,
    {
        let name = attribution.name.clone().and_then(|name| self.document.get(name)).unwrap_or_default();
        self.site(text_end, attribution.end, name, attribution.handle.as_str(), attribution.stamp)
    }

    /// The inputs for a text that ends at `text_end` in a quotation that ends at `end`.
    pub(crate) fn site<'s>(
        &self,
        text_end: usize,
        end: usize,
        name: &'s str,
        handle: &'s str,
        stamp: Option<Timestamp>,
    ) -> Site<'s>
    where
        't: 's,
    {
        let limit = max_weight_on(stamp.map(|stamp| stamp.date));
        let Self { document, previous_end, attribution, .. } = *self;
        Site { document, previous_end, text_end, attribution, end, name, handle, limit }
    }
}

/// One of the likeliest beginnings of a tweet's text; see [`Tweet::alternatives`](crate::Tweet::alternatives).
#[derive(Clone, Copy, PartialEq)]
pub struct Alternative<'t> {
    pub(crate) beginning: Beginning,
    text: &'t str,
    log_probability: f32,
}

impl<'t> Alternative<'t> {
    /// The text that begins there.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The byte of the input at which it begins.
    #[must_use]
    pub fn start(&self) -> usize {
        self.beginning.at
    }

    /// The natural logarithm of the probability that the model gives to this beginning.
    #[must_use]
    pub fn log_probability(&self) -> f32 {
        self.log_probability
    }

    /// What marks the beginning.
    #[must_use]
    pub fn boundary(&self) -> Boundary {
        self.beginning.boundary
    }
}

impl fmt::Debug for Alternative<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Alternative")
            .field("start", &self.start())
            .field("text", &self.text)
            .field("log_probability", &self.log_probability)
            .field("boundary", &self.boundary())
            .finish_non_exhaustive()
    }
}

/// The likeliest beginnings of a tweet's text, best first; made by [`Tweet::alternatives`](crate::Tweet::alternatives).
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Alternatives<'t> {
    document: &'t str,
    ranking: [Option<(Beginning, f32)>; RANKED],
    at: usize,
    text_end: usize,
}

impl<'t> Alternatives<'t> {
    pub(crate) fn new(document: &'t str, ranking: [Option<(Beginning, f32)>; RANKED], text_end: usize) -> Self {
        Self { document, ranking, at: 0, text_end }
    }

    /// The one beginning that was read.
    pub(crate) fn only(document: &'t str, beginning: Beginning, text_end: usize) -> Self {
        let mut ranking = [None; RANKED];
        let [first, ..] = &mut ranking;
        *first = Some((beginning, 0.0));
        Self::new(document, ranking, text_end)
    }
}

impl fmt::Debug for Alternatives<'_> {
    /// Writes how many were handed out, and not the text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Alternatives").field("at", &self.at).finish_non_exhaustive()
    }
}

impl<'t> Iterator for Alternatives<'t> {
    type Item = Alternative<'t>;

    fn next(&mut self) -> Option<Alternative<'t>> {
        let (beginning, log_probability) = (*self.ranking.get(self.at)?)?;
        self.at += 1;
        let text = self.document.get(beginning.at..self.text_end).unwrap_or_default();
        Some(Alternative { beginning, text, log_probability })
    }
}

impl FusedIterator for Alternatives<'_> {}
