//! Stamps: time and date in the forms of the CLDR, and in those that pages and templates make of them.

use chrono::{NaiveTime, Timelike};

use super::*;
use crate::date::{STAMP_BYTES, may_begin_date, rendered_stamp, stamp_at, template_stamp};

/// Locale, time pattern of the CLDR, zero of its digits, AM, PM.
fn clocks() -> impl Iterator<Item = [&'static str; 5]> {
    rows(include_str!("clocks.tsv"))
}

fn rows<const COLUMNS: usize>(file: &'static str) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    let rows = file.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| row.split('\t').collect::<Vec<_>>().try_into().unwrap_or_else(|_| panic!("{row}")))
}

/// Words that are AM in one language and the afternoon of another, mean several parts of the day, or hours.
const OF_TWO_HALVES: [&str; 8] = ["a", "g", "h", "m.", "v", "n", "ਸ.", "ਸ\u{a3c}."];

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

/// `time` in a pattern of the CLDR: `h`, `hh`, `K`, `mm`, `a`, quoted text.
fn write_time([_, pattern, zero, am, pm]: [&str; 5], time: NaiveTime) -> String {
    let zero = zero.parse().unwrap();
    let mut written = String::new();
    let mut quoted = false;
    let mut rest = pattern;
    while let Some(symbol) = rest.chars().next() {
        let run = if symbol == '\'' { 1 } else { rest.len() - rest.trim_start_matches(symbol).len() };
        rest = &rest[run..];
        match symbol {
            '\'' => quoted = !quoted,
            'h' if !quoted => written += &digits(time.hour12().1, run, zero),
            'K' if !quoted => written += &digits(time.hour() % 12, run, zero),
            'm' if !quoted => written += &digits(time.minute(), run, zero),
            'a' if !quoted => written += if time.hour() < 12 { am } else { pm },
            other => written.extend(std::iter::repeat_n(other, run / other.len_utf8())),
        }
    }
    written
}

#[test]
fn what_a_language_writes_beside_each_other_is_read_back() {
    let bastille = day(2021, 7, 14);
    for clock in clocks() {
        let [locale, _, _, am, pm] = clock;
        let patterns: Vec<_> = PATTERNS.iter().filter(|row| row.0 == locale).collect();
        let dates = patterns.iter().map(|(_, pattern, zero, names)| write(pattern, *zero, names, bastille));
        for date in dates.chain(["14 July 2021".to_owned()]) {
            for at in [time(0, 5), time(7, 32), time(11, 59), time(12, 30), time(19, 32)] {
                let word = if at.hour() < 12 { am } else { pm };
                let expected = Timestamp { date: bastille, time: (!OF_TWO_HALVES.contains(&word)).then_some(at) };
                for separator in [" · ", " - ", "  ", "·", "\n·\n"] {
                    // Two spaces after a word that cannot be read are no separator.
                    if separator == "  " && expected.time.is_none() {
                        continue;
                    }
                    let stamp = write_time(clock, at) + separator + &date;
                    assert_eq!(rendered_stamp(&stamp), Ok(("", expected)), "{locale}: {stamp:?}");
                    // Without a colon, what finds a stamp is the mark behind the time, in its line.
                    if !stamp.contains(':') && !["·", " · ", " - "].contains(&separator) {
                        continue;
                    }
                    let document = format!("So glad!\n{stamp}\n12.3K");
                    assert_eq!(first_stamp(&document), Some((stamp.as_str(), expected)), "{locale}: {document:?}");
                }
            }
        }
    }
}

/// The first stamp of `document` that is found by its bytes, as it stands there, and what it says.
fn first_stamp(document: &str) -> Option<(&str, Timestamp)> {
    let mut places = (0..document.len()).filter(|&at| STAMP_BYTES.contains(&document.as_bytes()[at]));
    let (span, stamp) = places.find_map(|at| stamp_at(document, 0, at))?;
    Some((&document[span], stamp))
}

