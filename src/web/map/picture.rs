//! What stands on a region's picture: countries shaded by their number of events, a mark with the number in each, and
//! the places where events were held as points. Whatever is drawn is also a row of the tables, with the same address.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use fjadra::{Collide, Node, SimulationBuilder};
use geo::{Intersects, Rect};

use crate::model::country::CountryCode;
use crate::model::place::Place;
use crate::web::map::outline::{Shape, View};
use crate::web::map::region::WIDTH;
use crate::web::map::shade::{Step, step, steps};

/// The radius of the mark of a country that is too small to be pressed.
pub const MARK: f64 = 11.0;
/// Half the height of a number that stands in its country.
const NUMBER: f64 = 7.0;
/// About how wide a digit of it is.
const DIGIT: f64 = 9.0;
/// The least radius of a place, and the greatest.
const POINT: (f64, f64) = (3.5, 12.0);

/// The countries and places of a region, drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its height.
    pub height: f64,
    /// The outlines of all countries without events, in tenths of a unit.
    pub land: String,
    /// The countries with events, those with most first.
    pub countries: Vec<Area>,
    /// The places with events, those with most first.
    pub points: Vec<Point>,
    /// What the shades mean.
    pub legend: Vec<Step>,
}

/// A country with events.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Which.
    pub code: CountryCode,
    /// In how many events.
    pub events: u64,
    /// Its outline in tenths of a unit.
    pub path: &'static str,
    /// Where its number stands.
    pub x: f64,
    /// Where its number stands.
    pub y: f64,
    /// Its mark, where it is too small to be pressed.
    pub mark: Option<Mark>,
    /// Its step among the shades.
    pub step: usize,
    /// Whether there is room for its number; its title and the table tell it in any case.
    pub is_told: bool,
}

/// The mark of a country that is too small to be pressed. Marks that would cover each other are moved apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// Whether it was moved so far that a line must lead to the country.
    pub is_moved: bool,
}

/// A place with events.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Its number among the places that were counted.
    pub index: usize,
    /// Where it lies.
    pub x: f64,
    /// Where it lies.
    pub y: f64,
    /// Its radius; areas grow as the numbers do.
    pub radius: f64,
}

impl Picture {
    /// Draws what was counted, as far as it lies in the region.
    #[must_use]
    pub fn of(
        view: &'static View,
        counts: &[(CountryCode, u64)],
        places: &[(&Place, u64)],
    ) -> Self {
        let counted: BTreeMap<CountryCode, u64> = counts.iter().copied().collect();
        let events = |shape: &Shape| counted.get(&shape.code?).copied();
        let shown = || {
            view.shapes
                .iter()
                .filter_map(|shape| Some((shape, events(shape)?)))
        };
        let steps = steps(shown().map(|(_, events)| events).max().unwrap_or(0));
        let mut land = String::new();
        for shape in view.shapes.iter().filter(|shape| events(shape).is_none()) {
            land.push_str(&shape.path);
        }
        let mut countries: Vec<Area> = shown()
            .filter_map(|(shape, events)| Area::of(shape, events, step(&steps, events)))
            .collect();
        countries.sort_by_key(|area| Reverse(area.events));
        spread(&mut countries, view.frame.height);
        thin(&mut countries);
        Self {
            height: view.frame.height,
            land,
            countries,
            points: points(view, places),
            legend: steps,
        }
    }
}

impl Area {
    fn of(shape: &'static Shape, events: u64, step: usize) -> Option<Self> {
        let [x, y] = [shape.middle.x, shape.middle.y].map(tenths);
        let is_moved = false;
        Some(Self {
            code: shape.code?,
            events,
            path: &shape.path,
            x,
            y,
            mark: shape.is_small.then_some(Mark { x, y, is_moved }),
            step,
            is_told: true,
        })
    }
}

/// Leaves out the numbers that would cover a greater one.
fn thin(countries: &mut [Area]) {
    let mut written: Vec<Rect> = Vec::new();
    for area in countries {
        let (x, y) = area.mark.map_or((area.x, area.y), |mark| (mark.x, mark.y));
        let digits = f64::from(area.events.checked_ilog10().unwrap_or(0) + 1);
        let (half, high) = (digits * DIGIT / 2.0, NUMBER);
        let room = Rect::new((x - half, y - high), (x + half, y + high));
        area.is_told = !written.iter().any(|other| other.intersects(&room));
        if area.is_told {
            written.push(room);
        }
    }
}

