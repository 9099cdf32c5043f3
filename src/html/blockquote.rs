//! Block quotes: those with a class of X's script, and those whose words are a quotation.

use crate::{markup::tag::Tag, text::case::starts_with_ignore_case};

/// The beginnings of the classes by which X's script knows a tweet.
const CLASSES: [&str; 4] = ["twitter-tweet", "twitter-video", "twitter-quote", "twitter-embed"];

/// Whether `tag` begins a quotation that X's script makes a widget of.
pub(super) fn is_widget(tag: &Tag<'_>) -> bool {
    tag.is_start("blockquote") && tag.classes().any(is_widget_class)
}

/// [`is_widget`] as an [`Alien`](super::element::Alien): no quotation holds another one.
pub(super) fn another_widget(tag: &Tag<'_>, _: &str) -> bool {
    is_widget(tag)
}

fn is_widget_class(class: &str) -> bool {
    CLASSES.into_iter().any(|known| starts_with_ignore_case(class, known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::tag::tag;

    #[test]
    fn a_widget_is_told_by_the_beginning_of_a_class() {
        for html in [
            "<blockquote class=twitter-tweet>",
            "<BLOCKQUOTE CLASS='embed-container Twitter-Tweet'>",
            "<blockquote class='twitter-video' data-lang=en>",
            "<blockquote class=twitter-embed-component>",
            "<blockquote class=twitter-tweet-loading>",
        ] {
            assert!(is_widget(&tag(html).unwrap().1), "{html}");
        }
        for html in [
            "<blockquote>",
            "<blockquote class=twitter-timeline>",
            "<blockquote class=my-twitter-tweet>",
            "<blockquote data-class=twitter-tweet>",
            "<div class=twitter-tweet>",
            "</blockquote class=twitter-tweet>",
        ] {
            assert!(!is_widget(&tag(html).unwrap().1), "{html}");
        }
    }
}
