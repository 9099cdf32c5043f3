//! Tweets over time.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate};
use maud::{Markup, html};

/// More bars than this cannot be told apart.
const MOST_BARS: usize = 120;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Month,
    Year,
}

impl Unit {
    fn begin(self, date: NaiveDate) -> NaiveDate {
        match self {
            Self::Day => Some(date),
            Self::Month => date.with_day(1),
            Self::Year => NaiveDate::from_ymd_opt(date.year(), 1, 1),
        }
        .unwrap_or(date)
    }

    fn next(self, date: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Day => date.checked_add_days(Days::new(1)),
            Self::Month => date.checked_add_months(Months::new(1)),
            Self::Year => date.checked_add_months(Months::new(12)),
        }
    }

    /// `year` tells whether the year of days is told too.
    fn label(self, date: NaiveDate, year: bool) -> String {
        let form = match self {
            Self::Day if year => "%-d %b %Y",
            Self::Day => "%-d %b",
            Self::Month => "%b %Y",
            Self::Year => "%Y",
        };
        date.format(form).to_string()
    }
}

/// Counts a day, or a month or year where there are too many days.
pub(crate) struct Bins {
    unit: Unit,
    counts: Vec<(NaiveDate, usize)>,
}

impl Bins {
    /// `None` without dates.
    pub(crate) fn of(dates: &(impl Iterator<Item = NaiveDate> + Clone)) -> Option<Self> {
        let bins = [Unit::Day, Unit::Month, Unit::Year].map(|unit| Self::with(unit, dates.clone()));
        let [days, months, years] = bins;
        let bins = [days?, months?].into_iter().find(|bins| bins.counts.len() <= MOST_BARS);
        bins.or(years)
    }

    fn with(unit: Unit, dates: impl Iterator<Item = NaiveDate>) -> Option<Self> {
        let mut found: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        for date in dates {
            *found.entry(unit.begin(date)).or_default() += 1;
        }
        let (&first, _) = found.first_key_value()?;
        let (&last, _) = found.last_key_value()?;
        let mut counts = Vec::new();
        let mut date = Some(first);
        while let Some(day) = date.filter(|&day| day <= last && counts.len() <= MOST_BARS * 10) {
            counts.push((day, found.get(&day).copied().unwrap_or(0)));
            date = unit.next(day);
        }
        Some(Self { unit, counts })
    }

    /// `day`, `month` or `year`.
    pub(crate) fn unit(&self) -> &'static str {
        match self.unit {
            Unit::Day => "day",
            Unit::Month => "month",
            Unit::Year => "year",
        }
    }

    fn in_several_years(&self) -> bool {
        let year = |bin: Option<&(NaiveDate, usize)>| bin.map(|(date, _)| date.year());
        year(self.counts.first()) != year(self.counts.last())
    }

    /// The bins that are not empty, with their names.
    pub(crate) fn filled(&self) -> impl Iterator<Item = (String, usize)> {
        self.counts.iter().filter(|(_, count)| *count > 0).map(|&(date, count)| (self.unit.label(date, true), count))
    }
}

/// The space beside and above the bars, and below them, for the labels.
const LEFT: usize = 40;
const RIGHT: usize = 12;
const TOP: usize = 12;
const BOTTOM: usize = 28;

/// The bars as an SVG of this size, which scales with its column; the style sheet has its colours.
pub(crate) fn svg(bins: &Bins, width: usize, height: usize) -> Markup {
    let bars = bins.counts.len();
    let (step, lines) = scale(bins.counts.iter().map(|&(_, count)| count).max().unwrap_or(1));
    let base = height - BOTTOM;
    // A bin is 100 wide, so that bars and labels stand at whole places within it.
    let across = |hundredths: usize| LEFT + (width - LEFT - RIGHT) * hundredths / (100 * bars);
    let rise = |count: usize| (base - TOP) * count / (step * lines);
    let years = bins.in_several_years();
    let every = bars.div_ceil(width / if years { 110 } else { 70 });
    html! {
        svg role="presentation" focusable="false" viewBox={ "0 0 " (width) " " (height) } xmlns="http://www.w3.org/2000/svg" {
            @for line in 0..=lines {
                @let y = base - rise(line * step);
                line x1=(LEFT) y1=(y) x2=(width - RIGHT) y2=(y) {}
                text x=(LEFT - 8) y=(y) dy="0.5ex" text-anchor="end" { (line * step) }
            }
            @for (at, &(date, count)) in bins.counts.iter().enumerate() {
                @let (start, end) = (across(at * 100 + 12), across(at * 100 + 88));
                @if count > 0 {
                    rect x=(start) y=(base - rise(count)) width=(end - start) height=(rise(count)) {}
                }
                @if at % every == 0 {
                    text x=(across(at * 100 + 50)) y=(base + 9) dy="0.76em" text-anchor="middle" {
                        (bins.unit.label(date, years))
                    }
                }
            }
        }
    }
}

/// The distance of the lines, and how many there are.
fn scale(most: usize) -> (usize, usize) {
    let mut step = 1;
    while most.div_ceil(step) > 5 {
        let leading = step / 10_usize.pow(step.ilog10());
        step = if leading == 2 { step / 2 * 5 } else { step * 2 };
    }
    (step, most.div_ceil(step).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_at_round_numbers() {
        for (most, expected) in [(1, (1, 1)), (5, (1, 5)), (6, (2, 3)), (11, (5, 3)), (47, (10, 5)), (230, (50, 5))] {
            assert_eq!(scale(most), expected, "{most}");
        }
    }

    #[test]
    fn long_times_are_told_by_month_or_year() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        for (last, unit, bins) in
            [(day(2020, 3, 1), "day", 61), (day(2022, 2, 1), "month", 26), (day(2035, 1, 1), "year", 16)]
        {
            let found = Bins::of(&[day(2020, 1, 1), last].into_iter()).unwrap();
            assert_eq!((found.unit(), found.counts.len()), (unit, bins));
        }
        assert!(Bins::of(&std::iter::empty()).is_none());
    }
}
