//! Elements that name a tweet in a `data-` attribute: `data-tweet-id="…"`, `data-oembed-url="https://x.com/…"`.

use super::status_link::Status;
use crate::{
    markup::tag::{Attribute, Tag, TagKind, is_data},
    status_id::StatusId,
    text::case::starts_with_ignore_case,
};

/// Elements that show no tweet, whatever they name: links, buttons, forms, the page and its head.
const NO_EMBEDS: &str = "a button form input label select option script style link meta head body html";

/// Words in the classes of elements that lead to a tweet, or show more than one.
const NO_TWEETS: [&str; 5] = ["share", "sharing", "follow", "button", "timeline"];

/// The tweet that the attributes of `tag` name.
pub(super) fn status(tag: &Tag<'_>) -> Option<Status> {
    let is_of = |names: &str| names.split(' ').any(|name| name.eq_ignore_ascii_case(tag.name));
    if tag.kind != TagKind::Start || !tag.has_data || is_of(NO_EMBEDS) {
        return None;
    }
    let has_digit = |value: &str| value.bytes().any(|byte| byte.is_ascii_digit());
    let data = || tag.attributes().filter(|attribute| is_data(attribute.name) && has_digit(attribute.value));
    data().next()?;
    let certain = || data().find_map(|attribute| tweet_id(&attribute));
    let addressed = || data().find_map(|attribute| Status::at(attribute.value));
    let described = || speaks_of_tweets(tag).then(|| data().find_map(|attribute| other_id(&attribute))).flatten();
    let status = certain().or_else(addressed).or_else(described)?;
    let leads_away = |class: &str| NO_TWEETS.iter().any(|word| contains(class, word));
    (!tag.classes().any(leads_away)).then_some(status)
}

/// The beginnings of parts of an attribute's name that show that the id is not the tweet's.
const OTHERS: [&str; 12] = [
    "repl",
    "conversation",
    "quot",
    "retweet",
    "parent",
    "root",
    "user",
    "author",
    "account",
    "widget",
    "card",
    "profile",
];

/// The parts of the name of a `data-` attribute.
fn parts<'p>(attribute: &Attribute<'p>) -> impl Iterator<Item = &'p str> + Clone + use<'p> {
    attribute.name.split(['-', '_']).skip(1)
}

fn is_others(attribute: &Attribute<'_>) -> bool {
    parts(attribute).any(|part| OTHERS.iter().any(|other| starts_with_ignore_case(part, other)))
}

/// Smaller numbers are those of a page's own lists.
const LEAST_ID: u64 = 1_000_000;

/// `data-tweet-id`, `data-tweetid`, `data-embed-tweet-id`, `data-twitter-status-id`; or `data-tweet` with an id.
fn tweet_id(attribute: &Attribute<'_>) -> Option<Status> {
    const TWEETS: [&str; 5] = ["tweet", "tweetid", "status", "statusid", "twitter"];
    let last = parts(attribute).filter(|part| !part.eq_ignore_ascii_case("id")).last()?;
    let is_tweet = TWEETS.iter().any(|known| known.eq_ignore_ascii_case(last));
    let speaks = parts(attribute).any(|part| contains(part, "twitter") || contains(part, "tweet"));
    if !speaks || !is_tweet || is_others(attribute) {
        return None;
    }
    id(attribute).filter(|status| status.id.get() >= LEAST_ID)
}

/// `data-embed-id`, `data-id`, `data-item-id`: of a tweet, if it is as large as those of tweets.
fn other_id(attribute: &Attribute<'_>) -> Option<Status> {
    let last = parts(attribute).last()?;
    let is_id =
        last.len().checked_sub(2).and_then(|at| last.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case("id"));
    if !is_id || is_others(attribute) {
        return None;
    }
    id(attribute).filter(|status| status.id.created_at().is_some())
}

fn id(attribute: &Attribute<'_>) -> Option<Status> {
    let id: StatusId = attribute.value.trim().parse().ok()?;
    Some(Status { id, handle: None })
}

/// Whether the classes or the `data-` attributes show that the element is a tweet's.
fn speaks_of_tweets(tag: &Tag<'_>) -> bool {
    let speaks = |text: &str| contains(text, "tweet") || contains(text, "twitter");
    let is_type = |attribute: Attribute<'_>| {
        is_data(attribute.name) && ["tweet", "twitter"].iter().any(|kind| kind.eq_ignore_ascii_case(attribute.value))
    };
    tag.classes().any(speaks) || tag.attributes().any(is_type)
}

/// Whether `text` contains `word`, which is in lowercase.
fn contains(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::tag::tag;

    fn named(html: &str) -> Option<u64> {
        status(&tag(html).unwrap().1).map(|status| status.id.get())
    }

    #[test]
    fn a_tweet_is_named_by_its_id_or_address() {
        for html in [
            "<div data-tweet-id=1415245567461347331>",
            "<twitter-widget class=x data-tweet-id=' 1415245567461347331 '>",
            "<amp-twitter width=1 DATA-TWEETID=1415245567461347331>",
            "<div data-embed-tweet-id=1415245567461347331>",
            "<section data-twitter-status-id=1415245567461347331 data-id=1315245567461347331>",
            "<div class=embed-twitter data-embed-id=1415245567461347331 data-embed-type=tweet>",
            "<li data-item-type=tweet data-item-id=1415245567461347331>",
            "<div data-oembed-url='https://twitter.com/dortiz/status/1415245567461347331'>",
            "<div data-src='https&#58;//x.com/i/status/1415245567461347331?s=20&amp;t=a'>",
            "<figure data-canonical-url=//mobile.twitter.com/dortiz/statuses/1415245567461347331>",
        ] {
            assert_eq!(named(html), Some(1_415_245_567_461_347_331), "{html}");
        }
    }

    #[test]
    fn others_are_not() {
        for html in [
            "<div data-id=1415245567461347331>",
            "<div data-post-id=1415245567461347331 class=teaser>",
            "<div class=tweet data-id=1415>",
            "<div data-tweet-id=3>",
            "<div data-in-reply-to-tweet-id=1415245567461347331>",
            "<div data-replied-tweet-id=1415245567461347331>",
            "<div data-tweet-id=14152455674613473310000>",
            "<div class=twitter-timeline data-widget-id=1415245567461347331>",
            "<div class=tweet data-user-id=1415245567461347331>",
            "<div data-twitter-account-id=1415245567461347331>",
            "<a class=twitter-share-button data-url=https://x.com/dortiz/status/1415245567461347331>",
            "<div class='ShareBar' data-url=https://x.com/dortiz/status/1415245567461347331>",
            "<div data-text='see https://x.com/dortiz/status/1415245567461347331'>",
            "<div data-url=https://x.com/dortiz>",
            "<div data-url=https://example.com/dortiz/status/1415245567461347331>",
            "<body data-tweet-id=1415245567461347331>",
            "<div tweet-id=1415245567461347331>",
            "</div data-tweet-id=1415245567461347331>",
        ] {
            assert_eq!(named(html), None, "{html}");
        }
    }
}
