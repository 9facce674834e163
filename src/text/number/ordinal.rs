//! Ordinal words: 1 to 19, the tens, and a unit joined to a ten. Invariant: «الحادي» is never taken without its
//! follower, and a bare ten («ثلاثين») is a cardinal, not an ordinal.

use crate::text::fold::fold_plain;
use crate::text::number::cardinal::tens_of;

pub(super) fn parse(words: &[&str]) -> Option<(u64, usize)> {
    let first = fold_plain(words.first()?);
    let second = fold_plain(words.get(1).unwrap_or(&""));
    let Some(bare) = without_article(&first) else {
        return indefinite(&first).map(|value| (value, 1));
    };
    if let Some(value) = tens_of(bare).or((bare == "ميه" || bare == "مايه").then_some(100)) {
        return Some((value, 1));
    }
    let unit = unit_of(bare)?;
    if unit < 10 && matches!(second.as_str(), "عشر" | "عشره") {
        return Some((unit + 10, 2));
    }
    let joined_ten = second
        .strip_prefix("وال")
        .and_then(tens_of)
        .map(|tens| (tens, 2));
    let third = fold_plain(words.get(2).filter(|_| second == "و").unwrap_or(&""));
    let parted_ten = third
        .strip_prefix("ال")
        .and_then(tens_of)
        .map(|tens| (tens, 3));
    match joined_ten.or(parted_ten) {
        Some((tens, taken)) if unit < 10 => Some((unit + tens, taken)),
        _ if is_open(bare) => None,
        _ => Some((unit, 1)),
    }
}

/// The word without its article and what stands before that; nothing when it has no article.
fn without_article(folded: &str) -> Option<&str> {
    let joined = folded.strip_prefix(['و', 'ف']).unwrap_or(folded);
    let governed = joined.strip_prefix(['ب', 'ك']).unwrap_or(joined);
    governed
        .strip_prefix("ال")
        .or_else(|| joined.strip_prefix("لل"))
}

/// The masculine forms that stand before a noun without an article: «ثالث أيام العيد».
fn indefinite(folded: &str) -> Option<u64> {
    let is_masculine = !folded.ends_with('ه') && folded != "اولي" && !is_open(folded);
    unit_of(folded).filter(|_| is_masculine)
}

/// Whether the word, without its article, says 1 only together with a ten.
fn is_open(bare: &str) -> bool {
    matches!(bare, "حادي" | "حاديه")
}

/// The value of a folded ordinal from 1 to 10, without its article.
fn unit_of(bare: &str) -> Option<u64> {
    Some(match bare {
        "اول" | "اولي" | "حادي" | "حاديه" => 1,
        "ثاني" | "ثانيه" => 2,
        "ثالث" | "ثالثه" => 3,
        "رابع" | "رابعه" => 4,
        "خامس" | "خامسه" => 5,
        "سادس" | "سادسه" => 6,
        "سابع" | "سابعه" => 7,
        "ثامن" | "ثامنه" => 8,
        "تاسع" | "تاسعه" => 9,
        "عاشر" | "عاشره" => 10,
        _ => return None,
    })
}
