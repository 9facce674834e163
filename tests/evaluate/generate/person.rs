//! People that do not exist. Their family names are made of roots and patterns, tens of thousands of them, most of
//! them rare: a large archive meets ever new words, and the index must bear it.

use crate::generate::chance::{Chance, Zipf};

const GIVEN: [&str; 40] = [
    "محمد",
    "أحمد",
    "فاطمة",
    "علي",
    "خديجة",
    "عمر",
    "مريم",
    "يوسف",
    "عائشة",
    "حسن",
    "زينب",
    "إبراهيم",
    "سعاد",
    "خالد",
    "نادية",
    "مصطفى",
    "ليلى",
    "رشيد",
    "سميرة",
    "كمال",
    "هند",
    "سعيد",
    "نجاة",
    "طارق",
    "رجاء",
    "منير",
    "سلمى",
    "جمال",
    "وفاء",
    "عادل",
    "أمينة",
    "إدريس",
    "حياة",
    "فؤاد",
    "نعيمة",
    "بشير",
    "لطيفة",
    "سليم",
    "ربيعة",
    "ناصر",
];

const CONSONANTS: [char; 20] = [
    'ب', 'ت', 'ج', 'ح', 'خ', 'د', 'ر', 'ز', 'س', 'ش', 'ص', 'ط', 'ع', 'غ', 'ف', 'ق', 'ك', 'ل', 'م',
    'ن',
];

/// `1`, `2`, `3` stand for the letters of a root.
const PATTERNS: [&str; 8] = [
    "1ا23ي",
    "ال12ا3ي",
    "بن1ي23",
    "12و3ي",
    "بو123ة",
    "ال1ا2و3",
    "12ي3ان",
    "م12و3",
];

/// A person's name; family names follow the law of Zipf too.
pub fn draw_person(families: &Zipf, chance: &mut Chance) -> String {
    let given = chance.one_of(&GIVEN);
    format!("{given} {}", family(families.draw(chance)))
}

/// The law of family names, one rank for each root and pattern.
pub fn families() -> Zipf {
    Zipf::new(CONSONANTS.len().pow(3) * PATTERNS.len(), 20.0)
}

/// The family name of a rank. Ranks side by side must not look alike, so the rank is spread over the roots by a number
/// that has no factor in common with how many there are.
fn family(rank: usize) -> String {
    let every = CONSONANTS.len().pow(3) * PATTERNS.len();
    let spread = rank * 37_633 % every;
    let (pattern, root) = (spread % PATTERNS.len(), spread / PATTERNS.len());
    let letter = |place: u32| CONSONANTS[root / CONSONANTS.len().pow(place) % CONSONANTS.len()];
    PATTERNS[pattern]
        .chars()
        .map(|character| match character {
            '1' => letter(0),
            '2' => letter(1),
            '3' => letter(2),
            other => other,
        })
        .collect()
}
