//! Countries: those a text names, by name, by a city or by their people's adjective. Conservative: a surname
//! («… المصري»), a region of several states («المغرب العربي») or a language («بالفرنسية») names no country, and a city
//! that two countries have counts only where the rest of the text decides.

use std::collections::BTreeSet;

use crate::analysis::Mention;
use crate::analysis::lexicon::Found;
use crate::analysis::lexicon::card::List;
use crate::analysis::lexicon::gazetteer::place::Town;
use crate::analysis::lexicon::gazetteer::{Name, NameClass, find as find_name};
use crate::analysis::reading::Reading;
use crate::model::country::CountryCode;
use crate::text::token::TokenKind;

mod adjective;

mod glue;

pub mod involvement;

mod site;

mod vowel;

/// How many words are read for names; a document so long names none for the first time behind them.
const MOST_WORDS: usize = 40_000;

/// A country named in a document, with the words that name it.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// The country and its place.
    pub mention: Mention<CountryCode>,
    /// How it is named.
    pub class: NameClass,
    /// The index of the first word.
    pub first_word: usize,
    /// The index of the last word.
    pub last_word: usize,
    /// Whether a preposition is written onto the name.
    pub has_preposition: bool,
    /// The place named, where the list of places has it.
    pub town: Option<Town>,
}

/// The countries a text names, in order, once for each time.
#[must_use]
pub fn countries(text: &str) -> Vec<Mention<CountryCode>> {
    find(&Reading::of(text))
        .into_iter()
        .map(|named| named.mention)
        .collect()
}

/// The countries a document names, in order, once for each time, with how they are named.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Vec<Named> {
    let mut named: Vec<Named> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut known: BTreeSet<u16> = BTreeSet::new();
    let mut index = 0;
    while index < reading.words.len().min(MOST_WORDS) {
        let card = reading.card(index);
        let may_name = card.opening(List::Gazetteer).is_whole || card.holds_name;
        let found = may_name
            .then(|| find_name(reading, index, 0))
            .flatten()
            .filter(|found| glue::is_whole(reading, found));
        let Some(found) = found else {
            named.extend(glue::at_end(reading, index));
            index += 1;
            continue;
        };
        let last = open.last().map(|open: &Open| open.named.last_word);
        let last = last.max(named.last().map(|last| last.last_word));
        let town = found.entry.towns[0];
        let is_known = town.is_some_and(|town| known.contains(&town.number()));
        if let Some(mut new) = judge(reading, index, &found, last, is_known) {
            known.extend(town.map(Town::number));
            match (found.entry.other, vowel::is_other(reading, index)) {
                (None, _) | (Some(_), Some(false)) => named.push(new),
                (Some(other), Some(true)) => {
                    (new.mention.value, new.town) = (other, found.entry.towns[1]);
                    named.push(new);
                }
                (Some(other), None) => open.push(Open {
                    named: new,
                    other,
                    town: found.entry.towns[1],
                }),
            }
        }
        if let Some(end) = found.inner_end {
            named.extend(glue::behind(reading, found.last, end));
        }
        index = found.last + 1;
    }
    decide(&mut named, open);
    named
}

/// A city that two countries have, before the text has decided.
struct Open {
    named: Named,
    other: CountryCode,
    town: Option<Town>,
}

/// Cities that two countries have: the country the text names elsewhere, if it names just one of the two.
fn decide(named: &mut Vec<Named>, open: Vec<Open>) {
    let codes: BTreeSet<CountryCode> = named.iter().map(|named| named.mention.value).collect();
    let decided = open.into_iter().filter_map(|open| {
        let mut new = open.named;
        match (
            codes.contains(&new.mention.value),
            codes.contains(&open.other),
        ) {
            (true, false) => {}
            (false, true) => (new.mention.value, new.town) = (open.other, open.town),
            (true, true) | (false, false) => return None,
        }
        Some(new)
    });
    named.extend(decided);
    named.sort_by_key(|named| named.mention.span);
}

