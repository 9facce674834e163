//! Where everything stands on a card: the name and the kind at the top, the title below them as large as it may be, the
//! rest upwards from the foot. Labels keep to the side that the page's language begins at, the title to its own.

use cosmic_text::Align;
use png::EncodingError;

use crate::web::locale::Language;
use crate::web::poster::canvas::{Area, Canvas, Face, Ink, Style};
use crate::web::poster::{HEIGHT, Poster, WIDTH};

/// Paper left free at each side.
const MARGIN: u16 = 72;
const INNER: u16 = WIDTH - 2 * MARGIN;
/// The accent at the head of every page.
const BAND: u16 = 16;
/// Where the title begins, and the rule above the foot.
const TITLE_TOP: i32 = 132;
const RULE: i32 = HEIGHT as i32 - 96;

const NAME: Style = style(Face::Title, 50.0, Ink::Accent, 1);
const KIND: Style = style(Face::Strong, 29.0, Ink::Soft, 1);
/// A title of two lines is written large; a longer one smaller, and in four lines at most.
const SHORT_TITLE: Style = style(Face::Title, 68.0, Ink::Ink, 2);
const LONG_TITLE: Style = style(Face::Title, 48.0, Ink::Ink, 4);
const LINE: Style = style(Face::Plain, 31.0, Ink::Soft, 1);
const CLAIM: Style = style(Face::Plain, 31.0, Ink::Soft, 3);
const LINK: Style = style(Face::Plain, 25.0, Ink::Soft, 1);

const fn style(face: Face, size: f32, ink: Ink, lines: usize) -> Style {
    Style {
        face,
        size,
        ink,
        lines,
    }
}

const fn row(top: i32) -> Area {
    Area {
        left: MARGIN as i32,
        top,
        width: INNER,
        height: 0,
    }
}

/// Draws a card.
///
/// # Errors
/// When it cannot be written as PNG.
pub fn draw(poster: &Poster) -> Result<Vec<u8>, EncodingError> {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    // A mark without form tells lines that begin with a name of the other script which way they run.
    let (start, end, mark) = match poster.language {
        Language::Arabic => (Some(Align::Right), Some(Align::Left), '\u{200f}'),
        Language::English => (Some(Align::Left), Some(Align::Right), '\u{200e}'),
    };
    let band = Area {
        left: 0,
        top: 0,
        width: WIDTH,
        height: BAND,
    };
    canvas.fill(band, Ink::Accent);
    canvas.write(poster.name, NAME, row(42), start);
    canvas.write(&format!("{mark}{}", poster.kind), KIND, row(60), end);
    title(&mut canvas, &poster.title);
    let rule = Area {
        height: 2,
        ..row(RULE)
    };
    canvas.fill(rule, Ink::Line);
    canvas.write(&poster.link, LINK, row(RULE + 24), start);
    let style = match poster.lines.len() {
        1 => CLAIM,
        _ => LINE,
    };
    let lines = poster.lines.iter().map(|line| format!("{mark}{line}"));
    let mut foot = RULE - 20;
    for line in lines.rev() {
        foot -= canvas.height(&line, style, INNER);
        canvas.write(&line, style, row(foot), start);
    }
    canvas.png()
}

/// The title runs as its own letters do, whatever the language of the page.
fn title(canvas: &mut Canvas, title: &str) {
    let uncut = Style {
        lines: usize::MAX,
        ..SHORT_TITLE
    };
    let lines = canvas.lay_out(title, uncut, INNER).layout_runs().count();
    let style = if lines <= SHORT_TITLE.lines {
        SHORT_TITLE
    } else {
        LONG_TITLE
    };
    canvas.write(title, style, row(TITLE_TOP), None);
}

#[cfg(test)]
mod tests {
    use super::draw;
    use crate::web::locale::Language;
    use crate::web::poster::{HEIGHT, Poster, WIDTH};

    fn poster(title: &str) -> Poster {
        Poster {
            language: Language::Arabic,
            name: "سجل",
            kind: "تأسيس · مراجَع".to_owned(),
            title: title.to_owned(),
            lines: vec!["سنة 2011 (غير مؤكد)".to_owned(), "بروكسيل".to_owned()],
            link: "https://sijill.example/events/b7k4t2xq".to_owned(),
        }
    }

    /// Width and height as the head of a PNG file says them.
    fn size(file: &[u8]) -> [u32; 2] {
        assert_eq!(&file[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(&file[12..16], b"IHDR");
        let number = |start: usize| file[start..start + 4].try_into().map(u32::from_be_bytes);
        [16, 20].map(|start| number(start).expect("four bytes"))
    }

    #[test]
    fn a_card_is_a_png_of_its_size_and_light() {
        let long = "تأسيس الجبهة الوطنية للدفاع عن الحقوق والحريات ".repeat(9);
        for title in ["جبهة", &long] {
            let file = draw(&poster(title)).expect("a card");
            assert_eq!(size(&file), [WIDTH, HEIGHT].map(u32::from));
            assert!(file.len() < 80_000, "{} bytes", file.len());
        }
    }

    #[test]
    fn each_word_of_a_card_is_drawn() {
        let whole = draw(&poster("جبهة")).expect("a card");
        let changes: [fn(&mut Poster); 4] = [
            |poster| poster.kind.clear(),
            |poster| poster.lines.truncate(1),
            |poster| poster.link.clear(),
            |poster| poster.language = Language::English,
        ];
        for change in changes {
            let mut other = poster("جبهة");
            change(&mut other);
            assert_ne!(draw(&other).expect("a card"), whole, "{other:?}");
        }
    }
}
