//! The draft of an event: what the detectors found, put together for a reader to check. Invariant: every fact rests on
//! passages of the text, each with its confidence; what is not said, or not clearly, is left out.

use crate::analysis::lexicon::trigger::Marks;
use crate::analysis::reading::Reading;
use crate::analysis::{
    Mention, attendance, genre, kind, organization, setting, status, summary, title,
};
use crate::model::date::{Dating, Edtf, HijriDate};
use crate::model::document::Source;
use crate::model::event::Event;
use crate::model::evidence::{Attested, Evidence};
use crate::model::organization::Participation;
use crate::model::vocabulary::{Kind, Review, Role};
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
    let is_event = genre::find(&reading).is_none() && told.is_some();
    let kind = told
        .as_ref()
        .map_or(Kind::Statement, |told| told.mention.value);
    let status = status::find(&reading, &marks, told.as_ref()).value;
    let setting = setting::find(&reading, &marks, is_event);
    let day = is_event
        .then(|| day::find(&reading, &marks, day::Told { kind, status }, published))
        .flatten();
    let counts = if is_event {
        attendance::find(&reading, &marks, kind)
    } else {
        Vec::new()
    };
    // A document that tells of no event gives nobody a part in one.
    let bodies = match is_event {
        true => organization::find(&reading, &marks, Some(kind)),
        false => Vec::new(),
    };
    let witness = Witness {
        text,
        code_points: CodePoints::of(text),
    };
    let is_founding = kind == Kind::Founding;
    let founded = bodies.iter().find(|body| body.role == Role::Founded);
    let founded = founded.map(|body| body.name.as_str());
    let voices = voices::find(&reading, &marks, &witness, is_event, is_founding, founded);
    let event = Event {
        is_event,
        kind,
        status,
        review: Review::Extracted,
        title: title::find(&reading).0,
        summary: String::new(),
        dates: day
            .into_iter()
            .filter_map(|day| witness.dating(&day))
            .collect(),
        places: witness.all(setting.places, |place| (place.location, place.mentions)),
        online: setting.online.and_then(|online| witness.one(online)),
        countries: witness.all(setting.countries, |country| {
            (country.involvement, country.mentions)
        }),
        organizations: witness.all(bodies, participation),
        people: voices.people,
        attendance: counts
            .into_iter()
            .filter_map(|count| witness.one(count))
            .collect(),
        decisions: voices.decisions,
        quotations: voices.quotations,
        source: Source::default(),
    };
    titled(event)
}

/// A body's part in the event, and where it is told.
fn participation(body: organization::Body) -> (Participation, Vec<Mention<Role>>) {
    let participation = Participation {
        id: None,
        name: body.name,
        role: body.role,
    };
    (participation, body.mentions)
}

/// The event with the title and the summary that its facts make; its headline is in place of the title so far.
fn titled(event: Event) -> Event {
    let title = title::compose::compose(&event, event.title.clone());
    let summary = summary::compose(&event);
    Event {
        title,
        summary,
        ..event
    }
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

    /// Joins a value to the one passage that says it.
    fn one<T>(&self, mention: Mention<T>) -> Option<Attested<T>> {
        let evidence = self.evidence(mention.span, mention.confidence);
        Attested::new(mention.value, vec![evidence], None, None).ok()
    }

    /// Joins each of the facts, taken apart into value and mentions, to its passages.
    fn all<F, T, M>(
        &self,
        facts: Vec<F>,
        apart: impl Fn(F) -> (T, Vec<Mention<M>>),
    ) -> Vec<Attested<T>> {
        let attest = |fact| {
            let (value, mentions) = apart(fact);
            let mentions: Vec<_> = mentions.iter().collect();
            self.attest(value, &mentions)
        };
        facts.into_iter().filter_map(attest).collect()
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

    use super::draft;

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
        assert!(event.is_event && event.title.contains("تأسيس ائتلاف الوادي"));
        assert_eq!(
            (event.kind.as_str(), event.status.as_str()),
            ("founding", "held")
        );
        assert_eq!(dates, [("2013-09-07", 2)]);
        assert_eq!(countries, ["BE venue", "FR participant"]);
        let counts: Vec<_> = event
            .attendance
            .iter()
            .map(|count| (count.value().count, count.value().unit.as_str()))
            .collect();
        assert_eq!(counts, [(6, "organization"), (80, "person")]);
    }

    #[test]
    fn no_date_is_guessed() {
        for text in [
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
