//! The JSON face of an event, as the public contract words it. It borrows the record; nothing is copied to be shown.

use serde::Serialize;

use crate::model::attendance::Attendance;
use crate::model::country::Involvement;
use crate::model::date::{Dating, Edtf};
use crate::model::decision::Decision;
use crate::model::document::{Document, Source};
use crate::model::evidence::Attested;
use crate::model::id::{DocumentId, EventId};
use crate::model::name::Bearer;
use crate::model::organization::Participation;
use crate::model::person::Appearance;
use crate::model::place::{Location, Online};
use crate::model::quotation::Quotation;
use crate::model::vocabulary::{Kind, Review, Status};
use crate::store::event::StoredEvent;
use crate::store::related::{InContext, Related};
use crate::web::site::Site;
use crate::web::url;

/// An event as data.
#[derive(Debug, Serialize)]
pub struct EventFace<'a> {
    id: &'a EventId,
    url: String,
    revision: u32,
    changed: &'a str,
    is_event: bool,
    kind: Kind,
    status: Status,
    review: Review,
    title: &'a str,
    summary: &'a str,
    dates: &'a [Attested<Dating>],
    places: &'a [Attested<Location>],
    online: Option<&'a Attested<Online>>,
    countries: &'a [Attested<Involvement>],
    organizations: &'a [Attested<Participation>],
    people: &'a [Attested<Appearance>],
    attendance: &'a [Attested<Attendance>],
    decisions: &'a [Attested<Decision>],
    quotations: &'a [Attested<Quotation>],
    document: SourceFace<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<Vec<RelatedFace<'a>>>,
    /// Further documents that say the same, beside `document`.
    #[serde(skip_serializing_if = "Option::is_none")]
    sources: Option<Vec<ReprintFace<'a>>>,
}

/// A further source: its document, and how much of the wording is that of the event's own.
#[derive(Debug, Serialize)]
struct ReprintFace<'a> {
    #[serde(flatten)]
    document: SourceFace<'a>,
    similarity: Option<f64>,
}

/// An event that shares something with this one, and what.
#[derive(Debug, Serialize)]
struct RelatedFace<'a> {
    id: &'a EventId,
    url: String,
    title: &'a str,
    reasons: Vec<ReasonFace<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "lowercase")]
enum ReasonFace<'a> {
    Organization(&'a str),
    Country(&'a str),
    Person(&'a str),
    Place(&'a str),
    /// So many days lie between the two.
    Days(u32),
}

/// The document an event rests on. What is not known of its publication is `null`.
#[derive(Debug, Serialize)]
struct SourceFace<'a> {
    id: &'a DocumentId,
    name: &'a str,
    sha256: &'a str,
    publisher: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<&'a Edtf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

impl<'a> EventFace<'a> {
    /// The face of an event with the text of its document.
    #[must_use]
    pub fn of(stored: &'a StoredEvent, site: &Site) -> Self {
        let event = &stored.event;
        Self {
            id: &stored.id,
            url: site.absolute(&url::event(&stored.id)),
            revision: stored.revision,
            changed: &stored.changed,
            is_event: event.is_event,
            kind: event.kind,
            status: event.status,
            review: event.review,
            title: &event.title,
            summary: &event.summary,
            dates: &event.dates,
            places: &event.places,
            online: event.online.as_ref(),
            countries: &event.countries,
            organizations: &event.organizations,
            people: &event.people,
            attendance: &event.attendance,
            decisions: &event.decisions,
            quotations: &event.quotations,
            document: SourceFace::of(&stored.document, &event.source),
            related: None,
            sources: None,
        }
    }

    /// The same face with the events related to it and its further sources.
    #[must_use]
    pub fn in_context(found: &'a InContext, site: &Site) -> Self {
        let face = |related: &'a Related| RelatedFace {
            id: &related.id,
            url: site.absolute(&url::event(&related.id)),
            title: &related.title,
            reasons: ReasonFace::all(related),
        };
        let sources = found.sources.iter().map(|source| ReprintFace {
            document: SourceFace {
                text: None,
                ..SourceFace::of(&source.document, &source.publication)
            },
            similarity: source.similarity,
        });
        Self {
            related: Some(found.related.iter().map(face).collect()),
            sources: Some(sources.collect()),
            ..Self::of(&found.stored, site)
        }
    }

    /// The same face without the text of the document, for lists.
    #[must_use]
    pub fn without_text(mut self) -> Self {
        self.document.text = None;
        self
    }
}

impl<'a> ReasonFace<'a> {
    fn all(related: &'a Related) -> Vec<Self> {
        let shared = related.shared.iter().map(|bearer| match bearer {
            Bearer::Organization(id) => Self::Organization(id.as_str()),
            Bearer::Country(code) => Self::Country(code.as_str()),
            Bearer::Person(id) => Self::Person(id.as_str()),
            Bearer::Place(id) => Self::Place(id.as_str()),
        });
        shared.chain(related.days.map(Self::Days)).collect()
    }
}

impl<'a> SourceFace<'a> {
    fn of(document: &'a Document, source: &'a Source) -> Self {
        Self {
            id: &document.id,
            name: &document.name,
            sha256: &document.sha256,
            publisher: source.publisher.as_deref(),
            url: source.url.as_deref(),
            published: source.published.as_ref(),
            published_note: source.published_note.as_deref(),
            text: Some(&document.text),
        }
    }
}
