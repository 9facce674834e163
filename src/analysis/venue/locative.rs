//! The phrase that leads to the name of a place: a preposition, a word like «مدينة», a hall or a house before it, or a
//! verb that the place is the subject of («احتضنت طنجة»).

use crate::analysis::country::Named;
use crate::analysis::lexicon::gazetteer::NameClass;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

/// How many words a hall or a house may stand before the name of the city.
const SITE_REACH: usize = 9;

/// How a phrase of place leads to a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Locative {
    /// The first word of the phrase.
    pub(super) first_word: usize,
    /// How far before the phrase the word that tells of the event may be.
    pub(super) reach: usize,
    /// How far behind it.
    pub(super) reach_after: usize,
    /// How surely the phrase tells a place.
    pub(super) confidence: f32,
    /// Whether it begins with a hall or a house.
    pub(super) has_site: bool,
}

/// The phrase of place that leads to the name.
pub(super) fn find(reading: &Reading<'_>, marks: &Marks, name: &Named) -> Option<Locative> {
    if matches!(name.class, NameClass::People | NameClass::Trap) {
        return None;
    }
    let simple = in_city_word(reading, marks, name).or_else(|| {
        (name.class != NameClass::Nationality)
            .then(|| {
                in_preposition(reading, name)
                    .or_else(|| as_subject(reading, marks, name))
                    .or_else(|| behind_site(reading, marks, name))
            })
            .flatten()
    });
    let locative = simple?;
    match site(reading, marks, locative.first_word) {
        Some(first_word) => Some(Locative {
            first_word,
            reach: 40,
            reach_after: 25,
            confidence: (locative.confidence + 0.1).min(0.9),
            has_site: true,
        }),
        None => Some(locative),
    }
}

/// «بمدينة …», «في العاصمة …», «شهدت مدينة …».
fn in_city_word(reading: &Reading<'_>, marks: &Marks, name: &Named) -> Option<Locative> {
    // «بالعاصمة التشيلية سانتياغو», «العاصمة اليمنية المؤقتة عدن»: adjectives stand between.
    let is_adjective = |word: &str| word.starts_with("ال") && word.ends_with('ه');
    let is_between = |steps: &usize| {
        let head = reading.before(name.first_word, steps + 1);
        head.ends_with("العاصمه")
    };
    let between = match name.class.is_city() {
        true => (1..=2)
            .take_while(|steps| is_adjective(reading.before(name.first_word, *steps)))
            .find(is_between),
        false => None,
    };
    // «مدينة «الغردقة»»: the name may be marked.
    let mark = usize::from(
        between.is_none()
            && name.first_word > 1
            && matches!(reading.folded(name.first_word - 1), "«" | "“" | "”" | "\""),
    );
    let head = name.first_word - between.unwrap_or(mark);
    let place = head.checked_sub(1)?;
    let before = reading.before(head, 1);
    let is_alone = matches!(
        before,
        "بالعاصمه"
            | "بمدينه"
            | "بالمدينه"
            | "ببلده"
            | "بقريه"
            | "بمحافظه"
            | "بولايه"
            | "باقليم"
            | "بجهه"
    );
    let is_governed = matches!(
        before,
        "العاصمه"
            | "مدينه"
            | "بلده"
            | "قريه"
            | "محافظه"
            | "ولايه"
            | "اقليم"
            | "منطقه"
    );
    let is_subject = || place > 0 && marks.at(place - 1).has_any(&[Class::Hold, Class::Present]);
    let first_word = if is_alone {
        place
    } else if is_governed && is_in(reading.before(head, 2)) {
        place - 1
    } else if is_governed && is_subject() {
        place
    } else {
        return None;
    };
    Some(Locative {
        first_word,
        reach: 30,
        reach_after: 25,
        confidence: 0.85,
        has_site: false,
    })
}

/// «في …», «بـ…».
fn in_preposition(reading: &Reading<'_>, name: &Named) -> Option<Locative> {
    let place = name.first_word.checked_sub(1);
    let before = reading.before(name.first_word, 1);
    let word = reading.letters(name.first_word);
    let is_written_on =
        name.has_preposition && word.strip_prefix('و').unwrap_or(word).starts_with('ب');
    let is_near = matches!(before, "ضواحي" | "بضواحي" | "قرب" | "بقرب");
    let is_on_ground =
        matches!(before, "ارض" | "اراضي" | "تراب") && reading.before(name.first_word, 2) == "علي";
    let first_word = match place {
        Some(place) if is_on_ground => place.saturating_sub(1),
        Some(place) if is_in(before) || is_near => place,
        _ if is_written_on => name.first_word,
        _ => return None,
    };
    let is_city = name.class.is_city() || is_called_as_its_capital(reading, name);
    let (reach, reach_after, confidence) = if is_city { (20, 15, 0.75) } else { (6, 0, 0.6) };
    Some(Locative {
        first_word,
        reach,
        reach_after,
        confidence,
        has_site: false,
    })
}

