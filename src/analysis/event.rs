//! The draft of an event: what the detectors found, put together for a reader to check. Invariant: every fact rests on
//! passages of the text, each with its confidence; what is not said, or not clearly, is left out.

use crate::analysis::country::Named;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;
use crate::analysis::{Mention, attendance, country, kind, status, title, venue};
use crate::model::country::{CountryCode, Involvement};
use crate::model::date::{Dating, Edtf, HijriDate};
use crate::model::document::Source;
use crate::model::event::Event;
use crate::model::evidence::{Attested, Evidence};
use crate::model::vocabulary::{CountryRole, Kind, Review};
use crate::text::span::{CodePoints, Span};

pub mod day;

mod voices;

/// The most passages kept for one fact.
const MOST_EVIDENCE: usize = 5;

/// What the machine makes of a document.
#[must_use]
pub fn draft(text: &str) -> Event {
    draft_with(text, None)
}

/// What the machine makes of a document whose day of publication may be known from elsewhere; «أمس» is counted from it.
#[must_use]
pub fn draft_with(text: &str, published: Option<&Edtf>) -> Event {
    let reading = Reading::of(text);
    let marks = Marks::of(&reading);
    let told = kind::find(&reading, &marks);
    let is_event = told.is_some() || has_coalition_in_lead(&reading, &marks);
    let named = country::find(&reading);
    let place = venue::find(&reading, &marks, &named).filter(|_| is_event);
    let status = status::find(&reading, &marks, told.as_ref()).value;
    let asked = day::Told {
        kind: told
            .as_ref()
            .map_or(Kind::Statement, |told| told.mention.value),
        status,
    };
    let day = is_event
        .then(|| day::find(&reading, &marks, asked, published))
        .flatten();
    let counts = if is_event {
        attendance::find(&reading, &marks)
    } else {
        Vec::new()
    };
    let witness = Witness {
        text,
        code_points: CodePoints::of(text),
    };
    let is_founding = told
        .as_ref()
        .is_some_and(|told| told.mention.value == Kind::Founding);
    let told_by = voices::find(&reading, &marks, &witness, is_event, is_founding);
    Event {
        is_event,
        kind: told
            .as_ref()
            .map_or(Kind::Statement, |told| told.mention.value),
        status,
        review: Review::Extracted,
        title: title::find(&reading).0,
        summary: String::new(),
        dates: day
            .into_iter()
            .filter_map(|day| witness.dating(&day))
            .collect(),
        places: Vec::new(),
        online: None,
        countries: countries(&witness, &named, place.as_ref()),
        organizations: Vec::new(),
        people: told_by.people,
        attendance: counts
            .into_iter()
            .map(|count| {
                Attested::stated(count.value, witness.evidence(count.span, count.confidence))
            })
            .collect(),
        decisions: told_by.decisions,
        quotations: told_by.quotations,
        source: Source::default(),
    }
}

/// Whether the lead begins with a coalition, as what the document is about.
fn has_coalition_in_lead(reading: &Reading<'_>, marks: &Marks) -> bool {
    let lead = title::lead(reading);
    let start = reading.words.partition_point(|word| word.sentence < lead);
    marks.at(start).has(Class::Coalition)
}

/// The countries named, each once, in the order of the text, the venue first.
fn countries(
    witness: &Witness<'_>,
    named: &[Named],
    place: Option<&Mention<CountryCode>>,
) -> Vec<Attested<Involvement>> {
    let mut codes: Vec<CountryCode> = Vec::new();
    for code in place
        .map(|mention| mention.value)
        .into_iter()
        .chain(named.iter().map(|named| named.mention.value))
    {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let involve = |code: CountryCode| {
        let held = place.filter(|mention| mention.value == code);
        let role = if held.is_some() {
            CountryRole::Venue
        } else {
            CountryRole::Mentioned
        };
        let mentions = named
            .iter()
            .map(|named| &named.mention)
            .filter(|mention| mention.value == code);
        let mentions: Vec<_> = held.into_iter().chain(mentions).collect();
        let value = Involvement {
            code,
            name: code.country().arabic.to_owned(),
            roles: vec![role],
        };
        witness.attest(value, &mentions)
    };
    codes.into_iter().filter_map(involve).collect()
}

/// The text that passages are read from.
struct Witness<'text> {
    text: &'text str,
    code_points: CodePoints,
}

impl Witness<'_> {
    fn evidence(&self, span: Span, confidence: f32) -> Evidence {
        let evidence = Evidence::read(self.text, &self.code_points, span);
        Evidence {
            confidence: Some((confidence * 100.0).round() / 100.0),
            ..evidence
        }
    }

    /// Joins a value to the surest of its mentions, no passage twice, in the order of the text.
    fn attest<T, M>(&self, value: T, mentions: &[&Mention<M>]) -> Option<Attested<T>> {
        let surest = surest(mentions);
        let evidence = surest
            .into_iter()
            .map(|(span, confidence)| self.evidence(span, confidence))
            .collect();
        Attested::new(value, evidence, None, None).ok()
    }

    fn dating(&self, day: &day::Chosen) -> Option<Attested<Dating>> {
        let mentions: Vec<_> = day.mentions.iter().collect();
        let hijri = mentions
            .iter()
            .find_map(|mention| mention.value.hijri.as_deref());
        let remark = mentions
            .iter()
            .find_map(|mention| mention.value.remark.clone());
        let value = Dating {
            edtf: day.edtf.clone(),
            time: day.hours.as_ref().map(|hours| hours.value.clone()),
            hijri: hijri.and_then(|hijri| HijriDate::parse(hijri).ok()),
        };
        let mut places = surest(&mentions);
        places.extend(day.hours.iter().map(|hours| (hours.span, hours.confidence)));
        let evidence = places
            .into_iter()
            .map(|(span, confidence)| self.evidence(span, confidence))
            .collect();
        Attested::new(value, evidence, None, remark).ok()
    }
}