#[test]
fn dates_in_numbers_are_read_beside_a_time() {
    for [locale, pattern, zero] in rows(include_str!("numeric.tsv")) {
        let written = |date| write(&pattern.replace("yy", "y"), zero.parse().unwrap(), &[""; 12], date);
        let read = |date: &str| {
            rendered_stamp(&format!("19:32 · {date}")).ok().map(|(rest, stamp)| (stamp.date, rest.replace('.', "")))
        };
        let first = |date| Some((date, String::new()));
        // A Kyrgyz date is written as an ISO date with month and day exchanged.
        let exchanged = pattern == "y-dd-MM";
        let has_two_orders = pattern.contains('/') && !pattern.starts_with('y') || exchanged;
        for date in [day(2021, 7, 14), day(2021, 12, 31), day(2021, 7, 7), day(2021, 7, 4)] {
            if pattern.contains("yy") || exchanged && date.day() != date.month() {
                continue;
            }
            let has_two_readings = has_two_orders && date.day() <= 12 && date.day() != date.month();
            let expected = if has_two_readings { None } else { first(date) };
            assert_eq!(read(&written(date)), expected, "{locale} {pattern}");
        }
        if pattern.contains(".yy") && !pattern.contains([' ', '\'']) {
            let date = day(2021, 7, 14);
            assert_eq!(read(&written(date).replace("2021", "21")), first(date), "{locale} {pattern}");
        }
    }
}