/// «احتضنت طنجة», «تستضيف بيروت», «بيروت تستضيف»: the place itself does it.
fn as_subject(reading: &Reading<'_>, marks: &Marks, name: &Named) -> Option<Locative> {
    let is_hosting = |verb: usize| {
        reading.sentence(verb) == reading.sentence(name.first_word)
            && is_hosting(reading, marks, verb)
    };
    let before = name
        .first_word
        .checked_sub(1)
        .filter(|_| !name.has_preposition);
    // Behind a preposition or another noun a place is no subject.
    let is_free = || {
        let before = reading.before(name.first_word, 1);
        name.class.is_city() && (before.is_empty() || before.starts_with("ال") || before == "ان")
    };
    let is_subject = before.is_some_and(is_hosting)
        || !name.has_preposition && is_hosting(name.last_word + 1) && is_free();
    is_subject.then_some(Locative {
        first_word: name.first_word,
        reach: 3,
        reach_after: 12,
        confidence: 0.75,
        has_site: false,
    })
}

/// Whether a word says of its subject that an event is held there: «احتضنت», «شهدت». Who holds one («نظمت جمعية … ندوتها»)
/// is no place.
fn is_hosting(reading: &Reading<'_>, marks: &Marks, verb: usize) -> bool {
    const HOSTING: [&str; 4] = ["حتضن", "ستضيف", "ستضاف", "شهد"];
    let folded = reading.letters(verb);
    marks
        .at(verb)
        .has_any(&[Class::Hold, Class::Present, Class::Future])
        && HOSTING.iter().any(|host| folded.contains(host))
}

/// «بجامعة وهران», «في قاعة بلدية البيرة», «بقاعة الشهيد – طرابلس»: the name stands right behind a house, or behind a dash
/// after one.
fn behind_site(reading: &Reading<'_>, marks: &Marks, name: &Named) -> Option<Locative> {
    let is_apart = name.first_word > 1
        && reading.sentence(name.first_word - 1) == reading.sentence(name.first_word)
        && matches!(
            reading.folded(name.first_word - 1),
            "-" | "–" | "—" | "/" | "»" | "\"" | "”"
        );
    let is_site_before =
        !is_apart && name.first_word > 0 && marks.at(name.first_word - 1).has(Class::Site);
    let phrase = if is_apart {
        name.first_word - 1
    } else {
        name.first_word
    };
    if !(is_apart || is_site_before)
        || !(name.class.is_city() || is_called_as_its_capital(reading, name))
    {
        return None;
    }
    site(reading, marks, phrase).map(|first_word| Locative {
        first_word,
        reach: 40,
        reach_after: 25,
        confidence: if is_apart { 0.6 } else { 0.7 },
        has_site: true,
    })
}

/// States whose Arabic name is their capital's too.
pub(super) fn is_called_as_its_capital(reading: &Reading<'_>, name: &Named) -> bool {
    let is_one_word = name.first_word == name.last_word;
    is_one_word
        && matches!(name.class, NameClass::Country)
        && matches!(
            name.mention.value.as_str(),
            "TN" | "DZ" | "KW" | "DJ" | "LU" | "SG" | "PA"
        )
        && !reading.letters(name.first_word).is_empty()
}

/// The first word of a hall or a house before the phrase, no sign between: «بمقر نادي المعلمين بالرباط», «شهدت قاعة البلدية في …».
pub(super) fn site(reading: &Reading<'_>, marks: &Marks, phrase: usize) -> Option<usize> {
    let sentence = reading.sentence(phrase);
    let words = (phrase.saturating_sub(SITE_REACH)..phrase).rev();
    let mut first = None;
    for word in words.take_while(|word| reading.sentence(*word) == sentence) {
        if matches!(reading.folded(word), "،" | "," | "؛" | ":" | "(") {
            break;
        }
        let folded = reading.letters(word);
        if !marks.at(word).has(Class::Site) {
            continue;
        }
        let bare = folded.strip_prefix('و').unwrap_or(folded);
        let is_written_on = bare.starts_with('ب') && !is_own_letter(bare);
        let verb = word
            .checked_sub(1)
            .filter(|verb| reading.is(*verb, TokenKind::Word));
        let is_subject = verb.is_some_and(|verb| is_hosting(reading, marks, verb));
        if is_written_on || is_subject {
            first = Some(word);
        } else if is_in(reading.before(word, 1))
            || matches!(reading.before(word, 1), "من" | "باحد" | "باحدي")
        {
            first = word.checked_sub(1);
        } else if matches!(reading.before(word, 1), "احد" | "احدي")
            && is_in(reading.before(word, 2))
        {
            first = word.checked_sub(2);
        }
    }
    first
}

/// Words whose first letter is no preposition.
fn is_own_letter(folded: &str) -> bool {
    matches!(folded, "بيت" | "بلديه" | "بورصه" | "باخره" | "بطريركيه")
}

fn is_in(folded: &str) -> bool {
    matches!(
        folded,
        "في" | "وسط" | "بوسط" | "داخل" | "وفي" | "بداخل" | "قلب"
    )
}
