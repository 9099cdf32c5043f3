//! An entity and its kind.

use core::ops::Range;

use crate::{
    handle::Handle,
    link::{Link, LinkKind},
    text::chars::is_sigil,
};

/// The kind of an [`Entity`].
///
/// ```
/// # use embedded_tweet::{Entities, EntityKind};
/// let text = "@kimlee @nasa/astronauts #bridges $TWTR t.co/AbCdEf1234";
/// let kinds: Vec<_> = Entities::new(text).map(|entity| entity.kind()).collect();
/// assert_eq!(
///     kinds,
///     [EntityKind::Mention, EntityKind::List, EntityKind::Hashtag, EntityKind::Cashtag, EntityKind::Link]
/// );
/// ```
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
///
/// ```
/// # use embedded_tweet::Entities;
/// let entity = Entities::new("So glad! #bridges").next().unwrap();
/// assert_eq!((entity.as_str(), entity.value(), entity.span()), ("#bridges", "bridges", 9..17));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Entity<'t> {
    text: &'t str,
    start: usize,
    kind: EntityKind,
    /// The kind of the link that it is.
    link: Option<LinkKind>,
}

impl<'t> Entity<'t> {
    /// The entity `text` that is no link, at byte `start` of its document.
    pub(super) fn new(text: &'t str, start: usize, kind: EntityKind) -> Self {
        Self { text, start, kind, link: None }
    }

    /// The kind of the entity.
    ///
    /// ```
    /// # use embedded_tweet::{Entities, EntityKind};
    /// assert_eq!(Entities::new("#bridges").next().unwrap().kind(), EntityKind::Hashtag);
    /// ```
    #[must_use]
    pub fn kind(&self) -> EntityKind {
        self.kind
    }

    /// The entity as it stands in the text, with its sigil: `#SergeyLavrov`.
    ///
    /// ```
    /// # use embedded_tweet::Entities;
    /// assert_eq!(Entities::new("So glad! #bridges").next().unwrap().as_str(), "#bridges");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        self.text
    }

    /// The entity without its sigil, ASCII or full-width: `SergeyLavrov`. A link has none.
    ///
    /// ```
    /// # use embedded_tweet::Entities;
    /// assert_eq!(Entities::new("So glad! ＃bridges").next().unwrap().value(), "bridges");
    /// ```
    pub fn value(&self) -> &'t str {
        // No link begins with one.
        self.text.strip_prefix(is_sigil).unwrap_or(self.text)
    }

    /// Its span in bytes.
    ///
    /// Spans are relative to the text given to [`Entities::new`](crate::Entities::new), or to the whole document for
    /// the entities of a tweet found in it.
    ///
    /// ```
    /// # use embedded_tweet::Entities;
    /// assert_eq!(Entities::new("So glad! #bridges").next().unwrap().span(), 9..17);
    /// ```
    #[must_use]
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
    #[must_use]
    pub fn handle(&self) -> Option<Handle> {
        let names_account = matches!(self.kind, EntityKind::Mention | EntityKind::List);
        if names_account { Handle::new(self.value().split('/').next()?).ok() } else { None }
    }

    /// The link that it is.
    ///
    /// ```
    /// # use embedded_tweet::{Entities, LinkKind};
    /// let entity = Entities::new("see t.co/AbCdEf1234").next().unwrap();
    /// assert_eq!(entity.link().unwrap().kind(), LinkKind::Short);
    /// ```
    #[must_use]
    pub fn link(&self) -> Option<Link<'t>> {
        Some(Link::new(self.text, self.start, self.link?))
    }
}

impl<'t> From<Link<'t>> for Entity<'t> {
    fn from(link: Link<'t>) -> Self {
        Self { text: link.as_str(), start: link.span().start, kind: EntityKind::Link, link: Some(link.kind()) }
    }
}
