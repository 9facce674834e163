//! The Arabic words for the terms of the vocabularies. Terms are spelled for machines in `model`; here they are
//! spelled for readers, without judging: a place or a body is called what the archive's rules call it.

use crate::model::vocabulary::{
    CountryRole, Kind, OrganizationKind, PlaceKind, PlaceRole, Qualifier, Review, Role, Status,
    Unit,
};
use crate::web::plural::{BODY, COUNTRY, Noun, PERSON};

/// What sort of event it is: «تأسيس».
#[must_use]
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Founding => "تأسيس",
        Kind::Meeting => "اجتماع",
        Kind::Conference => "مؤتمر",
        Kind::Statement => "بيان مشترك",
        Kind::Call => "نداء",
    }
}

/// Whether it took place: «مقرر».
#[must_use]
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Held => "تم",
        Status::Planned => "مقرر",
        Status::Cancelled => "ملغى",
        Status::Unknown => "لا يُعلم هل تم",
    }
}

/// What the state means, in a sentence for the event's page.
#[must_use]
pub const fn status_sentence(status: Status) -> &'static str {
    match status {
        Status::Held => "يذكر المصدر أن الحدث تم.",
        Status::Planned => "كان الحدث مقررا وقت كتابة المصدر، ولا يُعلم منه هل تم.",
        Status::Cancelled => "يذكر المصدر أن الحدث أُلغي.",
        Status::Unknown => "لا يُعلم من المصدر هل تم الحدث.",
    }
}

/// Who answers for the record: «لم يراجع بعد».
#[must_use]
pub const fn review(review: Review) -> &'static str {
    match review {
        Review::Reviewed => "مراجَع",
        Review::Extracted => "لم يراجع بعد",
    }
}

/// What that means, in a sentence for the event's page.
#[must_use]
pub const fn review_sentence(review: Review) -> &'static str {
    match review {
        Review::Reviewed => "راجع شخص هذا السجل على نص الوثيقة.",
        Review::Extracted => "استُخرج هذا السجل آليا من نص الوثيقة، ولم يراجعه أحد بعد.",
    }
}

/// A part as a noun, for filters: «المشاركة».
#[must_use]
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Founded => "التأسيس",
        Role::Convener => "الدعوة إلى الحدث",
        Role::Participant => "المشاركة",
        Role::Invited => "تلقي الدعوة",
        Role::Host => "الاستضافة",
        Role::Publisher => "نشر الوثيقة",
        Role::Mentioned => "الذكر فقط",
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
pub const fn organization_role(role: Role) -> &'static str {
    match role {
        Role::Founded => "تأسست فيه",
        Role::Convener => "دعت إليه",
        Role::Participant => "شاركت فيه",
        Role::Invited => "دُعيت إليه",
        Role::Host => "استضافته",
        Role::Publisher => "نشرت الوثيقة",
        Role::Mentioned => "ذُكرت",
    }
}

/// The persons of one part, as a heading: «المشاركون».
#[must_use]
pub const fn person_role(role: Role) -> &'static str {
    match role {
        Role::Founded => "المؤسسون",
        Role::Convener => "الداعون",
        Role::Participant => "المشاركون",
        Role::Invited => "المدعوون",
        Role::Host => "المضيفون",
        Role::Publisher => "الناشرون",
        Role::Mentioned => "مذكورون",
    }
}

/// The events in which an organization played a part, as a heading on its page: «أحداث شاركت فيها».
#[must_use]
pub const fn events_of_organization(role: Role) -> &'static str {
    match role {
        Role::Founded => "الحدث الذي تأسست فيه",
        Role::Convener => "أحداث دعت إليها",
        Role::Participant => "أحداث شاركت فيها",
        Role::Invited => "أحداث دُعيت إليها",
        Role::Host => "أحداث استضافتها",
        Role::Publisher => "أحداث نشرت وثائقها",
        Role::Mentioned => "أحداث ذُكرت في وثائقها",
    }
}

