//! What has the shape of an attribution and is none: bylines, credits of photos, credits in changelogs.

use super::lead::{Lead, LeadKind};

/// Whether the attribution credits somebody with the page or a picture and not with a tweet.
pub(crate) fn is_credit(document: &str, lead: &Lead, text: &str) -> bool {
    let name = document.get(lead.name_start..lead.name_end).unwrap_or_default();
    let dashless = !matches!(lead.kind, LeadKind::Dash(_));
    (dashless && (text.is_empty() || is_byline(name))) || is_photo_credit(name)
}

/// `By Dana Ortiz`, `Posted by Dana Ortiz`, `Updated by Dana Ortiz on …`.
fn is_byline(name: &str) -> bool {
    name.split_whitespace().take(2).any(|word| word.trim_end_matches(':').eq_ignore_ascii_case("by"))
}

/// `Photo: Dana Ortiz`, `Photo by Dana Ortiz`, `Image credit: Dana Ortiz`.
fn is_photo_credit(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let subject = first.trim_end_matches(':');
    let credits =
        first.ends_with(':') || ["by", "via", "credit", "credit:"].iter().any(|word| second.eq_ignore_ascii_case(word));
    let subjects = ["photo", "image", "picture", "video", "illustration", "photograph", "credit", "source"];
    credits && subjects.iter().any(|word| subject.eq_ignore_ascii_case(word))
}
