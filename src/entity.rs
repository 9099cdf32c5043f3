//! The entities of a tweet's text: mentions, lists, hashtags, cashtags and links.

mod cashtag;
mod entities;
mod hashtag;
mod hashtag_chars;
mod mention;
mod types;

pub use entities::Entities;
pub(crate) use hashtag_chars::is_hashtag_char;
pub use types::{Entity, EntityKind};