/// The events in which a person played a part, as a heading on their page. Nouns, for the record knows no gender.
#[must_use]
pub const fn events_of_person(role: Role) -> &'static str {
    match role {
        Role::Founded => "المشاركة في التأسيس",
        Role::Convener => "الدعوة إلى الأحداث",
        Role::Participant => "المشاركة في الأحداث",
        Role::Invited => "تلقي الدعوة إلى الأحداث",
        Role::Host => "استضافة الأحداث",
        Role::Publisher => "نشر الوثائق",
        Role::Mentioned => "الذكر في الوثائق",
    }
}

/// The part of a country, as a noun: «مكان الانعقاد».
#[must_use]
pub const fn country_role(role: CountryRole) -> &'static str {
    match role {
        CountryRole::Venue => "مكان الانعقاد",
        CountryRole::Participant => "مشاركون منه",
        CountryRole::Subject => "موضوع الحدث",
        CountryRole::Mentioned => "مذكور",
    }
}

/// The events in which a country played a part, as a heading on its page.
#[must_use]
pub const fn events_of_country(role: CountryRole) -> &'static str {
    match role {
        CountryRole::Venue => "أحداث انعقدت فيه",
        CountryRole::Participant => "أحداث شاركت فيها هيئات أو أشخاص منه",
        CountryRole::Subject => "أحداث موضوعها هذا البلد",
        CountryRole::Mentioned => "أحداث ذُكر في وثائقها",
    }
}

/// The part of a place, as a noun: «مكان الانعقاد».
#[must_use]
pub const fn place_role(role: PlaceRole) -> &'static str {
    match role {
        PlaceRole::Held => "مكان الانعقاد",
        PlaceRole::Mentioned => "مكان مذكور",
    }
}

/// The events in which a place played a part, as a heading on its page.
#[must_use]
pub const fn events_of_place(role: PlaceRole) -> &'static str {
    match role {
        PlaceRole::Held => "أحداث انعقدت في هذا المكان",
        PlaceRole::Mentioned => "أحداث ذُكر هذا المكان في وثائقها",
    }
}

/// How many took part, as exactly as it is known: «نحو 98 شخصا», «أكثر من 47 هيئة».
#[must_use]
pub fn attendance(count: u64, unit: Unit, qualifier: Qualifier) -> String {
    let noun = unit_noun(unit);
    match qualifier {
        Qualifier::Exact => noun.count(count),
        Qualifier::About => format!("نحو {}", noun.count_genitive(count)),
        Qualifier::Over => format!("أكثر من {}", noun.count_genitive(count)),
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
pub const fn organization_kind(kind: OrganizationKind) -> &'static str {
    match kind {
        OrganizationKind::Coalition => "ائتلاف",
        OrganizationKind::Party => "حزب",
        OrganizationKind::Movement => "حركة",
        OrganizationKind::Association => "جمعية",
        OrganizationKind::Union => "نقابة أو اتحاد",
        OrganizationKind::Committee => "لجنة أو تنسيقية",
        OrganizationKind::Council => "مجلس",
        OrganizationKind::Observatory => "مرصد",
        OrganizationKind::Network => "شبكة",
        OrganizationKind::Company => "شركة",
        OrganizationKind::Media => "وسيلة إعلام",
        OrganizationKind::Government => "حكومة أو جهاز رسمي",
        OrganizationKind::Intergovernmental => "هيئة دولية حكومية",
        OrganizationKind::Other => "هيئة أخرى",
    }
}

/// What sort of place it is: «مدينة».
#[must_use]
pub const fn place_kind(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::City => "مدينة",
        PlaceKind::District => "حي",
        PlaceKind::Venue => "قاعة أو مبنى",
        PlaceKind::Region => "إقليم",
        PlaceKind::Country => "بلد",
        PlaceKind::Territory => "إقليم متنازع عليه",
        PlaceKind::Other => "مكان آخر",
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
