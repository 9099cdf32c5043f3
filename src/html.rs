//! Tweets in the HTML of a page: [`embeds`] finds them, [`segments`] splits the page into markup and embeds.
//!
//! The words of an embed are those of plain text: a text, its attribution, and a date in one of 79 languages.
//! [`Embed::quotation`] is that text, and [`Tweet::parse`](crate::Tweet::parse) reads it:
//!
//! ```
//! use embedded_tweet::{Tweet, html};
//!
//! let page = "<p>The chair was pleased.</p>\
//!     <blockquote class=\"twitter-tweet\"><p lang=\"en\">So glad to be here!</p>&mdash; Dana Ortiz (@dortiz) \
//!     <a href=\"https://twitter.com/dortiz/status/1415245567461347331\">July 14, 2021</a></blockquote>\
//!     <iframe src=\"https://platform.x.com/embed/Tweet.html?id=1415300000000000000\"></iframe>";
//!
//! let embeds: Vec<_> = html::embeds(page).collect();
//! let quotation = embeds[0].quotation();
//! let tweet = Tweet::parse(&quotation)?;
//! assert_eq!((tweet.text(), tweet.author().name), ("So glad to be here!", Some("Dana Ortiz")));
//! assert_eq!(tweet.date().unwrap().to_string(), "2021-07-14");
//! assert_eq!(embeds[1].status_id().unwrap().get(), 1_415_300_000_000_000_000);
//! # Ok::<(), embedded_tweet::ParseTweetError>(())
//! ```
//!
//! The `html` of an [oEmbed](https://oembed.com) answer is the smallest page:
//!
//! ```
//! # use embedded_tweet::{Tweet, html};
//! # let answer = "<blockquote class=\"twitter-tweet\"><p>So glad!</p>&mdash; Dana Ortiz (@dortiz) <a \
//! #     href=\"https://twitter.com/dortiz/status/1415245567461347331\">July 14, 2021</a></blockquote>";
//! let quotation = html::embeds(answer).next().map(|embed| embed.quotation()).unwrap_or_default();
//! assert_eq!(Tweet::parse(&quotation)?.text(), "So glad!");
//! # Ok::<(), embedded_tweet::ParseTweetError>(())
//! ```
//!
//! # Cut first, then flatten
//!
//! Programs that convert a page to text lose many of its tweets, and glue others to the prose. Cut the embeds out
//! first, and none is lost. Quotations without an embed's markup are found in the text afterwards:
//!
//! ```
//! # use embedded_tweet::{Segment, html, segments};
//! # let page = "<p>It rained.</p><blockquote class=twitter-tweet><a href=https://x.com/dortiz/status/1415></a></blockquote>";
//! # fn text_of(html: &str) -> String { html.replace("<p>", "").replace("</p>", "\n\n") }
//! let mut markup = String::new();
//! for segment in html::segments(page) {
//!     match segment {
//!         html::Segment::Markup(part) => markup.push_str(part),
//!         html::Segment::Embed(embed) => println!("{:?}: {}", embed.status_id(), embed.quotation()),
//!     }
//! }
//! let text = text_of(&markup); // by whatever makes text of HTML
//! let prose: String = segments(&text).filter(|part| part.tweet().is_none()).map(|part| part.as_str()).collect();
//! assert_eq!(prose, "It rained.\n\n");
//! ```
//!
//! # What is an embed
//!
//! - a `blockquote` with a class that begins with `twitter-tweet`, `twitter-video`, `twitter-quote` or `twitter-embed`;
//! - a `blockquote` without such a class, if its words are a tweet and it links to that tweet;
//! - any element with a tweet's id or address in a `data-` attribute (`twitter-widget`, `amp-twitter`, those of content
//!   management systems), except links, buttons and elements with a class such as `share`;
//! - a frame of X's widgets, or of a tweet's page;
//! - an embed that a script has rendered (X's widget, react-tweet), and Substack's tweets.
//!
//! Addresses are those of twitter.com and x.com with their `www.`, `m.` and `mobile.`, of mirrors and Nitter, and of
//! either in an archive. The *last* link to a tweet is the link to the tweet, for its text may cite another. The
//! outermost element is the embed. `template` and `noscript` are searched.
//!
//! Links in prose, share buttons, timelines, quotations that link to an account, and the content of comments, scripts,
//! styles and text fields are no embeds.
//!
//! # How
//!
//! By a scan over the tags, which follows the HTML standard's rules for tags, attributes, comments and raw text; no
//! tree is built. [`embeds`] and [`segments`] allocate nothing, and are linear, total and lossless like the rest of the
//! crate.

mod blockquote;
mod data_attribute;
mod element;
mod embed;
mod flat;
mod frame;
mod iter;
mod json;
mod linked_status;
mod raw_text;
mod rendered;
mod sink;
mod status_link;
mod substack;
mod tags;
mod value;
mod words;

pub use embed::Embed;
pub use iter::{Embeds, Segment, Segments};

/// The embeds of `page`, in order and without overlap.
///
/// ```
/// use embedded_tweet::html;
///
/// let page = "<div data-tweet-id=\"1415245567461347331\"></div>";
/// let ids: Vec<_> = html::embeds(page).filter_map(|embed| embed.status_id()).collect();
/// assert_eq!(ids[0].get(), 1_415_245_567_461_347_331);
/// ```
///
/// # Complexity
///
/// Linear in the length of `page`, in constant memory.
pub fn embeds(page: &str) -> Embeds<'_> {
    Embeds::new(page)
}

/// `page` as markup and embeds in turn, which add up to it byte for byte.
///
/// ```
/// use embedded_tweet::html;
///
/// let page = "<p>It rained.</p><div data-tweet-id=\"1415245567461347331\"></div><p>It snowed.</p>";
/// let without: String = html::segments(page).filter_map(|segment| segment.markup()).collect();
/// assert_eq!(without, "<p>It rained.</p><p>It snowed.</p>");
/// ```
///
/// # Complexity
///
/// That of [`embeds`].
pub fn segments(page: &str) -> Segments<'_> {
    Segments::new(page)
}
