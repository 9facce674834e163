//! What is wrong, collected over all pages so that one run tells everything.

/// The faults found so far, each with its page.
#[derive(Debug, Default)]
pub struct Faults(Vec<String>);

impl Faults {
    /// Notes what is wrong with a page.
    pub fn say(&mut self, page: &str, reason: impl std::fmt::Display) {
        self.0.push(format!("{page}: {reason}"));
    }

    /// Notes a broken expectation.
    pub fn expect(&mut self, holds: bool, page: &str, reason: impl std::fmt::Display) {
        if !holds {
            self.say(page, reason);
        }
    }

    /// Fails the test when there are any.
    pub fn settle(self) {
        let count = self.0.len();
        assert!(count == 0, "{count} faults\n{}", self.0.join("\n"));
    }
}
