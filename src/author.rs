//! The author of a tweet.

use core::fmt;

use crate::{handle::Handle, text::padding::padded};

/// The author of a tweet: display name and handle.
///
/// A name can be lost in flattening, or consist only of characters that were; a handle cannot.
///
/// ```
/// let text = "So glad! — Dana Ortiz (@dortiz) July 14, 2021";
/// let author = embedded_tweet::tweets(text).next().unwrap().author();
/// assert_eq!(author.name, Some("Dana Ortiz"));
/// assert_eq!(author.handle, "dortiz");
/// assert_eq!(format!("{author:>22}"), "  Dana Ortiz (@dortiz)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Author<'t> {
    /// The display name as it stands in the input: up to 50 characters, emoji, dashes, parentheses and `@` among them.
    /// [`Tweet::clean_name`](crate::Tweet::clean_name) is without what a converter put into it.
    pub name: Option<&'t str>,
    /// The account.
    pub handle: Handle,
}

impl fmt::Display for Author<'_> {
    /// Writes the author as embeds do: `Dana Ortiz (@dortiz)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |out| match self.name {
            Some(name) => write!(out, "{name} ({})", self.handle),
            None => write!(out, "({})", self.handle),
        })
    }
}
