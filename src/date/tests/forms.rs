//! Single wordings, each with the day that it is, and near misses.

use super::*;
use crate::date::{may_begin_date, short_year_date};

#[test]
fn wordings_of_pages() {
    for (input, ymd, rest) in [
        // Words and signs between the parts.
        ("29 d’abril de 2018", (2018, 4, 29), ""),
        ("29 d'abril del 2018", (2018, 4, 29), ""),
        ("29\nd’abril de 2018", (2018, 4, 29), ""),
        ("8 декабря 2017 г. Москва", (2017, 12, 8), " Москва"),
        ("7 июля 2016\n> г.", (2016, 7, 7), ""),
        ("7 июля 2016\n\nг.", (2016, 7, 7), "\n\nг."),
        ("7 июля 2016 город", (2016, 7, 7), " город"),
        ("2021eko uztailaren 14a", (2021, 7, 14), ""),
        ("2021(e)ko abuztuaren 14(a)", (2021, 8, 14), ""),
        ("2021ko uztailak 14", (2021, 7, 14), ""),
        ("14.Juli 2021", (2021, 7, 14), ""),
        (r"14\. Juli 2021", (2021, 7, 14), ""),
        (r"1 oct\. 2021", (2021, 10, 1), ""),
        ("1er janvier 2018", (2018, 1, 1), ""),
        ("1º de março de 2020", (2020, 3, 1), ""),
        ("April 9th, 2019", (2019, 4, 9), ""),
        ("April 9th 2019", (2019, 4, 9), ""),
        ("2nd of May 2019", (2019, 5, 2), ""),
        ("1st of May 2019", (2019, 5, 1), ""),
        ("May 3rd, 2019", (2019, 5, 3), ""),
        ("September 9,2019", (2019, 9, 9), ""),
        ("July 14 ,2021", (2021, 7, 14), ""),
        ("Sept. 14, 2021", (2021, 9, 14), ""),
        ("tháng bảy 14, 2021", (2021, 7, 14), ""),
        ("Tháng Mười Hai 14, 2021", (2021, 12, 14), ""),
        ("14 جولائی، 2021", (2021, 7, 14), ""),
        ("١٤ تشرين الثاني ٢٠٢١", (2021, 11, 14), ""),
        ("14 Meán Fómhair 2021", (2021, 9, 14), ""),
        ("2018 年 3 月 12 日", (2018, 3, 12), ""),
        ("2018年3月12号", (2018, 3, 12), ""),
        ("２０１８年３月１２日", (2018, 3, 12), ""),
        ("2021. 7. 14.", (2021, 7, 14), ""),
        ("2021-07-14T03:14:06.000Z", (2021, 7, 14), "T03:14:06.000Z"),
        // The year ends with its fourth digit, a day that comes last with its second.
        ("July 14, 2021The mayor", (2021, 7, 14), "The mayor"),
        ("July 14, 20211/ A thread", (2021, 7, 14), "1/ A thread"),
        ("14 July 2021@dana", (2021, 7, 14), "@dana"),
        ("July 14, 2021.", (2021, 7, 14), "."),
        ("2021-07-141/ A thread", (2021, 7, 14), "1/ A thread"),
        ("2021年7月14日1/ A thread", (2021, 7, 14), "1/ A thread"),
        // A dot belongs to the date where the language ends it with one.
        ("14. srpnja 2021. The mayor", (2021, 7, 14), " The mayor"),
        ("14. јул 2021.", (2021, 7, 14), ""),
        ("14. Juli 2021 г.", (2021, 7, 14), ""),
        ("14. července 2021. Starosta", (2021, 7, 14), ". Starosta"),
        ("14 July 2021. The mayor", (2021, 7, 14), ". The mayor"),
        ("2014. július 12. A", (2014, 7, 12), " A"),
        ("2014 July 12. A", (2014, 7, 12), ". A"),
        ("2021 m. liepos 14 d. A", (2021, 7, 14), " A"),
        ("2021 liepos 14 d. A", (2021, 7, 14), " d. A"),
    ] {
        let (year, month, number) = ymd;
        assert_eq!(read(input), Some((day(year, month, number), rest)), "{input:?}");
    }
}

