//! One spelling for what readers hold to be one word. Folding works character by character, so that folding twice is
//! folding once, and keeps for each folded character the place it came from. What folds:
//!
//! - presentation forms and ligatures are taken apart (NFKC), so U+FEFB is «لا» and U+FDFA is four words;
//! - harakat, superscript alef, Quranic signs, tatweel, zero-width and bidi controls go;
//! - أ إ آ ٱ → ا, ى ئ → ي, ة → ه, ؤ → و. A lone ء stays: dropping it would join «سماء» to «سما» and gains little,
//!   since the common slip is on the carrier, not on the lone hamza; Lucene and light10 keep it as well;
//! - letters of Persian, Urdu and the Maghreb go to what an Arabic keyboard would have given: ی ے ې → ي, ک گ ڭ ݣ → ك,
//!   ہ ە ھ → ه, ڤ ڢ → ف, پ → ب, چ → ج, ڨ ڧ → ق, ژ → ز and so on; sounds without a letter have no fixed spelling in
//!   Arabic, so their nearest neighbour is where the other spellings are;
//! - digits become ASCII; Latin letters lose case and diacritics. Punctuation stays.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_compatible;

use crate::text::character::{digit_value, is_invisible, is_mark, is_tatweel};
use crate::text::span::Span;

/// A folded text with the way back to the original.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    pieces: Vec<Piece>,
    original_length: usize,
}

/// One folded character: where it begins in the folded text, and what it stands for in the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    folded: usize,
    original: Span,
}

impl Folded {
    /// The smallest span of the original that covers `span` of the folded text. Marks and tatweel that follow a letter
    /// belong to it; a ligature is covered whole when any of its letters is. An empty span gives an empty span.
    #[must_use]
    pub fn origin(&self, span: Span) -> Span {
        let first = self.piece_at(span.start);
        let Some(start) = self.pieces.get(first).map(|piece| piece.original.start) else {
            return Span::new(self.original_length, self.original_length);
        };
        if span.is_empty() {
            return Span::new(start, start);
        }
        let last = self.piece_at(span.end.min(self.text.len()).saturating_sub(1));
        let end = self
            .pieces
            .get(last)
            .map_or(start, |piece| piece.original.end);
        Span::new(start, end)
    }

    /// The span of the folded text that stands for `span` of the original; empty when all of it folded away.
    #[must_use]
    pub fn image(&self, span: Span) -> Span {
        let first = self
            .pieces
            .partition_point(|piece| piece.original.end <= span.start);
        let after = self
            .pieces
            .partition_point(|piece| piece.original.start < span.end)
            .max(first);
        Span::new(self.folded_start(first), self.folded_start(after))
    }

    /// The index of the piece that holds byte `offset` of the folded text; the number of pieces when it is past the end.
    fn piece_at(&self, offset: usize) -> usize {
        if offset >= self.text.len() {
            return self.pieces.len();
        }
        self.pieces
            .partition_point(|piece| piece.folded <= offset)
            .saturating_sub(1)
    }

    fn folded_start(&self, index: usize) -> usize {
        self.pieces
            .get(index)
            .map_or(self.text.len(), |piece| piece.folded)
    }
}

/// Folds `text` and keeps the way back.
#[must_use]
pub fn fold(text: &str) -> Folded {
    let mut folded = String::with_capacity(text.len());
    let mut pieces: Vec<Piece> = Vec::with_capacity(text.len() / 2);
    let mut cluster = 0;
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        let before = pieces.len();
        fold_character(character, |result| {
            pieces.push(Piece {
                folded: folded.len(),
                original: Span::new(start, end),
            });
            folded.push(result);
        });
        if pieces.len() > before {
            cluster = before;
        } else if is_attached(character)
            && folded
                .chars()
                .next_back()
                .is_some_and(char::is_alphanumeric)
        {
            pieces[cluster..]
                .iter_mut()
                .for_each(|piece| piece.original.end = end);
        }
    }
    Folded {
        text: folded,
        pieces,
        original_length: text.len(),
    }
}

/// Folds `text` without keeping the way back.
#[must_use]
pub fn fold_plain(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    folded
}

