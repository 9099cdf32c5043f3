//! The escapes and tags of the format that a text was extracted from.

use alloc::borrow::Cow;

use crate::{
    markup::{
        element::{Apart, apart},
        remains::left_tag,
        string_escape::{any_escape, blank_escape, doubled_escape, is_escaped},
        tag::{Tag, TagKind},
    },
    text::{cow_builder::CowBuilder, steps, whitespace::is_whitespace},
};

/// `text` without the escapes of a string in JSON or Python, without tags, and with doubled quotes of a cell made
/// single: each only where `text` or `following`, the rest of the quotation, is evidence of the format.
pub(super) fn decode<'t>(text: &'t str, following: &str) -> Cow<'t, str> {
    let is_doubled = doubled_escape(following.trim_start_matches(is_whitespace)).is_ok();
    let (escapes, tags) = (is_doubled || shows_escapes(text, following), shows_tags(text, following));
    let doubled = has_doubled_quotes(text);
    if !escapes && !tags && !doubled {
        return Cow::Borrowed(text);
    }
    let mut builder = CowBuilder::new(text);
    let mut rest = text;
    while let Some((plain, special)) = rest.find(['\\', '<', '"']).and_then(|at| rest.split_at_checked(at)) {
        steps::step(plain.len() + 1);
        builder.push(plain);
        let escape = escapes.then(|| any_escape(special, is_doubled).ok()).flatten();
        let tag = tags.then(|| left_tag(special).ok()).flatten();
        rest = if let Some((after, c)) = escape {
            if let Some(c) = c {
                builder.push_char(c);
            }
            after
        } else if let Some((after, tag)) = tag {
            builder.push(shown(&tag));
            after
        } else {
            let len = if doubled && special.starts_with("\"\"") { 2 } else { 1 };
            let (sign, after) = special.split_at_checked(len).unwrap_or((special, ""));
            builder.push(sign.get(..1).unwrap_or_default());
            after
        };
    }
    builder.push(rest);
    builder.finish()
}

/// The text in place of a tag.
fn shown(tag: &Tag<'_>) -> &'static str {
    match apart(tag.name) {
        Apart::Break => "\n",
        Apart::Paragraph if tag.kind == TagKind::Start => "\n\n",
        Apart::Line if tag.kind == TagKind::Start => "\n",
        Apart::Space => " ",
        _ => "",
    }
}

/// Whether escapes are those of a string, as the rest of the quotation or the text itself shows.
fn shows_escapes(text: &str, following: &str) -> bool {
    let following = following.trim_start_matches(is_whitespace);
    let is_code = following.starts_with("\\u") || following.starts_with("\\x");
    let escapes_all_quotes = || {
        let quotes = memchr::memchr_iter(b'"', text.as_bytes());
        let mut escaped = quotes.map(|at| text.get(..at).is_some_and(|text| text.ends_with('\\'))).peekable();
        escaped.peek().is_some() && escaped.all(|escaped| escaped)
    };
    is_code || blank_escape(following).is_ok() || (text.contains('\\') && (is_escaped(text) || escapes_all_quotes()))
}

/// Whether tags are those of HTML: a tag follows the text, or a tag in the text is closed or has attributes.
fn shows_tags(text: &str, following: &str) -> bool {
    let is_markup = |at| {
        text.get(at..).and_then(|text| left_tag(text).ok()).is_some_and(|(_, tag)| {
            tag.kind == TagKind::End || tag.attributes.trim_end_matches('>').chars().any(|c| matches!(c, '=' | '/'))
        })
    };
    left_tag(following.trim_start_matches(is_whitespace)).is_ok()
        || memchr::memchr_iter(b'<', text.as_bytes()).any(is_markup)
}

/// Whether all quotes are doubled, as they are in a cell that stands in quotes.
fn has_doubled_quotes(text: &str) -> bool {
    text.contains("\"\"") && !text.split("\"\"").any(|part| part.contains('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_tags_are_read_where_something_shows_them() {
        for (text, following, decoded) in [
            (
                r"So glad!\n\nAnd so on",
                " — Dana",
                r"So glad!
 
And so on",
            ),
            (r"So glad!\nand so on", r"\n\n— Dana", "So glad!\nand so on"),
            (r"So glad!\r\nAnd so on", " — Dana", "So glad!\nAnd so on"),
            (r#"\"So glad\", she said"#, " — Dana", "\"So glad\", she said"),
            (r"So \u00e9l\u00e9gant", " — Dana", "So élégant"),
            (r"\xf0\x9f\x8c\x89 open", r" \xe2\x80\x94 Dana", "🌉 open"),
            (r"¯\_(ツ)_/¯ in C:\new", " — Dana", r"¯\_(ツ)_/¯ in C:\new"),
            ("So glad!<br>And so on", "</p>\n<p>— Dana", "So glad!\nAnd so on"),
            ("<div>So glad!</div><div>And so on</div>", "</blockquote> — Dana", "\nSo glad!\nAnd so on"),
            ("So glad!<br />And <b>so</b> on", " — Dana", "So glad!\nAnd so on"),
            ("<p>So glad!</p><p>And so on</p>", "</blockquote> — Dana", "\n\nSo glad!\n\nAnd so on"),
            ("See <a href=\"https://t.co/AbCdEf1234\">#bridges</a>!", " — Dana", "See #bridges!"),
            ("How do I use <b> and <br>?", " — Dana", "How do I use <b> and <br>?"),
            ("So tired <sigh> today", " — Dana", "So tired <sigh> today"),
            ("She said \"\"so glad\"\"", " — Dana", "She said \"so glad\""),
            ("She said \"so glad\"", " — Dana", "She said \"so glad\""),
        ] {
            assert_eq!(decode(text, following), decoded.replace("\n \n", "\n\n"), "{text:?}");
        }
        assert!(matches!(decode("So glad!", " — Dana"), Cow::Borrowed(_)));
    }
}
