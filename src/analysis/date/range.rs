//! Ranges over two months or years, the years that a date takes from elsewhere, and the form of it all in EDTF.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Calendar, Direction, Period, Statement, weekday};
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

/// Of how many years the day of the week may choose one.
const MOST_YEARS: usize = 5;

/// How many words may stand between the two ends of a range.
const REACH: usize = 5;

/// Whether a folded word stands between the first and the last day of a range.
pub(super) fn is_until(folded: &str) -> bool {
    matches!(
        folded,
        "الي"
            | "حتي"
            | "ولغايه"
            | "لغايه"
            | "وحتي"
            | "والي"
            | "وإلي"
            | "وانتهاء"
            | "للي"
    )
}

/// Whether a sign stands between the first and the last day of a range.
pub(super) fn is_dash(folded: &str) -> bool {
    matches!(folded, "-" | "–" | "—" | "--" | "−" | "‐" | "ـ")
}

/// Whether a lone tatweel, written as a dash, stands between two numbers; it is no word of the reading.
pub(super) fn is_parted_by_tatweel(reading: &Reading<'_>, left: usize) -> bool {
    if !reading.is(left, TokenKind::Number) || !reading.is(left + 1, TokenKind::Number) {
        return false;
    }
    let (left, right) = (reading.span(left, left), reading.span(left + 1, left + 1));
    let between = reading.text.get(left.end..right.start).unwrap_or("");
    between.len() <= 8 && between.contains('ـ')
}

/// Joins «28 يونيو – 2 يوليوز 2011» and «30 دجنبر 2011 إلى 2 يناير 2012» into one range.
pub(super) fn join(reading: &Reading<'_>, statements: &[Statement]) -> Vec<Period> {
    let mut joined: Vec<Period> = Vec::new();
    for statement in statements {
        if let Some(before) = joined.last_mut()
            && before.until.is_none()
            && let Some((start, until)) = as_range(reading, &before.start, statement)
        {
            before.start = start;
            before.until = Some(until);
            before.last_word = statement.last_word;
        } else {
            joined.push(Period {
                start: *statement,
                until: None,
                hijri: None,
                first_word: statement.first_word,
                last_word: statement.last_word,
            });
        }
    }
    joined
}

fn as_range(
    reading: &Reading<'_>,
    start: &Statement,
    until: &Statement,
) -> Option<(Statement, Statement)> {
    let is_same_form = start.calendar == until.calendar
        && start.days.is_some() == until.days.is_some()
        && start.month.is_some()
        && until.month.is_some();
    let year = until.year?;
    let runs_over = start.year.is_none() && start.month > until.month;
    let start = Statement {
        year: start.year.or(Some(if runs_over { year - 1 } else { year })),
        ..*start
    };
    let order = |statement: &Statement| (statement.year, statement.month, statement.days);
    let is_range =
        is_same_form && order(&start) < order(until) && is_linked(reading, &start, until);
    // A range of a half-year or more is two dates that happen to stand side by side.
    let is_short = match (start.first_day(), until.last_day()) {
        (Some(first), Some(last)) => first.until(last).is_ok_and(|span| span.get_days() < 200),
        _ => true,
    };
    (is_range && is_short).then_some((start, *until))
}

/// Whether what stands between two dates makes them a range.
fn is_linked(reading: &Reading<'_>, start: &Statement, until: &Statement) -> bool {
    let between = start.last_word + 1..until.first_word;
    // «نونبر ودجنبر»: the «و» is written onto the month.
    let is_written_on = between.is_empty() && reading.letters(until.first_word).starts_with('و');
    if (between.is_empty() && !is_written_on) || between.len() > REACH {
        return false;
    }
    let is_named = (1..=4).any(|steps| {
        matches!(
            reading.before(start.first_word, steps),
            "بين" | "مابين" | "وبين" | "شهري"
        )
    });
    let (mut is_dashed, mut is_said, mut is_and) = (false, false, is_written_on);
    for place in between {
        let folded = reading.folded(place);
        let is_weekday = weekday::at(reading, place).is_some();
        is_dashed |= is_dash(folded);
        is_said |= is_until(folded);
        is_and |= folded == "و" || (is_weekday && folded.starts_with('و'));
        let is_filling = is_weekday
            || is_dash(folded)
            || is_until(folded)
            || matches!(
                folded,
                "و" | "ال" | "يوم" | "غايه" | "حدود" | "من" | "شهر" | "م" | "مساء" | "صباح"
            );
        if !is_filling {
            return false;
        }
    }
    if is_said && is_postponed(reading, start.first_word) {
        return false;
    }
    let is_next = match (start.last_day(), until.first_day()) {
        (Some(last), Some(first)) => last.tomorrow().is_ok_and(|next| next == first),
        (None, None) => start.month.map(|month| month + 1) == until.month,
        _ => false,
    };
    is_dashed || is_said || (is_and && (is_next || is_named))
}