/// Moves marks apart, as little as it takes; they make way for the numbers that stand in larger countries.
fn spread(countries: &mut [Area], height: f64) {
    let node = |area: &Area| match area.mark {
        Some(mark) => Node::default().position(mark.x, mark.y),
        None => Node::default().fixed_position(area.x, area.y),
    };
    let radii: Vec<f64> = countries
        .iter()
        .map(|area| area.mark.map_or(NUMBER, |_| MARK + 1.0))
        .collect();
    // Without a memory of speed they come to rest as soon as they are apart.
    let mut crowd = SimulationBuilder::new()
        .with_velocity_decay(0.0)
        .build(countries.iter().map(node))
        .add_force(
            "apart",
            Collide::new()
                .radius(move |index| radii.get(index).copied().unwrap_or(MARK))
                .strength(0.5),
        );
    crowd.tick(if countries.len() > 1 { 100 } else { 0 });
    let places: Vec<[f64; 2]> = crowd.positions().collect();
    for (area, [x, y]) in countries.iter_mut().zip(places) {
        if let Some(mark) = &mut area.mark {
            *mark = Mark {
                x: tenths(x.clamp(MARK, WIDTH - MARK)),
                y: tenths(y.clamp(MARK, height - MARK)),
                is_moved: (x - mark.x).hypot(y - mark.y) > MARK,
            };
        }
    }
}

fn points(view: &View, places: &[(&Place, u64)]) -> Vec<Point> {
    let most = places.iter().map(|(_, events)| *events).max().unwrap_or(1);
    let point = |(index, (place, events)): (usize, &(&Place, u64))| {
        let middle = view.frame.place(place.longitude?, place.latitude?)?;
        let [x, y] = [middle.x, middle.y].map(tenths);
        view.frame.shows(middle).then(|| Point {
            index,
            x,
            y,
            radius: tenths(radius(*events, most)),
        })
    };
    places.iter().enumerate().filter_map(point).collect()
}

fn radius(events: u64, most: u64) -> f64 {
    let (least, greatest) = POINT;
    // Numbers of events are small enough for a float.
    let share = (events as f64 / most as f64).sqrt();
    (greatest * share).max(least)
}

/// A length with one digit behind the point at most: more is not seen.
fn tenths(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::{MARK, Picture};
    use crate::model::country::CountryCode;
    use crate::web::map::outline::view;
    use crate::web::map::region::Region;

    fn counts(codes: &str) -> Vec<(CountryCode, u64)> {
        let codes = codes.split(' ').zip(1..);
        codes
            .map(|(code, events)| (CountryCode::parse(code).expect("a code"), events))
            .collect()
    }

    #[test]
    fn marks_of_small_countries_stand_apart_and_near_their_country() {
        let counts = counts("BH QA LB PS KW MT IL JO CY AE BE NL LU CH");
        for region in [Region::World, Region::Arab] {
            let picture = Picture::of(view(region).expect("a view"), &counts, &[]);
            let marks: Vec<_> = picture
                .countries
                .iter()
                .filter_map(|area| Some((area, area.mark?)))
                .collect();
            assert!(marks.iter().any(|(area, _)| area.code.as_str() == "PS"));
            for (index, (area, mark)) in marks.iter().enumerate() {
                let moved = (mark.x - area.x).hypot(mark.y - area.y);
                assert!(moved < 6.0 * MARK, "{region:?} {}: {moved}", area.code);
                for (_, other) in &marks[..index] {
                    let between = (mark.x - other.x).hypot(mark.y - other.y);
                    assert!(between > 1.8 * MARK, "{region:?} {}: {between}", area.code);
                }
            }
        }
    }

    #[test]
    fn the_greatest_of_crowded_numbers_are_told() {
        let mut crowd = counts("BE NL LU DE FR");
        crowd.iter_mut().for_each(|(_, events)| *events += 1000);
        let picture = Picture::of(view(Region::World).expect("a view"), &crowd, &[]);
        assert!(picture.countries[0].is_told);
        assert!(picture.countries.iter().any(|area| !area.is_told));
        let near = Picture::of(view(Region::Europe).expect("a view"), &crowd, &[]);
        let told = near.countries.iter().filter(|area| area.is_told);
        assert!(told.count() >= 4);
    }

    #[test]
    fn countries_stand_by_number_and_the_rest_is_land() {
        let world = view(Region::World).expect("a view");
        let picture = Picture::of(world, &counts("DZ EH BR"), &[]);
        let drawn: Vec<_> = picture
            .countries
            .iter()
            .map(|area| (area.code.as_str(), area.events, area.step))
            .collect();
        assert_eq!(drawn, [("BR", 3, 2), ("EH", 2, 2), ("DZ", 1, 1)]);
        let all: usize = world.shapes.iter().map(|shape| shape.path.len()).sum();
        let shaded: usize = picture.countries.iter().map(|area| area.path.len()).sum();
        assert_eq!(picture.land.len() + shaded, all);
    }
}
