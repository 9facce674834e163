//! Searching decisions, each an entry of its own with the countries and organizations of its event.

use std::sync::Arc;

use tantivy::query::{BooleanQuery, Occur};

use crate::model::country::CountryCode;
use crate::model::id::{EventId, OrganizationId};
use crate::search::collect::Gathering;
use crate::search::filter::{Filter, Side};
use crate::search::floor::Floor;
use crate::search::matching::{clauses, condition};
use crate::search::query::{Sort, gather, order};
use crate::search::question::read;
use crate::search::schema::{DECISION_ENTRY, column};
use crate::search::weighing::Scope;
use crate::search::{Index, SearchError};

/// A search for decisions. The default asks for everything: newest event first, then in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionQuery {
    /// What the reader typed.
    pub text: String,
    /// Of events with any of these countries.
    pub countries: Vec<CountryCode>,
    /// Of events with any of these organizations.
    pub organizations: Vec<OrganizationId>,
    /// How many decisions to pass over.
    pub offset: usize,
    /// How many decisions to give.
    pub limit: usize,
}

/// What a search for decisions gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DecisionAnswer {
    /// How many decisions there are in all.
    pub total: u64,
    /// Those asked for: the event and the number in it.
    pub hits: Vec<(EventId, u32)>,
}

impl Default for DecisionQuery {
    fn default() -> Self {
        Self {
            text: String::new(),
            countries: Vec::new(),
            organizations: Vec::new(),
            offset: 0,
            limit: 20,
        }
    }
}

impl Index {
    /// Searches decisions.
    ///
    /// # Errors
    /// When the index cannot be read; no question is an error.
    pub fn search_decisions(&self, query: &DecisionQuery) -> Result<DecisionAnswer, SearchError> {
        let fields = &self.parts.fields;
        let question = read(&query.text, self.parts.analysis);
        let searcher = self.parts.reader.searcher();
        let scale = self.scale(&searcher, DECISION_ENTRY)?;
        let floor = Floor::default();
        let mut all = clauses(&scale, Scope::Decision, &question, &floor)?;
        if !question.seeks() {
            all.push((Occur::Must, condition(fields.entry, DECISION_ENTRY)));
        }
        let countries: Vec<String> = query.countries.iter().map(ToString::to_string).collect();
        let organizations: Vec<String> = query
            .organizations
            .iter()
            .map(ToString::to_string)
            .collect();
        let mut filters = Vec::new();
        if !countries.is_empty() {
            filters.push((Side::Country, Filter::AnyOf(column::COUNTRY, countries)));
        }
        if !organizations.is_empty() {
            filters.push((
                Side::Organization,
                Filter::AnyOf(column::ORGANIZATION, organizations),
            ));
        }
        let gathering = Gathering {
            numbering: Arc::clone(&self.parts.numbering),
            filters,
            order: order(Sort::Relevance, &question),
            most: query.offset.saturating_add(query.limit),
            facets: None,
            stricter: None,
            floor,
        };
        let gathered = gather(&searcher, &scale, &BooleanQuery::new(all), &gathering)?;
        let hits = gathered.ranked.into_iter().skip(query.offset);
        let hits = hits.filter_map(|hit| {
            Some((
                EventId::parse(&hit.id).ok()?,
                u32::try_from(hit.number).ok()?,
            ))
        });
        Ok(DecisionAnswer {
            total: gathered.total,
            hits: hits.collect(),
        })
    }
}
