//! The author of a tweet, as its attribution names them.

use core::fmt;

use crate::handle::Handle;

/// The author of a tweet: display name and handle.
///
/// A name can be lost in flattening, or consist only of characters that were; a handle cannot.
///
/// ```
/// let text = "So glad! — Dana Ortiz (@dortiz) July 14, 2021";
/// let author = embedded_tweet::tweets(text).next().unwrap().author();
/// assert_eq!(author.name, Some("Dana Ortiz"));
/// assert_eq!(author.to_string(), "Dana Ortiz (@dortiz)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Author<'t> {
    /// The display name as it stands in the input: up to 50 characters, emoji, dashes, parentheses and `@` among them.
    pub name: Option<&'t str>,
    /// The account.
    pub handle: Handle,
}

impl fmt::Display for Author<'_> {
    /// Writes the author as embeds do: `Dana Ortiz (@dortiz)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name {
            Some(name) => write!(f, "{name} ({})", self.handle),
            None => write!(f, "({})", self.handle),
        }
    }
}
