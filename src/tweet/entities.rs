//! The links, mentions, hashtags and cashtags in a tweet's text.

use crate::{
    entity::{Entities, Entity, EntityKind},
    handle::Handle,
    link::Links,
};

use super::fields::Tweet;

impl<'t> Tweet<'t> {
    /// The links in the text, in order.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("So glad! t.co/AbCdEf1234 — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
    /// let urls: Vec<_> = tweet.links().filter_map(|link| link.to_url().ok()).collect();
    /// assert_eq!(urls[0].as_str(), "https://t.co/AbCdEf1234");
    /// ```
    ///
    /// # Complexity
    ///
    /// Linear in the length of the text; nothing is searched before it is asked for.
    pub fn links(&self) -> Links<'t> {
        Links::at(self.text(), self.text_span().start).and_at(self.second_part())
    }

    /// The links, mentions, hashtags and cashtags in the text, in order.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("Thanks @kimlee! #bridges — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
    /// let entities: Vec<_> = tweet.entities().map(|entity| entity.as_str()).collect();
    /// assert_eq!(entities, ["@kimlee", "#bridges"]);
    /// ```
    ///
    /// # Complexity
    ///
    /// That of [`Tweet::links`].
    pub fn entities(&self) -> Entities<'t> {
        Entities::at(self.text(), self.text_span().start).and_at(self.second_part())
    }

    /// The continuation, and where it begins in the document.
    fn second_part(&self) -> Option<(&'t str, usize)> {
        Some((self.continuation()?, self.continuation_span()?.start))
    }

    /// The account that the tweet replies to: the one that its text begins with, by twitter-text's rules.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("@kimlee So glad! — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
    /// assert_eq!(tweet.reply_to().unwrap(), "kimlee");
    /// ```
    #[must_use]
    pub fn reply_to(&self) -> Option<Handle> {
        self.entities().reply_to()
    }

    /// The handles that the text mentions, without `@`.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("Thanks @kimlee! — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
    /// assert_eq!(tweet.mentions().collect::<Vec<_>>(), ["kimlee"]);
    /// ```
    pub fn mentions(&self) -> impl Iterator<Item = &'t str> + Clone + use<'t> {
        values(self.entities(), EntityKind::Mention)
    }

    /// The hashtags of the text, without `#`.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("So glad! #bridges — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
    /// assert_eq!(tweet.hashtags().collect::<Vec<_>>(), ["bridges"]);
    /// ```
    pub fn hashtags(&self) -> impl Iterator<Item = &'t str> + Clone + use<'t> {
        values(self.entities(), EntityKind::Hashtag)
    }

    /// The cashtags of the text, without `$`.
    ///
    /// ```
    /// # use embedded_tweet::tweets;
    /// let tweet = tweets("Sold my $TWTR — Dana Ortiz (@dortiz) July 14, 2021").next().unwrap();
    /// assert_eq!(tweet.cashtags().collect::<Vec<_>>(), ["TWTR"]);
    /// ```
    pub fn cashtags(&self) -> impl Iterator<Item = &'t str> + Clone + use<'t> {
        values(self.entities(), EntityKind::Cashtag)
    }
}

fn values<'t>(entities: Entities<'t>, kind: EntityKind) -> impl Iterator<Item = &'t str> + Clone + use<'t> {
    entities.filter(move |entity| entity.kind() == kind).map(|entity: Entity<'t>| entity.value())
}
