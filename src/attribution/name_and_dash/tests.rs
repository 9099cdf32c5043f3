//! Where an attribution begins in texts of our own: mostly a document that ends before the handle's parenthesis.

use std::{format, vec::Vec};

use nom::Offset;

use super::*;
use crate::marks::{Marked, Part, mark, unmarked};

#[test]
fn a_gap_in_a_name_is_one_character() {
    for (words, fits) in [([25, 24], true), ([25, 25], false), ([0, 50], true), ([0, 51], false)] {
        let name = words.map(|len| "a".repeat(len)).join(" \n ");
        assert_eq!(NameLength::of(&name).fits(), fits, "{name:?}");
    }
}

#[test]
fn plain_bytes_neither_end_a_dash_nor_are_a_gap() {
    for byte in 0..=u8::MAX {
        let c = char::from(byte);
        let is_asked = may_end_dash(c) || is_line_marker(c) || is_whitespace(c);
        assert_eq!(PLAIN.contains(byte), byte.is_ascii_graphic() && !is_asked, "{c:?}");
    }
}

#[test]
fn no_attribution_is_surer_than_the_surest() {
    use DashKind::{Em, En, Hyphen, Hyphens};
    let dashes = [Em, Hyphens, En, Hyphen].map(Delimiter::Dash);
    let undashed = [Delimiter::Spaces, Delimiter::LineBreak, Delimiter::TextEnd];
    let text_ends =
        [TextEnd::Nothing, TextEnd::Quotation, TextEnd::Link, TextEnd::Sentence, TextEnd::Hashtag, TextEnd::Word];
    let surest = |delimiters: &[Delimiter]| {
        let found = delimiters.iter().flat_map(|&delimiter| {
            text_ends.into_iter().flat_map(move |text_end| {
                [true, false].map(|starts_line| NameAndDash {
                    start: 0,
                    name: "",
                    delimiter,
                    text_end,
                    starts_line,
                    is_broken: false,
                })
            })
        });
        found.map(|found| found.weight()).max()
    };
    assert_eq!((surest(&dashes), surest(&undashed)), (Some(SUREST), Some(SUREST_UNDASHED)));
    assert!(surest(&[Delimiter::LineBreak, Delimiter::TextEnd]) < Some(SUREST_UNDASHED));
}

/// Checks that a text ends with an attribution whose name is the marked one, and returns what was found. A `‖` marks
/// the end of the previous quotation.
#[track_caller]
fn found(marked: &str) -> NameAndDash<'static> {
    let Marked { text, parts } = Marked::read(marked);
    let previous = parts.iter().find(|(part, _)| *part == Part::Place).cloned();
    let previous_end = previous.as_ref().map_or(0, |(_, place)| place.end);
    let found = name_and_dash(Cursor { document: &text, previous_end, at: text.len() }).unwrap();
    let start = text.offset(found.name);
    let name = (Part::Name, start..start + found.name.len());
    assert_eq!(mark(&text, &previous.into_iter().chain([name]).collect::<Vec<_>>()), marked);
    NameAndDash { name: "", ..found }
}

/// Checks the name, and the delimiter before it.
#[track_caller]
fn check(marked: &str, delimiter: Delimiter) {
    assert_eq!(found(marked).delimiter, delimiter, "{marked:?}");
}

#[test]
fn characters_that_join_or_vary_others_do_not_count() {
    for (name, fits) in [
        ("é".repeat(50), true),
        ("é".repeat(51), false),
        ("e\u{301}".repeat(50), true),
        ("👩🏽\u{200d}🚀".repeat(25), true),
        ("👩🏽\u{200d}🚀".repeat(26), false),
    ] {
        assert_eq!(NameLength::of(&name).fits(), fits, "{name:?}");
    }
}

#[test]
fn no_name_is_longer_than_fifty_characters() {
    for (name, fits) in [
        ("a".repeat(50), true),
        ("a".repeat(51), false),
        ("é".repeat(50), true),
        ("é".repeat(51), false),
        (["é".repeat(25), "é".repeat(24)].join(" "), true),
        (["é".repeat(25), "é".repeat(25)].join(" "), false),
        (["a".repeat(25), "a".repeat(24)].join("\t"), true),
        (["a".repeat(25), "a".repeat(25)].join("\t"), false),
    ] {
        let document = format!("So sad! — {name} ");
        let found = name_and_dash(Cursor { document: &document, previous_end: 0, at: document.len() });
        let expected = fits.then_some((Delimiter::Dash(DashKind::Em), name.as_str()));
        assert_eq!(found.map(|found| (found.delimiter, found.name)), expected, "{document:?}");
    }
}

