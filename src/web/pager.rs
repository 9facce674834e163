//! The pages of a long list, as links.

use crate::web::error::WrongParameter;
use crate::web::locale::fill;
use crate::web::parameter::Selection;
use crate::web::plural::PAGE;

/// So many results stand on a page.
pub const PER_PAGE: usize = 20;
/// Pages beyond this one cannot be asked for; who wants everything takes the data.
pub const MOST_PAGES: u64 = 5_000;

/// The links under a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pager {
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The first, the last and those around the present one; empty if there is only one page.
    pub steps: Vec<Step>,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its number.
    pub number: u64,
    /// Where it is.
    pub address: String,
    /// Whether it is the present one.
    pub is_current: bool,
    /// Whether pages are left out before it.
    pub is_after_gap: bool,
}

/// How many pages so many results make; one even for none.
#[must_use]
pub fn count_pages(total: u64) -> u64 {
    total.div_ceil(PER_PAGE as u64).clamp(1, MOST_PAGES)
}

/// A page after the last one, as a wrong parameter.
#[must_use]
pub fn beyond_the_end(page: u64, total: u64) -> Option<WrongParameter> {
    beyond_the_last(page, count_pages(total))
}

/// A page after the last of so many, as a wrong parameter.
#[must_use]
pub fn beyond_the_last(page: u64, pages: u64) -> Option<WrongParameter> {
    (page > pages).then(|| WrongParameter {
        parameter: "page",
        value: page.to_string(),
        remedy: fill("parameter-beyond", [("pages", PAGE.count(pages).into())]),
    })
}

impl Pager {
    /// The links at a page of a list of `total` results.
    #[must_use]
    pub fn new(selection: &Selection, page: u64, total: u64) -> Self {
        Self::of_pages(selection, page, count_pages(total))
    }

    /// The links at one of so many pages.
    #[must_use]
    pub fn of_pages(selection: &Selection, page: u64, pages: u64) -> Self {
        if pages < 2 {
            return Self::default();
        }
        let shown = |number: &u64| *number == 1 || *number == pages || number.abs_diff(page) <= 2;
        let mut last = 0;
        let step = |number: u64| {
            let is_after_gap = number > last + 1;
            last = number;
            Step {
                number,
                address: selection.at_page(number).address(),
                is_current: number == page,
                is_after_gap,
            }
        };
        Self {
            previous: (page > 1).then(|| selection.at_page(page - 1).address()),
            next: (page < pages).then(|| selection.at_page(page + 1).address()),
            steps: (1..=pages).filter(shown).map(step).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pager;
    use crate::web::parameter::Selection;

    #[test]
    fn far_pages_are_left_out() {
        let pager = Pager::new(&Selection::read("/events", "q=a&page=6"), 6, 400);
        let numbers: Vec<_> = pager.steps.iter().map(|step| step.number).collect();
        assert_eq!(numbers, [1, 4, 5, 6, 7, 8, 20]);
        let gaps: Vec<_> = pager.steps.iter().map(|step| step.is_after_gap).collect();
        assert_eq!(gaps, [false, true, false, false, false, false, true]);
        assert_eq!(pager.next.as_deref(), Some("/events?q=a&page=7"));
        assert_eq!(Pager::new(&Selection::default(), 1, 20), Pager::default());
    }
}
