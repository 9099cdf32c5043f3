//! The probability that a quotation is a tweet, and no false friend of its form.

use super::{
    Site,
    after_quotation::AfterQuotation,
    features::WholeQuotation,
    model::sum::{WeightSum, exp, share_of_one, to_logit},
    token::{TokenClass, gap::TokenGap},
};

/// The probability that `quotation` is a tweet, and does not only look like one.
///
/// It is 1 where the attribution links to a status.
pub(super) fn is_tweet(quotation: &WholeQuotation<'_, '_>) -> f32 {
    let attribution = quotation.site.attribution();
    if memchr::memchr_iter(b'/', attribution.as_bytes())
        .any(|slash| attribution.get(slash..).is_some_and(|path| path.starts_with("/status")))
    {
        return 1.0;
    }
    let mut against = WeightSum::new();
    quotation.against(&mut against);
    share_of_one(1.0 + exp(to_logit(against.sum)))
}

/// [`is_tweet`] of a text that begins at `at`, where a container sets it apart from the document.
pub(crate) fn is_tweet_apart(site: &Site<'_>, at: usize) -> f32 {
    is_tweet(&WholeQuotation {
        site,
        at,
        gap: TokenGap::InputEdge,
        before: TokenClass::None,
        after: AfterQuotation::of(site.after()),
        has_previous: site.previous_end > 0,
    })
}
