//! The regions that a map can show, and where a place lies in the picture of each. All pictures are equal-area, so that
//! no country looks weightier than another by where it lies: Equal Earth for the world, Lambert's azimuthal projection
//! about its middle for a part of it.

use geo::{BoundingRect, Coord, MultiPoint, Polygon, Rect};
use proj4rs::proj::Proj;
use proj4rs::transform::transform;

use crate::web::locale::text;

/// How wide a picture is, in its units.
pub const WIDTH: f64 = 1000.0;

/// A part of the world that is drawn by itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Region {
    /// All of it but Antarctica.
    #[default]
    World,
    /// West Asia and North Africa.
    Arab,
    /// From Mauritania to Libya.
    Maghreb,
    /// With its east to the Urals' near side.
    Europe,
}

impl Region {
    /// All regions, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::World, Self::Arab, Self::Maghreb, Self::Europe];

    /// The name in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::World => "world",
            Self::Arab => "arab",
            Self::Maghreb => "maghreb",
            Self::Europe => "europe",
        }
    }

    /// The region of this name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.as_str() == text)
    }

    /// Its name for readers.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::World => text("map-world"),
            Self::Arab => text("map-arab"),
            Self::Maghreb => text("map-maghreb"),
            Self::Europe => text("map-europe"),
        }
    }

    /// The projection, on a sphere. The world is cut in the Bering Strait.
    const fn projection(self) -> &'static str {
        match self {
            Self::World => "+proj=eqearth +lon_0=11 +R=6371008",
            Self::Arab => "+proj=laea +lat_0=24 +lon_0=21 +R=6371008",
            Self::Maghreb => "+proj=laea +lat_0=27 +lon_0=4 +R=6371008",
            Self::Europe => "+proj=laea +lat_0=52 +lon_0=14 +R=6371008",
        }
    }

    /// What is shown: degrees west, south, east and north.
    const fn bounds(self) -> [f64; 4] {
        match self {
            Self::World => [-168.9, -56.0, -169.1, 83.6],
            Self::Arab => [-17.5, 1.0, 60.0, 42.5],
            Self::Maghreb => [-17.5, 14.5, 25.5, 38.0],
            Self::Europe => [-11.0, 34.5, 42.0, 70.0],
        }
    }
}

/// The frame of a region's picture.
#[derive(Debug)]
pub struct Frame {
    degrees: Proj,
    projected: Proj,
    left: f64,
    top: f64,
    scale: f64,
    /// How high the picture is.
    pub height: f64,
    /// How wide the widest shape is: in a picture of the world, what is wider was cut in two by its edge.
    widest: f64,
}

impl Frame {
    /// The frame of a region; nothing only if its projection could not be read.
    #[must_use]
    pub fn of(region: Region) -> Option<Self> {
        let mut frame = Self {
            degrees: Proj::from_proj_string("+proj=longlat +R=6371008").ok()?,
            projected: Proj::from_proj_string(region.projection()).ok()?,
            left: 0.0,
            top: 0.0,
            scale: 1.0,
            height: 0.0,
            widest: match region {
                Region::World => 0.7 * WIDTH,
                Region::Arab | Region::Maghreb | Region::Europe => f64::INFINITY,
            },
        };
        let [west, south, east, north] = region.bounds();
        let middle = match region {
            Region::World => 11.0,
            Region::Arab | Region::Maghreb | Region::Europe => f64::midpoint(west, east),
        };
        let corners = [
            (west, south),
            (west, north),
            (east, south),
            (east, north),
            (middle, south),
            (middle, north),
            // A world is widest at the equator.
            (west, 0.0_f64.clamp(south, north)),
            (east, 0.0_f64.clamp(south, north)),
        ];
        let corners = corners.map(|(longitude, latitude)| frame.place(longitude, latitude));
        let corners: MultiPoint = corners.into_iter().flatten().collect::<Vec<_>>().into();
        let shown = corners.bounding_rect()?;
        frame.scale = WIDTH / shown.width();
        frame.left = shown.min().x * frame.scale;
        frame.top = shown.min().y * frame.scale;
        frame.height = (shown.height() * frame.scale).round();
        Some(frame)
    }

    /// Where a place lies, in the picture's units from its upper left corner.
    #[must_use]
    pub fn place(&self, longitude: f64, latitude: f64) -> Option<Coord> {
        let mut point = (longitude.to_radians(), latitude.to_radians(), 0.0);
        transform(&self.degrees, &self.projected, &mut point).ok()?;
        let (x, y) = (point.0, -point.1);
        (x.is_finite() && y.is_finite()).then_some(Coord {
            x: x * self.scale - self.left,
            y: y * self.scale - self.top,
        })
    }

    /// The picture's edges, so far outside them that what is cut there shows no cut.
    #[must_use]
    pub fn edges(&self) -> Rect {
        Rect::new((-4.0, -4.0), (WIDTH + 4.0, self.height + 4.0))
    }

    /// Whether a shape is in one piece, not drawn from one end of the world to the other.
    #[must_use]
    pub fn is_whole(&self, shape: &Polygon) -> bool {
        let extent = shape.bounding_rect();
        extent.is_some_and(|extent| extent.width() < self.widest)
    }

    /// Whether a place lies in the picture.
    #[must_use]
    pub fn shows(&self, place: Coord) -> bool {
        (0.0..=WIDTH).contains(&place.x) && (0.0..=self.height).contains(&place.y)
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, Region, WIDTH};

    #[test]
    fn places_lie_where_a_reader_looks_for_them() {
        for region in Region::ALL {
            assert_eq!(Region::parse(region.as_str()), Some(region));
            let frame = Frame::of(region).expect("a frame");
            assert!((300.0..1000.0).contains(&frame.height), "{region:?}");
            let rabat = frame.place(-6.83, 34.02).expect("Rabat");
            let tunis = frame.place(10.18, 36.81).expect("Tunis");
            let brussels = frame.place(4.35, 50.85).expect("Brussels");
            assert!(rabat.x < brussels.x && brussels.x < tunis.x, "{region:?}");
            assert!(brussels.y < tunis.y && tunis.y < rabat.y, "{region:?}");
            assert_eq!(
                frame.shows(brussels),
                !matches!(region, Region::Arab | Region::Maghreb)
            );
            assert!(frame.shows(tunis));
        }
    }

    #[test]
    fn the_world_is_whole_and_equal_earth_keeps_areas() {
        let frame = Frame::of(Region::World).expect("a frame");
        let chukotka = frame.place(-170.0, 66.0).expect("the last cape of Asia");
        let alaska = frame
            .place(-168.0, 65.6)
            .expect("the first cape of America");
        assert!(chukotka.x > 0.8 * WIDTH && alaska.x < 0.2 * WIDTH);
        // Between the same meridians, the band from the equator to 30° has half the area of the hemisphere.
        let rows = (0..=600).map(|tenth| frame.place(12.0, f64::from(tenth) / 10.0));
        let rows: Vec<_> = rows.flatten().collect();
        let axis = frame.place(11.0, 0.0).expect("the middle").x;
        let area = |range: std::ops::Range<usize>| -> f64 {
            let pieces = rows[range.start..=range.end].windows(2);
            pieces
                .map(|row| (row[0].y - row[1].y) * (f64::midpoint(row[0].x, row[1].x) - axis))
                .sum()
        };
        let share = area(0..300) / area(0..600);
        assert!((share - 0.5 / 0.866_025).abs() < 0.001, "{share}");
    }
}