#[test]
fn stamps_of_pages() {
    // The text before a stamp ends at `|`.
    for (document, hm, ymd) in [
        ("So glad!\n|7:32 AM · Jul 14, 2021", Some((7, 32)), (2021, 7, 14)),
        ("So glad! |7:32 PM · Jul 14, 2021", Some((19, 32)), (2021, 7, 14)),
        ("So glad!|7:32 PM·Jul 14, 2021·Client", Some((19, 32)), (2021, 7, 14)),
        ("So glad!\n[|7:32 AM ∙ Nov 7, 2012](https://", Some((7, 32)), (2012, 11, 7)),
        ("So glad!\n|午後7:32 · 2021年7月14日", Some((19, 32)), (2021, 7, 14)),
        ("よかった|午前0:05 · 2021年7月14日", Some((0, 5)), (2021, 7, 14)),
        ("よかった |午後0:30 · 2021年7月14日", Some((12, 30)), (2021, 7, 14)),
        ("太好了|下午7:32 · 2021年7月14日", Some((19, 32)), (2021, 7, 14)),
        ("太好了\n|凌晨3:05 · 2021年7月14日", Some((3, 5)), (2021, 7, 14)),
        ("太好了\n|晚上11:05 · 2021年7月14日", Some((23, 5)), (2021, 7, 14)),
        ("太好了\n|中午12:05 · 2021年7月14日", Some((12, 5)), (2021, 7, 14)),
        ("太好了\n|下午19:05 · 2021年7月14日", Some((19, 5)), (2021, 7, 14)),
        ("다행이다\n|오후 7:32 · 2021년 7월 14일", Some((19, 32)), (2021, 7, 14)),
        ("다행이다 |오전 7:32 · 2021년 7월 14일", Some((7, 32)), (2021, 7, 14)),
        ("Çok sevindim\n|ÖS 7:32 · 14 Tem 2021", Some((19, 32)), (2021, 7, 14)),
        ("Çok sevindim |ÖÖ 11:32 · 14 Tem 2021", Some((11, 32)), (2021, 7, 14)),
        ("Çok sevindim |öğleden sonra 2:32 · 14 Tem 2021", Some((14, 32)), (2021, 7, 14)),
        ("Nagyon örülök\n|du. 7:32 · 2021. júl. 14.", Some((19, 32)), (2021, 7, 14)),
        ("Nagyon örülök |de. 7:32 · 2021. júl. 14.", Some((7, 32)), (2021, 7, 14)),
        ("Me alegro\n|7:32 p. m. · 14 jul. 2021", Some((19, 32)), (2021, 7, 14)),
        ("Me alegro |7:32 de la tarde · 14 jul 2021", Some((19, 32)), (2021, 7, 14)),
        ("Me alegro |7:32 a.\u{a0}m. · 14 jul 2021", Some((7, 32)), (2021, 7, 14)),
        ("Toll\n|7:32 nachm. · 14. Juli 2021", Some((19, 32)), (2021, 7, 14)),
        ("Toll\n|7:32 vorm. · 14. Juli 2021", Some((7, 32)), (2021, 7, 14)),
        ("Toll\n|7:32 Uhr · 14. Juli 2021", Some((7, 32)), (2021, 7, 14)),
        ("الحمد لله\n|٧:٣٢ م · ١٤ يوليو ٢٠٢١", Some((19, 32)), (2021, 7, 14)),
        ("الحمد لله |٧:٣٢ ص · ١٤ يوليو ٢٠٢١", Some((7, 32)), (2021, 7, 14)),
        ("خوشحالم\n|۷:۳۲ ب.ظ. · ۱۴ ژوئیهٔ ۲۰۲۱", Some((19, 32)), (2021, 7, 14)),
        ("خوشحالم\n|۷:۳۲ قبل\u{200c}ازظهر · ۱۴ ژوئیهٔ ۲۰۲۱", Some((7, 32)), (2021, 7, 14)),
        ("איזה יופי\n|7:32 אחה״צ · 14 ביולי 2021", Some((19, 32)), (2021, 7, 14)),
        ("איזה יופי\n|7:32 אחה\"צ · 14 ביולי 2021", Some((19, 32)), (2021, 7, 14)),
        ("איזה יופי\n|7:32 לפנה״צ · 14 ביולי 2021", Some((7, 32)), (2021, 7, 14)),
        ("Paráda\n|7:32 odp. · 14. 7. 2021", Some((19, 32)), (2021, 7, 14)),
        ("Paráda |7:32 dop. · 14. 7. 2021", Some((7, 32)), (2021, 7, 14)),
        ("Hienoa\n|7.32 ip. · 14. heinäk. 2021", Some((19, 32)), (2021, 7, 14)),
        ("Hienoa |7.32 ap. · 14.7.2021", Some((7, 32)), (2021, 7, 14)),
        ("Dejligt\n|19.32 · 14. jul. 2021", Some((19, 32)), (2021, 7, 14)),
        ("Senang 5 - 6 |19.32 - 14 Jul 2021", Some((19, 32)), (2021, 7, 14)),
        ("Senang\n|19.32 · 14 Jul 2021", Some((19, 32)), (2021, 7, 14)),
        ("Χαίρομαι\n|7:32 μ.μ. · 14 Ιουλ 2021", Some((19, 32)), (2021, 7, 14)),
        ("Χαίρομαι\n|7:32 π.μ. · 14 Ιουλ 2021", Some((7, 32)), (2021, 7, 14)),
        ("Vui quá\n|7:32 CH · 14 thg 7, 2021", Some((19, 32)), (2021, 7, 14)),
        ("Vui quá\n|7:32 SA · 14 thg 7, 2021", Some((7, 32)), (2021, 7, 14)),
        ("Рад\n|7:32 PM · 14 июл. 2021 г.", Some((19, 32)), (2021, 7, 14)),
        ("Рад\n|7:32 вечера · 14 июл. 2021 г.", Some((19, 32)), (2021, 7, 14)),
        ("Радвам се\n|7:32 ч. сл.об. · 14.07.2021 г.", Some((19, 32)), (2021, 7, 14)),
        ("Je suis ravi\n|19 h 32 · 14 juil. 2021", Some((19, 32)), (2021, 7, 14)),
        ("ดีใจ\n|7:32 หลังเที่ยง · 14 ก.ค. 2021", Some((19, 32)), (2021, 7, 14)),
        ("खुश\n|7:32 pm · 14 जुल॰ 2021", Some((19, 32)), (2021, 7, 14)),
        ("Bra\n|7:32 em · 14 juli 2021", Some((19, 32)), (2021, 7, 14)),
        ("Bra\n|19:32 · 2021-07-14", Some((19, 32)), (2021, 7, 14)),
        ("Top\n|19:32 · 14-07-2021", Some((19, 32)), (2021, 7, 14)),
        // A word that is no day period belongs to the text.
        ("Ferry at |7:32 · Jul 14, 2021", Some((7, 32)), (2021, 7, 14)),
        ("le train de |7:32 · 14 juil. 2021", Some((7, 32)), (2021, 7, 14)),
        ("I am |7:32 · Jul 14, 2021", Some((7, 32)), (2021, 7, 14)),
        ("Bonjour |19:32 · 14 juil. 2021", Some((19, 32)), (2021, 7, 14)),
        ("Bonjour |7:32 · 14 juil. 2021", Some((7, 32)), (2021, 7, 14)),
        ("So glad!\nBonjour |19:32 · 14 juil. 2021", Some((19, 32)), (2021, 7, 14)),
        ("Merci à tous !\n|7:32 · 14 juil. 2021", Some((7, 32)), (2021, 7, 14)),
        ("So glad! Bus 12 |19.32 · 14. jul. 2021", Some((19, 32)), (2021, 7, 14)),
        // A word in the place of a day period that cannot be read hides the half of the day.
        ("So glad!\n|7:32 XM · Jul 14, 2021", None, (2021, 7, 14)),
        ("So glad!\n|XM 7:32 · Jul 14, 2021", None, (2021, 7, 14)),
        ("So glad!\n|7:32 x. y. · Jul 14, 2021", None, (2021, 7, 14)),
        ("So glad!\n|7:32 m. · 14 lug 2021", None, (2021, 7, 14)),
        ("So glad!\n|7:32 AMD · Jul 14, 2021", None, (2021, 7, 14)),
        ("So glad!\n|中午5:32 · 2021年7月14日", None, (2021, 7, 14)),
        ("So glad!\n|19:32 XM · Jul 14, 2021", Some((19, 32)), (2021, 7, 14)),
        ("So glad!\n|p. m. 7:32 · 14 jul 2021", Some((19, 32)), (2021, 7, 14)),
    ] {
        let (before, after) = document.split_once('|').unwrap();
        let document = document.replacen('|', "", 1);
        let start = before.len();
        let expected = Timestamp { date: day(ymd.0, ymd.1, ymd.2), time: hm.map(|(hour, minute)| time(hour, minute)) };
        let found = first_stamp(&document);
        let begins = found.is_some_and(|(written, _)| document[start..].starts_with(written));
        assert!(begins && found.is_some_and(|(_, stamp)| stamp == expected), "{document:?} at {after:?}: {found:?}");
    }
}

