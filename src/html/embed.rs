//! An embed of a page, and its quotation.

use alloc::string::String;
use core::{fmt, fmt::Write, hash, ops::Range};

use super::{
    blockquote, data_attribute,
    element::{Alien, Element, nests, same_name},
    flat, frame, rendered,
    sink::{Fixed, Sink},
    status_link::{Status, StatusLink},
    substack,
    tags::Tags,
    value::decode,
    words::Words,
};
use crate::{
    error::ParseTweetErrorKind, handle::Handle, markup::tag::Tag, status_id::StatusId, text::whitespace::is_whitespace,
    tweet::Tweet,
};

/// An element of a page that embeds a tweet.
///
/// A small `Copy` value, with the id of its tweet where the page has it. The quotation is written only
/// [on demand](Embed::quotation).
///
/// ```
/// # use embedded_tweet::html;
/// let page = "<p>It rained.</p><div data-tweet-id=\"1415245567461347331\"></div>";
/// let embed = html::embeds(page).next().unwrap();
/// assert_eq!(embed.span(), 17..page.len());
/// assert_eq!(embed.status_id().unwrap().to_string(), "1415245567461347331");
/// assert_eq!(embed.quotation(), "");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Embed<'p> {
    page: &'p str,
    start: usize,
    end: usize,
    status: Option<Status>,
    place: WordsPlace<'p>,
}

/// Where the words of an embed are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WordsPlace<'p> {
    /// In the page, from one byte to another, with the link on the date.
    Page(usize, usize, Option<StatusLink<'p>>),
    /// In Substack's JSON.
    Json(&'p str),
    /// In a frame's HTML.
    Frame(&'p str),
}

/// The evidence that an element is an embed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// It names a tweet, itself or within.
    Named,
    /// It names a tweet or has words.
    Spoken,
    /// Its words are a tweet, and it links to the tweet.
    Parsed,
}

/// The evidence that a start tag gives of an embed.
struct Evidence<'p> {
    /// The tweet that the tag names.
    named: Option<Status>,
    /// The words that an attribute holds.
    held: Option<WordsPlace<'p>>,
    proof: Proof,
    /// A start tag that shows that the end tag was lost.
    alien: Alien,
    /// Whether the end tag is looked for in the whole page.
    is_bounded: bool,
}

impl<'p> Evidence<'p> {
    fn of(opening: &Tag<'p>) -> Option<Self> {
        let json = substack::attributes(opening);
        let frame = frame::srcdoc(opening);
        let named = json
            .map(|(_, status)| status)
            .or_else(|| data_attribute::status(opening))
            .or_else(|| frame::status(opening))
            .or(frame.map(|(_, status)| status));
        let is_own = |tag: &Tag<'_>| ["amp-twitter", "twitter-widget"].iter().any(|name| tag.is_start(name));
        let (proof, alien, is_bounded): (_, Alien, _) = match named {
            _ if blockquote::is_widget(opening) => (Proof::Spoken, blockquote::another_widget, true),
            Some(_) if is_own(opening) => (Proof::Named, same_name, true),
            Some(_) => (Proof::Named, nests, false),
            None if opening.is_start("blockquote") => (Proof::Parsed, same_name, true),
            None if rendered::is_rendered(opening) => (Proof::Named, nests, false),
            None => return None,
        };
        let held = json.map(|(json, _)| WordsPlace::Json(json));
        let held = held.or(frame.map(|(html, _)| WordsPlace::Frame(html)));
        Some(Self { named, held, proof, alien, is_bounded })
    }

    /// The tweet of `element`: the one that the tag names, with the handle of the link to it; or a tweet named inside.
    fn status(&self, element: &Element<'p>) -> Option<Status> {
        let link = element.link;
        let named = self.named.map(|named| match link {
            Some(link) if link.status.id == named.id => Status { handle: named.handle.or(link.status.handle), ..named },
            _ => named,
        });
        named.or(link.map(|link| link.status)).or(element.inner)
    }
}

/// The longest quotation that is read in an element without other evidence of a tweet.
const LONGEST_QUOTATION: usize = 4096;

