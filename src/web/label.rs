//! The words for the terms of the vocabularies, in the language of the page. Terms are spelled for machines in `model`;
//! here they are spelled for readers, without judging: a place or a body is called what the archive's rules call it.

use crate::model::country::CountryCode;
use crate::model::vocabulary::{
    CountryRole, Kind, OrganizationKind, PlaceKind, PlaceRole, Qualifier, Review, Role, Status,
    Unit,
};
use crate::web::locale::{self, Language, fill, text};
use crate::web::plural::{BODY, COUNTRY, Noun, PERSON};

/// A country's name in the language of the page.
#[must_use]
pub fn country(code: CountryCode) -> &'static str {
    match locale::language() {
        Language::Arabic => code.country().arabic,
        Language::English => code.country().english,
    }
}

/// What sort of event it is: «تأسيس».
#[must_use]
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Founding => text("kind-founding"),
        Kind::Meeting => text("kind-meeting"),
        Kind::Conference => text("kind-conference"),
        Kind::Statement => text("kind-statement"),
        Kind::Call => text("kind-call"),
    }
}

/// Whether it took place: «مقرر».
#[must_use]
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Held => text("status-held"),
        Status::Planned => text("status-planned"),
        Status::Cancelled => text("status-cancelled"),
        Status::Unknown => text("status-unknown"),
    }
}

/// What the state means, in a sentence for the event's page.
#[must_use]
pub fn status_sentence(status: Status) -> &'static str {
    match status {
        Status::Held => text("status-sentence-held"),
        Status::Planned => text("status-sentence-planned"),
        Status::Cancelled => text("status-sentence-cancelled"),
        Status::Unknown => text("status-sentence-unknown"),
    }
}

/// Who answers for the record: «لم يراجع بعد».
#[must_use]
pub fn review(review: Review) -> &'static str {
    match review {
        Review::Reviewed => text("review-reviewed"),
        Review::Extracted => text("review-extracted"),
    }
}

/// What that means, in a sentence for the event's page.
#[must_use]
pub fn review_sentence(review: Review) -> &'static str {
    match review {
        Review::Reviewed => text("review-sentence-reviewed"),
        Review::Extracted => text("review-sentence-extracted"),
    }
}

/// A part as a noun, for filters: «المشاركة».
#[must_use]
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Founded => text("role-founded"),
        Role::Convener => text("role-convener"),
        Role::Participant => text("role-participant"),
        Role::Invited => text("role-invited"),
        Role::Host => text("role-host"),
        Role::Publisher => text("role-publisher"),
        Role::Mentioned => text("role-mentioned"),
    }
}

/// A part of an organization, a person or a country by its term, as filters offer it.
#[must_use]
pub fn any_role(term: &str) -> Option<&'static str> {
    match (Role::parse(term), CountryRole::parse(term)) {
        (Some(own), _) => Some(role(own)),
        (None, Some(own)) => Some(country_role(own)),
        (None, None) => None,
    }
}

/// What an organization did in an event: «شاركت». It also heads a list of several.
#[must_use]
pub fn organization_role(role: Role) -> &'static str {
    match role {
        Role::Founded => text("organization-role-founded"),
        Role::Convener => text("organization-role-convener"),
        Role::Participant => text("organization-role-participant"),
        Role::Invited => text("organization-role-invited"),
        Role::Host => text("organization-role-host"),
        Role::Publisher => text("organization-role-publisher"),
        Role::Mentioned => text("organization-role-mentioned"),
    }
}

/// The persons of one part, as a heading: «المشاركون».
#[must_use]
pub fn person_role(role: Role) -> &'static str {
    match role {
        Role::Founded => text("person-role-founded"),
        Role::Convener => text("person-role-convener"),
        Role::Participant => text("person-role-participant"),
        Role::Invited => text("person-role-invited"),
        Role::Host => text("person-role-host"),
        Role::Publisher => text("person-role-publisher"),
        Role::Mentioned => text("person-role-mentioned"),
    }
}

/// The events in which an organization played a part, as a heading on its page: «أحداث شاركت فيها».
#[must_use]
pub fn events_of_organization(role: Role) -> &'static str {
    match role {
        Role::Founded => text("events-of-organization-founded"),
        Role::Convener => text("events-of-organization-convener"),
        Role::Participant => text("events-of-organization-participant"),
        Role::Invited => text("events-of-organization-invited"),
        Role::Host => text("events-of-organization-host"),
        Role::Publisher => text("events-of-organization-publisher"),
        Role::Mentioned => text("events-of-organization-mentioned"),
    }
}

/// The events in which a person played a part, as a heading on their page. Nouns, for the record knows no gender.
#[must_use]
pub fn events_of_person(role: Role) -> &'static str {
    match role {
        Role::Founded => text("events-of-person-founded"),
        Role::Convener => text("events-of-person-convener"),
        Role::Participant => text("events-of-person-participant"),
        Role::Invited => text("events-of-person-invited"),
        Role::Host => text("events-of-person-host"),
        Role::Publisher => text("events-of-person-publisher"),
        Role::Mentioned => text("events-of-person-mentioned"),
    }
}

