//! How a window is split.

use alloc::vec::Vec;

use super::*;

/// The tokens of `text`, at the beginning of a line.
fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer::new(text, true);
    let mut tokens: Vec<Token> = Vec::new();
    while let Some(token) = lexer.next(tokens.last().map_or(TokenClass::None, |last| last.class)) {
        tokens.push(token);
    }
    tokens
}

fn span(token: &Token) -> core::ops::Range<usize> {
    let start = token.start.in_document(0);
    start..start + usize::from(token.len)
}

#[test]
fn tokens_are_words_numbers_names_addresses_and_marks() {
    use TokenClass::{
        AllUpper, Close, Colon, Comma, Dash, Destination, Emoji, End, Hashtag, Lower, Mention, Number, Open, Quote,
        Symbol, TwitterUrl, Uncased, Unspaced, Upper, Url,
    };
    for (text, expected) in [
        (
            "so Glad NASA A Été ÉTÉ",
            &[("so", Lower), ("Glad", Upper), ("NASA", AllUpper), ("A", Upper), ("Été", Upper), ("ÉTÉ", AllUpper)][..],
        ),
        ("iPhone A1 don't", &[("i", Lower), ("Phone", Upper), ("A1", Upper), ("don't", Lower)]),
        ("12,345 日本です שלום", &[("12,345", Number), ("日本", Unspaced), ("です", Unspaced), ("שלום", Uncased)]),
        ("#tag ＃tag @kim ＠kim", &[("#tag", Hashtag), ("＃tag", Hashtag), ("@kim", Mention), ("＠kim", Mention)]),
        (
            "# ## *#tag @",
            &[("#", Symbol), ("#", Symbol), ("#", Symbol), ("*", Symbol), ("#tag", Hashtag), ("@", Symbol)],
        ),
        (
            "so... :, (so) “so” \"",
            &[
                ("so", Lower),
                ("...", End),
                (":", Colon),
                (",", Comma),
                ("(", Open),
                ("so", Lower),
                (")", Close),
                ("“", Open),
                ("so", Lower),
                ("”", Close),
                ("\"", Quote),
            ],
        ),
        ("*so /so", &[("*", Symbol), ("so", Lower), ("/", Symbol), ("so", Lower)]),
        ("-- 🎉🎉 +=", &[("--", Dash), ("🎉🎉", Emoji), ("+=", Symbol)]),
        (
            "https://a.example/b (https://a.example/b) ( https://a.example/b",
            &[
                ("https://a.example/b", Url),
                ("(", Open),
                ("https://a.example/b", Destination),
                (")", Close),
                ("(", Open),
                ("https://a.example/b", Url),
            ],
        ),
        (
            "pic.twitter.com/AbCdEf1234 (pic.twitter.com/AbCdEf1234",
            &[("pic.twitter.com/AbCdEf1234", TwitterUrl), ("(", Open), ("pic.twitter.com/AbCdEf1234", Destination)],
        ),
    ] {
        let tokens = tokens(text);
        let found: Vec<_> = tokens.iter().map(|t| (&text[span(t)], t.class)).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn gaps_are_as_wide_as_their_columns_and_lines() {
    for (between, gap, breaks, depth, indent) in [
        ("-", TokenGap::None, 0, 0, 0),
        (" ", TokenGap::Space, 0, 0, 0),
        ("\u{a0}", TokenGap::Space, 0, 0, 0),
        ("  ", TokenGap::Wide, 0, 0, 0),
        ("\t\t\t", TokenGap::Wide, 0, 0, 0),
        ("\n", TokenGap::LineBreak, 1, 0, 0),
        ("\r", TokenGap::LineBreak, 1, 0, 0),
        ("\r\n", TokenGap::LineBreak, 1, 0, 0),
        ("\r\n\r\n", TokenGap::EmptyLine, 2, 0, 0),
        ("\u{2028}", TokenGap::LineBreak, 1, 0, 0),
        ("\u{2029}", TokenGap::LineBreak, 1, 0, 0),
        ("\n  ", TokenGap::LineBreak, 1, 0, 2),
        ("  \n\t", TokenGap::LineBreak, 1, 0, 1),
        ("\n> ", TokenGap::LineBreak, 1, 1, 1),
        ("\n > >", TokenGap::LineBreak, 1, 2, 0),
        ("\n|  ", TokenGap::LineBreak, 1, 1, 2),
        ("\n\n", TokenGap::EmptyLine, 2, 0, 0),
        ("\n>\n>   ", TokenGap::EmptyLine, 2, 1, 3),
        ("\n>\n", TokenGap::EmptyLine, 2, 0, 0),
        ("\n\n\n\n ", TokenGap::EmptyLine, 4, 0, 1),
    ] {
        let text = alloc::format!("so{between}Glad");
        let found = *tokens(&text).last().unwrap();
        let place = (found.gap, found.breaks, found.depth, found.indent);
        assert_eq!(place, (gap, breaks, depth, indent), "{between:?}");
    }
    assert_eq!(tokens("so > so").len(), 3, "a marker stands at the beginning of a line");
    let first = |text: &str, at_line_start| Lexer::new(text, at_line_start).next(TokenClass::None).unwrap();
    assert_eq!(first("so", true).gap, TokenGap::InputEdge);
    assert_eq!(first("so", false).gap, TokenGap::None);
    assert_eq!(first(" so", false).gap, TokenGap::Space);
    assert_eq!((first(" so", true).gap, first(" so", true).indent), (TokenGap::InputEdge, 1));
    assert_eq!(
        (first("> so", true).gap, first("> so", true).depth, first("> so", true).indent),
        (TokenGap::InputEdge, 1, 1)
    );
    assert_eq!(first("> so", false).class, TokenClass::Symbol);
}

#[test]
fn a_line_that_was_full_is_wrapped() {
    let m = |count: usize| "m".repeat(count);
    for (text, gap) in [
        // The first of a window counts a space before it: one more than its letters.
        (m(62) + "\na", TokenGap::LineBreak),
        (m(63) + "\na", TokenGap::Wrap),
        (m(101) + "\na", TokenGap::Wrap),
        (m(102) + "\na", TokenGap::LineBreak),
        (m(50) + " " + &m(12) + "\na", TokenGap::Wrap),
        // Of the next word all counts, up to a line's width, but half of the line at least was used.
        (m(39) + "\n" + &m(30), TokenGap::LineBreak),
        (m(40) + "\n" + &m(30), TokenGap::Wrap),
        (m(50) + "\n" + &m(200), TokenGap::LineBreak),
        (m(63) + "\n\na", TokenGap::EmptyLine),
        // Markers and indentation take up room.
        (alloc::format!("a\n>   {}\nb", m(57)), TokenGap::LineBreak),
        (alloc::format!("a\n>   {}\nb", m(58)), TokenGap::Wrap),
        // An address takes up the room that it has, whatever it counts in a tweet.
        (alloc::format!("https://a.example/{}\na", m(44)), TokenGap::LineBreak),
        (alloc::format!("https://a.example/{}\na", m(45)), TokenGap::Wrap),
        (alloc::format!("{} pic.twitter.com/AbCdEf1234\nso", m(36)), TokenGap::Wrap),
        (alloc::format!("{} pic.twitter.com/AbCdEf1234\nso", m(34)), TokenGap::LineBreak),
        (alloc::format!("(https://a.example/{})\na", m(43)), TokenGap::Wrap),
        (alloc::format!("(https://a.example/{})\na", m(42)), TokenGap::LineBreak),
        (alloc::format!("{}\na", "日".repeat(32)), TokenGap::Wrap),
        ("é".repeat(40) + "\na", TokenGap::LineBreak),
    ] {
        assert_eq!(tokens(&text).last().unwrap().gap, gap, "{text:?}");
    }
}

#[test]
fn tokens_weigh_what_they_count_in_a_tweet() {
    for (text, weight) in [
        ("-glad", 4),
        ("- glad", 5),
        ("-https://a.example/b", 23),
        ("- pic.twitter.com/AbCdEf1234", 24),
        ("(https://a.example/b", 0),
        ("-日本", 4),
        ("-🎉", 2),
        ("-été", 3),
        ("-été été", 4),
        ("-שלום", 4),
        ("-…", 2),
        ("-naïve", 5),
        ("-👩🏽\u{200d}🚀", 2),
    ] {
        assert_eq!(tokens(text).last().unwrap().weight, weight, "{text:?}");
    }
    for long in ["m".repeat(300), "é".repeat(300)] {
        assert_eq!(tokens(&long).last().unwrap().weight, u8::MAX);
    }
}

#[test]
fn words_tell_their_script_and_language() {
    let of = |text: &str| tokens(text).last().map(|token| (token.family, token.language)).unwrap();
    assert_eq!(of("the"), (1, 1));
    assert_eq!(of("The"), (1, 1));
    assert_eq!(of("está"), (1, 2));
    assert_eq!(of("glad"), (1, 0));
    assert_eq!(of("дом"), (2, 0));
    assert_eq!(of("12"), (0, 0));
    assert_eq!(of("."), (0, 0));
}

#[test]
fn a_gap_is_anchored_where_a_link_a_tag_or_a_name_touches_it() {
    for (text, anchored) in [
        ("so glad", [false, false]),
        ("#so glad", [true, true]),
        ("so #glad", [false, true]),
        ("@so glad", [true, true]),
        ("so https://a.example", [false, true]),
        ("so pic.twitter.com/AbCdEf1234", [false, true]),
        ("so 12", [false, false]),
    ] {
        let found: Vec<_> = tokens(text).iter().map(|token| token.anchored).collect();
        assert_eq!(found, anchored, "{text:?}");
    }
}

#[test]
fn the_attributions_line_goes_on_with_the_last_line() {
    for (text, after, expected) in [
        ("so", "", (TokenGap::None, 0, 0, 0)),
        ("so", " ", (TokenGap::Space, 0, 0, 0)),
        ("> so", " ", (TokenGap::Space, 1, 1, 0)),
        ("> so", "\n>   ", (TokenGap::LineBreak, 1, 3, 1)),
        ("> so", "\n\n", (TokenGap::EmptyLine, 0, 0, 2)),
        ("so\n\nso", " ", (TokenGap::Space, 0, 0, 0)),
    ] {
        let mut tokens = Tokens::none();
        read(&mut tokens, text, after, true);
        let Token { gap, depth, indent, breaks, .. } = tokens.attribution;
        assert_eq!((gap, depth, indent, breaks), expected, "{text:?} {after:?}");
    }
}

#[test]
fn a_plain_token_is_what_the_other_rules_make_of_it() {
    let texts = [
        "The mayor said: no, never! Really? (Yes.) A b C; d) e",
        "https://a.b http: www. www.x.org pic.twitter.com/Ab3 pic. t.co/x http://x. www, who. why.",
        "NASA iPhone McDonald don't rock'n'roll o' x_y covid19 naïve été Übermut word… word\u{200b}word",
        "antidisestablishmentarianismandevenlongerthanthat, tail. Tail.\nline:\nEND.",
        "¿Qué? «Oui» 日本語。the end@home #tag @name a/b a-b 3.14 .5 ... !? :) ,x :x",
    ];
    let mut compared = 0;
    for text in texts {
        for (at, first) in text.char_indices() {
            let rest = &text[at..];
            let Some(shape) = plain(rest.as_bytes()) else { continue };
            compared += 1;
            assert_eq!(shape, shape_at(rest, first), "{rest:?}");
        }
    }
    assert!(compared > 100, "only {compared} plain tokens");
}