impl<'p> Embed<'p> {
    /// The embed that begins with `opening`, at `start`, if any. `tags` go on behind `opening`. Bytes that were
    /// searched in vain are subtracted from `spare`.
    pub(super) fn at(
        page: &'p str,
        start: usize,
        opening: &Tag<'p>,
        tags: Tags<'p>,
        spare: &mut usize,
    ) -> Option<Self> {
        let evidence = Evidence::of(opening)?;
        let most = if evidence.is_bounded { usize::MAX } else { *spare };
        let mut element = Element::read(page, opening, tags, evidence.alien, most);
        // An element around the embeds of several tweets: each is one of its own, and what is around them that of no
        // other.
        if evidence.named.is_some_and(|named| element.holds_embed_of_other(named.id)) {
            if element.first.is_some_and(|first| evidence.named.is_some_and(|named| named.id == first.status.id)) {
                *spare = spare.saturating_sub(element.looked);
                return None;
            }
            element.forget_content();
        }
        let embed = Self {
            page,
            start,
            end: element.end,
            status: evidence.status(&element),
            place: evidence.held.unwrap_or(WordsPlace::Page(element.words_start, element.inner_end, element.link)),
        };
        let is_closed = element.inner_end < element.end || element.looked == 0;
        let is_embed = match evidence.proof {
            Proof::Named => embed.status.is_some(),
            Proof::Spoken => embed.status.is_some() || embed.says_something(),
            Proof::Parsed => element.link.is_some() && embed.says_a_tweet(),
        };
        if !(evidence.is_bounded || is_closed && is_embed) {
            *spare = spare.saturating_sub(element.looked);
        }
        is_embed.then_some(embed)
    }

    /// The bytes of the element in the page, from the `<` of its start tag to the `>` of its end tag.
    ///
    /// An element that nothing closes ends behind the link on its date, or with its start tag.
    ///
    /// ```
    /// # use embedded_tweet::html;
    /// let page = "<p>It rained.</p><div data-tweet-id=\"1415245567461347331\"></div>";
    /// let embed = html::embeds(page).next().unwrap();
    /// assert_eq!(embed.span(), 17..page.len());
    /// ```
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The element as it stands in the page.
    ///
    /// ```
    /// # use embedded_tweet::html;
    /// let page = "<p>It rained.</p><div data-tweet-id=\"1415245567461347331\"></div>";
    /// let embed = html::embeds(page).next().unwrap();
    /// assert!(embed.as_str().starts_with("<div "));
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'p str {
        self.page.get(self.span()).unwrap_or_default()
    }

    /// The status id of the tweet, where an attribute of the element or the link on the date has it.
    ///
    /// ```
    /// # use embedded_tweet::html;
    /// let page = "<p>It rained.</p><div data-tweet-id=\"1415245567461347331\"></div>";
    /// let embed = html::embeds(page).next().unwrap();
    /// assert_eq!(embed.status_id().unwrap().get(), 1_415_245_567_461_347_331);
    /// ```
    #[must_use]
    pub fn status_id(&self) -> Option<StatusId> {
        Some(self.status?.id)
    }

    /// The handle of the account, where an address has it.
    ///
    /// The handle in the element's words may be another one: accounts are renamed, and pages forged.
    ///
    /// ```
    /// # use embedded_tweet::html;
    /// let page = "<blockquote class=twitter-tweet><a href=https://x.com/dortiz/status/20>July 14, 2021</a></blockquote>";
    /// let embed = html::embeds(page).next().unwrap();
    /// assert_eq!(embed.handle().unwrap(), "dortiz");
    /// ```
    #[must_use]
    pub fn handle(&self) -> Option<Handle> {
        self.status?.handle
    }

    /// The words of the element as plain text: the tweet's text, a blank line, `— NAME (@HANDLE) [DATE](URL)`, which
    /// [`Tweet::parse`] reads. Empty for an element without words, such as a frame or widget that a script fills.
    ///
    /// Whitespace is folded, `br` is a line break, character references are read, and images that stand for an emoji
    /// are that emoji. Scripts and styles are nobody's words, and neither is what stands behind the date's link.
    ///
    /// ```
    /// use embedded_tweet::{Tweet, html};
    ///
    /// let page = "<blockquote class=\"twitter-tweet\"><p>So glad!<br>R&amp;D</p>&mdash; Dana Ortiz (@dortiz) \
    ///     <a href=\"https://twitter.com/dortiz/status/1415245567461347331?ref_src=x\">July 14, 2021</a></blockquote>";
    /// let quotation = html::embeds(page).next().unwrap().quotation();
    /// assert_eq!(
    ///     quotation,
    ///     "So glad!\nR&D\n\n\
    ///      — Dana Ortiz (@dortiz) [July 14, 2021](https://twitter.com/dortiz/status/1415245567461347331?ref_src=x)"
    /// );
    /// assert_eq!(Tweet::parse(&quotation)?.text(), "So glad!\nR&D");
    /// # Ok::<(), embedded_tweet::ParseTweetError>(())
    /// ```
    ///
    /// # Complexity
    ///
    /// Linear in the length of the element. This is the one place where something is allocated: the string.
    #[must_use]
    pub fn quotation(&self) -> String {
        match self.place {
            WordsPlace::Json(json) => substack::quotation(json).unwrap_or_default(),
            WordsPlace::Frame(held) => {
                let mut html = String::with_capacity(held.len());
                decode(held, &mut html);
                let embed = super::embeds(&html).find(|embed| embed.status_id() == self.status_id());
                embed.map(|embed| embed.said()).unwrap_or_default()
            }
            WordsPlace::Page(..) => self.said(),
        }
    }

    /// The words in the page itself.
    fn said(&self) -> String {
        let mut out = String::new();
        if let Some(dated_len) = self.write(&mut out) {
            out.truncate(quotation_len(&out, dated_len));
        }
        match Tweet::read(&out) {
            Ok(tweet) if tweet.author().name.is_some() && tweet.text_span().end <= tweet.handle_span().start => out,
            Ok(_) => self.rearranged().unwrap_or(out),
            Err(_) => self.rearranged().or_else(|| dashed(&out)).unwrap_or(out),
        }
    }

    /// The words of a rendered tweet, whose author stands before the text, in the order of a quotation.
    fn rearranged(&self) -> Option<String> {
        let WordsPlace::Page(start, _, Some(link)) = &self.place else { return None };
        let mut plain = String::new();
        let tags = Tags::new(self.page, *start).until(link.text_end);
        flat::write(self.page, tags, flat::is_escaped(self.page, self.start), None, &mut plain);
        let tweet = Tweet::read(&plain).ok()?;
        let mut out = String::from(tweet.text());
        let gap = if out.is_empty() { "" } else { "\n\n" };
        let mut words = Words::new(&mut out);
        // Words are written without fail.
        let _ = write!(words, "{gap}— {} [{}](", tweet.author(), tweet.date()?);
        flat::write_address(link, &mut words);
        let _ = write!(words, ")");
        Some(out)
    }

    /// Writes the words in the page; returns their length up to the link on the date.
    fn write(&self, out: &mut impl Sink) -> Option<usize> {
        let WordsPlace::Page(start, end, link) = &self.place else { return None };
        let tags = Tags::new(self.page, *start).until(*end);
        flat::write(self.page, tags, flat::is_escaped(self.page, self.start), link.as_ref(), out)
    }

    /// Whether there are words in the element.
    fn says_something(&self) -> bool {
        let mut said = Fixed::<LONGEST_QUOTATION>::new();
        self.write(&mut said);
        said.whole().is_none_or(|said| said.contains(|c| !is_whitespace(c)))
    }

    /// Whether the words of the element are a tweet.
    fn says_a_tweet(&self) -> bool {
        let mut said = Fixed::<LONGEST_QUOTATION>::new();
        let dated_len = self.write(&mut said);
        let Some(said) = said.whole() else { return false };
        let len = dated_len.map_or(said.len(), |len| quotation_len(said, len));
        said.get(..len).is_some_and(|said| Tweet::read(said).is_ok())
    }
}

