//! Letters join and run as Arabic does, lines are broken by measure, and the file is a PNG.

use cosmic_text::Buffer;

use super::{Canvas, Face, Ink, Style};

const STYLE: Style = Style {
    face: Face::Title,
    size: 50.0,
    ink: Ink::Ink,
    lines: 4,
};

/// The glyphs of a text in one line, from the left to the right, with where each begins in the text.
fn glyphs(text: &str, face: Face) -> Vec<(u16, usize)> {
    let style = Style { face, ..STYLE };
    let buffer = Canvas::new(1, 1).lay_out(text, style, 5000);
    let run = buffer.layout_runs().next().expect("a line");
    let mut glyphs: Vec<_> = run.glyphs.iter().collect();
    glyphs.sort_by(|one, other| one.x.total_cmp(&other.x));
    let glyphs = glyphs.into_iter();
    glyphs.map(|glyph| (glyph.glyph_id, glyph.start)).collect()
}

fn widths(buffer: &Buffer) -> Vec<f32> {
    buffer.layout_runs().map(|run| run.line_w).collect()
}

#[test]
fn letters_take_the_form_of_their_place() {
    for face in [Face::Title, Face::Plain, Face::Strong] {
        let alone = glyphs("ع", face);
        let joined = glyphs("ععع", face);
        assert_eq!((alone.len(), joined.len()), (1, 3), "{face:?}");
        let mut forms: Vec<u16> = joined.iter().chain(&alone).map(|glyph| glyph.0).collect();
        forms.sort_unstable();
        forms.dedup();
        assert_eq!(forms.len(), 4, "{face:?}: {forms:?}");
        assert!(!forms.contains(&0), "{face:?} lacks a letter");
    }
    // Alif bends towards lam as towards no other letter, whether both are one glyph or two.
    let [bent, usual] = ["لا", "با"].map(|pair| glyphs(pair, Face::Title)[0].0);
    assert_ne!(bent, usual);
}

#[test]
fn arabic_runs_from_the_right_and_digits_and_latin_from_the_left() {
    let text = "في 2011 مع Zoom.";
    let places: Vec<usize> = glyphs(text, Face::Plain)
        .iter()
        .map(|glyph| glyph.1)
        .collect();
    let at = |word: &str| text.find(word).expect("a word");
    let order = |start: usize| places.iter().position(|place| *place == start);
    let [first, year, second, zoom, end] = ["في", "2011", "مع", "Zoom", "."].map(at);
    let across: Vec<_> = [end, zoom, zoom + 3, second, year, year + 3, first]
        .map(order)
        .into();
    assert!(across.is_sorted() && !across.contains(&None), "{across:?}");
}

#[test]
fn lines_are_broken_by_measure_and_the_rest_is_told() {
    let mut canvas = Canvas::new(1, 1);
    let short = canvas.lay_out("تأسيس جبهة", STYLE, 1000);
    assert_eq!(widths(&short).len(), 1);
    let title = "تأسيس جبهة القوى الديمقراطية ".repeat(3);
    let two = canvas.lay_out(&title, STYLE, 1000);
    assert!(widths(&two).len() > 1, "{:?}", widths(&two));
    let long = canvas.lay_out(&title.repeat(6), STYLE, 1000);
    assert_eq!(widths(&long).len(), 4);
    assert!(widths(&long).iter().all(|width| *width <= 1000.0));
    let ellipsis = glyphs("…", Face::Title)[0].0;
    let last = long.layout_runs().last().expect("a last line");
    assert!(last.glyphs.iter().any(|glyph| glyph.glyph_id == ellipsis));
    // Each line begins at the right with a letter, not with the blank it was broken at.
    for run in long.layout_runs() {
        let first = run.glyphs.iter().min_by_key(|glyph| glyph.start);
        let first = first.expect("a first letter").start;
        assert!(!run.text[first..].starts_with(' '), "{}", run.text);
    }
}

#[test]
fn a_word_wider_than_the_line_stays_within_it() {
    let long = Canvas::new(1, 1).lay_out(&"ا".repeat(300), STYLE, 400);
    assert!(widths(&long).iter().all(|width| *width <= 400.0));
}

#[test]
fn ink_lies_where_it_is_written() {
    let mut canvas = Canvas::new(300, 100);
    let area = super::Area {
        left: 0,
        top: 0,
        width: 300,
        height: 0,
    };
    canvas.write("سجل", STYLE, area, None);
    let columns = |range: std::ops::Range<usize>| {
        let rows = canvas.pixels.chunks_exact(300);
        rows.flat_map(|row| &row[range.clone()])
            .filter(|pixel| **pixel != 0)
            .count()
    };
    assert!(columns(200..300) > 100, "the word begins at the right");
    assert_eq!(columns(0..100), 0);
}