/// How the phrase at `index` names a country, if it does; `last` is the last word of the name before it; a place
/// that is known by an earlier mention needs nothing around it.
fn judge(
    reading: &Reading<'_>,
    index: usize,
    found: &Found<Name>,
    last: Option<usize>,
    is_known: bool,
) -> Option<Named> {
    let class = found.entry.class;
    let before = bare(reading.before(index, 1));
    let is_in_place = || is_known || site::is_in_place(reading, index, found, last);
    let is_torn = || site::is_torn(reading, index, found) || TREATIES.contains(&before);
    if class.is_city() && is_torn() || site::is_namesake(reading, index, found) {
        return None;
    }
    let follows = last.is_some_and(|last| last + 1 == index);
    let confidence = match class {
        NameClass::Trap => None,
        NameClass::Country => Some(0.95),
        NameClass::WeakCountry => {
            (is_place_word(before) || before == "في" || follows).then_some(0.7)
        }
        NameClass::Capital => Some(0.85),
        NameClass::City => Some(0.8),
        NameClass::Town => is_in_place().then_some(0.7),
        NameClass::EitherCity => Some(0.6),
        NameClass::WeakCity => site::is_behind_rank(reading, index, found).then_some(0.75),
        NameClass::People => Some(0.75),
        NameClass::Nationality if vowel::is_of_any_country(reading, index) => None,
        NameClass::Nationality => adjective::confidence(reading, index, found),
    }?;
    Some(named(reading, index, found, found.entry.code?, confidence))
}

fn named(
    reading: &Reading<'_>,
    index: usize,
    found: &Found<Name>,
    code: CountryCode,
    confidence: f32,
) -> Named {
    let span = reading.part(index, found.offset, found.last, found.inner_end);
    let penalty = if found.inner_end.is_some() { 0.7 } else { 1.0 };
    Named {
        mention: Mention {
            value: code,
            span,
            confidence: confidence * penalty,
        },
        class: found.entry.class,
        first_word: index,
        last_word: found.last,
        has_preposition: found.has_preposition,
        town: found.entry.towns[0],
    }
}

/// A folded word without clitics and article, as far as a short closed list needs it.
pub(super) fn bare(folded: &str) -> &str {
    let bare = folded.strip_prefix(['و', 'ف']).unwrap_or(folded);
    let bare = bare
        .strip_prefix("لل")
        .or(bare.strip_prefix(['ب', 'ل', 'ك']))
        .unwrap_or(bare);
    let bare = bare.strip_prefix("ال").unwrap_or(bare);
    if bare.chars().count() < 3 {
        folded
    } else {
        bare
    }
}

/// Agreements and tracks that are called after the city of their making and say nothing of it.
const TREATIES: [&str; 12] = [
    "اتفاق",
    "اتفاقيه",
    "اتفاقيات",
    "اتفاقات",
    "معاهده",
    "مسار",
    "منصه",
    "بروتوكول",
    "اعلان",
    "مفاوضات",
    "وثيقه",
    // «رفض أوسلو»
    "رفض",
];

/// Whether a bare folded word asks for the name of a country behind it.
fn is_place_word(bare: &str) -> bool {
    matches!(
        bare,
        "دوله"
            | "جمهوريه"
            | "سلطنه"
            | "شمال"
            | "جنوب"
            | "غرب"
            | "شرق"
            | "شعب"
            | "حكومه"
            | "سفير"
            | "سفاره"
            | "رييس"
    )
}

/// Whether the word at `index` is a dash between two words.
pub(super) fn is_dash(reading: &Reading<'_>, index: usize) -> bool {
    reading.is(index, TokenKind::Punctuation)
        && matches!(reading.folded(index), "-" | "–" | "—" | "/")
}

#[cfg(test)]
mod tests {
    use super::countries;

    fn shown(text: &str) -> String {
        let shown = countries(text)
            .into_iter()
            .map(|mention| format!("{}[{}]", mention.value, mention.span.slice(text)));
        shown.collect::<Vec<_>>().join(" ")
    }

