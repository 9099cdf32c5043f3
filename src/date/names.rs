//! Case folding, removal of marks, and the search for a name in a sorted table.
//!
//! `scripts/generate_date_table.py` folds the names of the tables in the same way.

use nom::{
    Parser,
    character::complete::satisfy,
    combinator::{not, value},
    sequence::preceded,
};

use super::tables::LETTERS;
use crate::text::{
    parse::{IResult, parsed},
    steps,
    whitespace::{gap_len, is_whitespace},
};

/// The most bytes of input that are read for one name: room for the longest name with every mark doubled and a wrapped
/// line.
const WIDEST_NAME: usize = 300;

/// Whether folding removes `c`: a combining accent, Arabic vowel sign or hamza, nukta, joiner, or soft hyphen.
///
/// Pages have these composed, decomposed, or not at all: `फ़रवरी` and `फरवरी`, `ژوئیهٔ` and `ژوئیه`.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{655}'
        | '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{abc}' | '\u{b3c}'
        | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// `c` in lower case without marks.
///
/// `É` becomes `e`; `İ` and `ı` become `i` in any language. Letters that are typed for each other become one (final
/// sigma, Persian and Arabic `ي`), and so do all apostrophes.
fn fold(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c.to_lowercase().next().unwrap_or(c) {
        '’' | 'ʼ' | '‘' | 'ʻ' | '׳' => '\'',
        '״' | '”' | '“' => '"',
        'ı' => 'i',
        'ς' => 'σ',
        'ی' | 'ى' => 'ي',
        'ک' => 'ك',
        lower => without_marks(lower),
    }
}

fn without_marks(lower: char) -> char {
    let found = LETTERS.binary_search_by_key(&lower, |&(marked, _)| marked).ok();
    found.and_then(|at| LETTERS.get(at)).map_or(lower, |&(_, base)| base)
}

/// One of `folded`, in any case and with any marks; they are sorted. A mark before the word belongs to another
/// character.
pub(super) fn words<'t, const N: usize>(
    folded: &'static [&'static str; N],
) -> impl Parser<&'t str, Output = (), Error = ()> {
    debug_assert!(folded.is_sorted());
    value((), preceded(not(satisfy(is_mark)), |input| longest(folded, |word| word, input)))
}

/// The longest of `names` at the beginning of `input`. They are sorted by the bytes of `key`, the folded name.
///
/// A space in a name is any gap in the input. Of a longer word (`marvellous`), its beginning (`mar`) is found: each
/// production decides what may follow a name.
pub(super) fn longest<'t, N>(
    names: &'static [N],
    key: impl Fn(&N) -> &'static str,
    input: &'t str,
) -> IResult<&'t str, &'static N> {
    let mut candidates = names;
    let mut depth = 0;
    let mut rest = input;
    let mut found = None;
    while let Some(c) = rest.chars().next().filter(|_| !candidates.is_empty() && input.len() - rest.len() < WIDEST_NAME)
    {
        steps::step(1);
        let width = if is_whitespace(c) { gap_len(rest) } else { c.len_utf8() };
        let Some(after) = rest.get(width..) else { break };
        rest = after;
        if !is_mark(c) {
            let folded = if is_whitespace(c) { ' ' } else { fold(c) };
            let mut buffer = [0; 4];
            for byte in folded.encode_utf8(&mut buffer).bytes() {
                candidates = with_byte(candidates, &key, depth, byte);
                depth += 1;
            }
        }
        // The shortest of the names with one beginning is the first of them.
        found = candidates.first().filter(|name| key(name).len() == depth).map(|name| (rest, name)).or(found);
    }
    parsed(found)
}

/// Those of `candidates`, which share their first `at` bytes, that have `byte` after them.
fn with_byte<N>(candidates: &[N], key: impl Fn(&N) -> &'static str, at: usize, byte: u8) -> &[N] {
    // A name that ends there sorts before all others, and 0 is no byte of a name.
    let byte_of = |name: &N| key(name).as_bytes().get(at).copied().unwrap_or(0);
    let low = candidates.partition_point(|name| byte_of(name) < byte);
    let from_low = candidates.get(low..).unwrap_or_default();
    let len = from_low.partition_point(|name| byte_of(name) == byte);
    from_low.get(..len).unwrap_or_default()
}

#[cfg(test)]
fn folded(text: &str) -> String {
    text.chars().filter(|&c| !is_mark(c)).map(fold).collect()
}

/// Fails if [`longest`] could not find each of `names`.
#[cfg(test)]
pub(super) fn assert_searchable(names: impl IntoIterator<Item = &'static str>) {
    let names: Vec<_> = names.into_iter().collect();
    for &name in &names {
        assert_eq!(folded(name), name);
        assert!(name.len() * 2 < WIDEST_NAME, "{name}");
    }
    assert!(names.is_sorted_by(|a, b| a < b));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::tables::{DAY_PERIODS, MONTHS, Name, TIME_WORDS};

    fn month(input: &str) -> IResult<&str, &'static Name<3>> {
        longest(&MONTHS, |(name, _)| name, input)
    }

    #[test]
    fn tables_are_folded_and_sorted() {
        assert_searchable(MONTHS.iter().map(|(name, _)| *name));
        assert_searchable(DAY_PERIODS.iter().map(|(name, _)| *name));
        assert_searchable(TIME_WORDS.iter().copied());
        assert!(LETTERS.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn case_and_marks_make_no_difference() {
        for spellings in [
            ["février", "FÉVRIER", "fevrier", "fe\u{301}vrier"],
            ["Haziran", "HAZİRAN", "HAZIRAN", "hazıran"],
            ["Ιανουάριος", "ΙΑΝΟΥΑΡΙΟΣ", "ιανουάριος", "ΙΑΝΟΥΆΡΙΟΣ"],
            ["أبريل", "ابريل", "ا\u{654}بريل", "أَبريل"],
            ["फ़रवरी", "फरवरी", "\u{95e}रवरी", "फ\u{93c}रवरी"],
        ] {
            let [first, others @ ..] = spellings.map(folded);
            assert!(others.iter().all(|other| *other == first), "{spellings:?}");
        }
    }

    #[test]
    fn the_longest_name_is_found_and_no_more() {
        for (input, name, rest) in [
            ("July 14", "july", " 14"),
            ("Jul 14", "jul", " 14"),
            ("Marvellous", "mar", "vellous"),
            ("meán\n> fómhair 2021", "mean fomhair", " 2021"),
            ("ژوئیهٔ ۲۰۲۱", "ژوييه", " ۲۰۲۱"),
            ("十一月", "十一月", ""),
        ] {
            let found = month(input).map(|(rest, (name, _))| (rest, *name));
            assert_eq!(found, Ok((rest, name)), "{input:?}");
        }
        for input in ["", "ju", "x", " July"] {
            assert!(month(input).is_err(), "{input:?}");
        }
        let text = format!("July 14{}", " and it rained".repeat(WIDEST_NAME));
        assert_eq!(month(&text), Ok((&text["July".len()..], &("july", [7, 7, 0]))));
    }

    #[test]
    fn marks_do_not_make_a_name_longer_than_the_widest() {
        let is_read = |bytes: usize| {
            let input = format!("Ju{}l 14", "\u{301}".repeat((bytes - "Jul".len()) / 2));
            words(&["jul"]).parse(&input).is_ok_and(|(rest, ())| rest == " 14")
        };
        assert!(is_read(WIDEST_NAME - 1));
        for bytes in [WIDEST_NAME + 1, 2 * WIDEST_NAME + 1] {
            assert!(!is_read(bytes), "{bytes}");
        }
    }
}
