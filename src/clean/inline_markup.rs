//! Inline markup: links, images, escapes, and the destinations and numbers that tools print beside links.

use alloc::borrow::Cow;

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n},
    character::complete::{char, multispace1},
    combinator::{map, peek, value, verify},
    sequence::terminated,
};

use super::{
    entity_edge::{EdgeEntity, entity_at_end, entity_start, is_entity},
    escape::UnescapedPunctuation,
    evidence::Evidence,
};
use crate::{
    link::{CODE_HOSTS, CODE_LEN, ends_with_code_host},
    markup::{
        escape::escaped,
        link::{
            autolink, image, inline_link, is_absolute, org_link, printed_destination, reference_link, reference_number,
            rst_link,
        },
    },
    text::{cow_builder::CowBuilder, parse::IResult},
};

/// `text` without the markup of Markdown, reStructuredText and Org, and without the destinations and numbers that text
/// browsers print beside a link's text.
pub(super) fn read_markup<'s>(text: &'s str, evidence: &Evidence<'_>) -> Cow<'s, str> {
    let mut punctuation = UnescapedPunctuation::default();
    if evidence.markdown && text.contains('\\') {
        // Needs a pass of its own: the punctuation that stands without a backslash may come after the escape.
        punctuation = MarkupReader::new(text, evidence, punctuation).read_all(text).found;
    }
    MarkupReader::new(text, evidence, punctuation).read_all(text).builder.finish()
}

fn may_begin_markup(c: char) -> bool {
    matches!(c, '[' | '!' | '<' | '\\' | '`' | '(' | '/')
}

/// A link may show an image; anything deeper is no markup.
const DEPTH: usize = 2;

/// A piece of markup.
#[derive(Debug, Clone, Copy)]
enum Markup<'s> {
    /// The text of a link, which may hold markup.
    Shown(&'s str),
    /// The URL of an autolink.
    Url(&'s str),
    /// A destination that a tool printed, to be removed with the space before it.
    Printed,
    /// The number of a link.
    Number,
    Escaped(char),
    /// The slash of a URL before a superfluous space.
    Slash,
}

struct MarkupReader<'s, 'e> {
    evidence: &'e Evidence<'e>,
    /// The punctuation that occurs without a backslash, so that a backslash before it is no escape.
    unescaped: UnescapedPunctuation,
    /// The punctuation without a backslash found so far.
    found: UnescapedPunctuation,
    builder: CowBuilder<'s>,
}

impl<'s, 'e> MarkupReader<'s, 'e> {
    fn new(text: &'s str, evidence: &'e Evidence<'e>, unescaped: UnescapedPunctuation) -> Self {
        Self { evidence, unescaped, found: UnescapedPunctuation::default(), builder: CowBuilder::new(text) }
    }

    fn read_all(mut self, text: &str) -> Self {
        self.read(text, DEPTH);
        self
    }

    fn read(&mut self, text: &str, depth: usize) {
        let mut rest = text;
        while let Some((plain, input)) = rest.find(may_begin_markup).and_then(|at| rest.split_at_checked(at)) {
            self.write_plain(plain);
            let found = if depth > 0 { self.markup(input).ok() } else { None };
            rest = if let Some((rest, markup)) = found {
                self.write(markup, depth);
                rest
            } else {
                // All characters that may begin markup are ASCII.
                let (c, rest) = input.split_at_checked(1).unwrap_or((input, ""));
                self.write_plain(c);
                rest
            };
        }
        self.write_plain(rest);
    }

    fn write_plain(&mut self, text: &str) {
        if self.evidence.markdown {
            self.found.add_all(text);
        }
        self.builder.push(text);
    }

    /// `markup` at the beginning of `input`.
    fn markup<'i>(&self, input: &'i str) -> IResult<&'i str, Markup<'i>> {
        let before = self.builder.as_str();
        let Evidence { markdown, numbered_links, .. } = *self.evidence;
        alt((
            value(Markup::Printed, verify(printed_destination, |url: &str| is_absolute(url) && belongs(before, url))),
            map(autolink, Markup::Url),
            map(alt((rst_link, org_link, linked_text)), Markup::Shown),
            value(Markup::Number, verify(link_number, |_: &str| numbered_links)),
            map(verify(escaped, |&c| markdown && self.unescaped.is_escape(before, c)), Markup::Escaped),
            value(Markup::Slash, |input| broken_url(before, input)),
        ))
        .parse(input)
    }

    fn write(&mut self, markup: Markup<'_>, depth: usize) {
        match markup {
            // No hashtag and no URL holds a backslash.
            Markup::Shown(text) if is_entity(text) => text.split('\\').for_each(|part| self.builder.push(part)),
            Markup::Shown(text) => {
                let found = self.found;
                self.read(text, depth.saturating_sub(1));
                self.found = found;
            }
            Markup::Url(url) => self.builder.push(url),
            Markup::Printed => self.builder.trim_end(),
            Markup::Number => {}
            Markup::Escaped(c) => self.builder.push_char(c),
            Markup::Slash => self.builder.push("/"),
        }
    }
}

