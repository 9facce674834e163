//! Words that lost the space between them, as the detectors read them: «هولنداوألمانيا» is two words. Only a word that the
//! lexicon does not know is cut, and only into parts so common that their meeting by chance is unlikely; names of persons
//! and foreign words stay whole.

use crate::text::fold::fold_plain;
use crate::text::lexicon::rarity;
use crate::text::segment::segment;
use crate::text::span::Span;

/// The shortest word that is looked at, in bytes of its folded form: seven letters.
const SHORTEST: usize = 14;

/// How rare a part may be where only its commonness speaks for the cut, in centibels: any part, parts of four letters and
/// more, of five and more. Long words meet by chance less often than short ones.
const COMMON: [u16; 3] = [450, 500, 550];

/// How rare it may be where the next part begins with an article or a conjunction, or the one before has a final letter.
const MARKED: u16 = 650;

/// The parts of a word that the lexicon does not know, as spans of it; nothing where it is best left whole.
pub(super) fn parts(written: &str, folded: &str) -> Option<Vec<Span>> {
    if folded.len() < SHORTEST {
        return None;
    }
    let parts = segment(written);
    let sound = parts.len() > 1 && is_sound(written, &parts);
    sound.then_some(parts)
}

fn is_sound(written: &str, parts: &[Span]) -> bool {
    let folded: Vec<_> = parts
        .iter()
        .map(|part| fold_plain(part.slice(written)))
        .collect();
    let rarest = folded
        .iter()
        .map(|part| rarity(part).unwrap_or(u16::MAX))
        .max()
        .unwrap_or(u16::MAX);
    let is_marked = || {
        folded
            .windows(2)
            .zip(parts)
            .all(|(pair, before)| match pair {
                [first, second] => {
                    let is_final = before.slice(written).ends_with(['ة', 'ى']);
                    first.len() >= 6 && second.len() >= 8 && (is_final || is_opened(second))
                }
                _ => false,
            })
    };
    // Two letters are a word by chance, and «المت» is no more than two.
    let is_word = |part: &String| {
        let bare = part.strip_prefix("ال").unwrap_or(part);
        bare.len() >= 6 || matches!(part.as_str(), "من" | "في" | "عن" | "مع" | "ان" | "لا")
    };
    let is_ending = folded
        .last()
        .is_some_and(|last| matches!(last.as_str(), "ان" | "لا"));
    if !folded.iter().all(is_word) || is_ending {
        return false;
    }
    let common = match folded.iter().map(String::len).min() {
        Some(10..) => COMMON[2],
        Some(8..) => COMMON[1],
        _ => COMMON[0],
    };
    rarest < common || (rarest < MARKED && is_marked())
}

/// Whether a word begins with an article or a conjunction before a word that stands for itself.
fn is_opened(folded: &str) -> bool {
    let rest = folded.strip_prefix('و').unwrap_or(folded);
    let bare = rest.strip_prefix("ال").unwrap_or(rest);
    let is_word =
        |word: &str| word.len() >= 6 && rarity(word).is_some_and(|rarity| rarity < MARKED);
    bare.len() < folded.len() && (is_word(bare) || is_word(rest))
}

#[cfg(test)]
mod tests {
    use super::parts;
    use crate::text::fold::fold_plain;

    #[test]
    fn only_sure_cuts_are_made() {
        let table = [
            ("هولنداوألمانيا", "هولندا وألمانيا"),
            ("الأممالمتحدة", "الأمم المتحدة"),
            ("أمسالسبت", "أمس السبت"),
            ("مؤتمرجماهيري", "مؤتمر جماهيري"),
            ("ومصروإيطاليا", "ومصر وإيطاليا"),
            ("الجزائرونيجيريا", "الجزائر ونيجيريا"),
            ("الميتافيرس", ""),
            ("كريستيانوفيتش", ""),
            ("الجمعويين", ""),
            ("والاستقلاليون", ""),
            ("بوشطارت", ""),
            ("المتوأمة", ""),
            ("التاريخان", ""),
            ("منالغربية", "من الغربية"),
        ];
        for (written, expected) in table {
            let found = parts(written, &fold_plain(written)).unwrap_or_default();
            let shown: Vec<_> = found.iter().map(|part| part.slice(written)).collect();
            assert_eq!(shown.join(" "), expected, "{written}");
        }
    }
}
