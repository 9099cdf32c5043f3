//! What holds for any text, and for any day of any language.

use proptest::prelude::*;

use super::*;
use crate::date::{
    STAMP_BYTES, epoch_millis, may_begin_date, rendered_stamp, short_year_date, stamp_at, template_stamp, timed_date,
};

/// Texts that are nearly dates: their pieces in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "July", "jul", "14", "1", "2021", "2564", "19", "7月", "年", "日", "тháng", "tháng", "de ", "d’", ".", ",",
            "-", "\\", " ", "\n> ", "г.", "(a)", "(e)ko", "at ", "7:32", "AM", "·", "T03:14", "Z", "\u{301}", "ค.ศ.",
            "m.", "gada", "<!---->", "午後", "ÖS ", "p. m.", ":", "٣٢", "XM ", "14.07.", "/7/", " · ",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,3}",
    ];
    prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

fn nothing_panics_and_rests_are_ends(input: &str) -> Result<(), TestCaseError> {
    for parser in [date, short_year_date, rendered_stamp, template_stamp, timed_date, epoch_millis] {
        if let Ok((rest, stamp)) = parser(input) {
            prop_assert!(input.ends_with(rest) && rest.len() < input.len());
            prop_assert!((2006..=2099).contains(&stamp.date.year()));
        }
    }
    if date(input).is_ok() {
        prop_assert!(may_begin_date(input));
    }
    for at in (0..input.len()).filter(|&at| STAMP_BYTES.contains(&input.as_bytes()[at])) {
        for floor in (0..=at).filter(|&floor| input.is_char_boundary(floor)) {
            if let Some((span, stamp)) = stamp_at(input, floor, at) {
                prop_assert!(span.start >= floor && span.start <= at && at < span.end);
                prop_assert!(input.get(span).is_some());
                prop_assert!((2006..=2099).contains(&stamp.date.year()));
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(input in "\\PC*") {
        nothing_panics_and_rests_are_ends(&input)?;
    }

    #[test]
    fn any_pieces_of_dates_are_read_or_refused(input in pieces()) {
        nothing_panics_and_rests_are_ends(&input)?;
    }

    #[test]
    fn any_day_is_read_back_whatever_follows(
        row in prop::sample::select(&PATTERNS[..]),
        days in 0..34_000_u64,
        // Anything that cannot be taken for the end of the date: a suffix, a dot, a letter of the month's name.
        tail in "([ \n]?[A-Z@#\"“][^日일]*)?",
    ) {
        let date = day(2006, 3, 21) + chrono::Days::new(days);
        let (tag, pattern, zero, names) = row;
        let input = write(pattern, zero, &names, date) + &tail;
        prop_assert_eq!(read(&input), Some((date, tail.as_str())), "{} {}", tag, pattern);
    }
}
