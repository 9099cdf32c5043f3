//! The date of a tweet, as the page that embedded it wrote it.
//!
//! Twitter wrote the date of an embedded tweet in the long form of the Unicode CLDR in the language of the page
//! (`July 14, 2021`, `14. Juli 2021`, `2021年7月14日`), in forms of its own before about 2016 (`julio 8, 2014`,
//! `2014, 8月 27`), and the widgets in the medium form after the time of day (`7:32 AM · Jul 14, 2021`). The language of
//! a page is not known, so one grammar covers all languages:
//!
//! ```ebnf
//! date             = english_date | moment | year_last | year_first
//! bare_date        = english_date | year_last | year_first
//! short_year_date  = short_year_last
//! english_date     = english_month " " number ", " year year_suffix
//! year_last        = ( month_day | day_month ) year year_suffix "."?
//! short_year_last  = ( month_day | day_month ) short_year year_suffix "."?
//! year_first       = year ( numeric | year_month_day | year_day_month )
//! numeric          = "-" number "-" digits | "/" number "/" digits
//!                  | "." narrow_gap1 number "." narrow_gap1 digits "."?
//!
//! month_day        = month month_mark narrow_gap0 connector? number
//!                    day_mark day_word? ( narrow_gap0 comma )? narrow_gap0 connector? era?
//! day_month        = ( "ngày" narrow_gap0 )? number day_mark
//!                    narrow_gap0 connector? month month_mark narrow_gap0 connector? era?
//! year_month_day   = year_mark? narrow_gap0 month month_mark narrow_gap0 digits day_suffix?
//! year_day_month   = year_word narrow_gap0 number day_mark narrow_gap0 month "."?
//!
//! month            = east_asian_month | named_month | vietnamese_month
//! east_asian_month = number narrow_gap0 ( "月" | "월" )
//! named_month      = "july" | "jul" | "juillet" | "जुलाई" | …
//! vietnamese_month = ( "tháng" | "thg" ) "."? narrow_gap0 number
//! english_month    = "January" | "February" | …
//! month_mark       = ( "aren" | "k" | "ren" )? ( "." | "॰" | "׳" | "'" | "’" )? ( narrow_gap0 ( comma | "-" ) )?
//! day_mark         = ( "." | " ." )? ( "er" | "nd" | "rd" | "st" | "th" | "º" | "ª" | "°" )? ( comma | "-" )?
//! day_word         = narrow_gap0 ( "日" | "일" | "号" | "號" )
//! day_suffix       = day_word | "(a)" | "a" | narrow_gap0 "d." | "."
//! year_mark        = narrow_gap0 ( "年" | "년" ) | year_word | "(e)ko" | "eko" | "ko" | narrow_gap0 "m."
//!                  | comma | "-" | "."
//! year_word        = "." narrow_gap0 ( "gada" | "g." ) | "-"? narrow_gap0 "ж." comma?
//! year_suffix      = ( narrow_gap0 ( "г" | "р" | "թ" ) "."? )?
//! connector        = ( "de" | "del" | "năm" | "of" | "ta’" ) narrow_gap1 | ( "d’" | "ב" ) narrow_gap0
//! era              = ( "คริสต์ศักราช" | "พุทธศักราช" | "ค.ศ." | "พ.ศ." ) narrow_gap0
//! comma            = "," | "،" | "、" | "，" | "､"
//!
//! year             = digits
//! short_year       = ( "'" | "’" )? digits date_end
//! number           = digits
//! digits           = digit+
//! date_end         = blank* ( end | "]" | ")" | "*" | "_" | "`" | "<" )
//!
//! stamp_at         = rendered_stamp
//!                  | ( first_day_period | last_day_period | unread_day_period ) blank* time_alone
//!                    ( stamp_date | short_year_date )
//! rendered_stamp   = ( stamp_time separator | half_unread separator_mark ) ( stamp_date | short_year_date )
//! stamp_date       = bare_date | numeric_date
//! line_stamp       = ( timed_date | moment | ( numeric_date | bare_date | weekday_date ) comma? narrow_gap1 stamp_time
//!                  | stamp_time comma narrow_gap0 stamp_date | rendered_stamp ) ( narrow_gap1 "Uhr" )?
//! timed_date       = bare_date ( trailing_time | narrow_gap1 time )
//! trailing_time    = spaced_time | iso_time
//! spaced_time      = comma narrow_gap1 ( at time | time ) | narrow_gap1 ( at time | foreign_day_period_first )
//! at               = ( "at" | "a las" | "um" | "в" | … ) "."? narrow_gap1
//!
//! loose_date       = whole_numeric | weekday_date
//! weekday_date     = weekday "."? narrow_gap0 comma? narrow_gap0 ( bare_date | whole_numeric )
//! weekday          = "wednesday" | "mittwoch" | "mi" | …
//! whole_numeric    = numeric_date | dotted_year_first
//! dotted_year_first = year "." number "." number
//! ambiguous_date   = number slash number slash year
//!
//! numeric_date     = spaced_dotted | dotted | hyphened | slashed
//! spaced_dotted    = number "." narrow_gap1 number "." narrow_gap1 year "."?
//! dotted           = number "." narrow_gap0 number "." narrow_gap0 year year_suffix | number "." number "." short_year
//! hyphened         = number "-" number "-" year
//! slashed          = number slash number slash year
//! slash            = invisible* "/" invisible*
//!
//! time             = day_period_last | day_period_first
//! stamp_time       = time | spelled_hour_minute ( gap0 last_day_period )? | first_day_period gap0 spelled_hour_minute
//! time_alone       = ( hour_minute | spelled_hour_minute ) separator
//! half_unread      = ( hour_minute | spelled_hour_minute ) blanks unread_day_period
//! day_period_first = first_day_period gap0 hour_minute
//! foreign_day_period_first = day_period_first (* that does not begin in ASCII *)
//! day_period_last  = hour_minute ( gap0 last_day_period )?
//! first_day_period = day_period
//! last_day_period  = ( day_period gap0 )? day_period
//! day_period       = ( "am" | "午後" | "du soir" | … ) "."?
//! unread_day_period = ( unread_word blanks )? unread_word
//! unread_word      = letter ( letter | "." | "'" | '"' )*
//! blanks           = blank*
//! hour_minute      = digits ( ":" | "." | "：" ) digits ( ":" digits )?
//! spelled_hour_minute = digits gap0 ( "h" | "時" | "时" | "點" | "点" | "시" ) gap0 digits ( gap0 ( "分" | "분" ) )?
//! separator        = separator_mark | gap0
//! separator_mark   = gap0 ( "-" | "–" | "·" | … ) gap0
//!
//! moment           = api_moment | mail_moment | iso_moment
//! api_moment       = printed_weekday blank+ month blank+ number blank+ clock blank+ ( zone blank+ )? year
//! mail_moment      = printed_weekday "," blank+ number blank+ month blank+ year blank+ clock ( blank+ zone )?
//! iso_moment       = year "-" digits "-" digits " "
//!                    ( clock ( blank* zone )? | digits ":" digits ( blank* zone | date_end ) )
//! printed_weekday  = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun"
//! clock            = digits ":" digits ":" digits ( ( "." | "," ) digits )?
//! zone             = ( "+" | "-" ) digits ":"? digits | "UTC" | "GMT" | "Z" | …
//! iso_time         = "T" digits ":" digits ( ":" digits )? ( "." digits )? ( "Z" | ( "+" | "-" ) digits ":"? digits )?
//! epoch_millis     = digits
//! ```
//!
//! - Any `.` and `-` between the parts of a date may have the backslash of Markdown before it.
//! - `narrow_gap0` is a gap of whitespace with at most one line break, `narrow_gap1` one that is not empty, `gap0` one
//!   of any kind. `blank` is one character of whitespace in a line, `invisible` one without width, `end` that of the
//!   line.
//! - `english_month`, `named_month`, `printed_weekday`, `weekday`, `day_period` and `at` are names of a table, and `…`
//!   is its rest. Case and marks make no difference.
//! - `first_day_period` is a day period that a language writes before the time; `unread_day_period` is a short word
//!   that is none of the table, and `letter` any character that words may have. `date_end` leaves what it reads.
//! - `number` is one or two `digits` and no third; each `digit` is of the same script, one that a language of the
//!   tables uses.
//! - `stamp_at` is a `rendered_stamp` with the day period before it, which is looked for backwards from its time.
//! - `epoch_millis` is an instant of 13 digits in place of a date.
//!
//! These rules keep other text from being read as a date:
//!
//! - A `loose_date` is read behind a handle with a dash. The date has to be the weekday that stands before it, and an
//!   abbreviated name has a comma or a full stop behind it. An `ambiguous_date` is passed over, and no day is read.
//! - A month is a number only where a word or the order marks it as a month. `7/14/2021` is no date here: it has two
//!   readings. Beside a time of day (`numeric_date`), dots and hyphens have the day first in every language. Slashes
//!   are read where only one order gives a day, or both the same: not `7/4/2021`.
//! - `year` has four digits, and is one in which tweets can have been written: 2006 to 2099 in the Christian era, or
//!   2549 to 2642 in the Buddhist era. Any character may follow its fourth digit: pages that lost their whitespace join
//!   the next word or number to it. `short_year` has two digits and ends its line.
//! - The day exists: 30 February is no date.
//! - A name may be one month in one language and another month in another (`listopada`: November in Polish, October in
//!   Croatian). Only the dots after day and year tell them apart: `14 listopada 2021`, `14. listopada 2021.`
//! - A time has the half of the day that its day period names, by the hours that the CLDR gives the word (`晚上`: from 19
//!   to 24). Where a word stands in that place which the table does not have, or which means both halves in two
//!   languages, or whose hours are far from the time, the time is not known. The date is.
//!
//! Comments of HTML may stand within a `date` and a `rendered_stamp`: `J<!---->uly 14, 2021`.
//!
//! `scripts/generate_date_table.py` generates the tables from the CLDR, and lists the names of two months.

