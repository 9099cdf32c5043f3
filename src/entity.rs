//! The entities of a tweet's text: what X makes links of.

mod cashtag;
mod hashtag;
mod hashtag_chars;
mod mention;

pub(crate) use hashtag_chars::is_hashtag_char;

use core::{
    iter::{FusedIterator, Peekable},
    ops::Range,
};

use memchr::{memchr, memchr3};

use crate::{
    handle::Handle,
    link::{Link, LinkKind, Links},
    text::{chars::is_sigil, steps},
};

/// What an [`Entity`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum EntityKind {
    /// An account: `@SMQureshiPTI`.
    Mention,
    /// A list of accounts, and the account that keeps it: `@nasa/astronauts`.
    List,
    /// A topic: `#SergeyLavrov`.
    Hashtag,
    /// The ticker symbol of a stock: `$TWTR`.
    Cashtag,
    /// A [`Link`].
    Link,
}

/// A mention, list, hashtag, cashtag or link in the text of a tweet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Entity<'t> {
    text: &'t str,
    start: usize,
    form: Form,
}

/// The kind of an entity, and of the link that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    Mention,
    List,
    Hashtag,
    Cashtag,
    Link(LinkKind),
}

impl<'t> Entity<'t> {
    /// What it is.
    pub fn kind(&self) -> EntityKind {
        match self.form {
            Form::Mention => EntityKind::Mention,
            Form::List => EntityKind::List,
            Form::Hashtag => EntityKind::Hashtag,
            Form::Cashtag => EntityKind::Cashtag,
            Form::Link(_) => EntityKind::Link,
        }
    }

    /// The entity as it stands in the text, with its sigil: `#SergeyLavrov`.
    pub fn as_str(&self) -> &'t str {
        self.text
    }

    /// The entity without its sigil, be it a full-width one: `SergeyLavrov`. Of a link, all of it.
    pub fn value(&self) -> &'t str {
        match self.form {
            Form::Link(_) => self.text,
            _ => self.text.strip_prefix(is_sigil).unwrap_or(self.text),
        }
    }

    /// Where it stands, in bytes.
    ///
    /// Spans count from the beginning of the text that was given to [`Entities::new`], or from that of the whole document
    /// for the entities of a tweet which was found in it.
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The account that a mention names, or that keeps a list.
    ///
    /// ```
    /// use embedded_tweet::Entities;
    ///
    /// let list = Entities::new("on @nasa/astronauts").next().unwrap();
    /// assert_eq!(list.handle().unwrap().as_str(), "nasa");
    /// ```
    pub fn handle(&self) -> Option<Handle> {
        match self.form {
            Form::Mention | Form::List => Handle::new(self.value().split('/').next()?).ok(),
            _ => None,
        }
    }

    /// The link that it is.
    pub fn link(&self) -> Option<Link<'t>> {
        match self.form {
            Form::Link(kind) => Some(Link::new(self.text, self.start, kind)),
            _ => None,
        }
    }
}

impl<'t> From<Link<'t>> for Entity<'t> {
    fn from(link: Link<'t>) -> Self {
        Self { text: link.as_str(), start: link.span().start, form: Form::Link(link.kind()) }
    }
}

/// The entities of a text, in its order and without overlap.
///
/// Mentions, lists, hashtags and cashtags are those of [twitter-text](https://github.com/twitter/twitter-text), X's own
/// rules. Links are what [`Links`] finds. A link ends the tag or mention that is glued to it, and one may begin where a
/// link with a code of known length ends, since flattening loses the space between them:
///
/// ```
/// use embedded_tweet::{Entities, EntityKind};
///
/// let mut entities = Entities::new("Thanks @NASA #Moonpic.twitter.com/AbCdEf1234");
/// let mention = entities.next().unwrap();
/// assert_eq!((mention.kind(), mention.value()), (EntityKind::Mention, "NASA"));
/// let hashtag = entities.next().unwrap();
/// assert_eq!((hashtag.as_str(), hashtag.span()), ("#Moon", 13..18));
/// assert_eq!(entities.next().unwrap().as_str(), "pic.twitter.com/AbCdEf1234");
/// assert!(entities.next().is_none());
/// ```
///
/// # Complexity
///
/// All of them together are found in *O*(n) for a text of n bytes, without allocation.
#[derive(Debug, Clone)]
pub struct Entities<'t> {
    text: &'t str,
    /// What is added to positions in `text` to make them spans.
    offset: usize,
    /// Everything before is done with.
    at: usize,
    /// The end of the last mention, or of what would be one but for what follows it; its characters precede no other.
    mention_end: usize,
    /// Likewise of hashtags.
    hashtag_end: usize,
    /// The end of the last link with a code of known length: where it ends, a word begins.
    seam: Option<usize>,
    sigils: Sigils,
    links: Peekable<Links<'t>>,
    /// The beginning of the whole text, which tells to whom it replies: `text`, but for a text in two parts.
    first: &'t str,
    /// The second part of a text in two parts, and its offset in the document.
    rest: Option<(&'t str, usize)>,
}

impl<'t> Entities<'t> {
    /// The entities of `text`, which may be any text.
    pub fn new(text: &'t str) -> Self {
        Self::at(text, 0)
    }

    /// The entities of `text`, which stands at byte `offset` of its document.
    pub(crate) fn at(text: &'t str, offset: usize) -> Self {
        Self {
            text,
            offset,
            at: 0,
            mention_end: 0,
            hashtag_end: 0,
            seam: None,
            sigils: Sigils::default(),
            links: Links::at(text, offset).peekable(),
            first: text,
            rest: None,
        }
    }