/// Folds `text` onto the end of `folded`, for those who fold many words into one string.
pub fn fold_onto(folded: &mut String, text: &str) {
    let mut rest = text;
    while !rest.is_empty() {
        let (kept, others) = rest
            .split_at_checked(kept_length(rest))
            .unwrap_or((rest, ""));
        folded.push_str(kept);
        let mut characters = others.chars();
        if let Some(character) = characters.next() {
            fold_character(character, |result| folded.push(result));
        }
        rest = characters.as_str();
    }
}

/// The bytes that `text` begins with of the letters and signs that most often fold to themselves.
fn kept_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    loop {
        end += match (bytes.get(end), bytes.get(end + 1)) {
            (Some(b'\0'..=b'@' | b'['..=b'\x7F'), _) => 1,
            // ء ا ب, ت to غ; ف to و, ي
            (Some(0xD8), Some(0xA1 | 0xA7 | 0xA8 | 0xAA..=0xBA))
            | (Some(0xD9), Some(0x81..=0x88 | 0x8A)) => 2,
            _ => return end,
        };
    }
}

/// The letters of `text` as they were chosen, without what only dresses them: marks, tatweel, controls and presentation
/// forms go, hamzas, ة and ى stay. Two words of one spelling fold to one form, but not the other way round.
#[must_use]
pub fn spelling(text: &str) -> String {
    let is_kept = |character: &char| !is_attached(*character) && !is_invisible(*character);
    text.nfkc()
        .filter(is_kept)
        .flat_map(char::to_lowercase)
        .collect()
}

fn is_attached(character: char) -> bool {
    is_mark(character) || is_tatweel(character)
}

/// Hands what one character folds to, which may be nothing, to `emit`.
fn fold_character(character: char, mut emit: impl FnMut(char)) {
    match character {
        '\0'..='\u{7F}' => emit(character.to_ascii_lowercase()),
        'ء' | 'ا' | 'ب' | 'ت'..='غ' | 'ف'..='و' | 'ي' => emit(character),
        // The common ones of those below, which would come out the same, without the tables.
        'أ' | 'إ' | 'آ' => emit('ا'),
        'ة' => emit('ه'),
        'ى' | 'ئ' => emit('ي'),
        'ؤ' => emit('و'),
        '\u{064B}'..='\u{0652}' | 'ـ' => {}
        '،' | '؛' | '؟' | '«' | '»' => emit(character),
        // Hangul syllables are one letter to their readers; their parts would be noise.
        '\u{AC00}'..='\u{D7A3}' => emit(character),
        _ if is_dropped(character) => {}
        _ => decompose_compatible(character, |part| fold_part(part, &mut emit)),
    }
}

/// Folds one character of a compatibility decomposition.
fn fold_part(part: char, emit: &mut impl FnMut(char)) {
    for lower in part.to_lowercase().filter(|lower| !is_dropped(*lower)) {
        match lower {
            'æ' => ['a', 'e'].into_iter().for_each(&mut *emit),
            'œ' => ['o', 'e'].into_iter().for_each(&mut *emit),
            'ß' => ['s', 's'].into_iter().for_each(&mut *emit),
            other => emit(fold_letter(other)),
        }
    }
}

fn fold_letter(letter: char) -> char {
    match letter {
        '\u{0671}'..='\u{0673}' => 'ا',
        'پ' | 'ٻ' | 'ٮ' => 'ب',
        'ة' | 'ۃ' | 'ە' | 'ہ' | 'ھ' | 'ۿ' => 'ه',
        'ٹ' | 'ٺ' | 'ټ' => 'ت',
        'چ' | 'ڄ' | 'ڃ' => 'ج',
        'څ' | 'ځ' => 'ح',
        'ڈ' | 'ډ' | 'ڌ' => 'د',
        'ڑ' | 'ړ' | 'ڕ' => 'ر',
        'ژ' | 'ږ' => 'ز',
        'ښ' => 'ش',
        'ڠ' => 'غ',
        'ڡ'..='ڦ' => 'ف',
        'ٯ' | 'ڧ' | 'ڨ' => 'ق',
        'ک'..='ڴ' | '\u{0763}' | '\u{0762}' => 'ك',
        'ڵ' => 'ل',
        'ں' | 'ڼ' => 'ن',
        'ۄ'..='ۋ' | 'ۏ' => 'و',
        'ى' | 'ی' | 'ۍ' | 'ێ' | 'ې' | 'ۑ' | 'ے' => 'ي',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'ŧ' => 't',
        other => digit_value(other)
            .and_then(|digit| char::from_digit(digit, 10))
            .unwrap_or(other),
    }
}

