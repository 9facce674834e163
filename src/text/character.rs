//! What one character is, for every other module of this layer. Invariant: each character has one class, and the
//! modules agree on it, so that what folding removes is never what a token begins with alone.

use unicode_normalization::char::is_combining_mark;

/// The writing a letter belongs to; a word holds letters of one script only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    /// Arabic with its Persian, Urdu and other extensions.
    Arabic,
    /// Latin with its extensions.
    Latin,
    /// Any other.
    Other,
}

/// The script of a letter.
#[must_use]
pub const fn script_of(character: char) -> Script {
    match character {
        '\u{0600}'..='\u{06FF}'
        | '\u{0750}'..='\u{077F}'
        | '\u{0870}'..='\u{08FF}'
        | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}'
        | '\u{10EC0}'..='\u{10EFF}' => Script::Arabic,
        'A'..='Z'
        | 'a'..='z'
        | '\u{00AA}'
        | '\u{00BA}'
        | '\u{00C0}'..='\u{02B8}'
        | '\u{1D00}'..='\u{1DBF}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{2C60}'..='\u{2C7F}'
        | '\u{A722}'..='\u{A7FF}'
        | '\u{AB30}'..='\u{AB6F}'
        | '\u{FB00}'..='\u{FB06}'
        | '\u{FF21}'..='\u{FF5A}' => Script::Latin,
        _ => Script::Other,
    }
}

/// Whether a word may begin with the character: a letter, or a numeral that is not one of the three kinds of digits.
#[must_use]
pub fn is_letter(character: char) -> bool {
    match character {
        // Nearly every letter of the archive; the tables below cost ten times as much.
        '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | 'A'..='Z' | 'a'..='z' => true,
        '\0'..='\u{7F}' => false,
        other => {
            let is_something_else = digit_value(other).is_some()
                || is_tatweel(other)
                || is_invisible(other)
                || is_mark(other);
            other.is_alphanumeric() && !is_something_else
        }
    }
}

/// Whether the character is a letter of the Arabic script.
#[must_use]
pub fn is_arabic_letter(character: char) -> bool {
    matches!(script_of(character), Script::Arabic) && is_letter(character)
}

/// Whether the character only marks the letter before it: vowels, shadda, hamza above, Quranic signs, accents. The
/// presentation forms that show such a mark alone count too.
#[must_use]
pub fn is_mark(character: char) -> bool {
    match character {
        '\u{0000}'..='\u{02FF}' | '\u{0620}'..='\u{064A}' => false,
        '\u{037A}'
        | '\u{0674}'
        | '\u{06DD}'
        | '\u{06E5}'
        | '\u{06E6}'
        | '\u{08C9}'
        | '\u{08E2}'
        | '\u{FC5E}'..='\u{FC63}'
        | '\u{FCF2}'..='\u{FCF4}'
        | '\u{FE70}'..='\u{FE7F}' => true,
        other => is_combining_mark(other),
    }
}

/// Whether the character is the tatweel, which only lengthens the line.
#[must_use]
pub const fn is_tatweel(character: char) -> bool {
    character == '\u{0640}'
}

/// Whether the character has no width of its own: joiners, bidi controls, byte order mark, soft hyphen, tags.
#[must_use]
pub const fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Whether the character only separates: white space, or something invisible.
#[must_use]
pub fn is_blank(character: char) -> bool {
    match character {
        // What texts are made of, told without the tables.
        ' ' => true,
        '!'..='~' | '\u{0620}'..='\u{06FF}' => false,
        other => other.is_whitespace() || is_invisible(other),
    }
}

/// Whether the character is a plain letter of Arabic, as nearly all of the archive are.
#[must_use]
pub const fn is_plain_arabic(character: char) -> bool {
    matches!(character, '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}')
}

/// The three ways in which digits are written in Arabic documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DigitKind {
    /// 0 to 9.
    Ascii,
    /// ٠ to ٩.
    ArabicIndic,
    /// ۰ to ۹.
    Persian,
}

/// Which kind of digit the character is, if it is one.
#[must_use]
pub const fn digit_kind(character: char) -> Option<DigitKind> {
    match character {
        '0'..='9' => Some(DigitKind::Ascii),
        '\u{0660}'..='\u{0669}' => Some(DigitKind::ArabicIndic),
        '\u{06F0}'..='\u{06F9}' => Some(DigitKind::Persian),
        _ => None,
    }
}

/// The value of a digit of any of the three kinds.
#[must_use]
pub const fn digit_value(character: char) -> Option<u32> {
    let zero = match digit_kind(character) {
        None => return None,
        Some(DigitKind::Ascii) => '0',
        Some(DigitKind::ArabicIndic) => '\u{0660}',
        Some(DigitKind::Persian) => '\u{06F0}',
    };
    Some(character as u32 - zero as u32)
}

#[cfg(test)]
mod tests {
    use super::{
        Script, digit_value, is_blank, is_invisible, is_letter, is_mark, is_tatweel, script_of,
    };

    #[test]
    fn classes_do_not_overlap() {
        for character in '\0'..=char::MAX {
            let classes = [
                is_letter(character),
                is_mark(character),
                is_tatweel(character),
                is_blank(character),
                digit_value(character).is_some(),
            ];
            assert!(
                classes.into_iter().filter(|class| *class).count() <= 1,
                "{character:?} {classes:?}"
            );
        }
    }

    #[test]
    fn examples() {
        assert_eq!(
            ['ض', 'گ', 'é', 'Ж'].map(script_of),
            [Script::Arabic, Script::Arabic, Script::Latin, Script::Other]
        );
        assert_eq!(
            ['7', '٧', '۷', 'x'].map(digit_value),
            [Some(7), Some(7), Some(7), None]
        );
        assert!(
            is_mark('\u{0651}') && is_mark('\u{0301}') && !is_mark('ء') && is_invisible('\u{200F}')
        );
    }
}
