//! What holds for any text, and for any day of any language.

#[allow(dead_code, unreachable_pub)]
#[path = "../../../tests/articles/random.rs"]
mod random;

use super::*;
use crate::date::{STAMP_BYTES, epoch_millis, may_begin_date, rendered_stamp, short_year_date, stamp_at, timed_date};
use random::Random;

const PIECES: [&str; 46] = [
    "July",
    "jul",
    "14",
    "1",
    "2021",
    "2564",
    "19",
    "7月",
    "年",
    "日",
    "tháng",
    "tháng",
    "de ",
    "d’",
    ".",
    ",",
    "-",
    "\\",
    " ",
    "\n> ",
    "г.",
    "(a)",
    "(e)ko",
    "at ",
    "7:32",
    "AM",
    "·",
    "T03:14",
    "Z",
    "\u{301}",
    "ค.ศ.",
    "m.",
    "gada",
    "<!---->",
    "午後",
    "ÖS ",
    "p. m.",
    ":",
    "٣٢",
    "XM ",
    "14.07.",
    "/7/",
    " · ",
    "Jul 14",
    "7:32 PM",
    "2021-07-14",
];

/// At most `most` characters, each of ASCII or of all.
fn any_text(random: &mut Random, most: usize) -> String {
    let any = |random: &mut Random| {
        let limit = *random.of(&[0x80, 0x500, 0x11_0000]);
        u32::try_from(random.below(limit)).ok().and_then(char::from_u32).filter(|c| !c.is_control())
    };
    (0..random.below(most + 1)).filter_map(|_| any(random)).collect()
}

fn assert_nothing_panics_and_rests_are_ends(input: &str) {
    for parser in [date, short_year_date, rendered_stamp, timed_date, epoch_millis] {
        if let Ok((rest, stamp)) = parser(input) {
            assert!(input.ends_with(rest) && rest.len() < input.len(), "{input:?}");
            assert!((2006..=2099).contains(&stamp.date.year()), "{input:?}");
        }
    }
    if date(input).is_ok() {
        assert!(may_begin_date(input), "{input:?}");
    }
    for at in (0..input.len()).filter(|&at| STAMP_BYTES.contains(&input.as_bytes()[at])) {
        for floor in (0..=at).filter(|&floor| input.is_char_boundary(floor)) {
            if let Some((span, stamp)) = stamp_at(input, floor, at) {
                assert!(span.start >= floor && span.start <= at && at < span.end, "{input:?}");
                assert!(input.get(span).is_some(), "{input:?}");
                assert!((2006..=2099).contains(&stamp.date.year()), "{input:?}");
            }
        }
    }
}

#[test]
fn any_text_is_read_or_refused() {
    let mut random = Random::new(1);
    for _ in 0..1000 {
        assert_nothing_panics_and_rests_are_ends(&any_text(&mut random, 32));
    }
}

#[test]
fn any_pieces_of_dates_are_read_or_refused() {
    let mut random = Random::new(2);
    for _ in 0..1000 {
        let count = random.below(10);
        let piece = |random: &mut Random| {
            if random.below(4) > 0 { (*random.of(&PIECES)).to_owned() } else { any_text(random, 3) }
        };
        let input: String = (0..count).map(|_| piece(&mut random)).collect();
        assert_nothing_panics_and_rests_are_ends(&input);
    }
}

#[test]
fn any_day_is_read_back_whatever_follows() {
    let mut random = Random::new(3);
    for _ in 0..1000 {
        let (tag, pattern, zero, names) = random.of(&PATTERNS);
        let date = day(2006, 3, 21) + chrono::Days::new(random.next() % 34_000);
        // Anything that cannot be taken for the end of the date: a suffix, a dot, a letter of the month's name.
        let follows = any_text(&mut random, 32).replace(['\n', '日', '일'], "");
        let tail = match random.below(4) {
            0 => String::new(),
            _ => [*random.of(&["", " ", "\n"]), *random.of(&["A", "M", "T", "Z", "@", "#", "\"", "“"]), &follows]
                .concat(),
        };
        let input = write(pattern, *zero, names, date) + &tail;
        assert_eq!(read(&input), Some((date, tail.as_str())), "{tag} {pattern} {input:?}");
    }
}
