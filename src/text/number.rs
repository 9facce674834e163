//! Numbers as documents write them: digits of the three kinds here, words in `cardinal` and `ordinal`. Invariant:
//! a reader of words takes the longest number that begins its list and says how many words that was; it takes nothing
//! when the list does not begin with one. Words may come as written or folded.

use crate::text::character::{digit_value, is_invisible};

mod cardinal;

mod ordinal;

/// The value of a whole number in digits of any kind; thousands may be parted by `,` `٬` or `،` in full groups of
/// three. Anything else, and what exceeds 64 bits, is no number.
#[must_use]
pub fn parse_digits(text: &str) -> Option<u64> {
    let mut value: u64 = 0;
    let mut group = 0;
    let mut is_parted = false;
    for character in text.chars().filter(|character| !is_invisible(*character)) {
        if let Some(digit) = digit_value(character) {
            value = value.checked_mul(10)?.checked_add(u64::from(digit))?;
            group += 1;
        } else if matches!(character, ',' | '٬' | '،') && is_whole_group(group, is_parted) {
            group = 0;
            is_parted = true;
        } else {
            return None;
        }
    }
    let is_whole = if is_parted { group == 3 } else { group > 0 };
    is_whole.then_some(value)
}

/// Whether a separator may follow a group of so many digits.
fn is_whole_group(digits: u32, is_parted: bool) -> bool {
    if is_parted {
        digits == 3
    } else {
        (1..=3).contains(&digits)
    }
}

/// The cardinal number in words at the beginning of `words` and how many words it takes: «ألفين وواحد وعشرين شخصا» is
/// 2021 in three words. Every case, gender and usual spelling is read; a preposition or «و» may stand before the first.
#[must_use]
pub fn parse_number_words(words: &[&str]) -> Option<(u64, usize)> {
    cardinal::parse(words)
}

/// The ordinal number in words at the beginning of `words` and how many words it takes: «للحادي والعشرين من» is 21 in
/// two words. «الأول» in the name of a month is an ordinal here too; the caller knows months.
#[must_use]
pub fn parse_ordinal(words: &[&str]) -> Option<(u64, usize)> {
    ordinal::parse(words)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{parse_digits, parse_number_words, parse_ordinal};

    #[test]
    fn digits() {
        let good = [
            ("98", 98),
            ("٢٠١١", 2011),
            ("۱۲", 12),
            ("1,250", 1250),
            ("٤٠٠٬٠٠٠", 400_000),
            ("007", 7),
        ];
        for (text, value) in good {
            assert_eq!(parse_digits(text), Some(value));
        }
        for text in [
            "",
            "3.5",
            "1,25",
            "1234,567",
            ",100",
            "12a",
            "99999999999999999999",
        ] {
            assert_eq!(parse_digits(text), None);
        }
    }

    #[test]
    fn cardinals() {
        let table = [
            ("أربعين دولة", Some((40, 1))),
            ("وثلاثةٌ وعشرون كتابا", Some((23, 2))),
            ("ثلاث عشرة مدينة", Some((13, 2))),
            ("أحد عشر", Some((11, 2))),
            ("إحدى و خمسين", Some((51, 3))),
            ("أحد الحاضرين", None),
            ("اثنا عشر عضوا", Some((12, 2))),
            ("أربعمائة طالب", Some((400, 1))),
            ("أربع مئة وسبعة", Some((407, 3))),
            ("مئتي شخص", Some((200, 1))),
            ("ألفين وواحد وعشرين", Some((2021, 3))),
            ("ألفين وأحد عشر للميلاد", Some((2011, 3))),
            ("ألف وتسعمئة وأربعة وستين للميلاد", Some((1964, 4))),
            ("خمسة عشر ألفا ومئتان", Some((15_200, 4))),
            ("ثلاثة ملايين وعشرة آلاف", Some((3_010_000, 4))),
            ("مئة ألف وألف", Some((100_000, 2))),
            ("بعشرين", Some((20, 1))),
            ("خمسة كتب", Some((5, 1))),
            ("عشرون ثلاثة", Some((20, 1))),
            ("والد", None),
            ("لست", None),
            ("و", None),
        ];
        for (text, expected) in table {
            let words: Vec<_> = text.split(' ').collect();
            assert_eq!(parse_number_words(&words), expected, "{text}");
        }
    }

    #[test]
    fn ordinals() {
        let table = [
            ("للرابع من", Some((4, 1))),
            ("الثاني عشر من", Some((12, 2))),
            ("الثانية عشرة ظهرا", Some((12, 2))),
            ("الحادي والعشرين", Some((21, 2))),
            ("والخامسة و الأربعون", Some((45, 3))),
            ("الأول", Some((1, 1))),
            ("الأولى", Some((1, 1))),
            ("ثالث أيام", Some((3, 1))),
            ("العاشر", Some((10, 1))),
            ("الثلاثين", Some((30, 1))),
            ("المئة", Some((100, 1))),
            ("الحادي", None),
            ("ثلاثين", None),
            ("بيت", None),
        ];
        for (text, expected) in table {
            let words: Vec<_> = text.split(' ').collect();
            assert_eq!(parse_ordinal(&words), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_words_panic(text in "((و|ب|ال)?(الف|مليون|احد|عشر|ثلاث|مئة|عشرين|ثاني|ست|و) ?){0,9}") {
            let words: Vec<_> = text.split(' ').collect();
            for (_, taken) in [parse_number_words(&words), parse_ordinal(&words)].into_iter().flatten() {
                prop_assert!(0 < taken && taken <= words.len());
            }
        }
    }
}
