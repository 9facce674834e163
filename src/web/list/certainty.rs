//! How much of an answer to a question of time is sure: a date known by its year, or only inferred, may lie within the
//! days asked for or not.

use crate::web::list::finding::Finding;
use crate::web::locale::{fill, text};
use crate::web::parameter::Selection;
use crate::web::plural::EVENT;

/// What the list says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certainty {
    /// How many events are certainly and how many only possibly within the days, in words.
    pub words: String,
    /// The list of those that certainly are, where they are some and not all.
    pub address: Option<String>,
}

/// What is to be said of an answer; nothing where no days were asked for, or only what is certainly within them.
#[must_use]
pub fn certainty(selection: &Selection, finding: &Finding) -> Option<Certainty> {
    let certain = finding.certain.filter(|_| finding.total > 0)?;
    let possible = finding.total.saturating_sub(certain);
    let (words, leads_on) = match (certain, possible) {
        (1, 0) => (text("list-one-certain").to_owned(), false),
        (_, 0) => (text("list-all-certain").to_owned(), false),
        (0, 1) => (text("list-one-possible").to_owned(), false),
        (0, _) => (text("list-all-possible").to_owned(), false),
        (_, _) => (
            fill(
                "list-split",
                [
                    ("certain", EVENT.count(certain).into()),
                    ("possible", EVENT.count(possible).into()),
                ],
            ),
            true,
        ),
    };
    let address = leads_on.then(|| selection.only("certain", "1").address());
    Some(Certainty { words, address })
}

#[cfg(test)]
mod tests {
    use super::certainty;
    use crate::web::list::finding::Finding;
    use crate::web::parameter::Selection;

    #[test]
    fn what_is_sure_and_what_is_possible_are_told_apart() {
        let selection = Selection::read("/events", "from=2011&page=2");
        let said = |total, certain| {
            let finding = Finding {
                total,
                certain,
                ..Finding::default()
            };
            certainty(&selection, &finding)
        };
        assert_eq!(said(5, None), None);
        assert_eq!(said(0, Some(0)), None);
        let both = said(5, Some(3)).unwrap();
        assert_eq!(
            both.words,
            "المؤكد تاريخه ضمن المدة: 3 أحداث، والمحتمل: حدثان."
        );
        assert_eq!(both.address.as_deref(), Some("/events?from=2011&certain=1"));
        for (total, certain) in [(1, 1), (2, 2), (1, 0), (2, 0)] {
            assert_eq!(said(total, Some(certain)).unwrap().address, None);
        }
    }
}