/// `linked_text` of an image or link; its destination distinguishes it from brackets and parentheses of the author.
fn linked_text(input: &str) -> IResult<&str, &str> {
    // `So glad![#Tag](…)` is a link after an exclamation mark.
    let image = verify(image, |(text, destination)| is_destination(destination) && !is_entity(text));
    let inline_link = verify(inline_link, |(_, destination)| is_destination(destination));
    alt((map(alt((image, inline_link)), |(text, _)| text), verify(reference_link, is_entity))).parse(input)
}

/// Whether `destination` begins like a destination, and not like words of the author in parentheses.
fn is_destination(destination: &str) -> bool {
    is_absolute(destination)
        || ["/", "mailto:", "#", "www.", "./", "../"].iter().any(|start| destination.starts_with(start))
}

/// `link_number` before an entity: `[2]#Tag`.
fn link_number(input: &str) -> IResult<&str, &str> {
    terminated(reference_number, peek(entity_start)).parse(input)
}

/// Whether a tool printed `url` because it is the destination of the link that ends `before`.
fn belongs(before: &str, url: &str) -> bool {
    // Some tools treat emoji as images.
    url.contains("twimg.com/emoji/")
        || match entity_at_end(before.trim_end()) {
            Some(EdgeEntity::Name) => ["twitter.com/", "//x.com/"].iter().any(|host| url.contains(host)),
            Some(EdgeEntity::Url(shown)) => leads(shown, url),
            None => false,
        }
}

/// Whether the link that is displayed as `shown` leads to `url`.
fn leads(shown: &str, url: &str) -> bool {
    let is_shortened = url.contains("//t.co/") || url.contains("//pic.");
    if is_absolute(shown) { shown == url } else { is_shortened || url.contains(shown.trim_end_matches(['…', '.'])) }
}

/// `broken_url`: the last slash before the host or the code of a URL that ends `before`, and whitespace after the
/// slash.
fn broken_url<'i>(before: &str, input: &'i str) -> IResult<&'i str, ()> {
    let code = verify(take_while_m_n(CODE_LEN, CODE_LEN, |c: char| c.is_ascii_alphanumeric()), cannot_be_word);
    let ends_with_scheme = before.ends_with("http:/") || before.ends_with("https:/");
    let next = alt((
        verify(code, |_: &str| ends_with_code_host(before)),
        verify(alt(CODE_HOSTS.map(tag)), |_: &str| ends_with_scheme),
    ));
    value((), (char('/'), multispace1, peek(next))).parse(input)
}

