//! Letters compared without case and marks, and the search for a name in a sorted table.
//!
//! `scripts/generate_date_table.py` folds the tables in the same way.

use super::table::BASES;
use crate::text::{
    parse::{IResult, parsed},
    steps,
    whitespace::{gap_len, is_whitespace},
};

/// The most bytes of input that are looked at for one name: the longest name of the table with every mark doubled, and a
/// wrapped line in it.
const WIDEST_NAME: usize = 300;

/// Whether `c` is left out of comparisons: a combining accent, Arabic vowel sign or hamza, nukta, joiner, or soft hyphen.
///
/// Pages have them in either normal form or not at all: `फ़रवरी` and `फरवरी`, `ژوئیهٔ` and `ژوئیه`.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{655}'
        | '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{abc}' | '\u{b3c}'
        | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// `c` in lower case without marks: `É` is `e`, `İ` and `ı` are `i` whatever the language, and so are the letters that are
/// written for each other (final sigma, Persian and Arabic `ي`) and all apostrophes.
pub(super) fn fold(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c.to_lowercase().next().unwrap_or(c) {
        '’' | 'ʼ' | '‘' | 'ʻ' | '׳' => '\'',
        'ı' => 'i',
        'ς' => 'σ',
        'ی' | 'ى' => 'ي',
        'ک' => 'ك',
        lower => base(lower),
    }
}

fn base(lower: char) -> char {
    let found = BASES.binary_search_by_key(&lower, |&(marked, _)| marked).ok();
    found.and_then(|at| BASES.get(at)).map_or(lower, |&(_, base)| base)
}

/// The longest of `names` that `input` begins with; `names` are folded, and sorted by bytes.
///
/// A space in a name is any gap in the input. Of a name that goes on (`marvellous`), its beginning (`mar`) is found: what may
/// stand after a name is the grammar's concern.
pub(super) fn longest<'t, T: Copy>(names: &[(&str, T)], input: &'t str) -> IResult<&'t str, T> {
    let mut candidates = if any_may_begin(names, input) { names } else { &[] };
    let mut depth = 0;
    let mut rest = input;
    let mut found = None;
    while let Some(c) = rest.chars().next().filter(|_| !candidates.is_empty() && input.len() - rest.len() < WIDEST_NAME)
    {
        steps::step(1);
        let width = if is_whitespace(c) { gap_len(rest) } else { c.len_utf8() };
        let Some(after) = rest.get(width..) else { break };
        rest = after;
        if !is_dropped(c) {
            let folded = if is_whitespace(c) { ' ' } else { fold(c) };
            candidates = with_next(candidates, depth, folded);
            depth += folded.len_utf8();
        }
        match candidates.first() {
            // The shortest of the names with one beginning is the first of them.
            Some((name, value)) if name.len() == depth => found = Some((rest, *value)),
            _ => {}
        }
    }
    parsed(found)
}

/// Whether `input` begins with a character in the range of those that `names` begin with. Most inputs are refused here, at a
/// fraction of the cost of the search.
fn any_may_begin<T>(names: &[(&str, T)], input: &str) -> bool {
    let first_of = |name: Option<&(&str, T)>| name.and_then(|(name, _)| name.chars().next());
    let first = input.chars().next().map(fold);
    first.is_some() && first_of(names.first()) <= first && first <= first_of(names.last())
}

