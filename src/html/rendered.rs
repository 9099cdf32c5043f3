//! Embeds that a script has rendered: X's own widget, and the static output of react-tweet.

use crate::markup::tag::{Tag, TagKind};

/// Whether `tag` begins a rendered tweet: its id stands within.
pub(super) fn is_rendered(tag: &Tag<'_>) -> bool {
    tag.kind == TagKind::Start && tag.classes().any(is_rendered_class)
}

fn is_rendered_class(class: &str) -> bool {
    class == "twitter-tweet-rendered" || class == "react-tweet" || class.starts_with("react-tweet-theme")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::tag::tag;

    #[test]
    fn a_rendered_tweet_is_told_by_its_class() {
        for (html, expected) in [
            ("<div class='twitter-tweet twitter-tweet-rendered'>", true),
            ("<div class='react-tweet-theme root_x'>", true),
            ("<div class=tweet-rendered>", false),
            ("</div class=twitter-tweet-rendered>", false),
        ] {
            assert_eq!(is_rendered(&tag(html).unwrap().1), expected, "{html}");
        }
    }
}