/// The places of the surest mentions, none twice, in the order of the text; the first mention's is always among them.
fn surest<M>(mentions: &[&Mention<M>]) -> Vec<(Span, f32)> {
    let first = mentions.first().map(|mention| mention.span);
    let mut surest: Vec<_> = mentions
        .iter()
        .map(|mention| (mention.span, mention.confidence))
        .collect();
    surest.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
    surest.dedup_by_key(|(span, _)| *span);
    surest.sort_by(|one, other| {
        let is_first = |span: Span| Some(span) == first;
        is_first(other.0)
            .cmp(&is_first(one.0))
            .then(other.1.total_cmp(&one.1))
    });
    surest.truncate(MOST_EVIDENCE);
    surest.sort_by_key(|(span, _)| *span);
    surest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::{draft, draft_with};
    use crate::model::date::{Edtf, HijriDate};

    const REPORT: &str = "الرئيسية\nأعلنت ست جمعيات، يوم السبت 7 شتنبر 2013 بمدينة لييج، عن تأسيس ائتلاف الوادي. \
        وحضر اللقاء نحو ثمانين شخصا من فرنسا وبلجيكا. وكان خطاب 9 مارس 2011 قد مهد لذلك. \
        واختتم لقاء السبت 7 شتنبر بكلمة.";

    #[test]
    fn a_report_becomes_a_draft() {
        let event = draft(REPORT);
        let dates: Vec<_> = event
            .dates
            .iter()
            .map(|date| (date.value().edtf.as_str(), date.evidence().len()))
            .collect();
        let countries: Vec<_> = event
            .countries
            .iter()
            .map(|country| format!("{} {}", country.value().code, country.value().roles[0]))
            .collect();
        assert!(event.is_event && event.title.starts_with("أعلنت ست جمعيات"));
        assert_eq!(
            (event.kind.as_str(), event.status.as_str()),
            ("founding", "held")
        );
        assert_eq!(dates, [("2013-09-07", 2)]);
        assert_eq!(countries, ["BE venue", "FR mentioned"]);
        assert_eq!(event.attendance[0].value().count, 80);
    }

    #[test]
    fn a_known_day_of_publication_resolves_yesterday() {
        let text = "أعلنت ست جمعيات أمس عن تأسيس ائتلاف الوادي.";
        let published = Edtf::parse("2012-05-09").unwrap();
        let event = draft_with(text, Some(&published));
        assert_eq!(event.dates[0].value().edtf.as_str(), "2012-05-08");
        assert_eq!(event.dates[0].evidence()[0].quote, "أمس");
        assert!(draft(text).dates.is_empty());
    }

    #[test]
    fn a_date_carries_its_hours_its_hijri_form_and_what_speaks_against_it() {
        let text = "عقدت ست جمعيات لقاء لتأسيس ائتلاف الوادي يوم الجمعة 6 رمضان 1432 هـ الموافق 6 غشت 2011 على \
            الساعة الرابعة مساء.";
        let event = draft(text);
        let date = event.dates[0].value();
        assert_eq!(date.edtf.as_str(), "2011-08-06");
        assert_eq!(date.time.as_deref(), Some("16:00"));
        assert_eq!(
            date.hijri.as_ref().map(HijriDate::as_str),
            Some("1432-09-06")
        );
        assert!(
            event.dates[0]
                .note()
                .is_some_and(|note| note.contains("السبت"))
        );
    }

    #[test]
    fn no_date_is_guessed() {
        for text in [
            "أعلنت ست جمعيات أمس عن تأسيس ائتلاف الوادي.",
            "عقدت الهيئات لقاء في ذكرى 6 ماي 2008.",
            "أعلنت الهيئات عن تأسيس شبكة. ومنذ 6 ماي 2008 لم تجتمع.",
            "في كتاب صدر عام 1990. طبخ ورق العنب.",
        ] {
            assert!(draft(text).dates.is_empty(), "{text}");
        }
        assert!(!draft("وصفة شوربة العدس مع الليمون والكمون.").is_event);
    }

    fn hold_the_laws(text: &str) -> bool {
        let event = draft(text);
        let again = draft(text);
        let is_attested = event
            .evidence()
            .all(|evidence| evidence.holds_in(text) && evidence.confidence.is_some());
        event == again
            && is_attested
            && !event.title.is_empty()
            && event.title.chars().count() <= 120
    }

    #[test]
    fn very_long_and_glued_texts_are_read() {
        for text in [
            "الولاياتالمتحدة".repeat(5_000),
            "20 فبراير ".repeat(5_000),
            "ال".repeat(20_000),
            "ألفين و".repeat(5_000),
            REPORT.replace(' ', "").repeat(200),
            "\u{64B}".repeat(20_000),
        ] {
            assert!(hold_the_laws(&text));
        }
    }

    proptest! {
        #[test]
        fn any_text_keeps_the_laws(text in any::<String>()) {
            prop_assert!(hold_the_laws(&text));
        }

        #[test]
        fn near_texts_keep_the_laws(
            parts in proptest::collection::vec((0..REPORT.chars().count(), 0..25usize, "\\PC{0,2}|[\u{0610}-\u{06FF}0-9 /.\n-]{0,4}"), 0..30),
        ) {
            let part = |(start, length, noise): (usize, usize, String)| {
                REPORT.chars().skip(start).take(length).chain(noise.chars()).collect::<String>()
            };
            let text: String = parts.into_iter().map(part).collect();
            prop_assert_eq!(hold_the_laws(&text), true);
        }
    }
}
