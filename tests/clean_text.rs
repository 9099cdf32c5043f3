//! What is left of a text once it is clean, by what was done to it.

#![allow(clippy::expect_used)]

use std::borrow::Cow;

use embedded_tweet::Tweet;

const PLAIN: &str = " — Dana Ortiz (@dortiz) July 14, 2021";
const OWN_LINE: &str = "\n— Dana Ortiz (@dortiz) July 14, 2021";
const QUOTED: &str = "\n>\n> — Dana Ortiz (@dortiz) July 14, 2021";
const INDENTED: &str = "\n\n     — Dana Ortiz (@dortiz) July 14, 2021";
const MARKDOWN: &str =
    "\n>\n> — Dana Ortiz (@dortiz) [July 14, 2021](https://twitter.com/dortiz/status/1415245567461347331)";
const NUMBERED: &str = "\n— Dana Ortiz (@dortiz) [4]July 14, 2021";
const SPLIT: &str = "\n— Dana Ortiz (@dortiz)\nJuly 14, 2021";

/// The text before `attribution`, cleaned, and whether it is borrowed.
fn clean(text: &str, attribution: &str) -> (String, bool) {
    let quotation = format!("{text}{attribution}");
    let tweet = Tweet::parse(&quotation).expect(&quotation);
    let clean = tweet.clean_text();
    let borrowed = matches!(clean, Cow::Borrowed(_));
    (clean.into_owned(), borrowed)
}

#[track_caller]
fn assert_cleaned(cases: &[(&str, &str, &str)]) {
    for (text, attribution, expected) in cases {
        assert_eq!(clean(text, attribution), ((*expected).to_owned(), false), "{text:?}");
    }
}

#[track_caller]
fn assert_kept(cases: &[(&str, &str)]) {
    for (text, attribution) in cases {
        assert_eq!(clean(text, attribution), ((*text).to_owned(), true), "{text:?}");
    }
}

#[test]
fn nothing_to_clean() {
    assert_kept(&[
        ("So glad to be here! #Tag https://t.co/AbCdEf1234 pic.twitter.com/AbCdEf1234", PLAIN),
        ("So glad\nto be here!\n\nAnd so on.", OWN_LINE),
        ("R&D <3 a[0](b) [so] (it is) 1 > 0 | C:\\new ¯\\_(ツ)_/¯ `code` *so*", PLAIN),
        ("日本語 한국어 🌉\u{200d}\u{fe0f}", PLAIN),
        ("", PLAIN),
    ]);
}

#[test]
fn margins() {
    assert_cleaned(&[
        ("So glad!\n> And so on.", QUOTED, "So glad!\nAnd so on."),
        ("So glad!\n>\n>\n> And so on.", QUOTED, "So glad!\n\nAnd so on."),
        ("So glad!\n> > And so on.", "\n> >\n> > — Dana Ortiz (@dortiz) July 14, 2021", "So glad!\nAnd so on."),
        ("So glad!\n     And so on.", INDENTED, "So glad!\nAnd so on."),
        ("So glad!\n| And so on.", "\n| — Dana Ortiz (@dortiz) July 14, 2021", "So glad!\nAnd so on."),
        ("So  glad! \r\n And\tso on.", OWN_LINE, "So glad!\nAnd so on."),
    ]);
    // Another's words, quoted by the author.
    assert_kept(&[("So glad!\n> And so on.", OWN_LINE), ("So glad!\n> And\nso on.", PLAIN)]);
    assert_cleaned(&[
        ("So glad!\n     > And so on.", INDENTED, "So glad!\n> And so on."),
        ("So glad!\n> > And so on.", QUOTED, "So glad!\n> And so on."),
    ]);
}

#[test]
fn filled_lines() {
    assert_cleaned(&[
        (
            "They met in the city hall again today, and what they said to one another\n> we may never hear.",
            QUOTED,
            "They met in the city hall again today, and what they said to one another we may never hear.",
        ),
        (
            "They met in the city hall again today, and what they said to one\n     another we may never hear.\n     https://t.co/AbCdEf1234",
            INDENTED,
            "They met in the city hall again today, and what they said to one another we may never hear.\nhttps://t.co/AbCdEf1234",
        ),
        (
            "So it is.  \n> They met  \n> in the city hall again today, says\n> one.",
            QUOTED,
            "So it is.\nThey met\nin the city hall again today, says one.",
        ),
        (
            "They met in the city hall again today, and what they said to one another\n> we may never hear.\n> Link: https://t.co/AbCdEf1234",
            QUOTED,
            "They met in the city hall again today, and what they said to one another we may never hear.\nLink: https://t.co/AbCdEf1234",
        ),
        (
            "彼らは今日も市役所で会った。そして互いに何を言ったのか、私たちは決して知るこ\n    とがないだろう。",
            "\n\n    — Dana Ortiz (@dortiz) July 14, 2021",
            "彼らは今日も市役所で会った。そして互いに何を言ったのか、私たちは決して知ることがないだろう。",
        ),
    ]);
    assert_kept(&[
        // Two lines of the author's, the first of which happens to be long.
        ("They met in the city hall again today, and what they said to one another\nWe may never hear.", OWN_LINE),
        // Far too wide to have been filled.
        (
            "They met in the city hall again today, and what they said to one another we may never ever hear of it\nor so.",
            OWN_LINE,
        ),
    ]);
}