/// Whether `tag` may begin an embed: by its name, or by its attributes.
pub(super) fn may_begin(tag: &Tag<'_>) -> bool {
    tag.is_start("blockquote") || tag.is_start("iframe") || may_name(tag)
}

/// Whether the attributes of `tag` may name a tweet: two letters of `tweet` and `twitter`, of `status`, or of `embed/`,
/// by which nearly all tags are passed over.
fn may_name(tag: &Tag<'_>) -> bool {
    #[expect(clippy::needless_bitwise_bool, reason = "without branches, many bytes are looked at at once")]
    let is_pair = |first: u8, second: u8| {
        (first == b't') & ((second == b'w') | (second == b'u')) | (first == b'd') & (second == b'/')
    };
    let bytes = tag.attributes.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    (tag.has_data || tag.has_class)
        && pairs.fold(false, |found, (first, second)| found | is_pair(first | 0x20, second | 0x20))
}

/// `said` with a dash before its last line, if it is a tweet then: some pages put only a line break before the author.
fn dashed(said: &str) -> Option<String> {
    let (text, attribution) = said.rsplit_once('\n')?;
    let dashed = alloc::format!("{text}\n— {attribution}");
    Tweet::read(&dashed).is_ok().then_some(dashed)
}

/// How many bytes of `said` are the quotation, if the first `dated_len` bytes end with the link to the tweet. The rest
/// behind the link is not part of it, nor is the link itself if the date stands before the link.
fn quotation_len(said: &str, dated_len: usize) -> usize {
    let Some(dated) = said.get(..dated_len).filter(|_| goes_on(said).is_some()) else { return said.len() };
    let is_link = |at: &usize| dated.get(*at..).is_some_and(|rest| rest.rfind('[') == Some(0));
    let undated = goes_on(dated).filter(is_link).and_then(|at| dated.get(..at));
    undated.map_or(dated_len, |undated| undated.trim_end().len())
}

/// Offset of the trailing text, if that alone keeps `said` from being a tweet.
fn goes_on(said: &str) -> Option<usize> {
    let error = Tweet::read(said).err()?;
    (error.kind() == ParseTweetErrorKind::TrailingText).then(|| error.offset())
}

impl hash::Hash for Embed<'_> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.span().hash(state);
        self.as_str().hash(state);
    }
}

impl fmt::Debug for Embed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Embed")
            .field("span", &self.span())
            .field("status_id", &self.status_id())
            .field("handle", &self.handle())
            .finish_non_exhaustive()
    }
}
