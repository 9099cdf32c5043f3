//! The serialised forms of the types that are not serialised as they are.

use alloc::borrow::Cow;
use core::{fmt::Display, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _, ser::SerializeStruct};

use crate::{
    alternatives::Alternative,
    entity::Entity,
    handle::Handle,
    html::Embed,
    link::Link,
    record::{LinkRecord, TweetRecord},
    status_id::StatusId,
    tweet::Tweet,
};

impl Serialize for Tweet<'_> {
    /// Serialises the tweet as its [`TweetRecord`].
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        TweetRecord::from(self).serialize(serializer)
    }
}

impl Serialize for Link<'_> {
    /// Serialises the link as its [`LinkRecord`].
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        LinkRecord::from(*self).serialize(serializer)
    }
}

impl Serialize for Alternative<'_> {
    /// Serialises the beginning as
    /// `{"start": 22, "text": "So glad!", "boundary": "sentence", "log_probability": -0.4}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut alternative = serializer.serialize_struct("Alternative", 4)?;
        alternative.serialize_field("start", &self.start())?;
        alternative.serialize_field("text", self.text())?;
        alternative.serialize_field("boundary", &self.boundary())?;
        alternative.serialize_field("log_probability", &self.log_probability())?;
        alternative.end()
    }
}

impl Serialize for Entity<'_> {
    /// Serialises the entity as `{"kind": "hashtag", "text": "#bridges", "span": {"start": 8, "end": 16}}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut entity = serializer.serialize_struct("Entity", 3)?;
        entity.serialize_field("kind", &self.kind())?;
        entity.serialize_field("text", self.as_str())?;
        entity.serialize_field("span", &self.span())?;
        entity.end()
    }
}

impl Serialize for Handle {
    /// Serialises the handle as a string without `@`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Handle {
    /// Reads the handle from a string, with or without `@`.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer)
    }
}

impl Serialize for StatusId {
    /// Serialises the id as a string of digits, for it does not fit into a double.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for StatusId {
    /// Reads the id from a string of digits.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer)
    }
}

/// A value from its string.
fn parsed<'de, D: Deserializer<'de>, T: FromStr<Err: Display>>(deserializer: D) -> Result<T, D::Error> {
    Cow::<'_, str>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
}

impl Serialize for Embed<'_> {
    /// Serialises the embed as
    /// `{"span": {"start": 29, "end": 312}, "status_id": "1415245567461347331", "handle": "dortiz", "tweet": {…}}`: the
    /// span counts bytes of the page, the tweet is that of the embed's [`quotation`](Embed::quotation) and counts in
    /// it, and what the embed does not tell is null.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let quotation = self.quotation();
        let mut embed = serializer.serialize_struct("Embed", 4)?;
        embed.serialize_field("span", &self.span())?;
        embed.serialize_field("status_id", &self.status_id())?;
        embed.serialize_field("handle", &self.handle())?;
        embed.serialize_field("tweet", &Tweet::parse(&quotation).ok())?;
        embed.end()
    }
}
