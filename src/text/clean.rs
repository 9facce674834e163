//! What a reader's input is cleaned of before anything reads it: queries and filters pasted from elsewhere carry bidi
//! controls, zero-width joiners and worse. Invariant: only characters without a shape are removed; a document's own
//! text never passes through here.

use crate::text::character::is_invisible;

/// The text without bidi and zero-width controls, without NUL and the other control characters; new lines and tabs stay.
#[must_use]
pub fn strip_controls(text: &str) -> String {
    let is_kept = |character: &char| {
        let is_control = character.is_control() && !matches!(character, '\n' | '\t');
        !is_control && !is_invisible(*character)
    };
    text.chars().filter(is_kept).collect()
}

#[cfg(test)]
mod tests {
    use super::strip_controls;

    #[test]
    fn shapeless_characters_go() {
        assert_eq!(
            strip_controls("\u{FEFF}مجلس\u{200C} \u{202B}البلدة\u{202C}\0\r\n\tأ"),
            "مجلس البلدة\n\tأ"
        );
    }
}
