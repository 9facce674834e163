//! Searching events: a question with filters in, an answer with facets out.

use std::sync::Arc;

use jiff::civil::Date;
use tantivy::Searcher;
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, Query as Tree};

use crate::model::country::CountryCode;
use crate::model::id::{EventId, OrganizationId, PersonId, PlaceId};
use crate::model::vocabulary::{CountryRole, Kind, Review, Role};
use crate::search::collect::{Gathered, Gathering};
use crate::search::facet::{Facets, Plan};
use crate::search::filter::{Filter, Side};
use crate::search::floor::Floor;
use crate::search::matching::{clauses, condition};
use crate::search::question::{Question, read};
use crate::search::rank::Order;
use crate::search::schema::{EVENT_ENTRY, column};
use crate::search::weighing::{Scale, Scope};
use crate::search::{Index, SearchError};

/// A search for events. The default asks for everything, newest first, twenty at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// What the reader typed; see [`crate::search::question`] for what can be read from it.
    pub text: String,
    /// Any of these countries.
    pub countries: Vec<CountryCode>,
    /// Any of these organizations.
    pub organizations: Vec<OrganizationId>,
    /// This person.
    pub person: Option<PersonId>,
    /// This place.
    pub place: Option<PlaceId>,
    /// This kind.
    pub kind: Option<Kind>,
    /// This state of review.
    pub review: Option<Review>,
    /// From this day.
    pub from: Option<Date>,
    /// To this day.
    pub to: Option<Date>,
    /// Only what is certainly within `from` and `to`, rather than possibly. Without either it asks nothing.
    pub certain: bool,
    /// A term of [`Role`] or [`CountryRole`]: the part that the countries and organizations asked for must play. Where
    /// none is asked for that can play it, any country or organization of the event may. An unknown term finds nothing.
    pub role: Option<String>,
    /// In which order.
    pub sort: Sort,
    /// How many events to pass over.
    pub offset: usize,
    /// How many events to give.
    pub limit: usize,
}

/// The orders of an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best first; newest first where no word is sought.
    #[default]
    Relevance,
    /// Oldest first, `date`.
    Oldest,
    /// Newest first, `-date`.
    Newest,
    /// By title.
    Title,
    /// The drafts that the machine is least sure of first: the order in which to review them.
    Doubtful,
}

/// What a search gives.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// How many events there are in all.
    pub total: u64,
    /// Those asked for.
    pub hits: Vec<Hit>,
    /// Counts for the whole answer.
    pub facets: Facets,
    /// Where days were asked for and what is possibly within them too: how many events certainly are.
    pub certain: Option<u64>,
}

/// One event of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Which event.
    pub id: EventId,
    /// How well it matches; none where the order does not ask.
    pub score: Option<f32>,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            text: String::new(),
            countries: Vec::new(),
            organizations: Vec::new(),
            person: None,
            place: None,
            kind: None,
            review: None,
            from: None,
            to: None,
            certain: false,
            role: None,
            sort: Sort::default(),
            offset: 0,
            limit: 20,
        }
    }
}

impl Query {
    /// Whether it asks for less than all events.
    #[must_use]
    pub fn narrows(&self) -> bool {
        let all = Self {
            sort: self.sort,
            offset: self.offset,
            limit: self.limit,
            ..Self::default()
        };
        *self != all
    }
}

impl Sort {
    /// All orders, with the names they have in addresses.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Relevance, "relevance"),
        (Self::Oldest, "date"),
        (Self::Newest, "-date"),
        (Self::Title, "title"),
        (Self::Doubtful, "confidence"),
    ];

    /// The name in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Oldest => "date",
            Self::Newest => "-date",
            Self::Title => "title",
            Self::Doubtful => "confidence",
        }
    }

    /// The order of this name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|(_, name)| *name == text)
            .map(|(sort, _)| sort)
    }
}

impl Index {
    /// Searches events.
    ///
    /// # Errors
    /// When the index cannot be read; no question is an error.
    pub fn search(&self, query: &Query) -> Result<Answer, SearchError> {
        let question = read(&query.text, self.parts.analysis);
        let plan = Plan {
            country_role: country_role(query),
            organization_role: organization_role(query),
        };
        let gathering = Gathering {
            numbering: Arc::clone(&self.parts.numbering),
            filters: filters(query),
            order: order(query.sort, &question),
            most: query.offset.saturating_add(query.limit),
            facets: Some(plan.clone()),
            stricter: stricter(query),
            floor: Floor::default(),
        };
        let gathered = self.gathered(query, &question, &gathering)?;
        let hits = gathered.ranked.into_iter().skip(query.offset);
        let hits = hits.filter_map(|hit| {
            Some(Hit {
                id: EventId::parse(&hit.id).ok()?,
                score: hit.score,
            })
        });
        Ok(Answer {
            total: gathered.total,
            hits: hits.collect(),
            facets: gathered.counts.into_facets(&gathering.numbering, &plan),
            certain: gathering.stricter.map(|_| gathered.stricter),
        })
    }

