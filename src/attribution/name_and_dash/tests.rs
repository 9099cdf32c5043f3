//! Where an attribution begins in texts of our own: mostly a document that ends before the handle's parenthesis.

use super::*;

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
        let is_asked = dash::may_end_dash(c) || is_line_marker(c) || is_whitespace(c);
        assert_eq!(is_plain(byte), byte.is_ascii_graphic() && !is_asked, "{c:?}");
    }
}

#[test]
fn no_attribution_is_surer_than_the_surest() {
    use DashKind::{Em, En, Hyphen, Hyphens};
    let dashes = [Em, Hyphens, En, Hyphen].map(LeadKind::Dash);
    let undashed = [LeadKind::Spaces, LeadKind::Line, LeadKind::End];
    let endings = [Ending::Nothing, Ending::Quotation, Ending::Link, Ending::Sentence, Ending::Tag, Ending::Word];
    let surest = |kinds: &[LeadKind]| {
        let lead = Lead {
            start: 0,
            name_start: 0,
            name_end: 0,
            kind: LeadKind::Line,
            ending: Ending::Word,
            starts_line: true,
        };
        let leads = kinds.iter().flat_map(|&kind| {
            let of_kind = move |ending| [true, false].map(|starts_line| Lead { kind, ending, starts_line, ..lead });
            endings.into_iter().flat_map(of_kind)
        });
        leads.map(|lead| lead.weight()).max()
    };
    assert_eq!((surest(&dashes), surest(&undashed)), (Some(SUREST), Some(SUREST_UNDASHED)));
    assert!(surest(&[LeadKind::Line, LeadKind::End]) < Some(SUREST_UNDASHED));
}

/// How the attribution was told that ends with `document`, and the name in it.
fn lead_at_end(document: &str) -> Option<(LeadKind, &str)> {
    let lead = lead(document, 0, document.len())?;
    Some((lead.kind, &document[lead.name_start..lead.name_end]))
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
        let expected = fits.then_some((LeadKind::Dash(DashKind::Em), name.as_str()));
        assert_eq!(lead_at_end(&document), expected, "{document:?}");
    }
}

#[test]
fn a_line_break_does_not_end_a_name_and_a_blank_line_does() {
    for (document, kind, name) in [
        ("So sad! — Dana\nOrtiz ", LeadKind::Dash(DashKind::Em), "Dana\nOrtiz"),
        ("So sad! — Dana\r\nOrtiz ", LeadKind::Dash(DashKind::Em), "Dana\r\nOrtiz"),
        ("So sad! — Dana\n\nOrtiz ", LeadKind::Line, "Ortiz"),
        ("So sad! — Dana\r\n\r\nOrtiz ", LeadKind::Line, "Ortiz"),
    ] {
        assert_eq!(lead_at_end(document), Some((kind, name)), "{document:?}");
    }
}

#[test]
fn markers_of_a_line_are_no_part_of_a_name() {
    for markers in ["> ", "> > ", ">> ", "| ", " >\t"] {
        let document = format!("So sad! —\n{markers}Dana Ortiz ");
        assert_eq!(lead_at_end(&document), Some((LeadKind::Dash(DashKind::Em), "Dana Ortiz")), "{document:?}");
    }
    let document = "So sad! — Dana > Ortiz ";
    assert_eq!(lead_at_end(document), Some((LeadKind::Dash(DashKind::Em), "Dana > Ortiz")));
}

#[test]
fn a_dash_within_a_word_is_no_dash() {
    use DashKind::{Em, En, Hyphen, Hyphens};
    for (document, kind, name) in [
        ("It held— Dana Ortiz ", LeadKind::Dash(Em), "Dana Ortiz"),
        ("It held —Dana Ortiz ", LeadKind::Dash(Em), "Dana Ortiz"),
        ("It held—Dana Ortiz ", LeadKind::Line, "It held—Dana Ortiz"),
        ("It held-- Dana Ortiz ", LeadKind::Dash(Hyphens), "Dana Ortiz"),
        ("It held --Dana Ortiz ", LeadKind::Dash(Hyphens), "Dana Ortiz"),
        ("It held--Dana Ortiz ", LeadKind::Line, "It held--Dana Ortiz"),
        ("It held– Dana Ortiz ", LeadKind::Dash(En), "Dana Ortiz"),
        ("It held –Dana Ortiz ", LeadKind::Dash(En), "Dana Ortiz"),
        ("It held - Dana Ortiz ", LeadKind::Dash(Hyphen), "Dana Ortiz"),
        ("It held- Dana Ortiz ", LeadKind::Line, "It held- Dana Ortiz"),
        ("It held -Dana Ortiz ", LeadKind::Line, "It held -Dana Ortiz"),
        // Nor do the blanks behind it begin a name.
        ("It held-  Dana Ortiz ", LeadKind::Line, "It held-  Dana Ortiz"),
        ("It held-\nDana Ortiz ", LeadKind::Line, "It held-\nDana Ortiz"),
    ] {
        assert_eq!(lead_at_end(document), Some((kind, name)), "{document:?}");
    }
}

