//! Events: all that the archive holds of one coalition-founding event, each fact with its
//! evidence. This value is what a revision keeps, and its JSON is section 4 of the public
//! contract without the parts that belong to an address (`id`, `url`, `revision`, `document`).

use serde::{Deserialize, Serialize};

use crate::model::attendance::Attendance;
use crate::model::country::Involvement;
use crate::model::date::{Dating, Edtf};
use crate::model::decision::Decision;
use crate::model::document::Source;
use crate::model::evidence::{Attested, Evidence};
use crate::model::organization::Participation;
use crate::model::person::Appearance;
use crate::model::place::{Location, Online};
use crate::model::quotation::Quotation;
use crate::model::vocabulary::{Kind, Review, Status};

/// An event in one of its states.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// False where the machine read the document and found no event in it.
    pub is_event: bool,
    /// What sort of event it is.
    pub kind: Kind,
    /// Whether it took place.
    pub status: Status,
    /// Who answers for the record.
    pub review: Review,
    /// The archive's neutral title.
    pub title: String,
    /// The archive's neutral summary; empty where none was written.
    pub summary: String,
    /// When it took place.
    pub dates: Vec<Attested<Dating>>,
    /// Where it was held, and other places named.
    pub places: Vec<Attested<Location>>,
    /// Set where it was held over a network.
    pub online: Option<Attested<Online>>,
    /// The countries concerned, each once with all its roles.
    pub countries: Vec<Attested<Involvement>>,
    /// The bodies concerned, once a role.
    pub organizations: Vec<Attested<Participation>>,
    /// The persons concerned, once a role.
    pub people: Vec<Attested<Appearance>>,
    /// How many took part.
    pub attendance: Vec<Attested<Attendance>>,
    /// What was decided.
    pub decisions: Vec<Attested<Decision>>,
    /// Who said what.
    pub quotations: Vec<Attested<Quotation>>,
    /// What is known of the document.
    #[serde(default)]
    pub source: Source,
}

impl Event {
    /// Every piece of evidence, in the order of the facts, which is also the order of the page's
    /// anchors `#evidence-1`, `#evidence-2` …
    pub fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        fn of<T>(facts: &[Attested<T>]) -> impl Iterator<Item = &Evidence> {
            facts.iter().flat_map(Attested::evidence)
        }
        of(&self.dates)
            .chain(of(&self.places))
            .chain(self.online.iter().flat_map(Attested::evidence))
            .chain(of(&self.countries))
            .chain(of(&self.organizations))
            .chain(of(&self.people))
            .chain(of(&self.attendance))
            .chain(of(&self.decisions))
            .chain(of(&self.quotations))
    }

    /// How sure the machine is of a draft, 0 to 1: the mean over its facts of the surest evidence of each. Nothing where a
    /// person answers for the record, and 0 for a draft without facts.
    #[must_use]
    pub fn confidence(&self) -> Option<f32> {
        fn of<T>(facts: &[Attested<T>]) -> impl Iterator<Item = f32> {
            facts.iter().filter_map(|fact| {
                let evidence = fact.evidence().iter();
                evidence
                    .filter_map(|evidence| evidence.confidence)
                    .reduce(f32::max)
            })
        }
        if self.review == Review::Reviewed {
            return None;
        }
        let facts = of(&self.dates)
            .chain(of(&self.places))
            .chain(of(&self.countries))
            .chain(of(&self.organizations))
            .chain(of(&self.people))
            .chain(of(&self.attendance))
            .chain(of(&self.decisions))
            .chain(of(&self.quotations));
        let (sum, count) = facts.fold((0.0, 0.0_f32), |(sum, count), sure| {
            (sum + sure, count + 1.0)
        });
        Some(sum / count.max(1.0))
    }

    /// The dates of the event as one list of EDTF values.
    pub fn dates(&self) -> impl Iterator<Item = &Edtf> {
        self.dates.iter().map(|date| &date.value().edtf)
    }

    /// The first and the last day on which the event can have taken place; `None` for an end that
    /// is not known, or where there is no date at all.
    #[must_use]
    pub fn extent(&self) -> Extent {
        let open_start = self.dates().any(|date| date.earliest().is_none());
        let open_end = self.dates().any(|date| date.latest().is_none());
        Extent {
            earliest: self
                .dates()
                .filter_map(Edtf::earliest)
                .min()
                .filter(|_| !open_start),
            latest: self
                .dates()
                .filter_map(Edtf::latest)
                .max()
                .filter(|_| !open_end),
        }
    }
}

/// The span of days an event can have taken place in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// No earlier than this day.
    pub earliest: Option<jiff::civil::Date>,
    /// No later than this day.
    pub latest: Option<jiff::civil::Date>,
}
