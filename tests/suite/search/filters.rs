//! Filters and facets: countries, organizations, roles and dates.

use sijill::model::vocabulary::{CountryRole, Kind, Review, Role};
use sijill::search::Index;
use sijill::search::query::Query;

use crate::search::sample::{With, country, event, index_of, numbers, organization};

fn archive() -> Index {
    index_of([
        event(1, "لقاء أول")
            .in_country("BE", CountryRole::Venue)
            .in_country("MA", CountryRole::Subject)
            .with_organization("union", Role::Founded)
            .with_organization("club", Role::Participant)
            .on("2011-08-06"),
        event(2, "لقاء ثان")
            .in_country("FR", CountryRole::Venue)
            .in_country("BE", CountryRole::Mentioned)
            .with_organization("club", Role::Founded)
            .with_organization("club", Role::Publisher)
            .of_kind(Kind::Meeting)
            .on("2012"),
        event(3, "لقاء ثالث")
            .in_country("MA", CountryRole::Participant)
            .perhaps_on("2011-11/2012-02"),
        event(4, "كلمة")
            .in_country("FR", CountryRole::Venue)
            .on("2012-02-03?"),
        event(5, "كلمة أخرى").on("../2010"),
        event(6, "كلمة ثالثة"),
    ])
}

fn found(index: &Index, query: &Query) -> Vec<u8> {
    let answer = index.search(query).unwrap();
    let mut found = numbers(&answer);
    assert_eq!(answer.total, u64::try_from(found.len()).unwrap());
    found.sort_unstable();
    found
}

fn by(countries: &[&str], organizations: &[&str], role: Option<&str>) -> Query {
    Query {
        countries: countries.iter().map(|code| country(code)).collect(),
        organizations: organizations.iter().map(|id| organization(id)).collect(),
        role: role.map(str::to_owned),
        ..Query::default()
    }
}

#[test]
fn countries_organizations_and_their_roles() {
    let index = archive();
    for (countries, organizations, role, expected) in [
        (&["BE"][..], &[][..], None, vec![1, 2]),
        (&["BE", "MA"], &[], None, vec![1, 2, 3]),
        (&["BE"], &["club"], None, vec![1, 2]),
        (&["JP"], &[], None, vec![]),
        (&["BE"], &[], Some("venue"), vec![1]),
        (&["BE", "FR"], &[], Some("venue"), vec![1, 2, 4]),
        (&[], &["club"], Some("founded"), vec![2]),
        (&[], &[], Some("venue"), vec![1, 2, 4]),
        (&[], &[], Some("participant"), vec![1, 3]),
        // A country founds nothing: any organization of the event may have been founded.
        (&["BE"], &[], Some("founded"), vec![1, 2]),
        (&["MA"], &["club"], Some("participant"), vec![]),
        (&["BE"], &[], Some("nonsense"), vec![]),
    ] {
        assert_eq!(
            found(&index, &by(countries, organizations, role)),
            expected,
            "{countries:?} {organizations:?} {role:?}"
        );
    }
    let meetings = Query {
        kind: Some(Kind::Meeting),
        ..Query::default()
    };
    assert_eq!(found(&index, &meetings), [2]);
    let extracted = Query {
        review: Some(Review::Extracted),
        text: "لقاء".to_owned(),
        ..Query::default()
    };
    assert_eq!(found(&index, &extracted), [0; 0]);
}

#[test]
fn dates_possibly_and_certainly() {
    let index = archive();
    let day = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap());
    for (from, to, possibly, certainly) in [
        ("2011-01-01", "2011-12-31", vec![1, 3], vec![1]),
        ("2012-01-01", "2012-12-31", vec![2, 3, 4], vec![2]),
        ("2012-06-01", "2012-06-30", vec![2], vec![]),
        ("2011-08-06", "2011-08-06", vec![1], vec![1]),
        ("", "2010-12-31", vec![5], vec![]),
        ("1950-01-01", "1950-01-01", vec![5], vec![]),
        ("2010-01-01", "", vec![1, 2, 3, 4, 5], vec![1, 2]),
        ("2013-01-01", "", vec![], vec![]),
        ("", "", vec![1, 2, 3, 4, 5, 6], vec![1, 2, 3, 4, 5, 6]),
    ] {
        let query = |certain| Query {
            from: day(from),
            to: day(to),
            certain,
            ..Query::default()
        };
        assert_eq!(found(&index, &query(false)), possibly, "{from}/{to}");
        assert_eq!(
            found(&index, &query(true)),
            certainly,
            "{from}/{to} certain"
        );
        let is_split = !(from.is_empty() && to.is_empty());
        let certain = is_split.then_some(u64::try_from(certainly.len()).unwrap());
        let answer = index.search(&query(false)).unwrap();
        assert_eq!(answer.certain, certain, "{from}/{to}");
        assert_eq!(index.search(&query(true)).unwrap().certain, None);
        assert_eq!(index.count(&query(true)).unwrap(), certain.unwrap_or(6));
    }
}

#[test]
fn a_facet_counts_under_all_filters_but_its_own() {
    let index = archive();
    let facets = |query: Query| index.search(&query).unwrap().facets;
    let countries = |pairs: &[(&str, u64)]| {
        pairs
            .iter()
            .map(|(code, count)| (country(code), *count))
            .collect::<Vec<_>>()
    };
    let all = facets(Query::default());
    assert_eq!(all.countries, countries(&[("BE", 2), ("FR", 2), ("MA", 2)]));
    assert_eq!(
        all.organizations,
        [(organization("club"), 2), (organization("union"), 1)]
    );
    assert_eq!(all.kinds, [(Kind::Founding, 5), (Kind::Meeting, 1)]);
    assert_eq!(all.years, [(2011, 2), (2012, 3)]);
    assert_eq!(all.reviews, [(Review::Reviewed, 6)]);

    let of_france = facets(by(&["FR"], &[], None));
    assert_eq!(of_france.countries, all.countries);
    assert_eq!(of_france.organizations, [(organization("club"), 1)]);
    assert_eq!(of_france.years, [(2012, 2)]);

    let both = facets(Query {
        kind: Some(Kind::Meeting),
        ..by(&["MA"], &[], None)
    });
    assert_eq!(both.countries, countries(&[("BE", 1), ("FR", 1)]));
    assert_eq!(both.kinds, [(Kind::Founding, 2)]);
    assert_eq!(both.years, []);

    let venues = facets(by(&["BE"], &[], Some("venue")));
    assert_eq!(venues.countries, countries(&[("FR", 2), ("BE", 1)]));
    let day = |text: &str| text.parse().ok();
    let year = facets(Query {
        from: day("2011-01-01"),
        to: day("2011-12-31"),
        ..Query::default()
    });
    assert_eq!(
        (year.years, year.countries),
        (all.years, countries(&[("MA", 2), ("BE", 1)]))
    );
}
