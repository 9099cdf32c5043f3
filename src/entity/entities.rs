//! The iterator over entities.

use core::{
    fmt,
    iter::{FusedIterator, Peekable},
};

use memchr::{memchr, memchr3};

use super::{
    cashtag, hashtag, mention,
    types::{Entity, EntityKind},
};
use crate::{
    handle::Handle,
    link::{LinkKind, Links},
    text::steps,
};

/// The entities of a text, in its order and without overlap.
///
/// Mentions, lists, hashtags and cashtags follow the rules of [twitter-text](https://github.com/twitter/twitter-text),
/// X's own. Links are those of [`Links`]. A link ends a hashtag or mention that is glued to it, and a hashtag or
/// mention may begin at the end of a link with a code of known length, since flattening loses the space between them:
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
/// *O*(n) for all entities of a text of n bytes, without allocation.
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Entities<'t> {
    text: &'t str,
    /// The offset of `text` in its document.
    offset: usize,
    /// The end of the last entity, or of the last rejected sigil.
    at: usize,
    /// The end of the last mention, also of a rejected one; no mention starts before it.
    mention_end: usize,
    /// The same of hashtags.
    hashtag_end: usize,
    /// The end of the last link with a code of known length: a word begins there.
    code_end: Option<usize>,
    /// The next ASCII sigil, or the end of the text. Kept while full-width sigils before it are found.
    ascii_sigil: Option<usize>,
    links: Peekable<Links<'t>>,
    /// The beginning of the whole text, which tells to whom it replies.
    first: &'t str,
    /// The second part of a text in two parts, and its offset in the document.
    second: Option<(&'t str, usize)>,
}

impl<'t> Entities<'t> {
    /// The entities of `text`, which may be any text.
    ///
    /// ```
    /// # use embedded_tweet::Entities;
    /// assert_eq!(Entities::new("Thanks @kimlee!").next().unwrap().as_str(), "@kimlee");
    /// ```
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
            code_end: None,
            ascii_sigil: None,
            links: Links::at(text, offset).peekable(),
            first: text,
            second: None,
        }
    }

    /// These entities, and then those of `second`, which stands at this byte offset of the same document.
    pub(crate) fn and_at(self, second: Option<(&'t str, usize)>) -> Self {
        Self { second, ..self }
    }

    /// The account to which a tweet with this text replies: the mention at its beginning, by twitter-text's rules.
    ///
    /// It does not depend on how far the iterator has advanced.
    ///
    /// ```
    /// use embedded_tweet::Entities;
    ///
    /// assert_eq!(Entities::new("@NASA when?").reply_to().unwrap().as_str(), "NASA");
    /// assert_eq!(Entities::new("Thanks @NASA").reply_to(), None);
    /// ```
    #[must_use]
    pub fn reply_to(&self) -> Option<Handle> {
        mention::reply_to(self.first)
    }

    /// The offset of the next character before `limit` that may be a sigil.
    fn next_candidate(&mut self, limit: usize) -> Option<usize> {
        let ascii = match self.ascii_sigil {
            Some(at) if at >= self.at => at,
            _ => {
                let rest = self.text.as_bytes().get(self.at..)?;
                self.at + memchr3(b'@', b'#', b'$', rest).unwrap_or(rest.len())
            }
        };
        self.ascii_sigil = Some(ascii);
        // 0xef begins the full-width sigils, and other characters.
        let wide = memchr(0xef, self.text.as_bytes().get(self.at..ascii.min(limit))?);
        wide.map(|distance| self.at + distance).or((ascii < limit).then_some(ascii))
    }

    /// The entity whose sigil stands at `at` and which ends before `end`.
    fn entity_at(&mut self, at: usize, end: usize) -> Option<Entity<'t>> {
        steps::step(1);
        let before = self.text.get(..at)?;
        let rest = self.text.get(at..end)?;
        let is_glued = self.code_end == Some(at);
        let (kind, len) = match rest.chars().next()? {
            '@' | '＠' => self.mention_at(rest, at, is_glued)?,
            '#' | '＃' => (EntityKind::Hashtag, self.hashtag_at(rest, at, is_glued)?),
            '$' if cashtag::may_follow(before) => (EntityKind::Cashtag, cashtag::cashtag(rest).ok()?.1.len()),
            _ => return None,
        };
        Some(Entity::new(rest.get(..len)?, self.offset + at, kind))
    }

    fn mention_at(&mut self, rest: &'t str, at: usize, is_glued: bool) -> Option<(EntityKind, usize)> {
        let before = self.text.get(self.mention_end..at)?;
        if !is_glued && !mention::may_follow(before, self.mention_end == 0) {
            return None;
        }
        let (after, list) = mention::mention(rest).ok()?;
        let len = rest.len() - after.len();
        self.mention_end = at + len;
        let kind = if list.is_some() { EntityKind::List } else { EntityKind::Mention };
        mention::may_precede(after).then_some((kind, len))
    }

    fn hashtag_at(&mut self, rest: &'t str, at: usize, is_glued: bool) -> Option<usize> {
        let before = self.text.get(self.hashtag_end..at)?;
        if !is_glued && !hashtag::may_follow(before, self.hashtag_end == 0) {
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
        self.code_end = matches!(link.kind(), LinkKind::Media | LinkKind::Short).then_some(self.at);
        Some(link.into())
    }
}

impl<'t> Entities<'t> {
    /// The next entity of this part of the text.
    fn next_of_part(&mut self) -> Option<Entity<'t>> {
        let link_start = self.links.peek().map(|link| link.span().start - self.offset);
        let limit = link_start.unwrap_or(self.text.len());
        while let Some(sigil) = self.next_candidate(limit) {
            let entity = self.entity_at(sigil, limit);
            let len = match entity {
                Some(entity) => entity.as_str().len(),
                None => self.text.get(sigil..)?.chars().next()?.len_utf8(),
            };
            self.at = sigil + len;
            if entity.is_some() {
                return entity;
            }
        }
        self.at = self.at.max(limit);
        self.take_link()
    }
}

impl<'t> Iterator for Entities<'t> {
    type Item = Entity<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        let entity = self.next_of_part();
        if entity.is_some() {
            return entity;
        }
        let (text, offset) = self.second.take()?;
        *self = Self { first: self.first, ..Self::at(text, offset) };
        self.next_of_part()
    }
}

impl FusedIterator for Entities<'_> {}

impl fmt::Debug for Entities<'_> {
    /// Writes the byte at which the search goes on, and not the text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entities").field("at", &(self.offset + self.at)).finish_non_exhaustive()
    }
}
