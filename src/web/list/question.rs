//! What a reader asks of the list of events, read from the parameters of its address.

use jiff::civil::Date;

use crate::model::country::CountryCode;
use crate::model::date::Edtf;
use crate::model::id::{OrganizationId, PersonId, PlaceId};
use crate::model::vocabulary::{Kind, Review};
use crate::search::query::{Query, Sort};
use crate::web::error::WrongParameter;
use crate::web::label;
use crate::web::locale::text;
use crate::web::pager::MOST_PAGES;
use crate::web::parameter::Selection;

/// A question as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What the index is asked.
    pub query: Query,
    /// Which page of the answer, from 1.
    pub page: u64,
    /// What could not be understood.
    pub wrong: Vec<WrongParameter>,
}

/// Reads a question, for so many results at a time.
#[must_use]
pub fn read(selection: &Selection, limit: usize) -> Asked {
    let mut wrong = Vec::new();
    let country = |text: &str| CountryCode::parse(text).ok();
    let organization = |text: &str| OrganizationId::parse(text).ok();
    let person = |text: &str| PersonId::parse(text).ok();
    let place = |text: &str| PlaceId::parse(text).ok();
    let role = |text: &str| label::any_role(text).map(|_| text.to_owned());
    let yes = |text: &str| matches!(text, "1" | "true").then_some(());
    let page = |text: &str| {
        text.parse()
            .ok()
            .filter(|page| (1..=MOST_PAGES).contains(page))
    };
    let mut query = Query {
        text: selection.value("q").to_owned(),
        countries: selection.read_all("country", &mut wrong, text("parameter-country"), country),
        organizations: selection.read_all(
            "organization",
            &mut wrong,
            text("parameter-id"),
            organization,
        ),
        person: selection.read_one("person", &mut wrong, text("parameter-id"), person),
        place: selection.read_one("place", &mut wrong, text("parameter-id"), place),
        kind: selection.read_one("kind", &mut wrong, text("parameter-kind"), Kind::parse),
        review: selection.read_one(
            "review",
            &mut wrong,
            text("parameter-review"),
            Review::parse,
        ),
        from: selection.read_one("from", &mut wrong, text("parameter-day"), first_day),
        to: selection.read_one("to", &mut wrong, text("parameter-day"), last_day),
        certain: selection
            .read_one("certain", &mut wrong, text("parameter-certain"), yes)
            .is_some(),
        role: selection.read_one("role", &mut wrong, text("parameter-role"), role),
        sort: selection
            .read_one("sort", &mut wrong, text("parameter-sort"), Sort::parse)
            .unwrap_or_else(|| usual_order(selection)),
        offset: 0,
        limit,
    };
    let page = selection
        .read_one("page", &mut wrong, text("parameter-page"), page)
        .unwrap_or(1);
    query.offset = usize::try_from(page - 1)
        .unwrap_or(usize::MAX)
        .saturating_mul(limit);
    if let (Some(from), Some(to)) = (query.from, query.to)
        && from > to
    {
        wrong.push(WrongParameter {
            parameter: "to",
            value: selection.value("to").to_owned(),
            remedy: text("parameter-order").to_owned(),
        });
    }
    Asked { query, page, wrong }
}

fn first_day(text: &str) -> Option<Date> {
    Edtf::parse(text).ok()?.earliest()
}

fn last_day(text: &str) -> Option<Date> {
    Edtf::parse(text).ok()?.latest()
}

/// The order where none is asked for: a list of what is still to be reviewed begins with what needs it most.
#[must_use]
pub fn usual_order(selection: &Selection) -> Sort {
    let is_sought = !selection.value("q").is_empty();
    let is_for_review = Review::parse(selection.value("review")) == Some(Review::Extracted);
    match (is_sought, is_for_review) {
        (false, true) => Sort::Doubtful,
        (true, _) | (false, false) => Sort::Relevance,
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, read};
    use crate::web::parameter::Selection;

    fn ask(query: &str) -> Asked {
        read(&Selection::read("/events", query), 20)
    }

    #[test]
    fn a_year_is_its_first_and_its_last_day() {
        let query = ask("from=2009&to=%D9%A2%D9%A0%D9%A1%D9%A1&country=be&page=3").query;
        assert_eq!(
            query.from.map(|day| day.to_string()).as_deref(),
            Some("2009-01-01")
        );
        assert_eq!(
            query.to.map(|day| day.to_string()).as_deref(),
            Some("2011-12-31")
        );
        assert_eq!((query.countries[0].as_str(), query.offset), ("BE", 40));
    }

    #[test]
    fn every_wrong_parameter_is_named() {
        let asked = ask(
            "country=XX&organization=A_B&person=%D8%A7&place=-&kind=x&review=x&from=yesterday&to=..&certain=x&role=x&sort=x&page=0",
        );
        let named: Vec<_> = asked.wrong.iter().map(|wrong| wrong.parameter).collect();
        let all = [
            "country",
            "organization",
            "person",
            "place",
            "kind",
            "review",
            "from",
            "to",
            "certain",
            "role",
            "sort",
            "page",
        ];
        assert_eq!(named, all);
        assert_eq!(ask("from=2012&to=2011").wrong[0].parameter, "to");
        assert_eq!(
            ask("organization=well-formed&role=venue&utm_source=x").wrong,
            []
        );
    }
}
