//! A picture of flat paper with text in a few inks. Letters are joined, turned and broken into lines by the shaper;
//! what is kept of a pixel is its ink and how much of it, so that the picture needs no more than a palette.

use std::sync::Arc;

use cosmic_text::fontdb::{Database, Source};
use cosmic_text::{
    Align, Attrs, Buffer, Color as Drawn, Family, FontSystem, Metrics, Shaping, SwashCache, Weight,
    Wrap,
};
use png::{BitDepth, ColorType, Compression, Encoder, EncodingError};

use crate::web::palette::LIGHT;

/// The typefaces: their files, and the family and the weight that each says it is of.
const TITLE: &[u8] = include_bytes!("font/noto-naskh-arabic-700.ttf");
const PLAIN: &[u8] = include_bytes!("font/ibm-plex-sans-arabic-400.ttf");
const STRONG: &[u8] = include_bytes!("font/ibm-plex-sans-arabic-600.ttf");

/// How many steps lie between paper and full ink.
const STEPS: u8 = 16;
/// Lines stand this many heights of the letters apart: Naskh is deep.
const LEADING: f32 = 1.45;

/// A typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Naskh, bold.
    Title,
    /// Sans, regular.
    Plain,
    /// Sans, semi-bold.
    Strong,
}

/// An ink, by the token of the style sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Of text.
    Ink,
    /// Of what stands back.
    Soft,
    /// Of the archive.
    Accent,
    /// Of rules.
    Line,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// In which letters.
    pub face: Face,
    /// How large, in pixels.
    pub size: f32,
    /// In which ink.
    pub ink: Ink,
    /// In how many lines at most; what is left over is told by an ellipsis.
    pub lines: usize,
}

/// A part of the picture, in pixels from its left upper corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// From the left.
    pub left: i32,
    /// From the top.
    pub top: i32,
    /// To the right.
    pub width: u16,
    /// Downwards; a text takes what it needs.
    pub height: u16,
}

/// A picture in the making.
pub struct Canvas {
    width: u16,
    height: u16,
    pixels: Vec<u8>,
    fonts: FontSystem,
    glyphs: SwashCache,
}

impl Ink {
    const ALL: [Self; 4] = [Self::Ink, Self::Soft, Self::Accent, Self::Line];

    const fn token(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Soft => "soft",
            Self::Accent => "accent",
            Self::Line => "line",
        }
    }
}

impl Face {
    fn attributes(self) -> Attrs<'static> {
        let (family, weight) = match self {
            Self::Title => ("Noto Naskh Arabic", 700),
            Self::Plain => ("IBM Plex Sans Arabic", 400),
            Self::Strong => ("IBM Plex Sans Arabic SemiBold", 600),
        };
        Attrs::new()
            .family(Family::Name(family))
            .weight(Weight(weight))
    }
}

impl Style {
    /// The height of a line.
    #[must_use]
    pub fn leading(self) -> f32 {
        self.size * LEADING
    }
}

impl Canvas {
    /// Empty paper of so many pixels.
    #[must_use]
    pub fn new(width: u16, height: u16) -> Self {
        let mut faces = Database::new();
        for face in [TITLE, PLAIN, STRONG] {
            faces.load_font_source(Source::Binary(Arc::new(face)));
        }
        Self {
            width,
            height,
            pixels: vec![0; usize::from(width) * usize::from(height)],
            fonts: FontSystem::new_with_locale_and_db("ar".to_owned(), faces),
            glyphs: SwashCache::new(),
        }
    }

    /// A text in lines no wider than so many pixels, each as its own letters run, and no more of them than the style
    /// has; what is left over is told by an ellipsis.
    pub fn lay_out(&mut self, text: &str, style: Style, width: u16) -> Buffer {
        let mut buffer = self.break_lines(text, style, width);
        let last = buffer.layout_runs().take(style.lines).last();
        let last = last.and_then(|run| run.glyphs.iter().map(|glyph| glyph.end).max());
        let mut end = last.unwrap_or_default().min(text.len());
        while buffer.layout_runs().count() > style.lines {
            let kept = text[..end].trim_end();
            buffer = self.break_lines(&format!("{kept}…"), style, width);
            // The next that is tried is a word shorter, or a letter where there is one word alone.
            let shorter = kept.rfind(char::is_whitespace);
            let letter = kept.char_indices().next_back().map(|(start, _)| start);
            let Some(next) = shorter.or(letter) else {
                break;
            };
            end = next;
        }
        buffer
    }

