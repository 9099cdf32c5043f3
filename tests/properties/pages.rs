//! What holds for every page in HTML.

use proptest::{collection::vec, prelude::*, sample::select};

use crate::promises;

/// Pieces of which embeds are made, and what hides or breaks them.
const PIECES: &[&str] = &[
    "<blockquote class=twitter-tweet>",
    "<blockquote>",
    "</blockquote>",
    "<div data-tweet-id=1415245567461347331>",
    "<div data-url='https://x.com/dortiz/status/1415'>",
    "<div class=react-tweet-theme>",
    "</div>",
    "<amp-twitter data-tweetid=1415245567461347331>",
    "</amp-twitter>",
    "<iframe src='//platform.x.com/embed/Tweet.html?id=1415'>",
    "<iframe srcdoc=\"&lt;blockquote class=twitter-tweet&gt;So — Dana (@dortiz) &lt;a href=//x.com/a/status/1&gt;July 14, 2021\">",
    "</iframe>",
    "<div data-attrs='{&quot;url&quot;:&quot;https://x.com/a/status/1&quot;,&quot;username&quot;:&quot;a&quot;,\"full_text\":\"",
    "&quot;}'>",
    "<a href=https://twitter.com/dortiz/status/1415245567461347331>",
    "<a href=\"https://nitter.net/dortiz/status/1415#m\">",
    "</a>",
    "<time datetime=2021-07-14T07:32>",
    "<p>",
    "</p>",
    "<br>",
    "<b>",
    "<img alt=🌉>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<textarea>",
    "</textarea>",
    "July 14, 2021",
    "7:32 AM · Jul 14, 2021",
    "— Dana Ortiz (@dortiz) ",
    "&mdash; ",
    "&amp;",
    "So glad!",
    "@dortiz",
    "(",
    ")",
    "[",
    "](",
    "\n",
    " ",
    "<",
    ">",
    "\"",
    "'",
    "=",
    "\\",
    "\u{a0}",
    "\u{200f}",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn promises_hold_on_pages(pieces in vec(prop_oneof![9 => select(PIECES).prop_map(str::to_owned), 1 => any::<String>()], 0..30)) {
        promises::check_html(&pieces.concat());
    }
}
