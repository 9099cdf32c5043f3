//! The markup of wikis in a citation: `[[Page|words]]`, `{{!}}`, `<nowiki>`.

use alloc::borrow::Cow;

use crate::text::{cow_builder::CowBuilder, steps};

/// Markup in place of characters that would end a parameter.
const SIGNS: [(&str, &str); 6] =
    [("{{!}}", "|"), ("{{=}}", "="), ("{{'}}", "'"), ("<nowiki>", ""), ("</nowiki>", ""), ("<nowiki/>", "")];

/// `text` with the words of its links and the signs that were written as templates.
pub(super) fn read_links(text: &str) -> Cow<'_, str> {
    let mut builder = CowBuilder::new(text);
    let mut rest = text;
    while let Some((plain, special)) = rest.find(['[', '{', '<']).and_then(|at| rest.split_at_checked(at)) {
        steps::step(plain.len() + 1);
        builder.push(plain);
        let sign = SIGNS.iter().find_map(|(sign, shown)| Some((special.strip_prefix(sign)?, *shown)));
        let (after, shown) = sign.or_else(|| link(special)).unwrap_or_else(|| {
            let (sign, after) = special.split_at_checked(1).unwrap_or((special, ""));
            (after, sign)
        });
        builder.push(shown);
        rest = after;
    }
    builder.push(rest);
    builder.finish()
}

/// The longest link of a wiki, in bytes.
const LONGEST_LINK: usize = 300;

/// The rest behind the link at the beginning of `input`, and the link's words: `[[Page]]`, `[[Page|words]]`.
fn link(input: &str) -> Option<(&str, &str)> {
    let inner = input.strip_prefix("[[")?;
    let end = memchr::memmem::find(inner.as_bytes().get(..LONGEST_LINK).unwrap_or(inner.as_bytes()), b"]]")?;
    steps::step(end);
    let (link, after) = inner.split_at_checked(end)?;
    let words = link.rsplit_once('|').map_or(link, |(_, words)| words);
    let is_link = !words.is_empty() && !link.contains(['[', ']', '\n']);
    is_link.then_some((after.get(2..)?, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_have_their_words_and_signs_stand_for_themselves() {
        for (text, read) in [
            ("The [[crane]] of [[Holmby|our town]]", "The crane of our town"),
            ("[[Dana Ortiz]]", "Dana Ortiz"),
            ("so {{!}} so", "so | so"),
            ("<nowiki>[so]</nowiki>", "[so]"),
            ("so [1] [[]] [[a", "so [1] [[]] [[a"),
            ("[[https://example.com][so]]", "[[https://example.com][so]]"),
            ("so {{abbr|a|b}} <3", "so {{abbr|a|b}} <3"),
            ("", ""),
        ] {
            assert_eq!(read_links(text), read, "{text:?}");
        }
    }
}
