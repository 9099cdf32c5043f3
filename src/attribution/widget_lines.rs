//! Lines of a rendered page below a text that are no part of it: the retweeting account, pictures and their files.

use super::labels::RETWEETED;
use crate::{
    markup::link::reference_number,
    text::{
        steps,
        whitespace::{is_whitespace, last_line},
    },
};

/// The placeholders of text browsers for pictures and buttons.
const PLACEHOLDERS: [&str; 5] = ["(BUTTON)", "(IMAGE)", "[IMAGE]", "[INLINE]", "[IMG]"];

/// The endings of picture files.
const FILES: [&str; 6] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ":large"];

/// The longest line of a page that is looked at, in bytes.
const LONGEST_LINE: usize = 300;

/// `text` without its last line, if that is the page's.
pub(super) fn without_page_line(text: &str) -> Option<&str> {
    let line = last_line(text);
    steps::step(line.len().min(LONGEST_LINE));
    (line.len() < text.len() && is_page_line(line)).then(|| text.get(..text.len() - line.len()))?
}

/// Whether a line at the end of a text is the page's.
fn is_page_line(line: &str) -> bool {
    if line.len() > LONGEST_LINE {
        return false;
    }
    let line = line.trim_matches(is_whitespace);
    let is_retweet = RETWEETED.iter().any(|label| line.starts_with(label) || line.ends_with(label));
    let file = reference_number(line).map_or(line, |(rest, _)| rest);
    let is_file = !file.contains("//") && !file.contains(is_whitespace) && FILES.iter().any(|end| file.ends_with(end));
    line.is_empty() || is_retweet || is_file || PLACEHOLDERS.contains(&line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_page_are_no_text() {
        for (text, kept) in [
            ("So glad!\nRetweeted by Kim Lee", Some("So glad!\n")),
            ("So glad!\nKim Lee hat retweetet", Some("So glad!\n")),
            ("So glad!\n[12]Ab3-cD.jpg", Some("So glad!\n")),
            ("So glad!\n(IMAGE)", Some("So glad!\n")),
            ("So glad!\nSee https://example.com/a.jpg", None),
            ("So glad!\n* milk", None),
            ("So glad\nthat I retweeted it all", None),
            ("Retweeted by Kim Lee", None),
        ] {
            assert_eq!(without_page_line(text), kept, "{text:?}");
        }
    }
}
