//! A network as it is drawn: discs for organizations, squares for coalitions, lines for events they share.

use std::collections::BTreeMap;

use crate::model::id::OrganizationId;
use crate::model::vocabulary::OrganizationKind;
use crate::web::network::caption::{Caption, Disc, captions};
use crate::web::network::graph::{Graph, Node};
use crate::web::network::layout::places;

/// The least radius of a node, and the greatest.
const RADIUS: (f64, f64) = (6.0, 24.0);
/// The least width of a line, and the greatest.
const LINE: (f64, f64) = (1.0, 7.0);

/// So many events are many, even where nothing has more.
const OFTEN: u64 = 8;

/// The parts of a picture, nodes and lines in the order of the graph's.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// One for each pair.
    pub lines: Vec<Line>,
    /// One for each organization.
    pub marks: Vec<Mark>,
}

/// A pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// From here.
    pub x1: i32,
    /// From here.
    pub y1: i32,
    /// To there.
    pub x2: i32,
    /// To there.
    pub y2: i32,
    /// How wide: it grows with the number of shared events, in tenths of a unit.
    pub width: i32,
}

/// An organization.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its middle.
    pub x: i32,
    /// Its middle.
    pub y: i32,
    /// Its radius, or half its side.
    pub radius: i32,
    /// Whether it is drawn as a square.
    pub is_coalition: bool,
    /// Its name, where there is room for one.
    pub caption: Option<Caption>,
}

impl Picture {
    /// Draws a graph; nothing where it has no organization.
    #[must_use]
    pub fn of(graph: &Graph) -> Option<Self> {
        let most = graph.nodes.iter().map(|node| node.events).max()?;
        let radii = graph
            .nodes
            .iter()
            .map(|node| grown(RADIUS, node.events, most));
        let radii: Vec<f64> = radii.collect();
        let numbers = graph.nodes.iter().enumerate();
        let numbers: BTreeMap<&OrganizationId, usize> = numbers
            .map(|(number, node)| (&node.organization.id, number))
            .collect();
        let ends = graph.pairs.iter().filter_map(|pair| {
            let ends = (*numbers.get(&pair.first)?, *numbers.get(&pair.second)?);
            Some((ends, pair.shared))
        });
        let ends: Vec<((usize, usize), u64)> = ends.collect();
        let links: Vec<(usize, usize)> = ends.iter().map(|(ends, _)| *ends).collect();
        let places = places(&radii, &links);
        let strongest = graph
            .pairs
            .iter()
            .map(|pair| pair.shared)
            .max()
            .unwrap_or(1);
        let lines = ends.iter().map(|((one, other), shared)| {
            let width = 10.0 * grown(LINE, *shared, strongest);
            Line::between(places[*one], places[*other], whole(width))
        });
        Some(Self {
            lines: lines.collect(),
            marks: marks(&graph.nodes, &radii, &places),
        })
    }
}

impl Line {
    fn between(one: [f64; 2], other: [f64; 2], width: i32) -> Self {
        Self {
            x1: whole(one[0]),
            y1: whole(one[1]),
            x2: whole(other[0]),
            y2: whole(other[1]),
            width,
        }
    }
}

fn marks(nodes: &[Node], radii: &[f64], places: &[[f64; 2]]) -> Vec<Mark> {
    let discs = radii.iter().zip(places).map(|(radius, [x, y])| Disc {
        x: *x,
        y: *y,
        radius: *radius,
    });
    let named = discs.zip(nodes).map(|(disc, node)| (disc, node.name()));
    let named: Vec<_> = named.collect();
    let captions = captions(&named);
    let marks = nodes.iter().zip(&named).zip(captions);
    marks
        .map(|((node, (disc, _)), caption)| Mark {
            x: whole(disc.x),
            y: whole(disc.y),
            radius: whole(disc.radius),
            is_coalition: node.organization.kind == OrganizationKind::Coalition,
            caption,
        })
        .collect()
}

/// A length between two, whose square grows with a number.
fn grown((least, greatest): (f64, f64), number: u64, most: u64) -> f64 {
    // Numbers of events are small enough for a float.
    let share = number as f64 / most.max(OFTEN) as f64;
    (greatest * share.sqrt()).max(least)
}

fn whole(length: f64) -> i32 {
    length.round() as i32
}