    /// These entities, and then those of `rest`, which stands at this byte offset of the same document.
    pub(crate) fn and_at(self, rest: Option<(&'t str, usize)>) -> Self {
        Self { rest, ..self }
    }

    /// The next entity of this part of the text.
    fn next_of_part(&mut self) -> Option<Entity<'t>> {
        loop {
            let link = self.links.peek().map(|link| link.span().start - self.offset);
            let limit = link.unwrap_or(self.text.len());
            match self.sigils.next(self.text, self.at) {
                Some(sigil) if sigil < limit => {
                    self.at = sigil + 1;
                    if let Some(entity) = self.entity_at(sigil, limit) {
                        self.at = sigil + entity.text.len();
                        return Some(entity);
                    }
                }
                _ => return self.take_link(),
            }
        }
    }

    /// The account to which a tweet with this text replies: the mention with which the text begins, by twitter-text's
    /// rules.
    ///
    /// The answer is about the whole text, however many entities were taken already.
    ///
    /// ```
    /// use embedded_tweet::Entities;
    ///
    /// assert_eq!(Entities::new("@NASA when?").reply_to().unwrap().as_str(), "NASA");
    /// assert_eq!(Entities::new("Thanks @NASA").reply_to(), None);
    /// ```
    pub fn reply_to(&self) -> Option<Handle> {
        mention::reply_to(self.first)
    }

    /// The entity whose sigil stands at `at`, if nothing from `end` on belongs to it. Notes where a mention or hashtag
    /// ends.
    fn entity_at(&mut self, at: usize, end: usize) -> Option<Entity<'t>> {
        steps::step(1);
        let before = self.text.get(..at)?;
        let rest = self.text.get(at..end)?;
        let at_seam = self.seam == Some(at);
        let (form, len) = match rest.chars().next()? {
            '@' | '＠' => self.mention_at(rest, at, at_seam)?,
            '#' | '＃' => (Form::Hashtag, self.hashtag_at(rest, at, at_seam)?),
            '$' if cashtag::may_follow(before) => (Form::Cashtag, cashtag::cashtag(rest).ok()?.1.len()),
            _ => return None,
        };
        Some(Entity { text: rest.get(..len)?, start: self.offset + at, form })
    }

    fn mention_at(&mut self, rest: &'t str, at: usize, at_seam: bool) -> Option<(Form, usize)> {
        let before = self.text.get(self.mention_end..at)?;
        if !at_seam && !mention::may_follow(before, self.mention_end == 0) {
            return None;
        }
        let (after, list) = mention::mention(rest).ok()?;
        let len = rest.len() - after.len();
        self.mention_end = at + len;
        mention::may_precede(after).then_some((if list.is_some() { Form::List } else { Form::Mention }, len))
    }

    fn hashtag_at(&mut self, rest: &'t str, at: usize, at_seam: bool) -> Option<usize> {
        let before = self.text.get(self.hashtag_end..at)?;
        if !at_seam && !hashtag::may_follow(before, self.hashtag_end == 0) {
            return None;
        }
        let (after, hashtag) = hashtag::hashtag(rest).ok()?;
        steps::step(hashtag.len());
        self.hashtag_end = at + hashtag.len();
        hashtag::may_precede(after).then_some(hashtag.len())
    }

    fn take_link(&mut self) -> Option<Entity<'t>> {
        let link = self.links.next()?;
        self.at = link.span().end - self.offset;
        self.seam = matches!(link.kind(), LinkKind::Media | LinkKind::Short).then_some(self.at);
        Some(link.into())
    }
}

impl<'t> Iterator for Entities<'t> {
    type Item = Entity<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        let entity = self.next_of_part();
        if entity.is_some() {
            return entity;
        }
        let (text, offset) = self.rest.take()?;
        *self = Self { first: self.first, ..Self::at(text, offset) };
        self.next_of_part()
    }
}

impl FusedIterator for Entities<'_> {}

/// The next sigils of a text. Each search goes on where the last one stopped, so that all together are linear.
#[derive(Debug, Clone, Default)]
struct Sigils {
    ascii: Cursor,
    wide: Cursor,
}

/// Where the next occurrence of something is, once it was looked for.
#[derive(Debug, Clone, Copy, Default)]
enum Cursor {
    #[default]
    Unknown,
    Found(usize),
    Exhausted,
}

impl Cursor {
    /// The first occurrence at or after `from`, which never decreases.
    fn next(&mut self, from: usize, find: impl FnOnce() -> Option<usize>) -> Option<usize> {
        let stale = match *self {
            Self::Unknown => true,
            Self::Found(at) => at < from,
            Self::Exhausted => false,
        };
        if stale {
            *self = find().map_or(Self::Exhausted, |at| Self::Found(from + at));
        }
        if let Self::Found(at) = *self { Some(at) } else { None }
    }
}

impl Sigils {
    /// The first sigil of `text` at or after `from`.
    fn next(&mut self, text: &str, from: usize) -> Option<usize> {
        let rest = text.as_bytes().get(from..).unwrap_or_default();
        let ascii = self.ascii.next(from, || memchr3(b'@', b'#', b'$', rest));
        let wide = self.wide.next(from, || find_wide(rest));
        match (ascii, wide) {
            (Some(ascii), Some(wide)) => Some(ascii.min(wide)),
            (ascii, wide) => ascii.or(wide),
        }
    }
}

/// The first full-width sigil.
fn find_wide(bytes: &[u8]) -> Option<usize> {
    let (hash, at) = ("＃".as_bytes(), "＠".as_bytes());
    let lead = *hash.first()?;
    let mut from = 0;
    loop {
        let rest = bytes.get(from..)?;
        let found = memchr(lead, rest)?;
        let candidate = rest.get(found..)?;
        if candidate.starts_with(hash) || candidate.starts_with(at) {
            return Some(from + found);
        }
        from += found + 1;
    }
}
