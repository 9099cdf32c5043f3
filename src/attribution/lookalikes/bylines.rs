//! Bylines and signatures: the name of an article's author, below a title or behind words such as `By`.

use super::credits::begins_part;
use crate::{
    attribution::{
        name_and_dash::NameAndDash,
        text_end::{TextEnd, text_end},
    },
    text::{
        case::starts_with_ignore_case,
        offset::last_bytes,
        whitespace::{ends_with_empty_line, is_margin, is_whitespace, last_line, last_line_break, trim_gap_end},
    },
};

/// There is no text before the name, and so nothing to attribute.
pub(super) fn lacks_text(found: &NameAndDash<'_>) -> bool {
    found.text_end == TextEnd::Nothing
}

/// `By Dana Ortiz`, `Last edited by Dana Ortiz`, `Author: Dana Ortiz`, and the `by` of other languages.
pub(super) fn is_byline(name: &str) -> bool {
    let words = || name.split(is_whitespace).filter(|word| !word.is_empty());
    let by = words().take(4).any(|word| word.trim_end_matches(':').eq_ignore_ascii_case("by"));
    let foreign = words().next().is_some_and(|word| ["Por", "Par", "Von", "Door", "Av", "Af"].contains(&word));
    // A camera is part of many names; without a dash it credits a picture.
    by || foreign || name.starts_with(['📷', '📸', '©']) || words().take(2).any(|word| word.ends_with(':'))
}

/// `— By Dana Ortiz (@dortiz), July 14, 2021`: a comma, which no embed has, and a word that is no part of the name.
pub(super) fn is_retyped_byline(name: &str, handle: &str) -> bool {
    let first = name.split(is_whitespace).next().unwrap_or_default();
    let is_named_so = starts_with_ignore_case(handle, first);
    (is_byline(name) || begins_part(name)) && !is_named_so
}

/// Two hyphens on a line of their own, which introduce the signature of an e-mail (RFC 3676, section 4.3).
pub(super) fn is_mail_signature(found: &NameAndDash<'_>) -> bool {
    found.starts_line && found.is_broken
}

/// The line above the name is a heading: it does not end as a text does, or a blank line follows it and no paragraph of
/// prose stands above it.
pub(super) fn is_under_heading(found: &NameAndDash<'_>, before: &str) -> bool {
    match found.text_end {
        TextEnd::Word => true,
        TextEnd::Sentence => ends_with_empty_line(before) && !is_below_prose(trim_gap_end(before)),
        _ => false,
    }
}

/// The longest text whose beginning is looked for, in bytes: a tweet with its links.
const LONGEST_TEXT: usize = 640;

/// Whether the paragraph above the last one of `text` ends with a sentence, as a title does not.
pub(super) fn is_below_prose(text: &str) -> bool {
    let mut rest = last_bytes(text, LONGEST_TEXT);
    while let Some(at) = last_line_break(rest) {
        let line = last_line(rest);
        rest = rest.get(..at).unwrap_or_default();
        if line.trim_matches(is_margin).is_empty() {
            return text_end(trim_gap_end(rest)) == TextEnd::Sentence;
        }
    }
    false
}