    /// A text in as many lines as it takes.
    fn break_lines(&mut self, text: &str, style: Style, width: u16) -> Buffer {
        let mut buffer = Buffer::new_empty(Metrics::new(style.size, style.leading()));
        buffer.set_size(Some(f32::from(width)), None);
        buffer.set_wrap(Wrap::WordOrGlyph);
        buffer.set_text(text, &style.face.attributes(), Shaping::Advanced, None);
        buffer.shape_until_scroll(&mut self.fonts, false);
        buffer
    }

    /// How many pixels a text takes downwards.
    pub fn height(&mut self, text: &str, style: Style, width: u16) -> i32 {
        let lines = self.lay_out(text, style, width).layout_runs().count();
        #[expect(clippy::cast_possible_truncation, reason = "some hundred pixels")]
        let leading = style.leading().ceil() as i32;
        i32::try_from(lines).unwrap_or_default() * leading
    }

    /// Writes a text into an area, its lines against one side, or each as its letters run.
    pub fn write(&mut self, text: &str, style: Style, area: Area, side: Option<Align>) {
        let mut buffer = self.lay_out(text, style, area.width);
        for line in &mut buffer.lines {
            line.set_align(side);
        }
        let Self { fonts, glyphs, .. } = self;
        let (width, height) = (i32::from(self.width), i32::from(self.height));
        let pixels = &mut self.pixels;
        let black = Drawn::rgb(0, 0, 0);
        buffer.draw(fonts, glyphs, black, |x, y, _, _, drawn| {
            let (x, y) = (area.left + x, area.top + y);
            if (0..width).contains(&x)
                && (0..height).contains(&y)
                && let Ok(place) = usize::try_from(y * width + x)
            {
                cover(&mut pixels[place], style.ink, drawn.a());
            }
        });
    }

    /// Fills an area with an ink.
    pub fn fill(&mut self, area: Area, ink: Ink) {
        let width = usize::from(self.width);
        let [left, top] = [area.left, area.top].map(|edge| usize::try_from(edge).unwrap_or(0));
        let rows = self.pixels.chunks_exact_mut(width).skip(top);
        for row in rows.take(usize::from(area.height)) {
            for pixel in row.iter_mut().skip(left).take(usize::from(area.width)) {
                cover(pixel, ink, u8::MAX);
            }
        }
    }

    /// The picture as a PNG file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn png(&self) -> Result<Vec<u8>, EncodingError> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.width.into(), self.height.into());
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(palette());
        encoder.set_compression(Compression::Balanced);
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(file)
    }
}

/// Where letters touch, the ink that covers more is seen, so that joints show no seam.
fn cover(pixel: &mut u8, ink: Ink, alpha: u8) {
    let step = u16::from(alpha) * u16::from(STEPS - 1) / u16::from(u8::MAX);
    let step = u8::try_from(step).unwrap_or(STEPS - 1);
    if step > *pixel % STEPS {
        *pixel = ink as u8 * STEPS + step;
    }
}

/// Red, green and blue of every step of every ink on the paper.
fn palette() -> Vec<u8> {
    let paper = LIGHT.color("paper");
    let inks = Ink::ALL.map(|ink| LIGHT.color(ink.token()));
    let steps = inks.into_iter().flat_map(|ink| {
        (0..STEPS).flat_map(move |step| {
            let blend = |(under, over): (u8, u8)| {
                let [under, over] = [under, over].map(u16::from);
                let (step, full) = (u16::from(step), u16::from(STEPS - 1));
                u8::try_from((under * (full - step) + over * step) / full).unwrap_or(u8::MAX)
            };
            std::array::from_fn::<u8, 3, _>(|channel| blend((paper[channel], ink[channel])))
        })
    });
    steps.collect()
}

#[cfg(test)]
mod tests;