#[test]
fn a_line_break_does_not_end_a_name_and_a_blank_line_does() {
    for (marked, delimiter) in [
        ("So sad! — ⟨Dana\nOrtiz⟩ ", Delimiter::Dash(DashKind::Em)),
        ("So sad! — ⟨Dana\r\nOrtiz⟩ ", Delimiter::Dash(DashKind::Em)),
        ("So sad! — Dana\n\n⟨Ortiz⟩ ", Delimiter::LineBreak),
        ("So sad! — Dana\r\n\r\n⟨Ortiz⟩ ", Delimiter::LineBreak),
    ] {
        check(marked, delimiter);
    }
}

#[test]
fn markers_of_a_line_are_no_part_of_a_name() {
    for markers in ["> ", "> > ", ">> ", "| ", " >\t"] {
        check(&format!("So sad! —\n{markers}⟨Dana Ortiz⟩ "), Delimiter::Dash(DashKind::Em));
    }
    check("So sad! — ⟨Dana > Ortiz⟩ ", Delimiter::Dash(DashKind::Em));
}

#[test]
fn a_dash_within_a_word_is_no_dash() {
    use DashKind::{Em, En, Hyphen, Hyphens};
    for (marked, delimiter) in [
        ("It held— ⟨Dana Ortiz⟩ ", Delimiter::Dash(Em)),
        ("It held —⟨Dana Ortiz⟩ ", Delimiter::Dash(Em)),
        ("⟨It held—Dana Ortiz⟩ ", Delimiter::LineBreak),
        ("It held-- ⟨Dana Ortiz⟩ ", Delimiter::Dash(Hyphens)),
        ("It held --⟨Dana Ortiz⟩ ", Delimiter::Dash(Hyphens)),
        ("⟨It held--Dana Ortiz⟩ ", Delimiter::LineBreak),
        ("It held– ⟨Dana Ortiz⟩ ", Delimiter::Dash(En)),
        ("It held –⟨Dana Ortiz⟩ ", Delimiter::Dash(En)),
        ("It held - ⟨Dana Ortiz⟩ ", Delimiter::Dash(Hyphen)),
        ("⟨It held- Dana Ortiz⟩ ", Delimiter::LineBreak),
        ("⟨It held -Dana Ortiz⟩ ", Delimiter::LineBreak),
        // Nor do the blanks behind it begin a name.
        ("⟨It held-  Dana Ortiz⟩ ", Delimiter::LineBreak),
        ("⟨It held-\nDana Ortiz⟩ ", Delimiter::LineBreak),
    ] {
        check(marked, delimiter);
    }
}

#[test]
fn without_a_dash_a_name_follows_the_end_of_a_text() {
    for (marked, delimiter) in [
        ("So sad! ⟨Dana Ortiz⟩ ", Delimiter::TextEnd),
        ("So sad. ⟨Dana Ortiz⟩ ", Delimiter::TextEnd),
        ("So sad #rain ⟨Dana Ortiz⟩ ", Delimiter::TextEnd),
        ("So sad!⟨Dana Ortiz⟩ ", Delimiter::TextEnd),
        ("See t.co/AbCdEf1234⟨Dana⟩ ", Delimiter::TextEnd),
        ("⟨So sad.Dana Ortiz⟩ ", Delimiter::LineBreak),
        ("⟨So sad J. Ortiz⟩ ", Delimiter::LineBreak),
        ("So sad  ⟨Dana Ortiz⟩ ", Delimiter::Spaces),
        // What the text ends with is not followed by an empty name.
        ("⟨So sad!⟩ ", Delimiter::LineBreak),
    ] {
        check(marked, delimiter);
    }
}

#[test]
fn of_several_places_the_surest_begins_the_attribution() {
    use DashKind::{Em, Hyphen};
    for (marked, delimiter) in [
        // A hyphen that begins a line is as sure as an em dash within a sentence.
        ("I love it — truly\n- ⟨Dana Ortiz⟩ ", Delimiter::Dash(Hyphen)),
        ("I love it — ⟨truly - Dana Ortiz⟩ ", Delimiter::Dash(Em)),
        // So is a link before a lost dash.
        ("It holds — see pic.twitter.com/AbCdEf1234  ⟨Dana Ortiz⟩ ", Delimiter::Spaces),
        ("See pic.twitter.com/AbCdEf1234 — ⟨It holds  Dana Ortiz⟩ ", Delimiter::Dash(Em)),
        ("See pic.twitter.com/AbCdEf1234 — ⟨The bridge! -- 山姆⟩ ", Delimiter::Dash(Em)),
    ] {
        check(marked, delimiter);
    }
}

