//! Finds the beginning of a text: by the layout where that makes it all but certain, else by the scores of all
//! candidates.

use super::{
    layout, score,
    types::{Beginning, PreviousTweet, Site},
};

/// Finds the beginning of the text that ends at `site.text_end`, and replaces `previous` by the state for the next
/// tweet of the same document.
///
/// # Complexity
///
/// Looks at most at 4 KiB before `site.text_end`, and at no more than a fixed number of tokens and candidates in them.
pub(crate) fn beginning(site: &Site<'_>, previous: &mut Option<PreviousTweet>) -> Beginning {
    let (beginning, this) = match layout::answer(site, *previous) {
        Some((beginning, this)) => (beginning, Some(this)),
        None => score::beginning(site, *previous),
    };
    *previous = this;
    beginning
}
