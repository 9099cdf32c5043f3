//! Every language, month and a few days, in the patterns of the CLDR and in those of the years before.

use super::*;

/// Patterns that the CLDR does not have (any more), with the names of a language that it has: tag, pattern.
const OLDER: &[(&str, &str)] = &[
    // Twitter before 2016, by what pages of those years hold.
    ("es", "MMMM d, y"),
    ("pt", "MMMM d, y"),
    ("pt", "d MMMM y"),
    ("fr", "MMMM d, y"),
    ("ru", "d MMMM y"),
    ("uk", "d MMMM y"),
    ("ja", "M月 d, y"),
    ("ja", "y, M月 d"),
    ("ja", "y M月 d日"),
    ("zh_Hans", "MMMM d, y"),
    ("ko", "MMMM d, y"),
    // The Gregorian long form before CLDR 40, and again after the narrow space of CLDR 44.
    ("ca", "d MMMM 'de' y"),
    ("ru", "d MMMM y\u{202f}'г'."),
    ("uk", "d MMMM y\u{202f}'р'."),
    ("vi", "'Ngày' dd 'tháng' M 'năm' y"),
    // As people and translators type them.
    ("ja", "y 年 M 月 d 日"),
    ("ja", "y-MM-dd"),
    ("ja", "y/M/d"),
    ("ko", "y. M. d."),
    ("en", "d MMMM, y"),
    ("en", "MMMM d y"),
    ("en", "MMMM d,y"),
    ("en", "d'th' 'of' MMMM y"),
    ("es", "MMMM d 'de' y"),
    ("de", "d\\. MMMM y"),
];

const DAYS: [(i32, u32); 6] = [(2006, 1), (2012, 9), (2014, 14), (2021, 28), (2026, 30), (2099, 31)];

/// What can stand after a date and is no part of it.
const TAILS: [&str; 7] = ["", " The mayor", "The mayor", "](https://t.co/", ", she wrote", "\n\nг. Москва", "\u{201d}"];

fn every_pattern() -> impl Iterator<Item = (&'static str, &'static str, char, [&'static str; 12])> {
    let older = OLDER.iter().flat_map(|&(tag, pattern)| {
        let own = move |row: &&Pattern| {
            row.0 == tag && (row.1.contains("MMMM") || !pattern.contains("MMMM") || tag.starts_with("zh"))
        };
        let rows: Vec<_> = PATTERNS.iter().filter(own).collect();
        assert!(!rows.is_empty(), "{tag}");
        rows.into_iter().map(move |row| (tag, pattern, row.2, row.3))
    });
    PATTERNS.iter().copied().chain(older)
}

fn every_day() -> impl Iterator<Item = NaiveDate> {
    (1..=12).flat_map(|month| DAYS.into_iter().filter_map(move |(year, day)| NaiveDate::from_ymd_opt(year, month, day)))
}

#[test]
fn what_a_language_writes_is_read_back() {
    for (tag, pattern, zero, names) in every_pattern() {
        for date in every_day() {
            let written = write(pattern, zero, &names, date);
            for tail in TAILS {
                let input = format!("{written}{tail}");
                assert_eq!(read(&input), Some((date, tail)), "{tag} {pattern}: {input:?}");
            }
        }
    }
}

#[test]
fn case_makes_no_difference() {
    for (tag, pattern, zero, names) in every_pattern() {
        // Upper case has no apostrophe of its own, and `SS` for `ß`, in no month; suffixes stay as they are.
        for case in [|name: &str| name.to_uppercase(), |name: &str| name.to_lowercase(), capitalised] {
            let cased = names.map(case);
            let names = cased.each_ref().map(String::as_str);
            for month in 1..=12 {
                let date = day(2021, month, 14);
                let input = write(pattern, zero, &names, date);
                assert_eq!(read(&input), Some((date, "")), "{tag} {pattern}: {input:?}");
            }
        }
    }
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[test]
fn gaps_may_be_wrapped_lines() {
    for (tag, pattern, zero, names) in every_pattern() {
        for gap in ["\u{a0}", "\n", "\n> ", " \r\n> > ", "  ", "\u{200f} "] {
            let date = day(2021, 7, 14);
            let input = write(pattern, zero, &names, date).replace(' ', gap);
            assert_eq!(read(&input), Some((date, "")), "{tag} {pattern}: {input:?}");
        }
    }
}

#[test]
fn digits_of_every_script_are_read() {
    for zero in "٠۰०০੦૦୦௦౦೦൦෦๐໐၀០０".chars() {
        let date = day(2021, 7, 14);
        for (pattern, names) in [("d MMMM y", ["July"; 12]), ("MMMM d, y", ["July"; 12]), ("y年M月d日", [""; 12])] {
            let input = write(pattern, zero, &names, date);
            assert_eq!(read(&input), Some((date, "")), "{input}");
        }
    }
}

#[test]
fn thai_years_are_of_either_era() {
    for input in [
        "14 กรกฎาคม 2564",
        "14 กรกฎาคม พ.ศ. 2564",
        "14 กรกฎาคม พุทธศักราช 2564",
        "14 กรกฎาคม ค.ศ. 2021",
        "14 กรกฎาคม คริสต์ศักราช 2021",
        "14 ก.ค. 2564",
        "๑๔ กรกฎาคม ๒๕๖๔",
    ] {
        assert_eq!(read(input), Some((day(2021, 7, 14), "")), "{input}");
    }
}
