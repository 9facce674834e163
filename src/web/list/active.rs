//! The filters a reader has set, each said in words and with the address of the list without it.

use crate::model::country::CountryCode;
use crate::model::id::OrganizationId;
use crate::model::vocabulary::{Kind, Review};
use crate::web::label;
use crate::web::list::finding::Names;
use crate::web::locale::text;
use crate::web::parameter::Selection;

/// A filter that is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Active {
    /// Its name in the address.
    pub name: &'static str,
    /// Its value there.
    pub term: String,
    /// What it narrows: «البلد».
    pub side: &'static str,
    /// To what: «بلجيكا».
    pub value: String,
    /// The list without it.
    pub address: String,
}

/// All filters that are set, in the order of their names in addresses.
#[must_use]
pub fn active(selection: &Selection, names: &Names) -> Vec<Active> {
    let sides = [
        ("q", text("list-side-search")),
        ("country", text("country-index-country")),
        ("organization", text("list-side-organization")),
        ("person", text("list-side-person")),
        ("place", text("list-side-place")),
        ("kind", text("list-side-kind")),
        ("review", text("list-review")),
        ("from", text("list-from")),
        ("to", text("list-to")),
        ("certain", text("list-side-time")),
        ("role", text("list-side-role")),
    ];
    let of_side = |(name, side): (&'static str, &'static str)| {
        selection.values(name).map(move |value| Active {
            name,
            term: value.to_owned(),
            side,
            value: in_words(name, value, names),
            address: selection.without(name, value).address(),
        })
    };
    sides.into_iter().flat_map(of_side).collect()
}

fn in_words(name: &str, value: &str, names: &Names) -> String {
    let words = match name {
        "country" => CountryCode::parse(value)
            .ok()
            .map(|code| label::country(code).to_owned()),
        "organization" => OrganizationId::parse(value)
            .ok()
            .map(|id| names.shown(&id).to_owned()),
        "person" => names.person.clone(),
        "place" => names.place.clone(),
        "kind" => Kind::parse(value).map(label::kind).map(str::to_owned),
        "review" => Review::parse(value).map(label::review).map(str::to_owned),
        "certain" => Some(text("list-certainly-within").to_owned()),
        "role" => label::any_role(value).map(str::to_owned),
        _ => None,
    };
    words.unwrap_or_else(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::active;
    use crate::web::list::finding::Names;
    use crate::web::parameter::Selection;

    #[test]
    fn each_filter_can_be_taken_back_alone() {
        let selection = Selection::read(
            "/events",
            "country=BE&country=NL&kind=founding&sort=date&page=2",
        );
        let active = active(&selection, &Names::default());
        let words: Vec<_> = active
            .iter()
            .map(|active| (active.side, active.value.as_str()))
            .collect();
        assert_eq!(
            words,
            [("البلد", "بلجيكا"), ("البلد", "هولندا"), ("النوع", "تأسيس")]
        );
        assert_eq!(
            active[0].address,
            "/events?country=NL&kind=founding&sort=date"
        );
    }
}