#[test]
fn without_a_dash_a_name_follows_the_end_of_a_text() {
    for (document, kind, name) in [
        ("So sad! Dana Ortiz ", LeadKind::End, "Dana Ortiz"),
        ("So sad. Dana Ortiz ", LeadKind::End, "Dana Ortiz"),
        ("So sad #rain Dana Ortiz ", LeadKind::End, "Dana Ortiz"),
        ("So sad!Dana Ortiz ", LeadKind::End, "Dana Ortiz"),
        ("See t.co/AbCdEf1234Dana ", LeadKind::End, "Dana"),
        ("So sad.Dana Ortiz ", LeadKind::Line, "So sad.Dana Ortiz"),
        ("So sad J. Ortiz ", LeadKind::Line, "So sad J. Ortiz"),
        ("So sad  Dana Ortiz ", LeadKind::Spaces, "Dana Ortiz"),
        // What the text ends with is not followed by an empty name.
        ("So sad! ", LeadKind::Line, "So sad!"),
    ] {
        assert_eq!(lead_at_end(document), Some((kind, name)), "{document:?}");
    }
}

#[test]
fn of_several_places_the_surest_begins_the_attribution() {
    use DashKind::{Em, Hyphen};
    for (document, kind, name) in [
        // A hyphen that begins a line is as sure as an em dash within a sentence.
        ("I love it — truly\n- Dana Ortiz ", LeadKind::Dash(Hyphen), "Dana Ortiz"),
        ("I love it — truly - Dana Ortiz ", LeadKind::Dash(Em), "truly - Dana Ortiz"),
        // So is a link before a lost dash.
        ("It holds — see pic.twitter.com/AbCdEf1234  Dana Ortiz ", LeadKind::Spaces, "Dana Ortiz"),
        ("See pic.twitter.com/AbCdEf1234 — It holds  Dana Ortiz ", LeadKind::Dash(Em), "It holds  Dana Ortiz"),
        ("See pic.twitter.com/AbCdEf1234 — The bridge! -- 山姆 ", LeadKind::Dash(Em), "The bridge! -- 山姆"),
    ] {
        assert_eq!(lead_at_end(document), Some((kind, name)), "{document:?}");
    }
}

#[test]
fn a_dash_is_as_sure_where_the_window_ends_before_it() {
    let document = format!("So sad! — Dana{}Ortiz ", " ".repeat(WINDOW - "— DanaOrtiz ".len()));
    let lead = lead(&document, 0, document.len()).unwrap();
    assert_eq!((lead.kind, lead.ending, lead.start), (LeadKind::Dash(DashKind::Em), Ending::Nothing, 8));
}

#[test]
fn what_stands_before_the_dash_is_told() {
    const QUOTATION: &str = "It held. — Kim Lee (@kimlee) July 14, 2021";
    for (previous, text, ending, starts_line) in [
        ("", "— Dana ", Ending::Nothing, true),
        ("", "\n — Dana ", Ending::Nothing, true),
        ("", "So sad! — Dana ", Ending::Sentence, false),
        ("", "So sad!\n — Dana ", Ending::Sentence, true),
        (QUOTATION, " — Dana ", Ending::Quotation, false),
        (QUOTATION, "\n— Dana ", Ending::Quotation, true),
        (QUOTATION, " See #rain — Dana ", Ending::Tag, false),
    ] {
        let document = [previous, text].concat();
        let lead = lead(&document, previous.len(), document.len()).unwrap();
        assert_eq!(lead.kind, LeadKind::Dash(DashKind::Em), "{document:?}");
        assert_eq!((lead.ending, lead.starts_line), (ending, starts_line), "{document:?}");
    }
}

#[test]
fn a_name_without_a_dash_may_follow_the_previous_quotation() {
    const QUOTATION: &str = "It held. — Kim Lee (@kimlee) July 14, 2021";
    for (previous, text, kind, ending) in [
        ("", "Dana Ortiz ", LeadKind::Line, Ending::Nothing),
        ("", " Dana Ortiz ", LeadKind::Line, Ending::Nothing),
        (QUOTATION, "\nDana Ortiz ", LeadKind::Line, Ending::Quotation),
        (QUOTATION, " Dana Ortiz ", LeadKind::End, Ending::Quotation),
    ] {
        let document = [previous, text].concat();
        let lead = lead(&document, previous.len(), document.len()).unwrap();
        assert_eq!((lead.kind, lead.ending), (kind, ending), "{document:?}");
        assert_eq!(&document[lead.name_start..lead.name_end], "Dana Ortiz", "{document:?}");
    }
}

#[test]
fn marks_of_direction_belong_to_a_name_and_are_none() {
    for (document, name) in [("So sad! — دانا\u{200f} ", "دانا\u{200f}"), ("So sad! —\u{200f} ", "")] {
        assert_eq!(lead_at_end(document), Some((LeadKind::Dash(DashKind::Em), name)), "{document:?}");
    }
}

#[test]
fn only_a_url_is_the_target_of_a_names_link() {
    for (named, linked, name) in [
        ("— [Dana](https://example.com/d)", true, "— [Dana"),
        ("— [Dana](/people/7)", true, "— [Dana"),
        ("— Dana [https://example.com/d]", false, "— Dana"),
        ("— [Dana](bridges)", false, "— [Dana](bridges)"),
        ("— [Dana](https: a bridge)", false, "— [Dana](https: a bridge)"),
        ("— Dana [bridges]", false, "— Dana [bridges]"),
        ("— Dana (https://example.com/d)", false, "— Dana (https://example.com/d)"),
    ] {
        assert_eq!(unlinked_name(named), (linked, name.len()), "{named:?}");
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
        [("Dana Ortiz", false), ("Dana\nOrtiz", false), ("Dana  Ortiz", true), ("Dana\n>Ortiz", true), ("D", false)]
    {
        assert_eq!(holds_wide_gap(name), wide, "{name:?}");
    }
}
