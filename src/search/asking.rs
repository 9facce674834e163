//! Words by which a question says what sort of answer it wants («ما اسم»، «كم عدد»، «متى بدأت»): they are about the
//! answer rather than its passage, which need not have them.

use phf::{Set, phf_set};

/// Whether a folded word mostly tells what sort of answer a question wants.
#[must_use]
pub fn is_asking(folded: &str) -> bool {
    let bare = folded.strip_prefix("ال").unwrap_or(folded);
    ASKING.contains(bare) || ASKING.contains(folded)
}

/// Own list, folded: nouns and verbs that ask for a name, a number, a time, a place, a reason, a manner or a sort.
static ASKING: Set<&'static str> = phf_set! {
    // a name or a meaning
    "اسم", "اسماء", "لقب", "معني", "تعريف", "مقصود", "يقصد", "يعني", "تعني", "يسمي", "تسمي", "سمي", "سميت", "يعرف",
    "تعرف", "عرف", "يطلق", "تطلق", "اطلق", "اذكر", "ذكر",
    // a number or a measure
    "عدد", "مقدار", "نسبه", "طول", "حجم", "عمر", "سعر", "تكلفه", "يبلغ", "تبلغ", "بلغ", "بلغت",
    // a time
    "سنه", "عام", "تاريخ", "وقت", "زمن", "فتره", "مده", "بدايه", "نهايه", "بدا", "بدات",
    // a place
    "مكان", "يقع", "تقع", "يوجد", "توجد",
    // a reason, a manner, a sort
    "سبب", "اسباب", "هدف", "اهداف", "دور", "طريقه", "كيفيه", "نوع", "انواع", "صفه", "لون", "مثال", "مصدر", "شيء", "اشياء",
    "شخص", "اشخاص", "مهنه", "وظيفه", "اول", "اهم", "اشهر", "اكبر",
    // what happened at all
    "حدث", "حدثت", "حصل", "حصلت", "جري", "تم", "يتم", "قام", "قامت", "صار", "اصبح", "اصبحت", "ادي", "قال", "استخدم", "يستخدم",
    "تستخدم", "حسب", "وفقا",
};

#[cfg(test)]
mod tests {
    use super::{ASKING, is_asking};
    use crate::text::fold::fold_plain;

    #[test]
    fn the_list_is_folded_and_knows_the_article() {
        assert!(ASKING.iter().all(|word| fold_plain(word) == *word));
        assert!(is_asking("عدد") && is_asking("السبب") && !is_asking("مجلس") && !is_asking("بعدد"));
    }
}