#[test]
fn what_is_no_stamp() {
    for document in [
        "午後7:32",
        "7:32 PM",
        "午後7:32 2021年7月14日",
        "7:32 · 4/7/2021",
        "7:32 · 14/07/21",
        "7:32 to the pier · Jul 14, 2021",
        "7:32 · 14. 7.",
        "7:3 · Jul 14, 2021",
        "٧:٦٠ م · ١٤ يوليو ٢٠٢١",
        "123:32 · Jul 14, 2021",
        "午後25:32 · 2021年7月14日",
        "a · Jul 14, 2021",
        "19.3 · Jul 14, 2021",
        "19.32-14. jul. 2021",
        "at 19.32\n- 14. jul. 2021",
        "7:32 XM Jul 14, 2021",
        "7:32 XM  Jul 14, 2021",
    ] {
        assert_eq!(first_stamp(document), None, "{document:?}");
    }
}

#[test]
fn a_stamp_is_looked_for_up_to_the_floor() {
    let document = "12 午後7:32 · 2021年7月14日";
    let colon = document.find(':').unwrap();
    for floor in (0..=colon).filter(|&floor| document.is_char_boundary(floor)) {
        let start = stamp_at(document, floor, colon).map(|(span, _)| span.start);
        let expected = [3, 9].into_iter().find(|&start| floor <= start);
        assert_eq!(start, expected, "{floor}");
    }
    // Other bytes of the document, and places within a character.
    for at in (0..document.len() + 2).filter(|&at| !STAMP_BYTES.contains(document.as_bytes().get(at).unwrap_or(&0))) {
        assert_eq!(stamp_at(document, 0, at), None, "{at}");
    }
}

#[test]
fn templates_write_time_and_date_in_either_order() {
    for (input, hm, rest) in [
        ("14 июля 2021, 19:32", Some((19, 32)), ""),
        ("14 июля 2021 19:32", Some((19, 32)), ""),
        ("14 июля 2021 г. в 19:32", Some((19, 32)), ""),
        ("14 июля 2021 · 19:32\nx", Some((19, 32)), "\nx"),
        ("14.07.2021, 19:32", Some((19, 32)), ""),
        ("14.07.2021 - 19:32 Uhr", Some((19, 32)), ""),
        ("14. Juli 2021 um 7:32 Uhr", Some((7, 32)), ""),
        ("July 14, 2021 at 7:32 PM", Some((19, 32)), ""),
        ("July 14, 2021, 7:32 am", Some((7, 32)), ""),
        ("14 de julio de 2021, 7:32 p. m.", Some((19, 32)), ""),
        ("14 juillet 2021 à 19h32", Some((19, 32)), ""),
        ("2021年7月14日 19時32分", Some((19, 32)), ""),
        ("2021年7月14日 午後7時32分", Some((19, 32)), ""),
        ("2021-07-14 19:32", Some((19, 32)), ""),
        ("2021. 7. 14. 오후 7:32", Some((19, 32)), ""),
        ("19:32, 14 июля 2021", Some((19, 32)), ""),
        ("19:32 14.07.2021 x", Some((19, 32)), " x"),
        ("7:32 PM · Jul 14, 2021", Some((19, 32)), ""),
        ("July 14, 2021, 7:32 XM", None, ""),
        ("July 14, 2021, 7:32 m.\nx", None, "\nx"),
        ("July 14, 2021, 7:32 and more", Some((7, 32)), " and more"),
    ] {
        let expected = Timestamp { date: day(2021, 7, 14), time: hm.map(|(hour, minute)| time(hour, minute)) };
        assert_eq!(template_stamp(input), Ok((rest, expected)), "{input:?}");
    }
    for input in [
        "14 июля 2021",
        "14 июля 2021, 25:32",
        "14 июля 2021, Москва",
        "14 июля 2021\n\n19:32",
        "14 июля 202119:32",
        "04/07/2021, 19:32",
        "19:32",
        "19:32, вчера",
    ] {
        assert!(template_stamp(input).is_err(), "{input:?}");
    }
}

