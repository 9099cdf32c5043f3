//! Other beginnings of a tweet's text.

use crate::{
    alternatives::{Alternative, Alternatives},
    boundary::{self, Beginning},
    confidence::Confidence,
    text::offset::Span,
};

use super::fields::Tweet;

impl<'t> Tweet<'t> {
    /// The likeliest beginnings of the text, best first, six at most, with the logarithms of their probabilities.
    ///
    /// Where no layout is left, as in texts of one line, the right beginning is among the best two in 88 of 100, among
    /// the best six in 97. A reader or a language model can decide between them, and set one with
    /// [`with_alternative`](Self::with_alternative). The score of a language model is the log-odds of a break before
    /// the text: log P(break) + log P(text | break) − log P(text | no break). This score, times 0.3, added to our own
    /// log-probability, raised the share of exact one-line texts on unseen sites from 0.74 to 0.84, with a model of 135
    /// million parameters. Restricted to tweets with a [confidence](Self::confidence) below 0.8, the model gained
    /// nearly as much.
    ///
    /// ```
    /// # fn score(_page: &str, text: &str) -> f32 { if text.starts_with("So glad") { 3.0 } else { 0.0 } }
    /// let page = "They met at the bridge and she said So glad we did that Dana Ortiz came too — Kim Lee (@kimlee) July 14, 2021";
    /// let mut tweet = embedded_tweet::tweets(page).next().unwrap();
    /// if tweet.confidence() < 0.8 {
    ///     // `score` stands for any judge: log P(break) + log P(text | break) − log P(text | no break).
    ///     let better = |a: &f32, b: &f32| a.total_cmp(b);
    ///     let sum = |text: &str, log_probability: f32| log_probability + 0.3 * score(page, text);
    ///     let best = tweet.alternatives().max_by(|a, b| {
    ///         better(&sum(a.text(), a.log_probability()), &sum(b.text(), b.log_probability()))
    ///     });
    ///     tweet = tweet.with_alternative(&best.unwrap());
    /// }
    /// assert_eq!(&page[tweet.span()], tweet.as_str());
    /// ```
    ///
    /// Where the beginning was read and not inferred, it is the only one.
    ///
    /// # Complexity
    ///
    /// That of judging the tweet once more; nothing is stored in advance, and nothing allocated.
    pub fn alternatives(&self) -> Alternatives<'t> {
        let text = self.text_span();
        let only = || {
            let beginning = Beginning { at: text.start, boundary: self.boundary, confidence: self.confidence() };
            Alternatives::only(self.origin.document, beginning, text.end)
        };
        // Behind an author or the border of a container, the beginning was read.
        if self.start != text.start || text.is_empty() {
            return only();
        }
        let name = self.author().name.unwrap_or_default();
        let site = self.origin.site(text.end, self.attribution_span().end, name, self.handle.as_str(), self.stamp);
        let ranking = boundary::ranking(&site, self.origin.previous);
        // A caption, or a tweet whose author was lost, stands before the text.
        if !ranking.iter().flatten().any(|(beginning, _)| beginning.at == text.start) {
            return only();
        }
        Alternatives::new(self.origin.document, ranking, text.end)
    }

    /// The tweet with another beginning of its text, one of its [`alternatives`](Self::alternatives).
    ///
    /// Its [confidence](Self::confidence) is that of this beginning; a [continuation](Self::continuation) stays the
    /// same. The alternative of another tweet changes nothing.
    #[must_use]
    pub fn with_alternative(&self, alternative: &Alternative<'t>) -> Self {
        let (text, start) = (self.text_span(), alternative.beginning.at);
        // Its own beginning, or that of another tweet.
        if start == text.start || !(self.origin.previous_end..=text.end).contains(&start) {
            return *self;
        }
        Self {
            text: Span::new(start..text.end, start),
            boundary: alternative.beginning.boundary,
            confidence: Confidence::nearest(alternative.beginning.confidence),
            ..self.spanning(start..self.span().end)
        }
    }
}