/// Those of `candidates`, which share their first `depth` bytes, whose next character is `next`.
fn with_next<'n, T>(candidates: &'n [(&'n str, T)], depth: usize, next: char) -> &'n [(&'n str, T)] {
    let mut buffer = [0; 4];
    let bytes = next.encode_utf8(&mut buffer).bytes();
    (depth..).zip(bytes).fold(candidates, |narrowed, (at, byte)| with_byte(narrowed, at, byte))
}

/// Those of `candidates`, which share their first `at` bytes, that have `byte` after them.
fn with_byte<'n, T>(candidates: &'n [(&'n str, T)], at: usize, byte: u8) -> &'n [(&'n str, T)] {
    // A name that ends there sorts before all others, and 0 is no byte of a name.
    let byte_of = |name: &str| name.as_bytes().get(at).copied().unwrap_or(0);
    let low = candidates.partition_point(|(name, _)| byte_of(name) < byte);
    let from_low = candidates.get(low..).unwrap_or_default();
    let len = from_low.partition_point(|(name, _)| byte_of(name) == byte);
    from_low.get(..len).unwrap_or_default()
}

/// The first three letters of names, where they are ASCII: most words that are no name are refused by them, at a fraction of
/// the cost of the search.
pub(super) struct Beginnings {
    /// For each first and second letter, the bits of the letters that follow them; [`ANY`] where something else does.
    thirds: [[u32; LETTERS]; LETTERS],
    /// Of each first letter, whether something else than a letter follows it in a name.
    short: [bool; LETTERS],
}

/// How many letters ASCII has.
const LETTERS: usize = 26;

/// Whatever follows.
const ANY: u32 = u32::MAX;

impl Beginnings {
    /// Those of `names`, which are folded.
    #[expect(clippy::indexing_slicing, reason = "runs when the crate is compiled")]
    pub(super) const fn of<T>(names: &[(&str, T)]) -> Self {
        let mut beginnings = Self { thirds: [[0; LETTERS]; LETTERS], short: [false; LETTERS] };
        let mut at = 0;
        while at < names.len() {
            beginnings = beginnings.and(names[at].0.as_bytes());
            at += 1;
        }
        beginnings
    }

    /// These, and that of `name`.
    #[expect(clippy::indexing_slicing, reason = "runs when the crate is compiled")]
    pub(super) const fn and(mut self, name: &[u8]) -> Self {
        if name[0].is_ascii() {
            let first = (name[0] - b'a') as usize;
            if name.len() > 1 && name[1].is_ascii_lowercase() {
                let second = (name[1] - b'a') as usize;
                let third = if name.len() > 2 && name[2].is_ascii_lowercase() { 1 << (name[2] - b'a') } else { ANY };
                self.thirds[first][second] |= third;
            } else {
                self.short[first] = true;
            }
        }
        self
    }

    /// Whether a name may begin like `input`: always if that does not begin with three ASCII characters.
    pub(super) fn may_begin(&self, input: &str) -> bool {
        let letter = |byte: u8| byte.is_ascii_alphabetic().then(|| usize::from(byte.to_ascii_lowercase() - b'a'));
        let mut bytes = input.bytes();
        let Some(first) = bytes.next() else { return false };
        if !first.is_ascii() {
            return true;
        }
        let Some(first) = letter(first) else { return false };
        let (Some(thirds), Some(&short)) = (self.thirds.get(first), self.short.get(first)) else { return false };
        if short {
            return true;
        }
        let Some(second) = bytes.next().filter(u8::is_ascii) else { return thirds.iter().any(|&thirds| thirds != 0) };
        let Some(&thirds) = letter(second).and_then(|second| thirds.get(second)) else { return false };
        match bytes.next().filter(u8::is_ascii) {
            Some(third) => thirds == ANY || letter(third).is_some_and(|third| thirds & (1 << third) != 0),
            None => thirds != 0,
        }
    }
}

/// `word`: one folded word, in any case and with any marks.
pub(super) fn word<'t>(folded: &'static str) -> impl Fn(&'t str) -> IResult<&'t str, ()> {
    move |input| longest(&[(folded, ())], input)
}

#[cfg(test)]
fn folded(text: &str) -> String {
    text.chars().filter(|&c| !is_dropped(c)).map(fold).collect()
}

/// Fails if [`longest`] could not find each of `names`.
#[cfg(test)]
pub(super) fn assert_searchable<T>(names: &[(&str, T)]) {
    for (name, _) in names {
        assert_eq!(folded(name), *name);
        assert!(name.len() * 2 < WIDEST_NAME, "{name}");
    }
    assert!(names.is_sorted_by(|a, b| a.0 < b.0));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::table::{MONTHS, PERIODS};

    #[test]
    fn tables_are_folded_and_sorted() {
        assert_searchable(MONTHS);
        assert_searchable(PERIODS);
        assert!(BASES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn every_name_may_begin_like_itself() {
        let months = Beginnings::of(MONTHS);
        for (name, _) in MONTHS {
            assert!(months.may_begin(name) && months.may_begin(&name.to_uppercase()), "{name}");
        }
        let periods = Beginnings::of(PERIODS);
        for (name, _) in PERIODS {
            assert!(periods.may_begin(name) && periods.may_begin(&name.to_uppercase()), "{name}");
        }
        for word in ["", "who", "xx", "qq", " july", "1", "j.", "j ", "Just", "mouth", "ju.", "ju "] {
            assert!(!months.may_begin(word), "{word}");
        }
        for input in ["j", "jé", "é", "月", "ju", "jú", "jué", "Jun"] {
            assert!(months.may_begin(input), "{input}");
        }
    }

    #[test]
    fn short_names_and_short_inputs_may_begin() {
        let names = Beginnings::of(&[("july", ()), ("o", ()), ("um", ())]);
        for input in ["j", "jé", "ju", "julé", "o", "o 7", "om", "oé", "u", "um", "umm", "um 7"] {
            assert!(names.may_begin(input), "{input}");
        }
        for input in ["x", "xé", "x 7", "jo", "jue", "ju 7", "uo"] {
            assert!(!names.may_begin(input), "{input}");
        }
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
            let names: Vec<_> = MONTHS.iter().map(|(name, _)| (*name, *name)).collect();
            assert_eq!(longest(&names, input), Ok((rest, name)), "{input:?}");
        }
        for input in ["", "ju", "x", " July"] {
            assert!(longest(MONTHS, input).is_err(), "{input:?}");
        }
        let text = format!("July 14{}", " and it rained".repeat(WIDEST_NAME));
        assert_eq!(longest(MONTHS, &text), Ok((&text["July".len()..], [7, 7, 0])));
    }

    #[test]
    fn marks_do_not_make_a_name_longer_than_the_widest() {
        let jul = |bytes: usize| format!("Ju{}l 14", "\u{301}".repeat((bytes - "Jul".len()) / 2));
        assert_eq!(longest(&[("jul", ())], &jul(WIDEST_NAME - 1)), Ok((" 14", ())));
        for bytes in [WIDEST_NAME + 1, 2 * WIDEST_NAME + 1] {
            assert!(longest(&[("jul", ())], &jul(bytes)).is_err(), "{bytes}");
        }
    }

    #[test]
    fn what_is_outside_the_range_of_first_letters_is_refused() {
        let names = [("er", ()), ("nd", ()), ("th", ())];
        for (input, expected) in [
            ("er", true),
            ("Été", true),
            ("mayor", true),
            ("th", true),
            ("", false),
            ("day", false),
            ("umbrella", false),
            ("٢", false),
        ] {
            assert_eq!(any_may_begin(&names, input), expected, "{input:?}");
        }
        assert!(!any_may_begin::<()>(&[], "er"));
    }
}
