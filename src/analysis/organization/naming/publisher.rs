//! Who publishes a document, from its edges: «بغداد - الصباح:», «وكالة … / عدن», «نشر في … يوم», «تصريح لـ«…»». Invariant: a
//! byline is a person's name as often, so a name counts only with a word of the press, in quotation marks, or definite
//! beside a town.

use super::foreign::is_person;
use super::{Naming, is_quote_at, plain};
use crate::analysis::lexicon::body::known::find_known;
use crate::analysis::lexicon::body::{Class, Strength};
use crate::analysis::organization::extent::closing;
use crate::analysis::organization::term::Terms;
use crate::model::vocabulary::OrganizationKind;

/// The most words of a publisher's name.
const LONGEST: usize = 4;
/// How far from the start of a document its publisher signs.
const EDGE: usize = 160;

/// Words that name what publishes, folded and without article.
const PRESS: [&str; 40] = [
    "صدي",
    "صوت",
    "اصوات",
    "نيوز",
    "برس",
    "بريس",
    "بوست",
    "تايمز",
    "اخبار",
    "انباء",
    "الان",
    "اليوم",
    "اونلاين",
    "وكاله",
    "يوميه",
    "اسبوعيه",
    "صحيفه",
    "جريده",
    "مجله",
    "موقع",
    "مدونه",
    "بوابه",
    "راديو",
    "اذاعه",
    "تلفزيون",
    "قناه",
    "نت",
    "دوت",
    "ميديا",
    "اعلام",
    "خبر",
    "صحافه",
    "نشره",
    "ريبورت",
    "تيفي",
    "فضائيه",
    "مباشر",
    "عاجل",
    "بلس",
    "سبوتنيك",
];

/// The days of the week and other words that stand in a dateline beside a town, folded.
const NO_NAMES: [&str; 13] = [
    "الاحد",
    "الاثنين",
    "الثلاثاء",
    "الاربعاء",
    "الخميس",
    "الجمعه",
    "السبت",
    "العاصمه",
    "المكان",
    "التاريخ",
    "الزمان",
    "الموضوع",
    "المصدر",
];

/// The publisher in a dateline that opens at `index`, the first term of a line.
pub fn dateline(terms: &Terms<'_>, index: usize) -> Option<Naming> {
    if index > EDGE {
        return None;
    }
    if terms.folded(index) == "نشر" && terms.folded(index + 1) == "في" {
        let (first, last, _) = name(terms, index + 2)?;
        return Some(publisher(terms, first, last, 0.8));
    }
    if terms.folded(index) == "المصدر" && terms.folded(index + 1) == ":" {
        let (first, last, next) = name(terms, index + 2)?;
        let ends = !terms.are_together(first, next);
        return ends.then(|| publisher(terms, first, last, 0.7));
    }
    let town = terms.place(index).map(|place| place.last);
    let source =
        matches!(terms.folded(index), "خاص" | "متابعات" | "وكالات" | "رصد").then_some(index);
    if let Some(town) = town.or(source) {
        let in_brackets = || aside(terms, town + 2).filter(|_| is_dash(terms, town + 1));
        if let Some((first, last)) = aside(terms, town + 1).or_else(in_brackets) {
            return Some(publisher(terms, first, last, 0.75));
        }
        if let Some(agency) = agency_behind(terms, town + 1) {
            return Some(publisher(terms, agency, agency, 0.7));
        }
        if is_sign(terms, town + 1) {
            let (first, last, next) = name(terms, town + 2)?;
            let ends_line = !terms.are_together(first, next);
            let is_sure = is_press(terms, first, last)
                || is_definite(terms, first, last)
                || is_known_press(terms, first)
                || source.is_some() && ends_line && first == last && !is_person(terms, first)
                || ends_line && is_dash(terms, town + 1) && is_unheard(terms, first, last);
            return (is_sure && (ends_line || is_sign(terms, next)))
                .then(|| publisher(terms, first, last, 0.75));
        }
    }
    let (first, last, next) = name(terms, index)?;
    // «… (نواكشوط) – أعلنت».
    if aside(terms, next).is_some_and(|(town, _)| terms.place(town).is_some()) {
        return Some(publisher(terms, first, last, 0.7));
    }
    if !is_sign(terms, next) {
        return None;
    }
    // «الجسر/خاص», «الجسر - المحرر الاقتصادي».
    let is_signed = matches!(
        terms.folded(next + 1),
        "خاص" | "المحرر" | "مراسلنا" | "مراسلتنا"
    ) && terms.are_together(next, next + 1);
    let is_by_town = terms.folded(next) != ":" && (terms.place(next + 1).is_some() || is_signed);
    let town = terms.place(next + 1).map(|town| town.last);
    let ends_with_town = town.is_some_and(|town| !terms.are_together(town, town + 1));
    let is_sure = is_press(terms, first, last) && terms.are_together(next, next + 1)
        || ends_with_town && is_dash(terms, next) && is_unheard(terms, first, last)
        || is_by_town && is_definite(terms, first, last);
    is_sure.then(|| publisher(terms, first, last, 0.7))
}

