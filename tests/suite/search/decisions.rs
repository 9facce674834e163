//! Decisions as entries of their own.

use sijill::model::change::{ChangeNumber, EventChange};
use sijill::model::vocabulary::{CountryRole, Role};
use sijill::search::decision::DecisionQuery;

use crate::search::sample::{With, country, event, found, id, index_of, organization};

#[test]
fn decisions_are_found_alone_and_leave_with_their_event() {
    let index = index_of([
        event(1, "نص")
            .on("2011")
            .deciding("إنشاء لجنة")
            .deciding("دعوة الجمعيات")
            .in_country("BE", CountryRole::Venue),
        event(2, "نص")
            .on("2012")
            .deciding("اللجنة تجتمع كل أسبوع")
            .with_organization("club", Role::Founded),
        event(3, "لجنة"),
    ]);
    let decisions = |query: DecisionQuery| {
        let answer = index.search_decisions(&query).unwrap();
        assert_eq!(answer.total, u64::try_from(answer.hits.len()).unwrap());
        answer.hits
    };
    let all = || DecisionQuery::default();
    let text = |text: &str| DecisionQuery {
        text: text.to_owned(),
        ..all()
    };
    assert_eq!(decisions(all()), [(id(2), 1), (id(1), 1), (id(1), 2)]);
    let mut committees = decisions(text("لجنة"));
    committees.sort_unstable();
    assert_eq!(committees, [(id(1), 1), (id(2), 1)]);
    assert_eq!(decisions(text("لجنة -أسبوع")), [(id(1), 1)]);
    assert_eq!(
        decisions(DecisionQuery {
            countries: vec![country("BE")],
            ..text("دعوة")
        }),
        [(id(1), 2)]
    );
    assert_eq!(
        decisions(DecisionQuery {
            organizations: vec![organization("club")],
            ..all()
        }),
        [(id(2), 1)]
    );
    assert_eq!(found(&index, "أسبوع"), [2]);
    assert_eq!(found(&index, ""), [1, 2, 3]);

    index
        .apply(&[EventChange::Gone(id(1))], ChangeNumber(2))
        .unwrap();
    assert_eq!(decisions(all()), [(id(2), 1)]);
}