mod comments;
mod day_period;
mod epoch;
mod first_letters;
mod loose;
mod moment;
mod month;
mod names;
mod numbers;
mod numeric;
mod punctuation;
mod separator;
mod stamp;
mod tables;
#[cfg(test)]
mod tests;
mod time;
mod timestamp;
mod weekday;
mod year_month_day;

use nom::{
    Parser,
    branch::alt,
    combinator::{consumed, map, verify},
    sequence::preceded,
};

use crate::text::{parse::IResult, whitespace::narrow_gap1};
use comments::skipping_comments;
use moment::moment;
use year_month_day::{english_date, short_year_last, year_first, year_last};

pub(crate) use epoch::epoch_millis;
pub(crate) use loose::{ambiguous_date, loose_date, may_begin_loose_date};
pub(crate) use month::english_month_name;
pub(crate) use stamp::{STAMP_BYTES, line_stamp, rendered_stamp, stamp_at};
pub(crate) use time::{may_begin_time, trailing_time};
pub(crate) use timestamp::Timestamp;

/// `date`: a day, month and year in any known order and language, or a `moment`, at the very beginning of `input`.
///
/// The rest begins after the last character of the date: the year's fourth digit, or the suffix of the language (`г.`,
/// `日`). Comments of HTML may stand within.
pub(crate) fn date(input: &str) -> IResult<&str, Timestamp> {
    match english_date(input) {
        Ok((rest, day)) if !rest.starts_with('<') => Ok((rest, day.into())),
        // Out of the way of the most frequent form: 24 of 5,600 instructions a tweet.
        _ => skipping_comments(|input| alt((moment, bare_date)).parse(input), input),
    }
}