#[test]
fn one_name_of_two_months_is_told_apart_by_the_dots() {
    for (input, month) in [
        ("14 listopada 2021", 11),
        ("14. listopada 2021.", 10),
        ("14. listopada 2021", 10),
        ("14. listopadu 2021", 11),
        ("14 lis 2021", 11),
        ("14. lis 2021.", 10),
        ("14 lip 2021", 7),
        ("14. lip 2021.", 6),
        ("14. srp 2021.", 7),
        ("14. srp 2021", 8),
    ] {
        assert_eq!(read(input), Some((day(2021, month, 14), "")), "{input:?}");
    }
}

#[test]
fn near_misses_are_no_dates() {
    for input in [
        "",
        " July 14, 2021",
        "2021",
        "May 2021",
        "July 2021",
        "July, 2021",
        "July 14",
        "July 14, ",
        "July 14, 202",
        "July 142021",
        "July 14, 1999",
        "July 14, 2100",
        "July 014, 2021",
        "14 2021 July",
        "Version 2.1 July",
        "7/14/2021",
        "14/7/2021",
        "14.7.2021",
        "14-07-2021",
        "2021.07.14",
        "november-14-2021",
        "14\n\nJuly 2021",
        "July 14,\n>\n> 2021",
        "2021-07",
        "2021-07/14",
        "20210714",
        "2021714",
        "2021 7 14",
        "202107月14日",
        "2021, 14 marines",
        "2021 ж. 14 марсиане",
        "14 marines 2021",
        "Marchand 14, 2021",
        "March 4 people 2021",
        "13月 14, 2021",
        "14 tháng 13, 2021",
        "July four, 2021",
        "July 14 or 2021",
        "11:00 2021",
        "Jul-y 14, 2021",
        "July 14\u{301}th 2021",
        "2021\u{301}eko uztailaren 14",
    ] {
        assert_eq!(read(input), None, "{input:?}");
    }
}

#[test]
fn impossible_days_are_no_dates() {
    for input in [
        "February 30, 2020",
        "29 February 2021",
        "31 de abril de 2021",
        "31. April 2021",
        "2021年2月29日",
        "2021年13月1日",
        "2021-00-10",
        "2021-06-31",
        "July 0, 2021",
        "July 32, 2021",
        "0 juillet 2021",
    ] {
        assert_eq!(read(input), None, "{input:?}");
    }
    assert_eq!(read("29 February 2020"), Some((day(2020, 2, 29), "")));
}

#[test]
fn years_of_two_digits_end_their_line() {
    for (input, expected) in [
        ("October 04, 19", Some((day(2019, 10, 4), ""))),
        ("October 04, 19 \nThe mayor", Some((day(2019, 10, 4), " \nThe mayor"))),
        ("October 04, 19](https://", Some((day(2019, 10, 4), "](https://"))),
        ("11 Jul 12", Some((day(2012, 7, 11), ""))),
        ("4. Oktober ’19", Some((day(2019, 10, 4), ""))),
        ("October 04, 06", Some((day(2006, 10, 4), ""))),
        ("October 04, 05", None),
        ("October 04-19", None),
        ("4\n\nOct 19", None),
        ("October 04, 19 people", None),
        ("October 04, 19:30", None),
        ("October 04, 201", None),
        ("October 04, 2019", None),
        ("October 04, 19th", None),
        ("February 30, 19", None),
    ] {
        let parsed = short_year_date(input).ok().map(|(rest, stamp)| (stamp.date, rest));
        assert_eq!(parsed, expected, "{input:?}");
        assert_eq!(read(input).is_some(), input.ends_with("2019"), "{input:?}");
    }
}

#[test]
fn beginnings_leave_out_only_what_is_no_date() {
    for input in ["July", "jan", "DEC", "É", "jÚ", "Ş", "1", "٢", "２", "ج", "七", "Ngày", "Thg", "tháng"] {
        assert!(may_begin_date(input), "{input:?}");
    }
    for input in ["", " July", "\n", "-", "@", "(", "[", ".", "who", "on Twitter", "J."] {
        assert!(!may_begin_date(input), "{input:?}");
    }
}
