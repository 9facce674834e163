//! How the events found lie over the years, as bars that filter. An event whose date is not known to the year counts in
//! each year that it may have been in, as it does in the facet of years beside it, which says the same as a list.

use std::collections::BTreeMap;

use crate::web::locale::{self, Language, fill};
use crate::web::parameter::Selection;
use crate::web::plural::EVENT;

/// The picture is so wide and so high; browsers stretch it.
pub const WIDTH: i64 = 1000;
/// See [`WIDTH`].
pub const HEIGHT: i64 = 60;
/// More years than these are told by decades.
const MOST_YEARS: i64 = 45;
/// More bars than these are not drawn.
const MOST_BARS: i64 = 120;

/// Bars in the order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Histogram {
    /// One bar for each year or decade that has events.
    pub bars: Vec<Bar>,
    /// The first year.
    pub first: String,
    /// The last year.
    pub last: String,
}

/// The events of a year or a decade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The left end of its place.
    pub x: i64,
    /// How wide its place is.
    pub width: i64,
    /// How high it stands.
    pub height: i64,
    /// What it tells: «2011: 5 أحداث».
    pub words: String,
    /// The list of its events.
    pub address: String,
}

impl Histogram {
    /// Whether so few years or decades are shown that each would be very wide.
    #[must_use]
    pub fn is_few(&self) -> bool {
        self.bars.first().is_some_and(|bar| bar.width > WIDTH / 8)
    }
}

/// The bars of an answer; nothing where they would tell nothing, since all events are of one time.
#[must_use]
pub fn histogram(selection: &Selection, years: &[(i16, u64)]) -> Option<Histogram> {
    let (first, last) = (years.first()?.0, years.last()?.0);
    let step: i64 = match i64::from(last) - i64::from(first) < MOST_YEARS {
        true => 1,
        false => 10,
    };
    let mut counts: BTreeMap<i64, u64> = BTreeMap::new();
    for (year, count) in years {
        *counts.entry(i64::from(*year).div_euclid(step)).or_default() += count;
    }
    let (start, end) = (*counts.keys().next()?, *counts.keys().next_back()?);
    let places = end - start + 1;
    if counts.len() < 2 || places > MOST_BARS {
        return None;
    }
    let most = counts.values().copied().max()?.max(1);
    let width = WIDTH / places;
    let bars = counts.iter().map(|(place, count)| {
        let along = (place - start) * WIDTH / places;
        // Even one event among thousands is seen.
        let height = i64::try_from(count * HEIGHT.unsigned_abs() / most).unwrap_or(HEIGHT);
        let (from, to) = (place * step, place * step + step - 1);
        Bar {
            x: match locale::language() {
                Language::Arabic => WIDTH - along - width,
                Language::English => along,
            },
            width,
            height: height.max(4),
            words: words(from, to, *count),
            address: between(selection, from, to),
        }
    });
    Some(Histogram {
        bars: bars.collect(),
        first: (start * step).to_string(),
        last: (end * step + step - 1).to_string(),
    })
}

fn words(from: i64, to: i64, count: u64) -> String {
    let years = match from == to {
        true => from.to_string(),
        false => format!("{from}–{to}"),
    };
    let counted = EVENT.count(count);
    fill(
        "list-bar",
        [("years", years.into()), ("counted", counted.into())],
    )
}

fn between(selection: &Selection, from: i64, to: i64) -> String {
    let chosen = selection.only("from", &format!("{from:04}"));
    chosen.only("to", &format!("{to:04}")).address()
}

#[cfg(test)]
mod tests {
    use super::{HEIGHT, WIDTH, histogram};
    use crate::web::parameter::Selection;

    #[test]
    fn each_year_has_its_place_and_leads_to_its_events() {
        let selection = Selection::read("/events", "country=BE&page=2");
        let drawn = histogram(&selection, &[(2009, 1), (2011, 3)]).expect("bars");
        let bars = &drawn.bars;
        // Of three places the middle one stays empty; the first year stands where reading begins.
        assert_eq!((bars[0].x, bars[1].x), (WIDTH - 333, WIDTH - 666 - 333));
        assert_eq!((bars[0].height, bars[1].height), (HEIGHT / 3, HEIGHT));
        assert_eq!(bars[1].words, "2011: 3 أحداث");
        assert_eq!(bars[1].address, "/events?country=BE&from=2011&to=2011");
        assert_eq!(
            (drawn.first.as_str(), drawn.last.as_str()),
            ("2009", "2011")
        );
    }

    #[test]
    fn many_years_are_told_by_decades_and_one_by_nothing() {
        let selection = Selection::read("/events", "");
        let drawn = histogram(&selection, &[(1936, 2), (1938, 1), (2011, 1)]).expect("bars");
        assert_eq!(drawn.bars[0].words, "1930–1939: 3 أحداث");
        assert_eq!(drawn.bars[0].address, "/events?from=1930&to=1939");
        assert_eq!(drawn.bars.len(), 2);
        assert_eq!(histogram(&selection, &[(2011, 5)]), None);
        assert_eq!(histogram(&selection, &[]), None);
    }
}
