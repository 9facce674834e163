//! Small words that the parts of bodies are told by. Invariant: each question looks at one word and the one before it.

use crate::analysis::organization::term::Terms;

/// «الذي نظمته X»: a verb with its object.
pub fn is_attached_verb(folded: &str) -> bool {
    ["ته", "تها", "مه", "مها", "ده", "دها", "هها", "هه"]
        .iter()
        .any(|end| folded.ends_with(end))
}

/// «تحت إشراف», «تحت رعاية».
pub fn is_under(terms: &Terms<'_>, place: usize) -> bool {
    place
        .checked_sub(1)
        .is_some_and(|before| matches!(terms.folded(before), "تحت" | "من"))
}

/// Words between a trigger and a name that say nothing.
pub fn is_light(folded: &str) -> bool {
    matches!(
        folded,
        "من" | "عن"
            | "ل"
            | "لـ"
            | "كل"
            | "كلا"
            | "بعض"
            | "عده"
            | "عدد"
            | "عدد من"
            | "في"
            | "الي"
            | "علي"
            | "مع"
            | "منها"
            | "منهم"
            | "بينها"
            | "بينهم"
            | "راسها"
            | "راسهم"
            | "مقدمتها"
            | "مقدمتهم"
            | "وعلي"
            | "وفي"
            | "ضمنها"
            | "نحو"
            | "اكثر"
            | "ابرزها"
            | "اهمها"
            | "هي"
            | "هم"
            | "وهي"
            | "وهم"
            | "ومن"
            | "التاليه"
            | "الاتيه"
            | "ايضا"
            | "كذلك"
            | "خلالها"
            | "خلاله"
            | "فيه"
            | "فيها"
            | "الساده"
            | "السيد"
            | "السيده"
            | "اليوم"
            | "امس"
            | "مدي"
            | "مدار"
            | "يومين"
            | "ايام"
    )
}
