//! What the quotation tells of the tool that made it, beside its text.

use super::block::split_lines;

/// The evidence around a tweet's text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting<'s> {
    /// What stands after the text: the attribution, as far as it is looked at.
    pub(super) following: &'s str,
    /// Whether Markdown is shown: a link's markup, or an escape.
    pub(super) markdown: bool,
    /// Whether links are numbered: `(@dortiz) [4]July 14, 2021`.
    pub(super) numbered: bool,
    /// Whether nothing but a line break stands between handle and date, as where pieces of markup are lines of their own
    /// and the spaces at their ends are lost.
    pub(super) split_attribution: bool,
}

/// An attribution with two links is shorter.
const LONGEST_FOLLOWING: usize = 1000;

impl<'s> Setting<'s> {
    /// The setting of `text`, which `following` stands after.
    pub(super) fn new(text: &str, following: &'s str) -> Self {
        let (following, _) = following.split_at(crate::text::offset::char_floor(following, LONGEST_FOLLOWING));
        let shows_markdown = |part: &str| part.contains("](") || part.contains(r"\_");
        Self {
            following,
            markdown: text.contains("](http") || shows_markdown(following) || has_hard_breaks(text),
            numbered: has_number(following),
            split_attribution: is_split(following),
        }
    }
}

/// Whether a line of a quotation in Markdown ends in two spaces.
fn has_hard_breaks(text: &str) -> bool {
    text.contains("  \n>")
}

/// Whether a number in brackets stands right before a word.
fn has_number(following: &str) -> bool {
    following.match_indices('[').any(|(at, _)| {
        let rest = following.get(at + 1..).unwrap_or_default();
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        (1..=3).contains(&(rest.len() - digits.len()))
            && digits.strip_prefix(']').is_some_and(|after| after.starts_with(char::is_alphanumeric))
    })
}

/// Whether a line ends with the parenthesis of the handle, without the space that was there, and the next is the date.
fn is_split(following: &str) -> bool {
    let mut lines = split_lines(following.trim());
    lines.any(|line| line.ends_with(')') && line.contains("(@")) && lines.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_of_an_attribution() {
        for (following, markdown, numbered, split) in [
            (" — Dana Ortiz (@dortiz) July 14, 2021", false, false, false),
            (" — Dana Ortiz (@dortiz) [July 14, 2021](https://x.com/dortiz/status/1)", true, false, false),
            (r" — Dana Ortiz (@d\_ortiz) July 14, 2021", true, false, false),
            (" — Dana Ortiz (@dortiz) [4]July 14, 2021", false, true, false),
            ("\n— Dana Ortiz (@dortiz)\nJuly 14, 2021", false, false, true),
            ("\n— Dana Ortiz (@dortiz) \nJuly 14, 2021", false, false, false),
            ("\n— Dana Ortiz (@dortiz) July 14,\n2021", false, false, false),
        ] {
            let setting = Setting::new("So glad!", following);
            let read = (setting.markdown, setting.numbered, setting.split_attribution);
            assert_eq!(read, (markdown, numbered, split), "{following:?}");
        }
    }
}
