//! The tags that the scan sees, and where they begin and end, against [html5gum](https://crates.io/crates/html5gum), a
//! tokenizer that follows the HTML standard state by state: the elements with `data-tweet-id`, found by both in
//! whatever pieces make.
//!
//! Left out are `noscript`, which html5gum takes for raw text as a browser with scripts does, and `noframes`, which it
//! does not know.
#![forbid(unsafe_code)]

use std::ops::Range;

use embedded_tweet::html;
use html5gum::{DefaultEmitter, Token, Tokenizer};
use proptest::prelude::*;

const ID: &str = "1415245567461347331";

/// A start tag or an end tag.
struct Tag {
    name: Vec<u8>,
    opens: bool,
    names_tweet: bool,
    span: Range<usize>,
}

/// Elements that are no embeds whatever they name.
const NO_EMBEDS: [&[u8]; 3] = [b"a", b"script", b"style"];

fn tags(page: &str) -> Vec<Tag> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let tag = |token| match token {
        Token::StartTag(tag) => {
            let has_id = tag.attributes.get(b"data-tweet-id".as_slice()).is_some_and(|id| ***id == *ID.as_bytes());
            let name = tag.name.to_vec();
            let names_tweet = has_id && !NO_EMBEDS.contains(&name.as_slice());
            Some(Tag { name, opens: true, names_tweet, span: tag.span.start..tag.span.end })
        }
        Token::EndTag(tag) => {
            let span = tag.span.start..tag.span.end;
            Some(Tag { name: tag.name.to_vec(), opens: false, names_tweet: false, span })
        }
        _ => None,
    };
    Tokenizer::new_with_emitter(page, emitter).flatten().filter_map(tag).collect()
}

/// The elements with `data-tweet-id` that stand in no other; one that nothing closes is its start tag.
fn by_html5gum(page: &str) -> Vec<Range<usize>> {
    let tags = tags(page);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tags.len() {
        let start = at;
        at += 1;
        if !tags[start].names_tweet {
            continue;
        }
        let mut depth = 0_i32;
        let end = tags[start..].iter().position(|tag| {
            if tag.name == tags[start].name {
                depth += if tag.opens { 1 } else { -1 };
            }
            depth == 0
        });
        at = end.map_or(at, |end| start + end + 1);
        found.push(tags[start].span.start..tags[at - 1].span.end);
    }
    found
}

fn by_scan(page: &str) -> Vec<Range<usize>> {
    html::embeds(page).map(|embed| embed.span()).collect()
}

fn piece() -> impl Strategy<Value = String> {
    let literal = prop::sample::select(vec![
        "<div data-tweet-id=1415245567461347331>",
        "<DIV class='a>' Data-Tweet-ID=\"1415245567461347331\" >",
        "<div\ndata-tweet-id = '1415245567461347331'/>",
        "<div a=b",
        " data-tweet-id='1415245567461347331' ",
        "<div>",
        "</div>",
        "</div a='>'>",
        "</ div>",
        "<!--",
        "-->",
        "--!>",
        "<!-->",
        "<!doctype html>",
        "<?a?>",
        "<![CDATA[",
        "<script>",
        "<script",
        "</script>",
        "</script ",
        "<style>",
        "</style>",
        "<textarea>",
        "</textarea/>",
        "<title>",
        "</title>",
        "<iframe>",
        "</iframe>",
        "<xmp>",
        "</xmp>",
        "<plaintext>",
        "<p",
        "<p a",
        "</",
        "<",
        ">",
        "/",
        "=",
        "\"",
        "'",
        "-",
        "!",
        " ",
        "\n",
        "\r",
        "\t",
        "\u{c}",
        "é🌉",
        "a",
        "&amp;",
    ]);
    prop_oneof![12 => literal.prop_map(String::from), 1 => "\\PC{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_tokenizer_and_the_scan_agree(pieces in prop::collection::vec(piece(), 0..40)) {
        let page = pieces.concat();
        prop_assert_eq!(by_scan(&page), by_html5gum(&page), "{}", page);
    }
}

#[test]
fn the_tokenizer_finds_something_at_all() {
    let page =
        "<!-- <div data-tweet-id=1415245567461347331> --><div data-tweet-id=1415245567461347331><div></div>é</div>a";
    let element = 48..page.len() - 1;
    assert_eq!(by_html5gum(page), Vec::from([element.clone()]));
    assert_eq!(by_scan(page), Vec::from([element]));
}
