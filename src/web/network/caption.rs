//! Names beside the nodes of a network: shortened where they are long, and only where they cover neither each other nor
//! a node. A node without a name tells it by its title and in the table.

use crate::web::network::layout::{HEIGHT, WIDTH};

/// So many letters of a name are written.
const MOST_LETTERS: usize = 26;
/// About how wide a letter is, and how high a line, in units of the picture.
const LETTER: (f64, f64) = (7.4, 17.0);

/// A node, as a name needs to know it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Disc {
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// Its radius.
    pub radius: f64,
}

/// A written name.
#[derive(Debug, Clone, PartialEq)]
pub struct Caption {
    /// The name, perhaps shortened.
    pub text: String,
    /// Its middle.
    pub x: f64,
    /// Its base line.
    pub y: f64,
}

#[derive(Debug, Clone, Copy)]
struct Field {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// The names of these nodes, in their order; whoever comes first has the first choice of room.
#[must_use]
pub fn captions(named: &[(Disc, &str)]) -> Vec<Option<Caption>> {
    let discs: Vec<Field> = named
        .iter()
        .map(|(disc, _)| Field::of_disc(*disc))
        .collect();
    let mut written: Vec<Field> = Vec::new();
    let mut caption = |(disc, name): &(Disc, &str)| {
        let text = shortened(name);
        let room = rooms(*disc, &text).into_iter().find(|room| {
            let is_free = |other: &Field| !room.meets(other);
            room.is_within() && discs.iter().all(is_free) && written.iter().all(is_free)
        })?;
        written.push(room);
        Some(Caption {
            text,
            x: f64::midpoint(room.left, room.right),
            y: room.bottom - 0.28 * LETTER.1,
        })
    };
    named.iter().map(&mut caption).collect()
}

/// A name of as many whole words as fit; the dots say that there are more.
#[must_use]
pub fn shortened(name: &str) -> String {
    if name.chars().count() <= MOST_LETTERS {
        return name.to_owned();
    }
    let start: String = name.chars().take(MOST_LETTERS).collect();
    let whole = start
        .rsplit_once(' ')
        .map_or(start.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// Where a name may stand, the best first: below its node or above, then aslant of it.
fn rooms(disc: Disc, text: &str) -> [Field; 6] {
    let (letter, line) = LETTER;
    // A char is at most a letter; marks that stand on letters only make the guess a little wide.
    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let half = f64::from(letters) * letter / 2.0;
    let below = disc.y + disc.radius + 1.0;
    let above = disc.y - disc.radius - 1.0 - line;
    let aside = (half - disc.radius).max(0.0);
    let at = |middle: f64, top: f64| Field {
        left: middle - half,
        right: middle + half,
        top,
        bottom: top + line,
    };
    [
        at(disc.x, below),
        at(disc.x, above),
        at(disc.x - aside, below),
        at(disc.x + aside, below),
        at(disc.x - aside, above),
        at(disc.x + aside, above),
    ]
}

impl Field {
    fn of_disc(disc: Disc) -> Self {
        Self {
            left: disc.x - disc.radius,
            right: disc.x + disc.radius,
            top: disc.y - disc.radius,
            bottom: disc.y + disc.radius,
        }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn is_within(&self) -> bool {
        self.left >= 0.0 && self.right <= WIDTH && self.top >= 0.0 && self.bottom <= HEIGHT
    }
}

#[cfg(test)]
mod tests {
    use super::{Caption, Disc, captions, shortened};

    fn disc(x: f64, y: f64) -> Disc {
        Disc { x, y, radius: 10.0 }
    }

    #[test]
    fn long_names_end_with_a_whole_word_and_dots() {
        assert_eq!(shortened("حركة 20 فبراير"), "حركة 20 فبراير");
        assert_eq!(
            shortened("الهيئة المغربية لحقوق الإنسان والحريات"),
            "الهيئة المغربية لحقوق…"
        );
        assert_eq!(shortened(&"ا".repeat(30)), format!("{}…", "ا".repeat(26)));
    }

    #[test]
    fn names_cover_neither_each_other_nor_a_node() {
        let name = "اسم ليس بالقصير";
        let alone = captions(&[(disc(500.0, 300.0), name)]);
        let Some(Some(Caption { x, y, .. })) = alone.first() else {
            panic!("no name")
        };
        assert!((x - 500.0).abs() < 0.01 && *y > 310.0);
        // Below the second lies the third, so that its name goes above it.
        let crowd =
            [disc(500.0, 300.0), disc(700.0, 300.0), disc(700.0, 325.0)].map(|disc| (disc, name));
        let written = captions(&crowd);
        assert!(written[1].as_ref().is_some_and(|caption| caption.y < 290.0));
        // Where there is no room at all, nothing is written.
        let packed: Vec<(Disc, &str)> = (0..100)
            .map(|place| {
                (
                    disc(
                        300.0 + f64::from(place % 10) * 22.0,
                        300.0 + f64::from(place / 10) * 22.0,
                    ),
                    name,
                )
            })
            .collect();
        let written = captions(&packed);
        assert!(written.iter().any(Option::is_none) && written.iter().any(Option::is_some));
    }
}