#[test]
fn pieces_on_lines_of_their_own() {
    assert_cleaned(&[
        (
            "So glad, \n@NASA\n , to see \n#Tag\n \nhttps://t.co/AbCdEf1234",
            OWN_LINE,
            "So glad, @NASA , to see #Tag https://t.co/AbCdEf1234",
        ),
        ("So glad,\n@NASA\n, to see\n#Tag", SPLIT, "So glad, @NASA, to see #Tag"),
    ]);
    assert_kept(&[("So glad,\n@NASA\n#Tag", OWN_LINE)]);
}

#[test]
fn links() {
    assert_cleaned(&[
        ("So [#Tag](https://twitter.com/hashtag/Tag?src=hash \"Tag\") it is", PLAIN, "So #Tag it is"),
        ("So glad![#Tag](https://twitter.com/hashtag/Tag)", PLAIN, "So glad!#Tag"),
        ("So ![🌉](https://abs.twimg.com/emoji/v2/72x72/1f309.png) it is", PLAIN, "So 🌉 it is"),
        ("So ![](https://example.com/1.png) it is", PLAIN, "So it is"),
        ("So <https://t.co/AbCdEf1234> it is", PLAIN, "So https://t.co/AbCdEf1234 it is"),
        ("So [#Tag][4] it is", PLAIN, "So #Tag it is"),
        ("So `#Tag <https://twitter.com/hashtag/Tag>`__ it is", PLAIN, "So #Tag it is"),
        ("So [[https://twitter.com/hashtag/Tag][#Tag]] it is", PLAIN, "So #Tag it is"),
        ("So #Tag (https://twitter.com/hashtag/Tag) it is", PLAIN, "So #Tag it is"),
        ("So @NASA\n> [https://twitter.com/NASA], it is", QUOTED, "So @NASA, it is"),
        ("So [2]#Tag it is [3]pic.twitter.com/AbCdEf1234", NUMBERED, "So #Tag it is pic.twitter.com/AbCdEf1234"),
        ("So https://t.co/\n    AbCdEf1234 it is", INDENTED, "So https://t.co/AbCdEf1234 it is"),
        ("So https:// t.co/AbCdEf1234 it is", PLAIN, "So https://t.co/AbCdEf1234 it is"),
    ]);
    assert_kept(&[
        ("So [2]#Tag it is [3]pic.twitter.com/AbCdEf1234", PLAIN),
        ("So the town (https://t.co/AbCdEf1234) it is", PLAIN),
        ("So @NASA (https://t.co/AbCdEf1234) it is", PLAIN),
        ("So [it](is) and x[i][4]", PLAIN),
    ]);
}

#[test]
fn escapes() {
    assert_cleaned(&[
        (r"So snake\_case it is", MARKDOWN, "So snake_case it is"),
        (r"\- So it is", MARKDOWN, "- So it is"),
        (r"So ¯\\\_(ツ)\_/¯ it is", MARKDOWN, r"So ¯\_(ツ)_/¯ it is"),
        (r"[#snake\_case](https://twitter.com/hashtag/snake_case)", PLAIN, "#snake_case"),
    ]);
    assert_kept(&[
        (r"So ¯\_(ツ)_/¯ it is", MARKDOWN),
        (r"So ¯\_(ツ)_/¯ it is", PLAIN),
        (r"So snake\_case it is", PLAIN),
    ]);
}

#[test]
fn references() {
    assert_cleaned(&[
        ("R&amp;D&#39;s &ldquo;so&rdquo; &#x1F309;", PLAIN, "R&D's “so” 🌉"),
        ("R&amp;amp;D", PLAIN, "R&D"),
    ]);
    assert_kept(&[("&nosuch; &#0; &#xD800; &#1114112; R&D; &amp", PLAIN)]);
}