/// `bare_date`: a day, month and year in any known order and language.
fn bare_date(input: &str) -> IResult<&str, Timestamp> {
    map(alt((english_date, year_last, year_first)), Timestamp::from).parse(input)
}

/// `short_year_date`: a date whose year has two digits, at the end of its line: `October 04, 19`.
///
/// Callers try this last. All tweets are from this century: `06` is 2006 and `99` is 2099.
pub(crate) fn short_year_date(input: &str) -> IResult<&str, Timestamp> {
    map(short_year_last, Timestamp::from).parse(input)
}

/// Whether a date can begin with what `input` begins with. Cheap, and refuses most places that have no date.
pub(crate) fn may_begin_date(input: &str) -> bool {
    input.starts_with(|c: char| c.is_ascii_digit())
        || month::may_begin_month(input)
        || comments::are_behind_letters(input)
}

/// `timed_date`: a date with the time of day after it, in the posts of other networks. Embedded tweets have no such
/// time.
///
/// After an East Asian date, the time needs no word before it: `2024年12月15日 19:49`.
pub(crate) fn timed_date(input: &str) -> IResult<&str, Timestamp> {
    let (rest, (raw, day)) = consumed(bare_date).parse(input)?;
    let bare_time = preceded(verify(narrow_gap1, |_: &str| raw.ends_with(['日', '일'])), time::time);
    map(alt((trailing_time, bare_time)), |time| day.at(time)).parse(rest)
}