    /// How many events a search would give.
    ///
    /// # Errors
    /// When the index cannot be read; no question is an error.
    pub fn count(&self, query: &Query) -> Result<u64, SearchError> {
        let question = read(&query.text, self.parts.analysis);
        let gathering = Gathering {
            numbering: Arc::clone(&self.parts.numbering),
            filters: filters(query),
            order: Order::Newest,
            most: 0,
            facets: None,
            stricter: None,
            floor: Floor::default(),
        };
        Ok(self.gathered(query, &question, &gathering)?.total)
    }

    fn gathered(
        &self,
        query: &Query,
        question: &Question,
        gathering: &Gathering,
    ) -> Result<Gathered, SearchError> {
        let searcher = self.parts.reader.searcher();
        let scale = self.scale(&searcher, EVENT_ENTRY)?;
        let tree = tree(&scale, query, question, &gathering.floor)?;
        gather(&searcher, &scale, &*tree, gathering)
    }
}

/// Runs a search over the sort of entry that the scale is for.
///
/// # Errors
/// When the index cannot be read.
pub fn gather(
    searcher: &Searcher,
    scale: &Scale<'_>,
    tree: &dyn Tree,
    gathering: &Gathering,
) -> Result<Gathered, SearchError> {
    Ok(searcher.search_with_statistics_provider(tree, gathering, scale.statistics())?)
}

/// The order of an answer: without words to seek, the best is the newest.
#[must_use]
pub fn order(sort: Sort, question: &Question) -> Order {
    match sort {
        Sort::Relevance if question.seeks() => Order::Score,
        Sort::Relevance | Sort::Newest => Order::Newest,
        Sort::Oldest => Order::Oldest,
        Sort::Title => Order::Title,
        Sort::Doubtful => Order::Doubtful,
    }
}

/// What the engine matches: the question and the filters that are no facets.
///
/// # Errors
/// When the index cannot be read.
pub fn tree(
    scale: &Scale<'_>,
    query: &Query,
    question: &Question,
    floor: &Floor,
) -> tantivy::Result<Box<dyn Tree>> {
    let fields = scale.fields;
    let mut all = clauses(scale, Scope::Event, question, floor)?;
    if !question.seeks() {
        all.push((Occur::Must, condition(fields.entry, EVENT_ENTRY)));
    }
    let person = query
        .person
        .iter()
        .map(|id| condition(fields.person, id.as_str()));
    let place = query
        .place
        .iter()
        .map(|id| condition(fields.place, id.as_str()));
    all.extend(
        person
            .chain(place)
            .map(|condition| (Occur::Must, condition)),
    );
    let is_played = (country_role(query).is_some() && !query.countries.is_empty())
        || (organization_role(query).is_some() && !query.organizations.is_empty());
    if let Some(role) = query.role.as_deref().filter(|_| !is_played) {
        let any = ["country", "organization"]
            .map(|noun| condition(fields.role, &format!("{noun}:{role}")));
        let any = ConstScoreQuery::new(Box::new(BooleanQuery::union(any.into())), 0.0);
        all.push((Occur::Must, Box::new(any)));
    }
    // What stands alone is asked directly, window by window.
    match (all.len(), all.pop()) {
        (1, Some((Occur::Must, only))) => Ok(only),
        (_, last) => {
            all.extend(last);
            Ok(Box::new(BooleanQuery::new(all)))
        }
    }
}

fn country_role(query: &Query) -> Option<String> {
    query
        .role
        .as_deref()
        .and_then(CountryRole::parse)
        .map(|role| format!(":{role}"))
}

fn organization_role(query: &Query) -> Option<String> {
    query
        .role
        .as_deref()
        .and_then(Role::parse)
        .map(|role| format!(":{role}"))
}

/// Days asked for with what is possibly within them, as they would be asked for without.
fn stricter(query: &Query) -> Option<Filter> {
    match (query.from, query.to, query.certain) {
        (None, None, _) | (_, _, true) => None,
        (from, to, false) => Some(Filter::Certainly(from, to)),
    }
}

fn filters(query: &Query) -> Vec<(Side, Filter)> {
    let mut filters = Vec::new();
    let mut add = |side, name, terms: Vec<String>| {
        if !terms.is_empty() {
            filters.push((side, Filter::AnyOf(name, terms)));
        }
    };
    let (column, suffix) = match country_role(query) {
        Some(role) => (column::COUNTRY_ROLE, role),
        None => (column::COUNTRY, String::new()),
    };
    add(
        Side::Country,
        column,
        query
            .countries
            .iter()
            .map(|code| format!("{code}{suffix}"))
            .collect(),
    );
    let (column, suffix) = match organization_role(query) {
        Some(role) => (column::ORGANIZATION_ROLE, role),
        None => (column::ORGANIZATION, String::new()),
    };
    add(
        Side::Organization,
        column,
        query
            .organizations
            .iter()
            .map(|id| format!("{id}{suffix}"))
            .collect(),
    );
    add(
        Side::Kind,
        column::KIND,
        query.kind.iter().map(ToString::to_string).collect(),
    );
    add(
        Side::Review,
        column::REVIEW,
        query.review.iter().map(ToString::to_string).collect(),
    );
    match (query.from, query.to, query.certain) {
        (None, None, _) => {}
        (from, to, false) => filters.push((Side::Date, Filter::Possibly(from, to))),
        (from, to, true) => filters.push((Side::Date, Filter::Certainly(from, to))),
    }
    filters
}