    fn hold(table: &[(&str, &str)]) {
        for (text, expected) in table {
            assert_eq!(shown(text), *expected, "{text}");
        }
    }

    #[test]
    fn names_cities_and_people() {
        hold(&[
            ("وبالمغرب وتُونس وللجزائر", "MA[المغرب] TN[تُونس] DZ[للجزائر]"),
            ("وفود من السنغال ومالي", "SN[السنغال] ML[مالي]"),
            ("الدعم مالي والقرار إداري", ""),
            ("بالعاصمة البلجيكية بروكسيل", "BE[البلجيكية] BE[بروكسيل]"),
            ("طلاب مصريون وطالبات يمنيات", "EG[مصريون] YE[يمنيات]"),
            (
                "الأتراك في جمهورية مصر العربية",
                "TR[الأتراك] EG[جمهورية مصر العربية]",
            ),
            (
                "جنوب السودان وكوريا الجنوبية",
                "SS[جنوب السودان] KR[كوريا الجنوبية]",
            ),
            ("مدينة جدة لا جدة أحمد", "SA[جدة]"),
        ]);
    }

    #[test]
    fn glued_words() {
        hold(&[
            ("الولاياتالمتحدةالأمريكية", "US[الولاياتالمتحدةالأمريكية]"),
            ("هولنداوألمانيا", "NL[هولندا] DE[ألمانيا]"),
            ("إسبانياكاطالونيا", "ES[إسبانيا] ES[كاطالونيا]"),
            ("بأرضالسودان", "SD[السودان]"),
            ("مصرفان وكنديلان", ""),
        ]);
    }

    #[test]
    fn traps() {
        hold(&[
            ("دول المغرب العربي عند باب المغاربة", ""),
            ("قال فهد المصري وعبد الله السوداني والدكتور المغربي", ""),
            (
                "الشعب المصري والمرصد المغربي – الفرنسي",
                "EG[المصري] MA[المغربي] FR[الفرنسي]",
            ),
            ("كتب بالفرنسية باللغة الإنجليزية", ""),
            ("وهي تتقن الفرنسية", ""),
            ("اتفاقية أوسلو ومسار جنيف", ""),
            ("خرج من طرابلس", ""),
            ("خرج من طرابلس في ليبيا", "LY[طرابلس] LY[ليبيا]"),
            ("القيادات المغاربية والمالية", ""),
            ("باللغتين العربية والإنجليزية ثم إلى الهولندية", ""),
            ("في قاعة فلسطين بفندق القدس وفي شارع تونس", ""),
        ]);
    }

    #[test]
    fn common_words_and_papers() {
        hold(&[
            ("قوات درع الوطن في عدن", "YE[عدن]"),
            ("شيوخ منطقة الوادي وسكان المرج", ""),
            ("اجتمعوا في الرابية قرب القصر", ""),
            ("في ولاية الوادي ومدينة الوادي", "DZ[الوادي] DZ[الوادي]"),
            ("في مدينة «الغردقة»", "EG[الغردقة]"),
            ("قال لـ«الجزائر نيوز» في تونس", "TN[تونس]"),
            ("نقلا عن «المغرب اليوم»", ""),
            ("المغرب اليوم - خاص", ""),
            ("يعيش المغرب اليوم على وقع الانتخابات", "MA[المغرب]"),
            ("كل منظمة قُطرية والشركة القَطرية", "QA[القَطرية]"),
            ("من علماء إقليم الخروب", "LB[إقليم الخروب]"),
        ]);
    }

    #[test]
    fn towns_stand_where_a_place_is_asked_for() {
        hold(&[
            ("قال نور الدين سلوان إن كورونا انتهت قبل أن يعود", ""),
            (
                "جمعيات من خنيفرة وإفران، مريرت",
                "MA[خنيفرة] MA[إفران] MA[مريرت]",
            ),
            ("مدينة السلط لا السلط المحلية", "JO[السلط]"),
            ("في عمّان ثم في عُمان", "JO[عمّان] OM[عُمان]"),
            ("عمان", ""),
        ]);
    }
}
