//! Markup in the line: links, images, printed targets and numbers of links, escapes.

use alloc::borrow::Cow;

use super::{
    entity_edge::{Anchor, anchor_at_end, is_anchor},
    escape::{Signs, escaped},
    evidence::Setting,
};
use crate::{
    markup::link::{
        autolink, broken_address, image, inline_link, number, org_link, printed_target, reference_link, rst_link,
    },
    text::cow_builder::Draft,
};

/// `text` without the markup of Markdown, reStructuredText and Org, and without what text browsers and others print for a
/// link beside its text.
pub(super) fn read_markup<'s>(text: &'s str, setting: &Setting<'_>) -> Cow<'s, str> {
    if !text.contains(is_sign) {
        return Cow::Borrowed(text);
    }
    // Whether a backslash escapes a sign is known only once it is known whether the sign stands elsewhere without one.
    let signs = if setting.markdown && text.contains('\\') { standing(text, setting) } else { Signs::default() };
    let mut reader = Reader { setting, signs, standing: Signs::default(), draft: Draft::new(text) };
    reader.read(text, DEPTH);
    reader.draft.finish()
}

/// The signs that stand in `text` without a backslash and are no markup.
fn standing(text: &str, setting: &Setting<'_>) -> Signs {
    let mut reader = Reader { setting, signs: Signs::default(), standing: Signs::default(), draft: Draft::new(text) };
    reader.read(text, DEPTH);
    reader.standing
}

/// A character that markup may begin with.
fn is_sign(c: char) -> bool {
    matches!(c, '[' | '!' | '<' | '\\' | '`' | '(' | '/')
}

/// A link may show an image; anything deeper is no markup.
const DEPTH: usize = 2;

/// A piece of markup.
enum Piece<'s> {
    /// The text of a link, which may hold markup.
    Shown(&'s str),
    /// An address.
    Address(&'s str),
    /// What the author did not write, and the space before it.
    Printed,
    /// What the author did not write.
    Number,
    Escaped(char),
    /// The slash of an address after which there is a space too much.
    Slash,
}

struct Reader<'s, 'p> {
    setting: &'p Setting<'p>,
    /// Signs that stand without a backslash, which therefore are not escaped.
    signs: Signs,
    /// Those that were found so far.
    standing: Signs,
    draft: Draft<'s>,
}

impl Reader<'_, '_> {
    fn read(&mut self, text: &str, depth: usize) {
        let mut rest = text;
        while let Some((plain, signed)) = rest.find(is_sign).and_then(|at| rest.split_at_checked(at)) {
            self.plain(plain);
            rest = if let Some((rest, piece)) = self.piece(signed, depth) {
                self.write(&piece, depth);
                rest
            } else {
                let sign_len = signed.chars().next().map_or(0, char::len_utf8);
                let (sign, rest) = signed.split_at_checked(sign_len).unwrap_or((signed, ""));
                self.plain(sign);
                rest
            };
        }
        self.plain(rest);
    }

    fn plain(&mut self, text: &str) {
        self.standing.add_all(text);
        self.draft.push(text);
    }

    /// The markup that `input` begins with, and what is after it.
    fn piece<'i>(&self, input: &'i str, depth: usize) -> Option<(&'i str, Piece<'i>)> {
        let before = self.draft.as_str();
        let shown = |(rest, text)| (rest, Piece::Shown(text));
        let address = |(rest, url)| (rest, Piece::Address(url));
        if depth == 0 {
            return None;
        }
        match input.chars().next()? {
            // `So glad![#Tag](…)` is a link after an exclamation mark.
            '!' => image(input).ok().filter(|(_, text)| !is_anchor(text)).map(shown),
            '`' => rst_link(input).ok().map(shown),
            '\\' => {
                let (rest, c) = escaped(input).ok().filter(|_| self.setting.markdown)?;
                self.signs.is_escape(before, c).then_some((rest, Piece::Escaped(c)))
            }
            '(' => printed(before, input),
            '<' => printed(before, input).or_else(|| autolink(input).ok().map(address)),
            '/' => broken_address(before, input).ok().map(|(rest, ())| (rest, Piece::Slash)),
            _ => {
                let numbered = || number(input).ok().filter(|_| self.setting.numbered);
                printed(before, input)
                    .or_else(|| org_link(input).ok().map(shown))
                    .or_else(|| inline_link(input).ok().map(shown))
                    .or_else(|| reference_link(input).ok().filter(|(_, text)| is_anchor(text)).map(shown))
                    .or_else(|| numbered().map(|(rest, _)| (rest, Piece::Number)))
            }
        }
    }

    fn write(&mut self, piece: &Piece<'_>, depth: usize) {
        match piece {
            // No tag and no address holds a backslash.
            Piece::Shown(text) if is_anchor(text) => text.split('\\').for_each(|part| self.draft.push(part)),
            Piece::Shown(text) => {
                let standing = self.standing;
                self.read(text, depth.saturating_sub(1));
                self.standing = standing;
            }
            Piece::Address(url) => self.draft.push(url),
            Piece::Printed => self.draft.trim_end(),
            Piece::Number => {}
            Piece::Escaped(c) => self.draft.push_char(*c),
            Piece::Slash => self.draft.push("/"),
        }
    }
}

/// The target of the link that ends `before`, which some tools print after its text.
fn printed<'i>(before: &str, input: &'i str) -> Option<(&'i str, Piece<'i>)> {
    let (rest, url) = printed_target(input).ok()?;
    // Emoji are images to some tools.
    let belongs = url.contains("twimg.com/emoji/")
        || match anchor_at_end(before.trim_end())? {
            Anchor::Name => ["twitter.com/", "//x.com/"].iter().any(|host| url.contains(host)),
            Anchor::Address(shown) => leads(shown, url),
        };
    belongs.then_some((rest, Piece::Printed))
}

/// Whether the link that is shown as `shown` leads to `url`.
fn leads(shown: &str, url: &str) -> bool {
    let is_shortened = url.contains("//t.co/") || url.contains("//pic.");
    if shown.contains("://") {
        shown == url
    } else {
        is_shortened || url.contains(shown.trim_end_matches(['…', '.']))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str, following: &str) -> alloc::string::String {
        read_markup(text, &Setting::new(text, following)).into_owned()
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
            // What authors write.
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
    fn printed_targets_are_dropped_behind_what_leads_there() {
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
            // The sign stands without a backslash, so that the backslash is the author's.
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
    fn addresses_are_joined_again() {
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
