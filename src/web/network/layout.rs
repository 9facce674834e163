//! Where the nodes of a network lie: springs pull those that share events together, a charge holds all apart, and none
//! covers another. The forces are those of d3-force, begun from fixed places with a fixed seed, so that the same network
//! is always the same picture.

use fjadra::{Collide, Link, ManyBody, Node, PositionX, PositionY, Simulation, SimulationBuilder};

/// How wide a picture is, in its units.
pub const WIDTH: f64 = 1000.0;
/// How high.
pub const HEIGHT: f64 = 720.0;
/// Room at the sides for half a label, and above and below for a line of it.
const MARGIN: (f64, f64) = (90.0, 44.0);
/// Between two nodes, for a label.
const GAP: f64 = 12.0;

/// Places nodes of these radii, joined by links between their numbers.
#[must_use]
pub fn places(radii: &[f64], links: &[(usize, usize)]) -> Vec<[f64; 2]> {
    let count = radii.len();
    if count == 0 {
        return Vec::new();
    }
    let mut drawn = SimulationBuilder::new()
        .build(vec![Node::default(); count])
        .add_force("charge", ManyBody::new().strength(-420.0))
        .add_force("link", Link::new(links.iter().copied()).distance(70.0))
        .add_force("x", PositionX::new().strength(0.06))
        .add_force("y", PositionY::new().strength(0.09))
        .add_force("apart", apart(radii));
    drawn.step();
    // What the picture's frame has squeezed is pushed apart again, and comes to rest as soon as it is.
    let framed = framed(&drawn);
    let mut pushed = SimulationBuilder::new()
        .with_velocity_decay(0.0)
        .build(framed)
        .add_force("apart", apart(radii).strength(0.5));
    pushed.tick(if count > 1 { 100 } else { 0 });
    let within = |[x, y]: [f64; 2]| {
        let (left, top) = MARGIN;
        [x.clamp(left, WIDTH - left), y.clamp(top, HEIGHT - top)]
    };
    pushed.positions().map(within).collect()
}

fn apart(radii: &[f64]) -> Collide {
    let radii = radii.to_vec();
    Collide::new().radius(move |index| radii.get(index).map_or(GAP, |radius| radius + GAP))
}

/// The same, filling the frame; what has no extent stands in the middle.
fn framed(simulation: &Simulation) -> Vec<[f64; 2]> {
    let places: Vec<[f64; 2]> = simulation.positions().collect();
    let (left, top) = MARGIN;
    let [x, y] = [(0, WIDTH, left), (1, HEIGHT, top)].map(|(axis, size, margin)| {
        let along = || places.iter().map(|place| place[axis]);
        let least = along().fold(f64::INFINITY, f64::min);
        let most = along().fold(f64::NEG_INFINITY, f64::max);
        let extent = most - least;
        // Few nodes are not torn apart to the ends of the picture.
        let scale = ((size - 2.0 * margin) / extent.max(f64::EPSILON)).min(2.5);
        let middle = f64::midpoint(least, most);
        move |place: f64| size / 2.0 + (place - middle) * scale
    });
    places
        .iter()
        .map(|place| [x(place[0]), y(place[1])])
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

    use super::{HEIGHT, WIDTH, places};

    fn distance(one: [f64; 2], other: [f64; 2]) -> f64 {
        (one[0] - other[0]).hypot(one[1] - other[1])
    }

    #[test]
    fn those_that_share_events_are_near_each_other() {
        // Two triangles.
        let links = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)];
        let places = places(&[8.0; 6], &links);
        let nearest_stranger = [3, 4, 5].map(|other| distance(places[0], places[other]));
        let farthest_friend = distance(places[0], places[1]).max(distance(places[0], places[2]));
        assert!(
            nearest_stranger
                .iter()
                .all(|stranger| farthest_friend < *stranger),
            "{places:?}"
        );
    }

    #[test]
    fn one_node_stands_in_the_middle_and_none_nowhere() {
        assert_eq!(places(&[8.0], &[]), [[WIDTH / 2.0, HEIGHT / 2.0]]);
        assert_eq!(places(&[], &[]), Vec::<[f64; 2]>::new());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn nodes_stay_in_the_picture_and_do_not_cover_each_other(sizes in proptest::collection::vec(4.0_f64..20.0, 1..50), seeds in proptest::collection::vec((0_usize..50, 0_usize..50), 0..120)) {
            let count = sizes.len();
            let links: Vec<(usize, usize)> = seeds.iter().map(|(one, other)| (one % count, other % count)).filter(|(one, other)| one < other).collect();
            let placed = places(&sizes, &links);
            prop_assert_eq!(&placed, &places(&sizes, &links));
            for (index, one) in placed.iter().enumerate() {
                prop_assert!((0.0..=WIDTH).contains(&one[0]) && (0.0..=HEIGHT).contains(&one[1]));
                for (other, size) in placed[..index].iter().zip(&sizes) {
                    prop_assert!(distance(*one, *other) > sizes[index].max(*size), "{:?} {:?}", one, other);
                }
            }
        }
    }
}