/// «تأجيل اللقاء من 5 إلى 12 ماي 2012»: what lies between two such days is no event.
fn is_postponed(reading: &Reading<'_>, word: usize) -> bool {
    (1..=14).any(|steps| {
        let bare = reading
            .before(word, steps)
            .trim_start_matches(['و', 'ب', 'ف']);
        matches!(
            bare,
            "تاجيل"
                | "تاجل"
                | "تاجلت"
                | "اجل"
                | "اجلت"
                | "ارجي"
                | "ارجات"
                | "ارجاء"
                | "نقل"
                | "تاجيله"
                | "تاجيلها"
                | "تغيير"
        )
    })
}

/// Gives dates without a year the one that the same day has elsewhere, or the one nearest to the day of the document.
pub(super) fn complete(periods: &mut [Period], document: Option<Date>) {
    let known = Years::of(periods);
    let mut before = None;
    for period in periods {
        let start = &mut period.start;
        if start.year.is_some() {
            before = period.until.and_then(|until| until.year).or(start.year);
            continue;
        }
        if start.direction == Some(Direction::SameYear) {
            start.year = before;
            start.confidence *= 0.9;
            continue;
        }
        if let Some((year, share)) = known.year_of(start) {
            start.year = Some(year);
            start.confidence *= share;
        } else if start.calendar == Calendar::Gregorian
            && let Some(document) = document
            && let Some((year, share)) = near(start, document)
        {
            start.year = Some(year);
            start.confidence *= share;
        }
    }
}

/// The year of a date that has none, seen from the day of the document, and how sure that is.
fn near(start: &Statement, document: Date) -> Option<(i16, f32)> {
    let month = start.month?;
    let of_year = |year: i16| Date::new(year, month, start.days.map_or(1, |days| days.0)).ok();
    let year = document.year();
    match start.direction {
        Some(Direction::Current) => of_year(year).map(|_| (year, 0.85)),
        Some(Direction::Past) => {
            let past = [year, year - 1].into_iter();
            past.map(|year| (year, of_year(year)))
                .find(|(_, day)| day.is_some_and(|day| day <= document))
                .map(|(year, _)| (year, 0.85))
        }
        Some(Direction::Future) => {
            let future = [year, year + 1].into_iter();
            future
                .map(|year| (year, of_year(year)))
                .find(|(_, day)| day.is_some_and(|day| day >= document))
                .map(|(year, _)| (year, 0.85))
        }
        Some(Direction::LastYear) => of_year(year - 1).map(|_| (year - 1, 0.85)),
        Some(Direction::NextYear) => of_year(year + 1).map(|_| (year + 1, 0.85)),
        Some(Direction::SameYear | Direction::EveryYear) => None,
        None => {
            start.days?;
            let (from, to) = (
                document.checked_sub(9.months()).ok()?,
                document.checked_add(3.months()).ok()?,
            );
            [year - 1, year, year + 1]
                .into_iter()
                .find(|year| of_year(*year).is_some_and(|day| from <= day && day <= to))
                .map(|year| (year, 0.8))
        }
    }
}

/// What the text says elsewhere of the year of a day or a month; nothing where it names several.
struct Years {
    days: BTreeMap<Days, Option<i16>>,
    months: BTreeMap<Option<i8>, Option<i16>>,
    all: BTreeSet<i16>,
}

/// A month with its first and last day.
type Days = (Option<i8>, (i8, i8));

impl Years {
    fn of(periods: &[Period]) -> Self {
        let mut years = Self {
            days: BTreeMap::new(),
            months: BTreeMap::new(),
            all: BTreeSet::new(),
        };
        let gregorian = periods
            .iter()
            .map(|period| &period.start)
            .filter(|start| start.calendar == Calendar::Gregorian && start.month.is_some());
        for start in gregorian {
            let Some(year) = start.year else { continue };
            years.all.insert(year);
            let known = years.months.entry(start.month).or_insert(Some(year));
            *known = known.filter(|known| *known == year);
            if let Some(days) = start.days {
                let known = years.days.entry((start.month, days)).or_insert(Some(year));
                *known = known.filter(|known| *known == year);
            }
        }
        years
    }