#[test]
fn comments_of_html_may_stand_within() {
    let commented = |text: &str, comment: &str| text.split("").skip(1).collect::<Vec<_>>().join(comment);
    let (dated, noon) = (day(2021, 7, 14), Some(time(19, 32)));
    for comment in ["<!---->", "<!-- -->", "<!--[--><!--]-->"] {
        for (written, expected) in [("July 14, 2021", dated), ("14 июля 2021", dated), ("2021年7月14日", dated)]
        {
            let input = commented(written, comment) + " The mayor";
            let rest = format!("{comment} The mayor");
            assert_eq!(read(&input), Some((expected, rest.as_str())), "{input:?}");
            assert!(may_begin_date(&input), "{input:?}");
        }
        for written in ["7:32 PM · Jul 14, 2021", "午後7:32 · 2021年7月14日"] {
            let input = commented(written, comment);
            let expected = Timestamp { date: dated, time: noon };
            assert_eq!(rendered_stamp(&input), Ok((comment, expected)), "{input:?}");
            let document = format!("So glad!\n{input}");
            let found = first_stamp(&document).map(|(written, stamp)| (written.len() + comment.len(), stamp));
            assert_eq!(found, Some((input.len(), expected)), "{document:?}");
        }
    }
    for (input, rest) in [
        ("July<!----> 14, 2021 The", " The"),
        ("2014. július 1<!---->2. The", " The"),
        ("14 июля 2021<!----> г.", ""),
        ("July 14, 2021<!---->The", "<!---->The"),
        ("July 14, 2021<!-- more -->", "<!-- more -->"),
    ] {
        assert_eq!(read(input).map(|(_, rest)| rest), Some(rest), "{input:?}");
    }
    for input in [
        "J<!---->anuary 2021",
        "J<b>uly 14, 2021",
        "J<!--uly 14, 2021",
        "<!---->July 14, 2021",
        "x<!---->July 14, 2021",
    ] {
        assert_eq!(read(input), None, "{input:?}");
    }
}

#[test]
fn moments_are_dates_with_a_time() {
    for (input, hm, rest) in [
        ("Mon Feb 19 15:00:00 +0000 2024 The mayor", Some((15, 0)), " The mayor"),
        ("Mon, 19 Feb 2024 15:00:00 GMT", Some((15, 0)), ""),
        ("2024-02-19 15:00:00", Some((15, 0)), ""),
        ("2024-02-19 15:00 update", None, " 15:00 update"),
        ("2024-02-19T15:00:00Z", None, "T15:00:00Z"),
        ("2024-02-19", None, ""),
    ] {
        let expected = Timestamp { date: day(2024, 2, 19), time: hm.map(|(hour, minute)| time(hour, minute)) };
        assert_eq!(date(input), Ok((rest, expected)), "{input:?}");
        assert!(may_begin_date(input), "{input:?}");
    }
    for input in ["Mon Feb 19", "Monday we sail", "Sun and wind", "Sat 15:00:00"] {
        assert!(date(input).is_err(), "{input:?}");
    }
}

#[test]
fn tokenisers_leave_spaces_before_punctuation() {
    for input in ["July 14 , 2021", "14 July , 2021", "14 de julio de 2021", "2021 年 7 月 14 日", "14 июля 2021 г ."]
    {
        assert_eq!(read(input).map(|(date, _)| date), Some(day(2021, 7, 14)), "{input:?}");
    }
}
