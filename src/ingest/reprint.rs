//! Reprints: a document without a record that says in nearly the same words what a document of the archive says is a
//! further source of that document's event. A person's record is never joined to another event, and two texts that
//! name other days or other countries are two events, however alike: bodies that meet often announce it in one form of
//! words.

use crate::model::country::CountryCode;
use crate::model::event::Event;
use crate::model::id::EventId;
use crate::model::vocabulary::CountryRole;
use crate::store::StoreError;
use crate::store::band::{Likely, documents_without_bands, find_likely, put_bands};
use crate::store::change::append_updated;
use crate::store::forward::merge_event;
use crate::store::item::unsettle_item;
use crate::store::open::{Write, Writer};
use crate::store::signature::sort_in_many;
use crate::store::source::{SourceLink, delete_source, put_source, sources_of};
use crate::text::minhash::{Likeness, Shingles};

/// Thirty words make so many shingles; shorter texts say too little to tell a reprint from a form of words.
const FEWEST: usize = 28;
/// From here on two texts are one text edited. A changed word changes three shingles, so 0.7 is about one word changed
/// in seventeen; news of two meetings of one body share half their shingles at most.
const JACCARD: f64 = 0.7;
/// An excerpt has so much of its wording from the whole …
const CONTAINMENT: f64 = 0.9;
/// … and is no shorter than this part of it: who leaves out more leaves out facts.
const RATIO: f64 = 0.7;

/// The wording of a text, as it is compared.
#[derive(Debug, Clone, Default)]
pub struct Wording {
    shingles: Shingles,
    bands: Vec<i64>,
}

/// An event whose document says nearly the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The event.
    pub event: EventId,
    /// The name of its own document.
    pub name: String,
    /// How much of the wording both share; nothing where a person joined them.
    pub similarity: Option<f64>,
}

impl Wording {
    /// The wording of a text; none of a short one.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let shingles = Shingles::of(text);
        if shingles.len() < FEWEST {
            return Self::default();
        }
        let bands = shingles.bands();
        Self { shingles, bands }
    }

    /// How many shingles it has.
    #[must_use]
    pub fn len(&self) -> i64 {
        i64::try_from(self.shingles.len()).unwrap_or(i64::MAX)
    }

    /// Whether there is too little of it to be compared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shingles.is_empty()
    }

    /// By what its reprints are found.
    #[must_use]
    pub fn bands(&self) -> &[i64] {
        &self.bands
    }

    fn likeness(&self, text: &str) -> Likeness {
        self.shingles.likeness(&Shingles::of(text))
    }
}

/// How alike two reprints are; nothing where they are none.
fn similarity(likeness: Likeness) -> Option<f64> {
    let Likeness {
        jaccard,
        containment,
        ratio,
    } = likeness;
    let is_excerpt = containment >= CONTAINMENT && ratio >= RATIO;
    // Two decimals: a score to be read, and the same on every machine.
    (jaccard >= JACCARD || is_excerpt).then(|| (jaccard * 100.0).round() / 100.0)
}

/// The event that a document is a reprint of: that with the most similar text.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_near(
    write: &mut Write<'_>,
    wording: &Wording,
    event: &Event,
    document: &str,
) -> Result<Option<Near>, StoreError> {
    let all = all_near(write, wording, event, document).await?;
    let mut best: Option<Near> = None;
    for (near, _) in all {
        if best
            .as_ref()
            .is_none_or(|best| near.similarity > best.similarity)
        {
            best = Some(near);
        }
    }
    Ok(best)
}

async fn all_near(
    write: &mut Write<'_>,
    wording: &Wording,
    event: &Event,
    document: &str,
) -> Result<Vec<(Near, Likely)>, StoreError> {
    // Either condition bounds the sizes: what is shared is no more than the smaller has.
    let sizes = (wording.len() / 2, wording.len().saturating_mul(2));
    let mut near = Vec::new();
    for likely in find_likely(write, wording.bands(), sizes).await? {
        let likeness = wording.likeness(likely.text());
        let (Some(similarity), Ok(id)) = (similarity(likeness), EventId::parse(&likely.event_id))
        else {
            continue;
        };
        let same_words = likeness.jaccard >= 1.0;
        if likely.document_id != document && (same_words || is_same(event, &likely)) {
            let name = likely.name.clone();
            let found = Near {
                event: id,
                name,
                similarity: Some(similarity),
            };
            near.push((found, likely));
        }
    }
    Ok(near)
}

