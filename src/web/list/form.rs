//! The form of filters, filled in with what the reader chose or typed.

use crate::model::vocabulary::{CountryRole, Kind, Review, Role};
use crate::search::query::Sort;
use crate::web::label;
use crate::web::list::question::usual_order;
use crate::web::locale::text;
use crate::web::parameter::Selection;

/// What the form shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The words sought.
    pub text: String,
    /// The start of the time sought, as typed.
    pub from: String,
    /// Its end, as typed.
    pub to: String,
    /// Whether only what is certainly in that time is wanted.
    pub is_certain: bool,
    /// Kinds of event.
    pub kinds: Vec<Choice>,
    /// States of review.
    pub reviews: Vec<Choice>,
    /// Parts that a country or an organization may play.
    pub roles: Vec<Choice>,
    /// Choices made through the facets and the order, which the form carries on.
    pub carried: Vec<(&'static str, String)>,
}

/// An option of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The term.
    pub term: &'static str,
    /// In words.
    pub words: &'static str,
    /// Whether it is the present one.
    pub is_chosen: bool,
}

/// An order of the list, as a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// In words.
    pub words: &'static str,
    /// The list in this order.
    pub address: String,
    /// Whether it is the present one.
    pub is_chosen: bool,
}

/// The form for a selection.
#[must_use]
pub fn form(selection: &Selection) -> Form {
    let options = |name: &'static str, terms: Vec<(&'static str, &'static str)>| {
        let option = |(term, words)| Choice {
            term,
            words,
            is_chosen: selection.value(name) == term,
        };
        terms.into_iter().map(option).collect::<Vec<_>>()
    };
    let kinds = Kind::ALL
        .iter()
        .map(|kind| (kind.as_str(), label::kind(*kind)));
    let reviews = Review::ALL
        .iter()
        .map(|review| (review.as_str(), label::review(*review)));
    let countries = [CountryRole::Venue, CountryRole::Subject];
    let countries = countries.map(|role| (role.as_str(), label::country_role(role)));
    let roles = Role::ALL
        .iter()
        .map(|role| (role.as_str(), label::role(*role)));
    let carried = ["country", "organization", "person", "place", "sort"];
    let carried = carried.into_iter().flat_map(|name| {
        selection
            .values(name)
            .map(move |value| (name, value.to_owned()))
    });
    Form {
        text: selection.value("q").to_owned(),
        from: selection.value("from").to_owned(),
        to: selection.value("to").to_owned(),
        is_certain: !selection.value("certain").is_empty(),
        kinds: options("kind", kinds.collect()),
        reviews: options("review", reviews.collect()),
        roles: options("role", roles.chain(countries).collect()),
        carried: carried.collect(),
    }
}

/// The orders a reader may choose from. Relevance is none where nothing is sought, and doubt none but among drafts.
#[must_use]
pub fn orders(selection: &Selection) -> Vec<Order> {
    let is_sought = !selection.value("q").is_empty();
    let is_for_review = Review::parse(selection.value("review")) == Some(Review::Extracted);
    let shown = |sort: Sort| match (sort, is_sought) {
        (Sort::Relevance, false) => Sort::Newest,
        (sort, _) => sort,
    };
    let usual = shown(usual_order(selection));
    let present = Sort::parse(selection.value("sort")).map_or(usual, shown);
    let orders = [
        (Sort::Relevance, text("list-by-relevance")),
        (Sort::Doubtful, text("list-by-doubt")),
        (Sort::Newest, text("list-newest")),
        (Sort::Oldest, text("list-oldest")),
        (Sort::Title, text("list-by-title")),
    ];
    let orders = orders.into_iter().filter(|(sort, _)| match sort {
        Sort::Relevance => is_sought,
        Sort::Doubtful => is_for_review,
        Sort::Newest | Sort::Oldest | Sort::Title => true,
    });
    let order = |(sort, words): (Sort, &'static str)| Order {
        words,
        address: if sort == usual {
            selection.free_of("sort").address()
        } else {
            selection.only("sort", sort.as_str()).address()
        },
        is_chosen: sort == present,
    };
    orders.map(order).collect()
}