/// «رام الله معا- …»: one word between the town and the dash that opens the report.
fn agency_behind(terms: &Terms<'_>, index: usize) -> Option<usize> {
    let is_opened = is_dash(terms, index + 1) && terms.are_together(index, index + 2);
    let is_name = terms.is_word(index)
        && !terms.clitics(index).0.has_article
        && terms.place(index).is_none()
        && !terms.has(index, Class::Verb)
        && !terms.has(index, Class::Title)
        && !terms.has(index, Class::End)
        && !is_person(terms, index)
        && !matches!(
            terms.folded(index),
            "خاص" | "وكالات" | "متابعات" | "مكتب" | "رصد"
        );
    (is_opened && is_name).then_some(index)
}

/// «سكاي نيوز عربية», «النورس نيوز»: a foreign word of the press behind another word is the name of a medium anywhere.
pub fn foreign_press(terms: &Terms<'_>, index: usize) -> Option<Naming> {
    let last = index + 1;
    let is_name = terms.has(last, Class::Press)
        && !terms.clitics(last).0.has_article
        && terms.are_together(index, last)
        && terms.noun(index).is_none()
        && !terms.has(index, Class::Verb)
        && !terms.has(index, Class::End)
        && !terms.has(index, Class::Title)
        && terms.clitics(index).0.preposition.is_none();
    let has_nation = matches!(terms.folded(last + 1), "عربيه" | "عربي" | "بالعربيه");
    let last = last + usize::from(has_nation && terms.are_together(last, last + 1));
    is_name.then(|| Naming {
        kind: OrganizationKind::Media,
        confidence: 0.7,
        ..plain(terms, index, last, None)
    })
}

/// «في تصريح لـ«…»», «علمت «…»»: to whom it was said; `index` stands before the quotation.
pub fn told(terms: &Terms<'_>, index: usize) -> Option<Naming> {
    let open = index + 1;
    if !is_quote_at(terms, open) || !terms.are_together(index, open) {
        return None;
    }
    let last = closing(terms, open).filter(|last| last - open <= LONGEST)?;
    let is_told = matches!(terms.core(index), "علمت" | "علم")
        || matches!(terms.folded(index), "ل" | "لـ" | "ب" | "بـ")
            && (index.saturating_sub(4)..index).any(|place| {
                let core = terms.core(place);
                terms.are_together(place, index)
                    && ["تصريح", "قال", "حديث", "صرح", "كشف", "اكد", "اوضح", "اتصال"]
                        .iter()
                        .any(|stem| core.starts_with(stem))
            });
    let is_other = terms
        .noun(open + 1)
        .is_some_and(|(noun, _)| noun.strength != Strength::Media);
    (is_told && !is_other).then(|| publisher(terms, open + 1, last, 0.75))
}

/// The words that may be a publisher's name, and the term behind them.
fn name(terms: &Terms<'_>, index: usize) -> Option<(usize, usize, usize)> {
    if is_quote_at(terms, index) {
        let last = closing(terms, index).filter(|last| last - index <= LONGEST)?;
        return Some((index + 1, last, last + 2));
    }
    let is_inside = |place: &usize| {
        terms.are_together(index, *place)
            && terms.is_word(*place)
            && (*place == index || !matches!(terms.folded(*place), "يوم" | "بتاريخ" | "في"))
    };
    let count = (index..=index + LONGEST).take_while(is_inside).count();
    let is_plain = (index..index + count).all(|place| {
        let is_verb = terms.has(place, Class::Verb) && !terms.clitics(place).0.has_article;
        !is_verb && !terms.has(place, Class::Title) && !terms.has(place, Class::Runs)
    });
    let is_short = (1..=LONGEST).contains(&count);
    (is_short && is_plain).then(|| (index, index + count - 1, index + count))
}

