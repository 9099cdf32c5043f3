//! Times of day, before and after the date.

use chrono::NaiveTime;

use super::*;
use crate::date::{rendered_stamp, timed_date, trailing_time};

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

#[test]
fn widgets_write_the_time_first() {
    for (input, ymd, hm, rest) in [
        ("7:32 AM · Jul 14, 2021", (2021, 7, 14), (7, 32), ""),
        ("7:32 PM · Jul 14, 2021 · Twitter for iPhone", (2021, 7, 14), (19, 32), " · Twitter for iPhone"),
        ("7:32\u{202f}AM · Jul 14, 202112.3K", (2021, 7, 14), (7, 32), "12.3K"),
        ("3:05 PM - Apr 1, 2018", (2018, 4, 1), (15, 5), ""),
        ("8:27 AM - 11 Jul 2017", (2017, 7, 11), (8, 27), ""),
        ("05:25 PM - 09 Jul 2019", (2019, 7, 9), (17, 25), ""),
        ("4:54 AM ∙ Nov 7, 2012", (2012, 11, 7), (4, 54), ""),
        ("12:00 AM • Nov 7, 2012", (2012, 11, 7), (0, 0), ""),
        ("12:30 pm · Nov 7, 2012", (2012, 11, 7), (12, 30), ""),
        ("19:32 · 14 juil. 2021", (2021, 7, 14), (19, 32), ""),
        ("19.32 - 14. jul. 2021", (2021, 7, 14), (19, 32), ""),
        ("7:32 a. m. · 14 jul. 2021", (2021, 7, 14), (7, 32), ""),
        ("7:32 p.\u{202f}m. · 14 jul 2021", (2021, 7, 14), (19, 32), ""),
        ("7:32 nachm. · 14. Juli 2021", (2021, 7, 14), (19, 32), ""),
        ("ÖS 7:32 · 14 Tem 2021", (2021, 7, 14), (19, 32), ""),
        ("午後7:32 · 2021年7月14日", (2021, 7, 14), (19, 32), ""),
        ("下午7:32 · 2021年7月14日", (2021, 7, 14), (19, 32), ""),
        ("오후 7:32 · 2021년 7월 14일", (2021, 7, 14), (19, 32), ""),
        ("٧:٣٢ م · ١٤ يوليو ٢٠٢١", (2021, 7, 14), (19, 32), ""),
        ("7:32 AM  Jul 14, 2021", (2021, 7, 14), (7, 32), ""),
        ("7:32 AM\n·\nJul 14, 2021", (2021, 7, 14), (7, 32), ""),
        ("8:27 AM - 11 Jul 12", (2012, 7, 11), (8, 27), ""),
    ] {
        let (year, month, number) = ymd;
        let stamp = Timestamp { date: day(year, month, number), time: Some(at(hm.0, hm.1)) };
        assert_eq!(rendered_stamp(input), Ok((rest, stamp)), "{input:?}");
    }
    for input in [
        "7:32 AM Jul 14, 2021",
        "7:32 AM",
        "Jul 14, 2021",
        "7:3 AM · Jul 14, 2021",
        "7:60 AM · Jul 14, 2021",
        "24:00 · Jul 14, 2021",
        "7:321 AM · Jul 14, 2021",
        "7 AM · Jul 14, 2021",
        "7:32 AM · Feb 30, 2021",
        "7:32 AM · July 2021",
    ] {
        assert!(rendered_stamp(input).is_err(), "{input:?}");
    }
}

#[test]
fn other_networks_write_the_time_last() {
    for (input, hm, rest) in [
        ("January 8, 2025 at 11:00 PM", (23, 0), ""),
        ("Jul 3, 2013 at 2:41am PDT", (2, 41), " PDT"),
        ("January 8, 2025, at 11:00 PM", (23, 0), ""),
        ("8 January 2025 at 23:00", (23, 0), ""),
        ("8 January 2025\n> at 23:00", (23, 0), ""),
        ("8. Januar 2025 um 23:00", (23, 0), ""),
        ("8 janvier 2025 à 23:00", (23, 0), ""),
        ("8 de enero de 2025, 23:00", (23, 0), ""),
        ("8 de enero de 2025 a las 23:00", (23, 0), ""),
        ("8 de janeiro de 2025 às 23:00", (23, 0), ""),
        ("8 gennaio 2025 alle ore 23:00", (23, 0), ""),
        ("8 januari 2025 kl. 23:00", (23, 0), ""),
        ("8 января 2025 г. в 23:00", (23, 0), ""),
        ("8 Januari 2025 pukul 23.00", (23, 0), ""),
        ("8 Ιανουαρίου 2025 στις 11:00 μ.μ.", (23, 0), ""),
        ("2024年12月15日 19:49", (19, 49), ""),
        ("2024年12月15日 下午7:49", (19, 49), ""),
        ("2025년 1월 8일 오후 11:00", (23, 0), ""),
        ("2026-04-01T03:14:06.000Z", (3, 14), ""),
        ("2026-04-01T03:14:06.000123Z", (3, 14), ""),
        ("2026-04-01T03:14+02:00", (3, 14), ""),
    ] {
        let (found, stamp) = timed_date(input).unwrap();
        let time = stamp.time.unwrap().format("%H:%M").to_string();
        assert_eq!((time, found), (at(hm.0, hm.1).format("%H:%M").to_string(), rest), "{input:?}");
    }
}

#[test]
fn prose_after_a_date_is_no_time() {
    for input in [
        "July 14, 2021",
        "July 14, 2021 At 11 the mayor said",
        "July 14, 2021 At 11:00 the mayor said",
        "July 14, 2021 at 11 the mayor said",
        "July 14, 2021 at noon",
        "July 14, 2021 OS 10.15 is out",
        "July 14, 2021 To 11:30 viewers",
        "July 14, 2021 12:30 update",
        "July 14, 2021 11:00 AM update",
        "July 14, 2021at 11:00",
        "July 14, 2021\n\nat 11:00 PM",
        "July 14, 2021The mayor",
        "2026-04-01T-shirts",
        "14 juillet 2021 A 11:00",
        "2018年6月6日 12 people",
    ] {
        assert!(timed_date(input).is_err(), "{input:?}");
        let (rest, _) = date(input).unwrap();
        assert!(trailing_time(rest).is_err(), "{input:?}");
    }
}
