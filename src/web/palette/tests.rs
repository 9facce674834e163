//! Contrast: every pair of colours that meet on a page is held to what WCAG asks at its highest level.

use std::collections::BTreeSet;

use regex::Regex;

use super::{Color, LIGHT, Palette};
use crate::web::asset;

/// Text on what it stands on. Links, hints and badges stand in lit passages and chosen filters too.
const TEXTS: &[(&str, &[&str])] = &[
    ("ink", &["paper", "surface", "sunk", "tint", "hit", "lit"]),
    ("soft", &["paper", "surface", "sunk", "tint", "hit", "lit"]),
    (
        "accent",
        &["paper", "surface", "sunk", "tint", "hit", "lit"],
    ),
    ("warn", &["paper", "surface", "sunk", "tint", "hit", "lit"]),
    ("accent-ink", &["accent"]),
];

/// Borders of fields and badges, rings of focus, marks of a picture: what is seen or used by its edge.
const EDGES: &[(&str, &[&str])] = &[
    ("edge", &["paper", "surface", "sunk", "tint"]),
    ("accent", &["paper", "surface", "sunk", "tint"]),
    ("trace", &["paper", "surface", "sunk", "tint"]),
    ("warn", &["paper", "surface"]),
];

/// WCAG 2.2, 1.4.6, level AAA.
const TEXT: f64 = 7.0;
/// WCAG 2.2, 1.4.11, level AA.
const EDGE: f64 = 3.0;

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(color: Color) -> f64 {
    let linear = color.map(|channel| {
        let channel = f64::from(channel) / 255.0;
        match channel <= 0.04045 {
            true => channel / 12.92,
            false => ((channel + 0.055) / 1.055).powf(2.4),
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// Contrast ratio as WCAG 2.2 defines it, 1 to 21.
fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn sheet() -> &'static str {
    asset::text("style.css").expect("the style sheet")
}

/// By day and by night.
fn palettes() -> [(&'static str, Palette); 2] {
    let mut roots = Palette::of_roots(sheet());
    let light = roots.next().expect("tokens");
    let dark = roots.next().expect("tokens of the night");
    assert_eq!(light, *LIGHT);
    assert_ne!(light, dark);
    [("light", light), ("dark", dark)]
}

#[test]
fn every_pair_in_use_has_its_contrast() {
    let mut faults = Vec::new();
    for (scheme, palette) in palettes() {
        for (pairs, least) in [(TEXTS, TEXT), (EDGES, EDGE)] {
            for (front, grounds) in pairs {
                for ground in *grounds {
                    let [one, other] = [front, ground].map(|name| palette.0[*name]);
                    let found = contrast(one, other);
                    if found < least {
                        faults.push(format!(
                            "{scheme}: {front} on {ground} {found:.2} < {least}"
                        ));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_color_of_the_sheet_is_left_unmeasured() {
    let used = |pattern: &str| -> BTreeSet<String> {
        let found = Regex::new(pattern).expect("a pattern");
        let names = found.captures_iter(sheet());
        names.map(|found| found[1].to_owned()).collect()
    };
    let known = |pairs: &[&[(&str, &[&str])]], side: fn(&(&str, &[&str])) -> Vec<String>| {
        let pairs = pairs.iter().flat_map(|pairs| pairs.iter());
        pairs.flat_map(side).collect::<BTreeSet<String>>()
    };
    let fronts = known(&[TEXTS], |(front, _)| vec![(*front).to_owned()]);
    let grounds = known(&[TEXTS], |(_, grounds)| {
        grounds.iter().map(|ground| (*ground).to_owned()).collect()
    });
    let texts = used(r"[ {;]color: var\(--([a-z-]+)\)");
    assert!(texts.len() > 3, "{texts:?}");
    assert!(texts.is_subset(&fronts), "{texts:?} of {fronts:?}");
    let painted = used(r"background(?:-color)?: var\(--([a-z-]+)\)");
    assert!(painted.len() > 4, "{painted:?}");
    // What bears no text is a mark, seen by its edge.
    let marks = known(&[EDGES], |(front, _)| vec![(*front).to_owned()]);
    let measured: BTreeSet<String> = grounds.union(&marks).cloned().collect();
    assert!(painted.is_subset(&measured), "{painted:?} of {measured:?}");
}

#[test]
fn the_formula_is_that_of_wcag() {
    assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 1e-9);
    // A pair whose ratio is widely given as 4.54.
    assert!((contrast([0x76, 0x76, 0x76], [255, 255, 255]) - 4.54).abs() < 0.005);
}

#[test]
fn both_forms_of_hexadecimal_are_read() {
    let palette = Palette::read(":root { --paper: #fff; --serif: \"Amiri\"; --ink: #211c15; }");
    assert_eq!(palette.color("paper"), [255, 255, 255]);
    assert_eq!(palette.color("ink"), [0x21, 0x1c, 0x15]);
    assert_eq!(palette.0.len(), 2);
}
