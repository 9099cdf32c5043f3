//! Where a text begins by structure alone.

mod common;

use common::{check_with, unmarked};
use embedded_tweet::{Boundary, Extractor};

/// Checks the marks, and the kind of the last beginning.
#[track_caller]
fn check(marked: &str, boundary: Boundary) {
    let extractor = Extractor::new().structure_only(true);
    check_with(extractor, marked);
    let text = unmarked(marked);
    assert_eq!(extractor.tweets(&text).last().unwrap().boundary(), boundary);
}

/// A paragraph as pages have it.
const PARAGRAPH: &str = "The council met on Tuesday in the old town hall, where the mayor spoke for \
    an hour about the bridge and nobody asked how it is to be paid for, although the harbour, which had offered to pay for a \
    third of it, has had no money since the fire of last year and will not open again before the spring.";

#[test]
fn quote_markers_hold_a_text_together() {
    check(
        "They met.\n\n> ⟦So glad!\n>\n> Truly.⟧\n>\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\nThe mayor",
        Boundary::Quote,
    );
    check(
        &format!("> {PARAGRAPH} {PARAGRAPH}\n\n> ⟦So glad!⟧\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n"),
        Boundary::Quote,
    );
    check("> A letter.\n>\n> > ⟦So glad!⟧\n> >\n> > — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n", Boundary::Quote);
}

#[test]
fn indentation_that_prose_lacks_holds_a_text_together() {
    check(
        &format!(
            "   {PARAGRAPH}\n\n     ⟦So glad!\n\n     Truly.⟧\n     — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n\n   {PARAGRAPH}\n"
        ),
        Boundary::Paragraph,
    );
}

#[test]
fn a_paragraph_is_a_text() {
    check("⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n", Boundary::Paragraph);
    check(
        &format!("{PARAGRAPH}\n\n⟦So glad!\nTruly.⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n"),
        Boundary::Paragraph,
    );
    check(
        &format!("{PARAGRAPH}\r\n\r\n⟦So glad!⟧\r\n\r\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\r\n"),
        Boundary::Paragraph,
    );
}

#[test]
fn a_line_is_a_text_where_the_paragraph_is_too_long() {
    let prose = format!("{PARAGRAPH}\n{PARAGRAPH} {PARAGRAPH}");
    check(&format!("{prose}\n⟦So glad!⟧\n— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n"), Boundary::Line);
}

#[test]
fn a_text_begins_where_the_previous_quotation_ends() {
    check(
        "⟦So glad!⟧ — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆ ⟦So sad!⟧ — ⟨Ann Bell⟩ (@⟪annbell⟫) ⦅July 15, 2021⦆",
        Boundary::Quotation,
    );
}

#[test]
fn a_text_is_no_longer_than_a_tweet() {
    let prose = "They met. ".repeat(40);
    let page = format!("{prose}So glad! — Dana Ortiz (@dortiz) July 14, 2021");
    let tweet = Extractor::new().structure_only(true).tweets(&page).next().unwrap();
    assert_eq!(tweet.boundary(), Boundary::Words);
    assert_eq!(tweet.text().len(), 278, "{:?}", tweet.text());
    assert!(tweet.text().starts_with("They"));
}

#[test]
fn a_quote_that_begins_with_its_attribution_has_lost_its_text() {
    let page = "The mayor met them.\n\n> — Dana Ortiz (@dortiz) July 14, 2021\n";
    check_with(Extractor::new(), page);
    check_with(
        Extractor::new().accept_textless(true),
        "The mayor met them.\n\n> ⟦⟧— ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n",
    );
    // Quotes whose first lines lost their markers, or that stand in a list.
    check_with(Extractor::new(), "⟦So glad!⟧\n>\n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
    check_with(Extractor::new(), "  * ⟦> So glad!⟧\n> \n> — ⟨Dana Ortiz⟩ (@⟪dortiz⟫) ⦅July 14, 2021⦆\n");
}