/// Whether ten letters and digits are no word.
fn cannot_be_word(code: &str) -> bool {
    code.bytes().any(|byte| byte.is_ascii_digit()) || code.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str, following: &str) -> alloc::string::String {
        read_markup(text, &Evidence::new(text, following)).into_owned()
    }

    #[test]
    fn links_are_their_texts() {
        for (text, expected) in [
            ("[#Tag](https://twitter.com/hashtag/Tag?src=hash) so", "#Tag so"),
            (r#"[#Tag](https://a.b/c "a title") so"#, "#Tag so"),
            ("[a](<https://a.b/c d>)", "a"),
            ("a[b](https://a.b/c_(d))[e](/f)", "abe"),
            ("[a [b] c](https://a.b)", "a [b] c"),
            ("[![🌉](https://a.b/c.png)](https://a.b)", "🌉"),
            ("so ![🌉](https://a.b/c.png \"🌉\")", "so 🌉"),
            ("so <https://t.co/AbCdEfGhIj>", "so https://t.co/AbCdEfGhIj"),
            ("[#Tag][4] so", "#Tag so"),
            ("`#Tag <https://a.b/c>`__ so", "#Tag so"),
            ("[[https://a.b/c][#Tag]] so", "#Tag so"),
            ("[[https://a.b/c]] so", "https://a.b/c so"),
            ("So glad![#Tag](https://a.b)", "So glad!#Tag"),
            // Brackets of authors.
            ("a[0](b)", "a[0](b)"),
            ("x[i][4]", "x[i][4]"),
            ("[a] (b) <c> `d`", "[a] (b) <c> `d`"),
            ("[a](https://a.b", "[a](https://a.b"),
            ("a <3 b", "a <3 b"),
        ] {
            assert_eq!(cleaned(text, ""), expected, "{text:?}");
        }
    }

    #[test]
    fn printed_destinations_are_dropped_behind_links_to_them() {
        for (text, expected) in [
            ("#Tag (https://twitter.com/hashtag/Tag?src=hash) so", "#Tag so"),
            ("@dortiz [https://twitter.com/dortiz], so", "@dortiz, so"),
            ("#Tag [https://x.com/hashtag/Tag]pic.x.com/AbCdEfGhIj", "#Tagpic.x.com/AbCdEfGhIj"),
            ("#Tag <https://twitter.com/hashtag/Tag>", "#Tag"),
            ("https://t.co/AbCdEfGhIj (https://t.co/AbCdEfGhIj)", "https://t.co/AbCdEfGhIj"),
            ("pic.twitter.com/AbCdEfGhIj [https://t.co/KlMnOpQrSt]", "pic.twitter.com/AbCdEfGhIj"),
            ("a.example/news/wor… (https://a.example/news/world)", "a.example/news/wor…"),
            ("so 🌉 [https://abs.twimg.com/emoji/v2/72x72/1f309.png]", "so 🌉"),
            // The author's.
            ("the town (https://t.co/AbCdEfGhIj)", "the town (https://t.co/AbCdEfGhIj)"),
            ("@dortiz (https://a.example)", "@dortiz (https://a.example)"),
            ("https://t.co/AbCdEfGhIj (https://t.co/KlMnOpQrSt)", "https://t.co/AbCdEfGhIj (https://t.co/KlMnOpQrSt)"),
        ] {
            assert_eq!(cleaned(text, ""), expected, "{text:?}");
        }
    }

    #[test]
    fn numbers_of_links_are_dropped_where_the_date_has_one() {
        let text = "so [2]#Tag and [3]#Tag [1] [12]https://t.co/AbCdEfGhIj";
        assert_eq!(cleaned(text, " — Dana (@dortiz) [4]July 14"), "so #Tag and #Tag [1] https://t.co/AbCdEfGhIj");
        assert_eq!(cleaned(text, " — Dana (@dortiz) July 14"), text);
    }

    #[test]
    fn escapes_are_read_where_markdown_is_shown() {
        let markdown = " — Dana (@dortiz) [July 14](https://x.com)";
        for (text, following, expected) in [
            (r"snake\_case", markdown, "snake_case"),
            (r"\- an item", markdown, "- an item"),
            ("a\n\\- an item - so", markdown, "a\n- an item - so"),
            (r"1\. first. So", markdown, "1. first. So"),
            (r"\[a\](https://a.b)", markdown, "[a](https://a.b)"),
            (r"[a\_b](https://a.b) c\_d", "", "a_b c_d"),
            (r"[#a\\_b](https://a.b)", "", "#a_b"),
            (r"¯\\\_(ツ)\_/¯", markdown, r"¯\_(ツ)_/¯"),
            // The character also stands without a backslash, so the backslash is the author's.
            (r"¯\_(ツ)_/¯", markdown, r"¯\_(ツ)_/¯"),
            (r"f <- \(x) g(x)", markdown, r"f <- \(x) g(x)"),
            // No letter is escaped.
            (r"C:\new", markdown, r"C:\new"),
            // No Markdown.
            (r"¯\_(ツ)\_/¯", "", r"¯\_(ツ)\_/¯"),
            (r"\- an item", " — Dana (@dortiz) July 14", r"\- an item"),
        ] {
            assert_eq!(cleaned(text, following), expected, "{text:?}");
        }
    }

    #[test]
    fn urls_are_joined_again() {
        for (text, expected) in [
            ("so https://t.co/ AbCdEfGh1j", "so https://t.co/AbCdEfGh1j"),
            ("so https:// t.co/AbCdEfGh1j", "so https://t.co/AbCdEfGh1j"),
            ("so pic.twitter.com/\nAbCdEfGhIj so", "so pic.twitter.com/AbCdEfGhIj so"),
            // Words.
            ("so https://t.co/ everything", "so https://t.co/ everything"),
            ("so pic.twitter.com/ is", "so pic.twitter.com/ is"),
            ("either/ AbCdEfGhIj", "either/ AbCdEfGhIj"),
        ] {
            assert_eq!(cleaned(text, ""), expected, "{text:?}");
        }
    }
}
