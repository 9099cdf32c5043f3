//! The choice of the rules that apply to an attribution.

use super::{
    bylines::{is_below_prose, is_byline, is_mail_signature, is_retyped_byline, is_under_heading, lacks_text},
    code::{is_code_comment, is_comment, is_commented_out},
    credits::{begins_with_label, is_credit, is_labelled},
    lists::{is_hyphenated_item, is_list_item, is_list_of_people},
    pictures::{is_label, is_picture_credit},
    releases::{is_package_note, is_release, is_release_note, is_release_row},
    shows::{is_episode, is_event, is_sound},
    titles::{LONGEST_TITLE, short_line},
};
use crate::{
    attribution::{
        dash::DashKind,
        name_and_dash::{Delimiter, NameAndDash},
        text_end::TextEnd,
    },
    markup::heading::is_heading,
    text::{
        offset::last_bytes,
        whitespace::{ends_with_empty_line, trim_gap_end},
    },
};

/// The part of a possible attribution behind the name.
#[derive(Debug, Clone, Copy)]
pub(in crate::attribution) struct Behind<'t> {
    pub(in crate::attribution) handle: &'t str,
    /// The date as it is written.
    pub(in crate::attribution) date: &'t str,
    /// Whether a comma stands between handle and date.
    pub(in crate::attribution) has_comma: bool,
    /// The text behind the date.
    pub(in crate::attribution) rest: &'t str,
}

/// Whether the text `before` and the name and dash behind it are those of a lookalike.
pub(in crate::attribution) fn is_lookalike(found: &NameAndDash<'_>, before: &str, behind: Behind<'_>) -> bool {
    let name = found.name;
    let by_kind = match found.delimiter {
        Delimiter::Dash(DashKind::Hyphen) => is_hyphenated_item(found, name, before),
        Delimiter::Dash(DashKind::Hyphens) if is_mail_signature(found) => true,
        Delimiter::Dash(_) => false,
        _ if lacks_text(found) || is_list_item(name) || begins_with_label(name) => true,
        // Tweets end with a link or stand in a row; pages with a byline do not.
        _ if matches!(found.text_end, TextEnd::Link | TextEnd::Quotation) => false,
        Delimiter::LineBreak => is_under_heading(found, before) || is_byline(name),
        Delimiter::Spaces if ends_with_empty_line(before) => is_byline(name) || !is_below_prose(trim_gap_end(before)),
        Delimiter::Spaces | Delimiter::TextEnd => is_byline(name),
    };
    by_kind
        || is_picture_credit(name)
        || is_labelled(name)
        || is_credit(name)
        || is_title(found, before, behind.rest)
        || is_commented_out(behind.rest)
        || is_release_row(before, behind.rest)
        || is_sound(found, before)
        || is_package_note(found, before)
        || is_release_note(before, behind.date)
        || (behind.has_comma && (is_event(behind.rest) || is_retyped_byline(name, behind.handle)))
        || (found.starts_line && is_list_of_people(found, before, behind.rest))
        || is_comment(name, before, behind.handle)
}

/// Whether a name with date and time on the line below is that of an article's author: it stands below a title, and not
/// below a line of a paragraph behind another one.
pub(in crate::attribution) fn is_stamped_byline(found: &NameAndDash<'_>, before: &str) -> bool {
    let text = trim_gap_end(before);
    let follows_tweet = matches!(found.text_end, TextEnd::Link | TextEnd::Quotation);
    let is_below_title = !follows_tweet && (ends_with_empty_line(before) || !is_below_prose(text));
    is_below_title || is_lookalike_name(found)
}

/// Whether the words in the place of a name are those of a byline, of a list's item or of a credit, or no text precedes
/// them.
fn is_lookalike_name(found: &NameAndDash<'_>) -> bool {
    lacks_text(found) || is_list_item(found.name) || is_byline(found.name) || is_picture_credit(found.name)
}

/// The line up to the dash is the title of a release or a picture, and no text.
fn is_title(found: &NameAndDash<'_>, before: &str, rest: &str) -> bool {
    // A heading has a `#`; most texts end with a link, and few with a hashtag. Spares 140 of 12,500 instructions a tweet.
    if found.text_end == TextEnd::Link && !last_bytes(before, LONGEST_TITLE).contains('#') {
        return false;
    }
    short_line(before).is_some_and(|line| match found.text_end {
        // Neither a version nor a label ends with a link.
        TextEnd::Link => is_heading(line),
        _ => {
            is_release(line)
                || is_label(line)
                || is_episode(line)
                || (line.starts_with("//") && is_code_comment(before, rest))
        }
    })
}
