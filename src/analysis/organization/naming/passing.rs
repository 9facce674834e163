//! Words that head names of bodies and name none where they stand: a board, a house, an office, a paper, a verb, what a
//! meeting is about. Invariant: each looks at no more than a few words before and behind the head.

use super::{foreign, is_quote_at};
use crate::analysis::lexicon::body::{Class, Noun, Number, Strength};
use crate::analysis::organization::extent::adjective::is_indefinite_adjective;
use crate::analysis::organization::term::Terms;

/// «مجلس إدارة الشبكة …»: a board stands for its body.
pub(super) fn is_board(terms: &Terms<'_>, index: usize, noun: &Noun) -> bool {
    let is_board = match noun.lemma {
        "مجلس" => matches!(terms.folded(index + 1), "اداره" | "امناء"),
        "هيئة" => matches!(terms.folded(index + 1), "رياسه" | "مكتب"),
        _ => false,
    };
    is_board && terms.noun(index + 2).is_some()
}

/// «حركة سياسية جديدة تجمع القوى …»: behind an indefinite adjective of a feminine it is the verb.
pub(super) fn is_gathering(terms: &Terms<'_>, index: usize, noun: &Noun) -> bool {
    noun.lemma == "تجمع"
        && terms.folded(index) == "تجمع"
        && index.checked_sub(1).is_some_and(|before| {
            terms.are_together(before, index)
                && terms.core(before).ends_with('ه')
                && is_indefinite_adjective(terms, before)
        })
}

/// A leading organ acts for its body and is not named beside it: «المكتب السياسي لحزب …».
pub(super) fn is_organ(terms: &Terms<'_>, noun: &Noun, head: usize, inner: usize) -> bool {
    // «الجمعية العمومية للاتحاد …».
    let is_assembly = noun.lemma == "جمعية"
        && matches!(terms.core(head + 1), "عموميه" | "عامه")
        && terms.clitics(head).0.has_article;
    let is_lead = matches!(noun.lemma, "مكتب" | "أمانة" | "مجلس" | "هيئة")
        || is_assembly
        || noun.lemma == "لجنة" && terms.core(head + 1) == "مركزيه"
        || noun.strength == Strength::Media;
    // «المجلس التنسيقي لجمعيات …» is a body of bodies.
    let is_single = terms
        .noun(inner)
        .is_some_and(|(_, number)| number == Number::Singular);
    let is_sorting = |place: usize| {
        terms.has(place, Class::General) || matches!(terms.folded(place), "ل" | "لـ")
    };
    is_lead && is_single && (head + 1..inner).all(is_sorting)
}

/// A house that the event is held in is a place: «بمركز …».
pub(super) fn is_room(terms: &Terms<'_>, head: usize, noun: &Noun) -> bool {
    let is_house = matches!(noun.lemma, "مركز" | "فضاء" | "منصة" | "بلدية" | "مديرية");
    let is_in = terms.clitics(head).0.preposition == Some('ب')
        || head
            .checked_sub(1)
            .is_some_and(|before| terms.folded(before) == "في");
    is_house && is_in
}

/// «في مكتب خالد …»: the office of a person.
pub(super) fn is_office(terms: &Terms<'_>, head: usize, noun: &Noun) -> bool {
    let next = head + 1;
    noun.lemma == "مكتب"
        && !terms.clitics(next).0.has_article
        && terms.are_together(head, next)
        && foreign::is_person(terms, next)
}

/// «وقعت … على «ميثاق …»»: a charter is a paper where it is signed.
pub(super) fn is_signed(terms: &Terms<'_>, head: usize, noun: &Noun) -> bool {
    let mut words = (head.saturating_sub(2)..head).filter(|place| terms.is_word(*place));
    noun.lemma == "ميثاق"
        && words
            .next_back()
            .is_some_and(|before| matches!(terms.core(before), "علي" | "توقيع"))
}

/// «تحت شعار «الحركة …»», «ندوة «اتحاد …»»: what stands in quotation marks behind these is a matter and no body.
pub(super) fn is_theme(terms: &Terms<'_>, head: usize) -> bool {
    let open = head.checked_sub(1).filter(|open| is_quote_at(terms, *open));
    let before = open
        .and_then(|open| open.checked_sub(1))
        .filter(|before| terms.are_together(*before, head));
    before.is_some_and(|before| {
        matches!(
            terms.core(before),
            "شعار"
                | "عنوان"
                | "موضوع"
                | "محور"
                | "ندوه"
                | "لقاء"
                | "ورشه"
                | "محاضره"
                | "كتاب"
        )
    })
}

/// «هذه الجبهة الوسطية»: what is pointed at has been named before.
pub(super) fn is_pointed_at(terms: &Terms<'_>, head: usize) -> bool {
    const POINTERS: [&str; 4] = ["هذا", "هذه", "ذلك", "تلك"];
    terms.clitics(head).0.has_article
        && head.checked_sub(1).is_some_and(|before| {
            let folded = terms.folded(before);
            let bare = folded.strip_prefix('و').unwrap_or(folded);
            let bare = bare.strip_prefix(['ب', 'ل']).unwrap_or(bare);
            terms.are_together(before, head) && POINTERS.contains(&bare)
        })
}

/// «التيار الثوري الديمقراطي بقيادة …»: what a named man leads is named itself.
pub(super) fn is_led(terms: &Terms<'_>, last: usize) -> bool {
    let next = last + 1 + usize::from(is_quote_at(terms, last + 1));
    terms.are_together(last, next + 1)
        && matches!(terms.folded(next), "بقياده" | "بزعامه")
        && terms.is_word(next + 1)
}
