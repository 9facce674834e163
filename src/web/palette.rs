//! The colours of the site, read from the style sheet, so that pictures drawn as bitmaps wear what the pages wear and
//! a test can hold every pair of them to its contrast.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::web::asset;

/// A colour: red, green and blue, 0 to 255, in sRGB.
pub type Color = [u8; 3];

/// The colours of the site by the names of their tokens: `ink`, `paper`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Palette(BTreeMap<String, Color>);

/// The palette by day.
pub static LIGHT: LazyLock<Palette> =
    LazyLock::new(|| Palette::read(asset::text("style.css").unwrap_or_default()));

impl Palette {
    /// The tokens of the first `:root` of a style sheet.
    #[must_use]
    pub fn read(sheet: &str) -> Self {
        Self::of_roots(sheet).next().unwrap_or_default()
    }

    /// The tokens of every `:root`, in their order; one that has no colours is empty.
    fn of_roots(sheet: &str) -> impl Iterator<Item = Self> {
        let roots = sheet.split(":root {").skip(1);
        roots.filter_map(|rest| {
            let (declarations, _) = rest.split_once('}')?;
            let tokens = declarations.split(';').filter_map(token);
            Some(Self(tokens.collect()))
        })
    }

    /// The colour of a token; black where the sheet has none, which a test excludes for those in use.
    #[must_use]
    pub fn color(&self, token: &str) -> Color {
        self.0.get(token).copied().unwrap_or_default()
    }
}

/// `--ink: #211c15` as a name and a colour.
fn token(declaration: &str) -> Option<(String, Color)> {
    let (name, value) = declaration.trim().strip_prefix("--")?.split_once(':')?;
    Some((name.to_owned(), hexadecimal(value.trim())?))
}

/// `#211c15`, or `#fff` for `#ffffff`.
fn hexadecimal(value: &str) -> Option<Color> {
    let digits = value.strip_prefix('#')?;
    let digits: Vec<u8> = digits
        .chars()
        .map(|digit| {
            digit
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        })
        .collect::<Option<_>>()?;
    match digits[..] {
        [red, green, blue] => Some([red * 17, green * 17, blue * 17]),
        [a, b, c, d, e, f] => Some([a * 16 + b, c * 16 + d, e * 16 + f]),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