/// What stands in brackets or quotation marks that open at `open` and that a dash follows: «طرابلس (…) - اختتمت».
fn aside(terms: &Terms<'_>, open: usize) -> Option<(usize, usize)> {
    let last = if is_quote_at(terms, open) {
        closing(terms, open).filter(|last| last - open <= LONGEST)?
    } else if terms.folded(open) == "(" {
        let close = (open + 2..=open + LONGEST + 1).find(|place| terms.folded(*place) == ")")?;
        close - 1
    } else {
        return None;
    };
    let is_plain = terms.are_together(open, last) && !terms.has(open + 1, Class::Title);
    let closes = is_dash(terms, last + 2) || terms.folded(last + 2) == ":";
    (is_plain && closes).then_some((open + 1, last))
}

fn is_dash(terms: &Terms<'_>, index: usize) -> bool {
    matches!(terms.folded(index), "-" | "–" | "—" | "ـ" | "_" | "|" | "/")
}

/// «دمشق - سانا», «مسقط - العمانية»: a word or two that no text has but as a name, and no person's; an agency is called
/// after its nation too.
fn is_unheard(terms: &Terms<'_>, first: usize, last: usize) -> bool {
    const RARE: u16 = 560;
    let rarity = terms
        .at(first)
        .and_then(|term| terms.reading.card(term.word).rarity);
    let is_of_nation = terms.is_nationality(first) && terms.clitics(first).0.has_article;
    last <= first + 1
        && !is_person(terms, first)
        && terms.noun(first).is_none()
        && (is_of_nation || rarity.is_none_or(|rarity| rarity > RARE))
        && !terms.is_latin(first)
}

/// Whether a medium that the list knows is named here.
fn is_known_press(terms: &Terms<'_>, index: usize) -> bool {
    let found = terms
        .at(index)
        .and_then(|term| find_known(terms.reading, term.word, 0));
    found.is_some_and(|found| found.entry.kind == OrganizationKind::Media)
}

fn is_sign(terms: &Terms<'_>, index: usize) -> bool {
    matches!(
        terms.folded(index),
        "-" | "–" | "—" | "ـ" | "_" | "/" | ":" | "|" | "،"
    )
}

/// Whether a word of the name is one of the press.
fn is_press(terms: &Terms<'_>, first: usize, last: usize) -> bool {
    let is_said =
        |place: usize| PRESS.contains(&terms.core(place)) || PRESS.contains(&terms.folded(place));
    let has_other = (first..=last).any(|place| {
        terms
            .noun(place)
            .is_some_and(|(noun, _)| !matches!(noun.strength, Strength::Media | Strength::Weak))
    });
    // «اليوم» and «خبر» alone are no name.
    let is_lone = first == last && !is_quote_at(terms, last + 1);
    !has_other && !is_lone && (first..=last).any(is_said)
}

/// A definite name of one word or two that is no town, no day and no other body, or one in quotation marks.
fn is_definite(terms: &Terms<'_>, first: usize, last: usize) -> bool {
    let is_barred = NO_NAMES.contains(&terms.folded(first))
        || terms.noun(first).is_some()
        || terms.place(first).is_some()
        || terms.is_nationality(first);
    let is_quoted = is_quote_at(terms, last + 1);
    let clitics = terms.clitics(first).0;
    let has_article =
        clitics.has_article && !clitics.has_conjunction && clitics.preposition.is_none();
    !is_barred && (is_quoted || has_article && last <= first + 1)
}

fn publisher(terms: &Terms<'_>, first: usize, last: usize, confidence: f32) -> Naming {
    let noun = terms.noun(first).map(|(noun, _)| noun);
    Naming {
        kind: OrganizationKind::Media,
        is_receiver: true,
        confidence,
        ..plain(terms, first, last, noun)
    }
}
