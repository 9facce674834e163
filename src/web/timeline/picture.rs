//! Where marks stand on a line of time. Lengths are units of the picture, which browsers scale; time runs as the page is
//! read.

use jiff::civil::Date;

use crate::web::locale::Language;

/// How wide the picture is.
pub const WIDTH: i32 = 1000;
/// Room for a mark, from its middle to each side.
const REACH: i32 = 16;
/// From one lane to the next.
const LANE: i32 = 36;
/// Below the lanes, for the years.
const FOOT: i32 = 34;
/// So many years are named at most.
const MOST_TICKS: i32 = 11;
/// The distances at which years are named.
const STEPS: [i32; 9] = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

/// A drawn line of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its height.
    pub height: i32,
    /// Where the axis stands.
    pub axis: i32,
    /// The years that are named.
    pub ticks: Vec<Tick>,
    /// One mark a span, in the same order.
    pub marks: Vec<Mark>,
}

/// A year on the axis, where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The year.
    pub year: i16,
    /// Where it begins.
    pub x: i32,
}

/// The mark of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its middle.
    pub x: i32,
    /// Its middle.
    pub y: i32,
    /// The left end of a span longer than a mark is wide.
    pub start: i32,
    /// How wide that span is; 0 where the mark alone shows it.
    pub width: i32,
    /// Whether the day is not known.
    pub is_open: bool,
}

impl Picture {
    /// Draws spans that are sorted by their first day; nothing without any.
    #[must_use]
    pub fn of(spans: &[Span], language: Language) -> Option<Self> {
        let from = spans.iter().map(|span| span.first.year()).min()?;
        let to = spans.iter().map(|span| span.last.year()).max()?;
        let scale = Scale::new(from, to, language);
        let mut lanes: Vec<i32> = Vec::new();
        let mut marks = Vec::new();
        for span in spans {
            let (near, far) = scale.ends(*span);
            // Along the way of reading, whichever it is.
            let lane = lanes.iter().position(|end| end + REACH < near - REACH);
            let lane = lane.unwrap_or_else(|| {
                lanes.push(0);
                lanes.len() - 1
            });
            if let Some(end) = lanes.get_mut(lane) {
                *end = far.max(near);
            }
            let lane = i32::try_from(lane).unwrap_or(i32::MAX / LANE - 1);
            let middle = i32::midpoint(near, far);
            let is_wide = far - near > 2 * REACH;
            marks.push(Mark {
                x: scale.placed(middle),
                y: LANE / 2 + lane * LANE,
                start: scale.placed(near).min(scale.placed(far)),
                width: if is_wide { far - near } else { 0 },
                is_open: span.first != span.last,
            });
        }
        let count = i32::try_from(lanes.len()).unwrap_or(i32::MAX / LANE - 1);
        let axis = count * LANE;
        Some(Self {
            height: axis + FOOT,
            axis,
            ticks: scale.ticks(),
            marks,
        })
    }
}

/// From days to places on the line.
struct Scale {
    from: i16,
    to: i16,
    language: Language,
}

impl Scale {
    fn new(from: i16, to: i16, language: Language) -> Self {
        Self { from, to, language }
    }

    /// How far a day lies along the line, from where reading begins.
    fn along(&self, year: i16, day: i32) -> i32 {
        let years = i32::from(self.to - self.from) + 1;
        let room = i64::from(WIDTH - 4 * REACH);
        let days = i64::from(i32::from(year - self.from) * 366 + day);
        let along = days * room / (i64::from(years) * 366);
        2 * REACH + i32::try_from(along).unwrap_or(WIDTH)
    }

    fn ends(&self, span: Span) -> (i32, i32) {
        let along = |date: Date| self.along(date.year(), i32::from(date.day_of_year()));
        (along(span.first), along(span.last))
    }

    /// The place of what lies so far along.
    fn placed(&self, along: i32) -> i32 {
        match self.language {
            Language::Arabic => WIDTH - along,
            Language::English => along,
        }
    }

    fn ticks(&self) -> Vec<Tick> {
        let (from, to) = (i32::from(self.from), i32::from(self.to));
        let fits = |step: &&i32| (to - from) / **step < MOST_TICKS;
        let step = STEPS.iter().find(fits).copied().unwrap_or(1000);
        let first = from.div_euclid(step) * step;
        let years = (0..).map(|index| first + index * step);
        let years = years
            .take_while(|year| *year <= to)
            .filter(|year| *year >= from);
        let ticks = years
            .filter_map(|year| i16::try_from(year).ok())
            .map(|year| Tick {
                year,
                x: self.placed(self.along(year, 0)),
            });
        ticks.collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::{Strategy, prop_assert, proptest};

    use super::{Picture, Span, WIDTH};
    use crate::web::locale::Language;

    fn span(first: (i16, i8, i8), last: (i16, i8, i8)) -> Span {
        Span {
            first: date(first.0, first.1, first.2),
            last: date(last.0, last.1, last.2),
        }
    }

    #[test]
    fn time_runs_as_the_page_is_read() {
        let spans = [
            span((2009, 1, 1), (2009, 12, 31)),
            span((2011, 8, 6), (2011, 8, 6)),
        ];
        let arabic = Picture::of(&spans, Language::Arabic).expect("a picture");
        assert!(arabic.marks[0].x > arabic.marks[1].x);
        assert!(arabic.marks[0].width > 0 && arabic.marks[1].width == 0);
        let english = Picture::of(&spans, Language::English).expect("a picture");
        assert!(english.marks[0].x < english.marks[1].x);
        let years: Vec<i16> = english.ticks.iter().map(|tick| tick.year).collect();
        assert_eq!(years, [2009, 2010, 2011]);
        assert_eq!(Picture::of(&[], Language::Arabic), None);
    }

    proptest! {
        #[test]
        fn marks_stay_in_the_picture_and_apart(days in proptest::collection::vec((1900_i16..2100, 1_i8..13, 0_i16..9), 1..60).prop_map(|mut days| { days.sort_unstable(); days })) {
            let spans: Vec<Span> = days.iter().map(|(year, month, more)| span((*year, *month, 1), (year + more, *month, 28))).collect();
            let picture = Picture::of(&spans, Language::Arabic).expect("a picture");
            for (index, mark) in picture.marks.iter().enumerate() {
                prop_assert!(mark.x >= 16 && mark.x <= WIDTH - 16 && mark.y < picture.axis);
                prop_assert!(mark.start >= 0 && mark.start + mark.width <= WIDTH);
                let others = picture.marks[..index].iter();
                let apart = others.clone().all(|other| other.y != mark.y || (other.x - mark.x).abs() >= 32);
                prop_assert!(apart);
            }
            prop_assert!(picture.ticks.len() <= 11);
        }
    }
}
