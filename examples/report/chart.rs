//! Tweets over time.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate};
use plotters::{
    prelude::*,
    style::text_anchor::{HPos, Pos, VPos},
};

/// Colours that stand for those of the page's theme: the style sheet finds them by their value.
const BAR: RGBColor = RGBColor(1, 1, 1);
const RULE: RGBColor = RGBColor(2, 2, 2);
const LABEL: RGBColor = RGBColor(3, 3, 3);

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

/// The bars as an SVG of this size, in the colours that the style sheet replaces; empty if it cannot be drawn.
pub(crate) fn svg(bins: &Bins, width: u32, height: u32) -> String {
    let mut svg = String::new();
    let drawn = draw(bins, SVGBackend::with_string(&mut svg, (width, height)));
    // It scales with its column, and its text is that of the page.
    let sized = format!("<svg width=\"{width}\" height=\"{height}\" ");
    if drawn.is_ok() {
        svg.replacen(&sized, "<svg role=\"presentation\" focusable=\"false\" ", 1)
    } else {
        String::new()
    }
}

#[allow(clippy::cast_precision_loss, reason = "a chart is no more exact than its pixels")]
fn draw(bins: &Bins, backend: SVGBackend<'_>) -> Result<(), Box<dyn std::error::Error>> {
    let area = backend.into_drawing_area();
    let (width, _) = area.dim_in_pixel();
    let most = bins.counts.iter().map(|&(_, count)| count).max().unwrap_or(1);
    let (step, count) = scale(most);
    let labels = ("sans-serif", 13).into_font().color(&LABEL);
    let mut chart = ChartBuilder::on(&area)
        .margin_top(12)
        .margin_right(12)
        .x_label_area_size(28)
        .y_label_area_size(40)
        .build_cartesian_2d(0_f64..bins.counts.len() as f64, 0_f64..(step * count) as f64)?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .disable_x_axis()
        .disable_y_axis()
        .set_all_tick_mark_size(0)
        .max_light_lines(0)
        .bold_line_style(RULE)
        .y_labels(count + 1)
        .draw()?;
    let bars = bins.counts.iter().enumerate().filter(|(_, (_, count))| *count > 0);
    chart.draw_series(bars.map(|(at, &(_, count))| {
        let (left, gap) = (at as f64, 0.12);
        Rectangle::new([(left + gap, 0.0), (left + 1.0 - gap, count as f64)], BAR.filled())
    }))?;
    // The labels are drawn here, since those of the axes come with the axes' lines and at other places.
    let base = chart.plotting_area().clone();
    let right = labels.pos(Pos::new(HPos::Right, VPos::Center));
    for line in 0..=count {
        let (x, y) = base.map_coordinate(&(0.0, (line * step) as f64));
        area.draw(&Text::new((line * step).to_string(), (x - 8, y), right.clone()))?;
    }
    let centred = labels.pos(Pos::new(HPos::Center, VPos::Top));
    let years = bins.in_several_years();
    let room = usize::try_from(width / if years { 110 } else { 70 })?.max(1);
    for (at, &(date, _)) in bins.counts.iter().enumerate().step_by(bins.counts.len().div_ceil(room)) {
        let (x, y) = base.map_coordinate(&(at as f64 + 0.5, 0.0));
        area.draw(&Text::new(bins.unit.label(date, years), (x, y + 9), centred.clone()))?;
    }
    drop(chart);
    area.present()?;
    Ok(())
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