/// Whether folding removes the character. Marks of scripts that spell their vowels with them stay.
fn is_dropped(character: char) -> bool {
    let is_of_a_kept_script = matches!(character,
        '\u{0700}'..='\u{0896}' | '\u{0900}'..='\u{1AAF}' | '\u{1B00}'..='\u{1DBF}'
        | '\u{2C00}'..='\u{FB1D}' | '\u{10000}'..='\u{10EBF}' | '\u{10F00}'..='\u{DFFFF}');
    is_tatweel(character) || is_invisible(character) || (is_mark(character) && !is_of_a_kept_script)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::{fold, fold_plain};
    use crate::text::span::Span;

    #[test]
    fn spellings_meet() {
        let table = [
            ("أُسْرَةٌ إلى آخِرِ ٱلدَّربِ", "اسره الي اخر الدرب"),
            ("رئيسُ مؤتمرٍ جـــامع", "رييس موتمر جامع"),
            ("\u{0627}\u{0654}حمد", "احمد"),
            (
                "\u{FEFB}\u{FEE1} \u{FDF2} \u{FDFA}",
                "لام الله صلي الله عليه وسلم",
            ),
            ("می\u{200C}گوید ڤيينا ݣلميم ڨفصة", "ميكويد فيينا كلميم قفصه"),
            ("١٢ و ۳۴", "12 و 34"),
            ("Été À Łódź STRAßE", "ete a lodz strasse"),
            ("سماء، نعم؟ «لا»", "سماء، نعم؟ «لا»"),
        ];
        for (text, folded) in table {
            assert_eq!(fold(text).text, folded);
        }
    }

    #[test]
    fn each_character_folds_to_a_fixed_point() {
        for character in '\0'..=char::MAX {
            let text = character.to_string();
            let once = fold_plain(&text);
            let told = format!("{character:?} U+{:04X}", u32::from(character));
            assert_eq!(fold_plain(&once), once, "{told}");
            // With the way back or without, at the front and behind others.
            assert_eq!(fold(&text).text, once, "{told}");
            assert_eq!(
                fold_plain(&format!("ب{text}ب")),
                format!("ب{once}ب"),
                "{told}"
            );
        }
    }

    #[test]
    fn the_way_back_keeps_marks_and_covers_ligatures() {
        let original = "في ٱلدَّـارِ\u{200F} \u{FEFB}م";
        let folded = fold(original);
        assert_eq!(folded.text, "في الدار لام");
        let back = |needle: &str| {
            let start = folded.text.find(needle).unwrap();
            folded
                .origin(Span::new(start, start + needle.len()))
                .slice(original)
        };
        assert_eq!(back("الدار"), "ٱلدَّـارِ");
        assert_eq!(back("د"), "دَّـ");
        assert_eq!([back("لا"), back("لام")], ["\u{FEFB}", "\u{FEFB}م"]);
    }

    proptest! {
        #[test]
        fn folding_is_idempotent_and_leads_home(text in "(\\PC|[\u{0600}-\u{06FF}\u{200C}\u{FB50}-\u{FEFC}]){0,40}") {
            let folded = fold(&text);
            prop_assert_eq!(&fold_plain(&text), &folded.text);
            prop_assert_eq!(&fold_plain(&folded.text), &folded.text);
            let mut previous = 0;
            for (start, character) in folded.text.char_indices() {
                let origin = folded.origin(Span::new(start, start + character.len_utf8()));
                prop_assert!(!origin.slice(&text).is_empty() && origin.start >= previous);
                prop_assert!(folded.image(origin).contains(Span::new(start, start + character.len_utf8())));
                previous = origin.start;
            }
        }

        #[test]
        fn any_span_is_answered(text in any::<String>(), start in 0..50usize, end in 0..50usize) {
            let folded = fold(&text);
            let origin = folded.origin(Span::new(start, end));
            prop_assert!(text.get(origin.start..origin.end).is_some());
            let image = folded.image(Span::new(start, end));
            prop_assert!(folded.text.get(image.start..image.end).is_some());
        }
    }
}
