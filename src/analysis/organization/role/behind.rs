//! The part of a row from the line above it, from the words behind it, or from a name being given. Invariant: a heading is
//! the line before a list, or one that ends with a colon.

use super::{MENTIONED, Part, Row};
use crate::analysis::lexicon::body::Class;
use crate::analysis::lexicon::trigger::Class as Trigger;
use crate::analysis::organization::naming::is_quote_at;
use crate::model::vocabulary::{Kind, Role};
use crate::text::token::TokenKind;

/// How many lines of a list are looked back over.
const MOST_LINES: usize = 60;

impl Row<'_> {
    /// A name that the document gives to what is founded in the same sentence.
    pub(super) fn behind_given(&self) -> Option<Part> {
        if !self.first.is_given {
            return None;
        }
        let terms = self.scene.terms;
        let start = self.first.first.saturating_sub(25);
        let found = (start..self.first.first)
            .rev()
            .filter(|place| terms.are_together(*place, self.first.first))
            .find(|place| self.mark(*place, Trigger::Found) && !self.is_recalled(*place));
        self.part(Role::Founded, found?, 0.85)
    }

    /// A list under a heading: «الموقعون:», «الهيئات المشاركة:» in the line before the list.
    pub(super) fn heading(&self) -> Option<Part> {
        let terms = self.scene.terms;
        let mut start = self.start_of(self.first.first);
        let opens = (start..self.first.first).all(|place| !terms.is_word(place));
        for _ in 0..MOST_LINES {
            let before = self.start_of(start.checked_sub(1)?);
            let is_item = opens
                && start > 0
                && (self.is_same_sign(before, start) || self.is_plain_line(before, start));
            if !is_item {
                break;
            }
            start = before;
        }
        let end = start.checked_sub(1)?;
        let first = self.start_of(end).max(end.saturating_sub(20));
        let ends = terms.folded(end) == ":";
        let said = (first..=end).rev().find(|place| {
            terms.has(*place, Class::Part)
                || terms.has(*place, Class::Runs)
                || matches!(terms.core(*place), "موسسه" | "اتيه" | "تاليه")
        })?;
        let is_heading = ends || opens && end - first <= 6;
        if is_heading {
            self.part(Role::Participant, said, 0.8)
        } else {
            None
        }
    }

    /// The first term of the sentence that a term stands in, as far as it is near.
    fn start_of(&self, index: usize) -> usize {
        let terms = self.scene.terms;
        (index.saturating_sub(60)..index)
            .rev()
            .take_while(|place| terms.are_together(*place, index))
            .last()
            .unwrap_or(index)
    }

    /// A short line of a list without signs: it holds no verb and ends neither a sentence nor a heading.
    fn is_plain_line(&self, start: usize, end: usize) -> bool {
        let terms = self.scene.terms;
        let is_short = (1..=20).contains(&(end - start.min(end)));
        let ends = end
            .checked_sub(1)
            .is_some_and(|last| matches!(terms.folded(last), ":" | "." | "؟" | "!"));
        let is_plain = |place: usize| {
            let is_verb = terms.has(place, Class::Verb) || terms.has(place, Class::Runs);
            place != start || terms.is_word(place) && !is_verb && !terms.has(place, Class::Part)
        };
        is_short && !ends && (start..end).all(is_plain)
    }

    /// Whether two lines begin with the sign or the number of a list.
    fn is_same_sign(&self, one: usize, other: usize) -> bool {
        let terms = self.scene.terms;
        let both = |kind| terms.is(one, kind) && terms.is(other, kind);
        both(TokenKind::Number)
            || both(TokenKind::Punctuation) && terms.folded(one) == terms.folded(other)
    }

    /// «تلقت شبكة X نسخة منه»: whose copy the report rests on.
    pub(super) fn source(&self) -> Option<Part> {
        let terms = self.scene.terms;
        let before = self.first.first.checked_sub(1)?;
        let is_received =
            terms.has(before, Class::Receives) && terms.are_together(before, self.first.first);
        let has_copy = |place: usize| {
            terms.are_together(self.last, place) && terms.folded(place).contains("نسخ")
        };
        let is_source = is_received && (self.last + 1..self.last + 6).any(has_copy);
        if is_source {
            self.part(Role::Publisher, before, 0.7)
        } else {
            None
        }
    }

    /// What the words behind the row say of its part.
    pub(super) fn behind(&self) -> Option<Part> {
        let terms = self.scene.terms;
        let is_sign = |place: &usize| is_quote_at(terms, *place) || terms.folded(*place) == "،";
        let signs = (self.last + 1..self.last + 4).take_while(is_sign).count();
        let next = self.last + 1 + signs;
        if self.is_letterhead() {
            return self.part(Role::Convener, self.first.first, 0.6);
        }
        if !terms.are_together(self.last, next) || terms.clitics(next).0.has_article {
            return None;
        }
        if terms.has(next, Class::Absent) {
            return Some(MENTIONED);
        }
        if let Some(part) = self.founded_behind(next) {
            return Some(part);
        }
        if terms.has(next, Class::Runs) && self.opens_sentence() && self.rank <= 2 {
            return self.run(next);
        }
        if terms.has(next, Class::Part) && self.opens_sentence() {
            return self.part(Role::Participant, next, 0.6);
        }
        None
    }

    /// «X التي أعلن عن ميلادها أمس»: what is founded, said behind its name.
    fn founded_behind(&self, next: usize) -> Option<Part> {
        let terms = self.scene.terms;
        let is_relative = matches!(terms.folded(next), "التي" | "الذي");
        if !is_relative || self.kind != Kind::Founding || self.rank > 2 || self.count > 1 {
            return None;
        }
        let said = (next + 1..next + 5)
            .take_while(|place| {
                terms.are_together(next, *place) && !terms.is(*place, TokenKind::Punctuation)
            })
            .find(|place| self.mark(*place, Trigger::Found))?;
        let core = terms.core(said);
        let is_own = core.ends_with("ها") || core.ends_with('ه') || core.starts_with("تاسس");
        let is_past = (said + 1..said + 5).any(|place| {
            matches!(
                terms.core(place),
                "عام" | "سنه" | "قبل" | "منذ" | "سنوات" | "اعوام" | "اشهر"
            )
        });
        let is_new = is_own && !is_past && !terms.clitics(said).0.has_article;
        let part = self.part(Role::Founded, said, 0.7);
        part.filter(|_| is_new)
    }

    /// The first line of a statement, if it is a body's name and nothing else.
    fn is_letterhead(&self) -> bool {
        let terms = self.scene.terms;
        let is_issued = matches!(self.kind, Kind::Statement | Kind::Call);
        let is_line = !terms.are_together(self.last, self.last + 1)
            && (0..self.first.first).all(|place| !terms.is_word(place));
        is_issued && is_line && self.count == 1
    }

    fn opens_sentence(&self) -> bool {
        let terms = self.scene.terms;
        let head = self.first.first;
        let words = (head.saturating_sub(4)..head)
            .filter(|place| terms.are_together(*place, head) && terms.is_word(*place));
        words.count() <= 1
    }
}