/// The part of a country, as a noun: «مكان الانعقاد».
#[must_use]
pub fn country_role(role: CountryRole) -> &'static str {
    match role {
        CountryRole::Venue => text("country-role-venue"),
        CountryRole::Participant => text("country-role-participant"),
        CountryRole::Subject => text("country-role-subject"),
        CountryRole::Mentioned => text("country-role-mentioned"),
    }
}

/// The countries of one part, as a heading: «بلدان المشاركين».
#[must_use]
pub fn countries_of(role: CountryRole) -> &'static str {
    match role {
        CountryRole::Venue => text("event-country-venue"),
        CountryRole::Participant => text("event-country-participant"),
        CountryRole::Subject => text("event-country-subject"),
        CountryRole::Mentioned => text("event-country-mentioned"),
    }
}

/// The events in which a country played a part, as a heading on its page.
#[must_use]
pub fn events_of_country(role: CountryRole) -> &'static str {
    match role {
        CountryRole::Venue => text("events-of-country-venue"),
        CountryRole::Participant => text("events-of-country-participant"),
        CountryRole::Subject => text("events-of-country-subject"),
        CountryRole::Mentioned => text("events-of-country-mentioned"),
    }
}

/// The part of a place, as a noun: «مكان الانعقاد».
#[must_use]
pub fn place_role(role: PlaceRole) -> &'static str {
    match role {
        PlaceRole::Held => text("place-role-held"),
        PlaceRole::Mentioned => text("place-role-mentioned"),
    }
}

/// The events in which a place played a part, as a heading on its page.
#[must_use]
pub fn events_of_place(role: PlaceRole) -> &'static str {
    match role {
        PlaceRole::Held => text("events-of-place-held"),
        PlaceRole::Mentioned => text("events-of-place-mentioned"),
    }
}

/// How many took part, as exactly as it is known: «نحو 98 شخصا», «أكثر من 47 هيئة».
#[must_use]
pub fn attendance(count: u64, unit: Unit, qualifier: Qualifier) -> String {
    let noun = unit_noun(unit);
    match qualifier {
        Qualifier::Exact => noun.count(count),
        Qualifier::About => fill(
            "attendance-about",
            [("counted", noun.count_genitive(count).into())],
        ),
        Qualifier::Over => fill(
            "attendance-over",
            [("counted", noun.count_genitive(count).into())],
        ),
    }
}

const fn unit_noun(unit: Unit) -> Noun {
    match unit {
        Unit::Person => PERSON,
        Unit::Organization => BODY,
        Unit::Country => COUNTRY,
    }
}

/// What sort of body it is: «ائتلاف أو جبهة».
#[must_use]
pub fn organization_kind(kind: OrganizationKind) -> &'static str {
    match kind {
        OrganizationKind::Coalition => text("organization-kind-coalition"),
        OrganizationKind::Party => text("organization-kind-party"),
        OrganizationKind::Movement => text("organization-kind-movement"),
        OrganizationKind::Association => text("organization-kind-association"),
        OrganizationKind::Union => text("organization-kind-union"),
        OrganizationKind::Committee => text("organization-kind-committee"),
        OrganizationKind::Council => text("organization-kind-council"),
        OrganizationKind::Observatory => text("organization-kind-observatory"),
        OrganizationKind::Network => text("organization-kind-network"),
        OrganizationKind::Company => text("organization-kind-company"),
        OrganizationKind::Media => text("organization-kind-media"),
        OrganizationKind::Government => text("organization-kind-government"),
        OrganizationKind::Intergovernmental => text("organization-kind-intergovernmental"),
        OrganizationKind::Other => text("organization-kind-other"),
    }
}

/// What sort of place it is: «مدينة».
#[must_use]
pub fn place_kind(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::City => text("place-kind-city"),
        PlaceKind::District => text("place-kind-district"),
        PlaceKind::Venue => text("place-kind-venue"),
        PlaceKind::Region => text("place-kind-region"),
        PlaceKind::Country => text("place-kind-country"),
        PlaceKind::Territory => text("place-kind-territory"),
        PlaceKind::Other => text("place-kind-other"),
    }
}

#[cfg(test)]
mod tests {
    use super::attendance;
    use crate::model::vocabulary::{Qualifier, Unit};

    #[test]
    fn attendance_is_said_as_exactly_as_it_is_known() {
        assert_eq!(
            attendance(98, Unit::Person, Qualifier::About),
            "نحو 98 شخصا"
        );
        assert_eq!(
            attendance(47, Unit::Organization, Qualifier::Over),
            "أكثر من 47 هيئة"
        );
        assert_eq!(attendance(40, Unit::Country, Qualifier::Exact), "40 بلدا");
        assert_eq!(attendance(2, Unit::Person, Qualifier::About), "نحو شخصين");
    }
}