#[test]
fn a_dash_is_as_sure_where_the_window_ends_before_it() {
    let found = found(&format!("So sad! — ⟨Dana{}Ortiz⟩ ", " ".repeat(WINDOW - "— DanaOrtiz ".len())));
    assert_eq!(
        (found.delimiter, found.text_end, found.start),
        (Delimiter::Dash(DashKind::Em), TextEnd::Nothing, "So sad! ".len())
    );
}

#[test]
fn the_thing_before_the_dash_is_told() {
    for (marked, text_end, starts_line) in [
        ("— ⟨Dana⟩ ", TextEnd::Nothing, true),
        ("\n — ⟨Dana⟩ ", TextEnd::Nothing, true),
        ("So sad! — ⟨Dana⟩ ", TextEnd::Sentence, false),
        ("So sad!\n — ⟨Dana⟩ ", TextEnd::Sentence, true),
        ("It held. — Kim Lee (@kimlee) July 14, 2021‖ — ⟨Dana⟩ ", TextEnd::Quotation, false),
        ("It held. — Kim Lee (@kimlee) July 14, 2021‖\n— ⟨Dana⟩ ", TextEnd::Quotation, true),
        ("It held. — Kim Lee (@kimlee) July 14, 2021‖ See #rain — ⟨Dana⟩ ", TextEnd::Hashtag, false),
    ] {
        let found = found(marked);
        let expected = (Delimiter::Dash(DashKind::Em), text_end, starts_line);
        assert_eq!((found.delimiter, found.text_end, found.starts_line), expected, "{marked:?}");
    }
}

#[test]
fn a_name_without_a_dash_may_follow_the_previous_quotation() {
    for (marked, delimiter, text_end) in [
        ("⟨Dana Ortiz⟩ ", Delimiter::LineBreak, TextEnd::Nothing),
        (" ⟨Dana Ortiz⟩ ", Delimiter::LineBreak, TextEnd::Nothing),
        ("It held. — Kim Lee (@kimlee) July 14, 2021‖\n⟨Dana Ortiz⟩ ", Delimiter::LineBreak, TextEnd::Quotation),
        ("It held. — Kim Lee (@kimlee) July 14, 2021‖ ⟨Dana Ortiz⟩ ", Delimiter::TextEnd, TextEnd::Quotation),
    ] {
        let found = found(marked);
        assert_eq!((found.delimiter, found.text_end), (delimiter, text_end), "{marked:?}");
    }
}

#[test]
fn marks_of_direction_belong_to_a_name_and_are_none() {
    check("So sad! — ⟨دانا\u{200f}⟩ ", Delimiter::Dash(DashKind::Em));
    let document = "So sad! —\u{200f} ";
    let found = name_and_dash(Cursor { document, previous_end: 0, at: document.len() }).unwrap();
    assert_eq!((found.delimiter, found.name), (Delimiter::Dash(DashKind::Em), ""));
}

#[test]
fn only_a_url_is_the_destination_of_a_names_link() {
    for (marked, linked) in [
        ("⟨— [Dana⟩](https://example.com/d)", true),
        ("⟨— [Dana⟩](/people/7)", true),
        ("⟨— Dana⟩ [https://example.com/d]", false),
        ("⟨— [Dana](bridges)⟩", false),
        ("⟨— [Dana](https: a bridge)⟩", false),
        ("⟨— Dana [bridges]⟩", false),
        ("⟨— Dana (https://example.com/d)⟩", false),
    ] {
        let named = unmarked(marked);
        let (name, is_linked) = unlinked_name(&named);
        assert_eq!((mark(&named, &[(Part::Name, 0..name.len())]).as_str(), is_linked), (marked, linked));
    }
}

#[test]
fn words_with_a_space_between_them_are_passed_over_at_once() {
    for (text, words) in [
        ("", ""),
        ("Dana Ort", "Dana Ort"),
        ("Dana ", "Dana "),
        ("— Dana Ort", "Dana Ort"),
        ("Dana  Ort", "Ort"),
        ("Dana  ", ""),
        ("Dana\tOrt", "Ort"),
        ("a well-known Ort", "known Ort"),
        ("Renée Ort", "e Ort"),
    ] {
        assert_eq!(words_before(text, text.len()), words.len(), "{text:?}");
    }
    assert_eq!(words_before("Dana Ortiz", 3), 3);
    // One more than a name has, so that it is seen to be too long.
    assert_eq!(words_before(&"a".repeat(60), 60), 51);
}

#[test]
fn several_blanks_in_a_row_are_a_wide_gap() {
    for (name, wide) in
        [("Dana Ortiz", false), ("Dana\nOrtiz", false), ("Dana  Ortiz", true), ("Dana \u{a0}Ortiz", true), ("D", false)]
    {
        assert_eq!(has_wide_gap(name), wide, "{name:?}");
    }
}