    /// The year of the same day, or the one that agrees with the day of the week beside it, or that of the same month
    /// where it is the only one of the text; and how sure that is.
    fn year_of(&self, start: &Statement) -> Option<(i16, f32)> {
        let days = start
            .days
            .filter(|_| start.calendar == Calendar::Gregorian)?;
        if let Some(year) = self.days.get(&(start.month, days)) {
            return year.map(|year| (year, 0.9));
        }
        if let Some(said) = start.said.filter(|_| self.all.len() <= MOST_YEARS) {
            let agrees = |year: &&i16| {
                let day = Date::new(**year, start.month.unwrap_or_default(), days.0);
                day.is_ok_and(|day| day.weekday() == said)
            };
            let mut agreeing = self.all.iter().filter(agrees);
            return match (agreeing.next(), agreeing.next()) {
                (Some(year), None) => Some((*year, 0.9)),
                _ => None,
            };
        }
        let is_near = matches!(start.direction, None | Some(Direction::Current));
        let of_month = self.months.get(&start.month).copied().flatten();
        let of_month = of_month.filter(|_| is_near && self.all.len() == 1);
        of_month.map(|year| (year, 0.75))
    }
}

/// The date in EDTF; nothing for a day that no calendar has.
pub(super) fn edtf(statement: &Statement, until: Option<&Statement>) -> Option<String> {
    let start = point(statement, false)?;
    if let Some(until) = until {
        return Some(format!("{start}/{}", point(until, true)?));
    }
    match point(statement, true) {
        Some(end) if end != start => Some(format!("{start}/{end}")),
        _ => Some(start),
    }
}

fn point(statement: &Statement, is_end: bool) -> Option<String> {
    let year = statement.year?;
    match (statement.month, statement.days) {
        (Some(month), Some((first, last))) => {
            let day = Date::new(year, month, if is_end { last } else { first }).ok()?;
            Some(day.to_string())
        }
        (Some(month), None) => Some(format!("{year:04}-{month:02}")),
        (None, _) => Some(format!("{year:04}")),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::date::check;

    #[test]
    fn ranges() {
        check(&[
            (
                "أيام 4 و5 و6 يوليوز 2011",
                "2011-07-04/2011-07-06[4 و5 و6 يوليوز 2011]",
            ),
            ("يومي 5 و6 ماي 2012", "2012-05-05/2012-05-06[5 و6 ماي 2012]"),
            ("يومي 5 و 12 ماي 2012", "2012-05-12[12 ماي 2012]"),
            (
                "من 4 إلى 9 شتنبر 2012",
                "2012-09-04/2012-09-09[4 إلى 9 شتنبر 2012]",
            ),
            (
                "من الجمعة 11 إلى غاية الأحد 13 ماي 2012",
                "2012-05-11/2012-05-13[11 إلى غاية الأحد 13 ماي 2012]",
            ),
            (
                "يومي السبت 12 والأحد 13 ماي 2012",
                "2012-05-12/2012-05-13[12 والأحد 13 ماي 2012]",
            ),
            (
                "من 28 يونيو إلى 2 يوليوز 2011",
                "2011-06-28/2011-07-02[28 يونيو إلى 2 يوليوز 2011]",
            ),
            (
                "بين 29 دجنبر و2 يناير 2012 وما بين 30 دجنبر إلى 2 يناير 2013",
                "2011-12-29/2012-01-02[29 دجنبر و2 يناير 2012] 2012-12-30/2013-01-02[30 دجنبر إلى 2 يناير 2013]",
            ),
            (
                "من 30 كانون الأول 2012 حتى 2 كانون الثاني 2013",
                "2012-12-30/2013-01-02[30 كانون الأول 2012 حتى 2 كانون الثاني 2013]",
            ),
            (
                "من 28/2/2012 إلى 1/3/2012",
                "2012-02-28/2012-03-01[28/2/2012 إلى 1/3/2012]",
            ),
            (
                "خلال نونبر ودجنبر 2009",
                "2009-11/2009-12[نونبر ودجنبر 2009]",
            ),
            (
                "ما بين 11 و19 نونبر 2022",
                "2022-11-11/2022-11-19[11 و19 نونبر 2022]",
            ),
            (
                "يومي ١١ - ٨ كانون الأول ٢٠٠٥",
                "2005-12-08/2005-12-11[١١ - ٨ كانون الأول ٢٠٠٥]",
            ),
            (
                "أيام 5 ـ 7 ماي 2012",
                "2012-05-05/2012-05-07[5 ـ 7 ماي 2012]",
            ),
        ]);
    }
}