/// Whether two texts of like wording can be of one event. Where neither tells of one there is no event to be a source of:
/// pages on two villages or two laws are often written by one pattern.
fn is_same(event: &Event, likely: &Likely) -> bool {
    (event.is_event || likely.is_event) && !contradicts(event, likely)
}

/// Whether the two were on other days or in other countries, as far as both are known.
fn contradicts(event: &Event, likely: &Likely) -> bool {
    let extent = event.extent();
    let after = |one: Option<String>, other: Option<&String>| {
        one.zip(other).is_some_and(|(one, other)| one > *other)
    };
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let is_later = after(day(extent.earliest), likely.latest.as_ref());
    let is_earlier = day(extent.latest)
        .zip(likely.earliest.as_ref())
        .is_some_and(|(latest, earliest)| latest < *earliest);
    let venues: Vec<CountryCode> = event
        .countries
        .iter()
        .filter(|fact| fact.value().roles.contains(&CountryRole::Venue))
        .map(|fact| fact.value().code)
        .collect();
    let elsewhere = likely.venues.as_ref().is_some_and(|other| {
        !venues.is_empty() && !venues.iter().any(|code| other.contains(code.as_str()))
    });
    is_later || is_earlier || elsewhere
}

/// Lets the unreviewed events that a recorded document is a reprint of go on in its event, so that it does not matter
/// which of them came first.
///
/// # Errors
/// When the database refuses.
pub async fn absorb(
    write: &mut Write<'_>,
    wording: &Wording,
    (id, event): (&EventId, &Event),
    document: &str,
) -> Result<(), StoreError> {
    for (near, likely) in all_near(write, wording, event, document).await? {
        if !likely.recorded && near.event != *id {
            merge_event(write, &near.event, id).await?;
            measure(write, wording, id, &likely.document_id).await?;
        }
    }
    Ok(())
}

/// Measures the sources of an event against its own document, which is new or another than before. One that is no
/// reprint any more is looked at anew when it is imported again; `joined` is measured though it has not been.
///
/// # Errors
/// When the database refuses.
pub async fn measure(
    write: &mut Write<'_>,
    wording: &Wording,
    id: &EventId,
    joined: &str,
) -> Result<(), StoreError> {
    for source in sources_of(write, id).await? {
        let document = source.document.id;
        // Without a similarity a person joined them, and that stays.
        if source.similarity.is_none() && document.as_str() != joined {
            continue;
        }
        let likeness = wording.likeness(&source.document.text);
        if similarity(likeness).is_none() {
            unsettle_item(write, &source.document.name).await?;
        }
        let link = SourceLink {
            document,
            publication: source.publication,
            similarity: Some((likeness.jaccard * 100.0).round() / 100.0),
        };
        put_source(write, id, &link).await?;
    }
    Ok(())
}

/// Takes a document from the sources of an event, and says so in the log.
///
/// # Errors
/// When the database refuses.
pub async fn leave(write: &mut Write<'_>, document: &str, event: &str) -> Result<(), StoreError> {
    delete_source(write, document).await?;
    append_updated(write, event).await
}

/// Writes the bands of the documents received before there were any.
///
/// # Errors
/// When the database refuses.
pub async fn write_missing_bands(writer: &mut Writer) -> Result<(), StoreError> {
    loop {
        let mut write = writer.begin().await?;
        let documents = documents_without_bands(&mut write).await?;
        if documents.is_empty() {
            return Ok(());
        }
        for (id, text) in documents {
            let wording = Wording::of(&text);
            put_bands(&mut write, &id, (wording.len(), wording.bands())).await?;
        }
        sort_in_many(&mut write).await?;
        write.commit().await?;
    }
}
