//! Whether what a head noun reaches is a name, a reference or nothing. Invariant: adjectives that only sort a body make no
//! name, and neither does a plural that speaks of all such bodies.

use super::adjective::is_indefinite_adjective;
use super::{Extent, Reach, State, Walk, closing, reach_within};
use crate::analysis::lexicon::body::{Class, Number, Strength};
use crate::analysis::organization::term::is_quote;
use crate::text::token::TokenKind;

impl Walk<'_> {
    pub(super) fn judge(&self, number: Number) -> Reach {
        let is_plural = number == Number::Plural || number == Number::Dual;
        let extent = self.extent;
        let is_quoted = extent.quoted.is_some();
        if self.state == State::Open || (extent.terms == 0 && !self.is_definite) {
            return Reach::Nothing;
        }
        if !is_quoted && self.is_home_front() {
            return Reach::Nothing;
        }
        let is_sure = self.noun.strength == Strength::Name || self.noun.lemma == "مجلس";
        let is_named = self.is_definite && !is_plural && !self.is_new();
        // «التيار القومي اليساري» is a current of opinion.
        let is_doubled = extent.terms >= 2 && is_sure && is_named && self.noun.lemma != "تيار";
        let is_marked = self.is_marked() && !is_plural && extent.terms > 0 && {
            let close = extent.last + 1;
            self.terms.is(close, TokenKind::Punctuation) && is_quote(self.terms.folded(close))
        };
        let is_general = self.is_general && !is_doubled || self.is_movement_at_large();
        if is_general && !is_quoted && !is_marked {
            return match self.is_definite && !is_plural {
                true => Reach::Reference(extent.last),
                false => Reach::Nothing,
            };
        }
        let is_crowd = is_plural && (self.is_definite || !self.is_of_a_cause());
        if !is_quoted && let Some(reach) = self.powers() {
            return reach;
        }
        if (self.is_masdar() || is_crowd) && !is_quoted {
            return Reach::Nothing;
        }
        let is_long = extent.terms >= 2 || is_quoted;
        match self.noun.strength {
            _ if self.is_of_a_reference() => Reach::Nothing,
            Strength::Weak if !is_long || (!is_quoted && self.is_loose()) => Reach::Name(Extent {
                is_bare: true,
                ..extent
            }),
            // «مؤتمر «أولويات …»»: what it is about.
            Strength::Event if is_quoted && !self.is_marked() && self.is_of_matters() => {
                Reach::Nothing
            }
            Strength::Event if self.is_opened() => Reach::Nothing,
            Strength::Event if !is_quoted && !self.is_named() => match self.is_definite {
                true => Reach::Reference(extent.inner.map_or(extent.last, |inner| inner - 1)),
                false => Reach::Nothing,
            },
            Strength::Event if !is_quoted && !self.is_marked() => Reach::Name(Extent {
                is_bare: true,
                ..extent
            }),
            Strength::Prefix if !self.holds_a_body() => Reach::Nothing,
            Strength::Name
            | Strength::Event
            | Strength::Weak
            | Strength::Organ
            | Strength::State
            | Strength::Media
            | Strength::Prefix => Reach::Name(extent),
        }
    }

    /// «تماسك الجبهة الداخلية», «الجبهة الوطنية الداخلية»: a country at home.
    fn is_home_front(&self) -> bool {
        self.noun.lemma == "جبهة"
            && self.is_definite
            && (self.head + 1..=self.head + 2).any(|place| self.terms.core(place) == "داخليه")
    }

    /// «تنسيق …», «مؤتمر …»: what is done and no body.
    fn is_masdar(&self) -> bool {
        self.terms.has(self.head, Class::Errand)
            && !self.is_definite
            && !self.is_marked()
            && !self.is_congress()
            && !self.is_of_an_organ()
    }

    /// Meetings that are mostly quoted with what they are about; others have a name of their own.
    fn is_of_matters(&self) -> bool {
        matches!(self.noun.lemma, "مؤتمر" | "لقاء")
    }

    /// «افتتح أمس «مؤتمر …»»: what is opened or closed is the event itself.
    fn is_opened(&self) -> bool {
        const REACH: usize = 8;
        const STEMS: [&str; 7] = [
            "افتتح",
            "افتتاح",
            "اختتم",
            "اختتام",
            "انعقاد",
            "اعمال",
            "اشغال",
        ];
        let terms = self.terms;
        let is_word = |place: &usize| {
            terms.are_together(*place, self.head)
                && STEMS
                    .iter()
                    .any(|stem| terms.core(*place).starts_with(stem))
        };
        self.is_marked()
            && (self.head.saturating_sub(REACH)..self.head).any(|place| is_word(&place))
    }

    /// «المكتب التنفيذي لملتقى …»: what has an organ is a body.
    fn is_of_an_organ(&self) -> bool {
        let is_organ = |steps: usize| {
            let noun = self
                .head
                .checked_sub(steps)
                .and_then(|place| self.terms.noun(place));
            noun.is_some_and(|(noun, _)| noun.strength == Strength::Organ || noun.lemma == "هيئة")
        };
        self.noun.strength == Strength::Event
            && self.terms.clitics(self.head).0.preposition == Some('ل')
            && (1..=2).any(is_organ)
    }

    /// «مؤتمر حضرموت الجامع»: called after a place or a proper noun, with an adjective that no single meeting has.
    fn is_congress(&self) -> bool {
        let terms = self.terms;
        let (first, last) = (self.head + 1, self.extent.last);
        self.noun.strength == Strength::Event
            && last == first + 1
            && (terms.place(first).is_some()
                || !terms.is_noun_like(first)
                || terms.core(last).chars().nth(1) == Some('ا'))
            && terms.clitics(last).0.has_article
            && !terms.has(last, Class::General)
            && !terms.is_nationality(last)
    }

    /// «عقد اللقاء اليساري العربي اجتماعه»: what is mostly a meeting is a body where it holds one.
    pub(super) fn meets(&self, number: Number) -> bool {
        let terms = self.terms;
        let is_holding = self.head.checked_sub(1).is_some_and(|before| {
            terms.are_together(before, self.head) && terms.has(before, Class::Runs)
        });
        let meeting = terms.folded(self.extent.last + 1);
        self.noun.strength == Strength::Event
            && number == Number::Singular
            && self.is_definite
            && self.extent.terms > 0
            && self.extent.quoted.is_none()
            && is_holding
            && matches!(
                meeting,
                "اجتماعه"
                    | "اجتماعا"
                    | "لقاءه"
                    | "دورته"
                    | "جلسته"
                    | "موتمره"
                    | "جمعه"
                    | "مجلسه"
            )
    }

    /// «أدان لقاء الأحزاب والشخصيات …»: what is mostly a meeting is a body where it speaks; a meeting of the hour has no
    /// voice but that of those who meet.
    pub(super) fn speaks(&self, number: Number) -> bool {
        const STEMS: [&str; 12] = [
            "ادان",
            "دان",
            "دانت",
            "ندد",
            "استنكر",
            "حذر",
            "ناشد",
            "طالب",
            "اعرب",
            "استهجن",
            "جدد",
            "رحب",
        ];
        let terms = self.terms;
        let is_said = self.head.checked_sub(1).is_some_and(|verb| {
            let core = terms.core(verb);
            terms.are_together(verb, self.head)
                && !terms.clitics(verb).0.has_article
                && STEMS
                    .iter()
                    .any(|stem| core.strip_suffix('ت').unwrap_or(core) == *stem)
        });
        self.noun.strength == Strength::Event
            && number == Number::Singular
            && self.state != State::Open
            && self.extent.terms > 1
            && is_said
    }

    /// «إطلاق «مجلس أعيان»»: quotation marks around a head and its complement make them a name, unless the complement is
    /// but an adjective or the quotation goes on as a sentence.
    pub(super) fn marked_whole(&self) -> Option<Reach> {
        const MOST: usize = 10;
        let terms = self.terms;
        let is_sure = matches!(self.noun.strength, Strength::Name | Strength::Organ);
        let open = self
            .head
            .checked_sub(1)
            .filter(|_| is_sure && self.is_marked())?;
        let last = closing(terms, open)?;
        let is_said = |place: usize| {
            let is_of = |class| terms.has(place, class);
            is_of(Class::End)
                || is_of(Class::Verb)
                || is_of(Class::Passing)
                || !terms.is_word(place) && !matches!(terms.folded(place), "/" | "-" | "–")
        };
        let is_name = (self.head + 1..=self.head + MOST).contains(&last)
            && !is_indefinite_adjective(terms, self.head + 1)
            && !(self.head + 1..=last).any(is_said)
            && (last > self.head + 1 || !terms.has(last, Class::General));
        is_name.then(|| {
            Reach::Name(Extent {
                last,
                quoted: Some((self.head, last)),
                terms: last - self.head,
                ..self.extent
            })
        })
    }

    /// «التكتل السياسي الجديد»: how a report calls what it has just named.
    fn is_new(&self) -> bool {
        const SORTS: [&str; 7] = [
            "سياسي",
            "انتخابي",
            "حزبي",
            "مدني",
            "حقوقي",
            "نقابي",
            "نيابي",
        ];
        let core = |place: usize| self.terms.core(place).trim_end_matches('ه');
        let mut sorts = self.head + 1..self.extent.last;
        core(self.extent.last) == "جديد" && sorts.all(|place| SORTS.contains(&core(place)))
    }

    /// Heads that name a body only now and then.
    fn is_loose(&self) -> bool {
        matches!(
            self.noun.lemma,
            "فريق"
                | "كيان"
                | "خلية"
                | "فصيل"
                | "فضاء"
                | "منصة"
                | "حملة"
                | "مبادرة"
                | "قطب"
                | "بيت"
                | "صندوق"
        )
    }

    /// «مجلس النقابة»: an organ of a body that is only referred to.
    fn is_of_a_reference(&self) -> bool {
        let next = self.head + 1;
        let is_organ = matches!(self.noun.strength, Strength::Organ | Strength::State)
            || self.noun.lemma == "هيئة";
        let is_body = self
            .terms
            .noun(next)
            .is_some_and(|(noun, _)| matches!(noun.strength, Strength::Name | Strength::Event));
        is_organ && self.extent.terms == 1 && is_body && self.terms.clitics(next).0.has_article
    }

    /// Whether what is mostly a meeting is named as a body: in quotation marks, or with a genitive.
    fn is_named(&self) -> bool {
        let is_of_the_hour = self.terms.has(self.head + 1, Class::Passing)
            || matches!(
                self.terms.core(self.head + 1),
                "تاسيسي"
                    | "تشاوري"
                    | "تواصلي"
                    | "تحضيري"
                    | "تنسيقي"
                    | "سنوي"
                    | "موسع"
            );
        let has_purpose = self.is_definite && self.has_purpose && !is_of_the_hour;
        self.is_marked() || has_purpose || (!self.is_definite && self.noun.lemma != "لقاء")
    }

    /// Whether a quotation begins with the head.
    fn is_marked(&self) -> bool {
        let open = self.head.checked_sub(1);
        open.is_some_and(|open| {
            self.terms.is(open, TokenKind::Punctuation) && is_quote(self.terms.folded(open))
        })
    }

    /// «تنسيقيات دعم …», «قوى 14 آذار»: a plural that is a name by what follows at once.
    fn is_of_a_cause(&self) -> bool {
        let next = self.head + 1;
        let is_indefinite = !self.terms.clitics(next).0.has_article;
        let is_public = matches!(self.noun.strength, Strength::State | Strength::Media);
        let is_cause = is_indefinite
            && !is_public
            && self.terms.has(next, Class::Cause)
            && !self.terms.has(next, Class::Crowd);
        // «جمعيات حماية المستهلك» are any such; «تنسيقيات دعم …» are those of one movement.
        let is_one = matches!(
            self.noun.lemma,
            "تنسيقية" | "لجنة" | "قوى" | "كتيبة" | "شبيبة"
        );
        is_cause && is_one || self.terms.is(next, TokenKind::Number)
    }

    fn holds_a_body(&self) -> bool {
        let is_head = |place: &usize| {
            let noun = self.terms.noun(*place);
            noun.is_some_and(|(noun, _)| matches!(noun.strength, Strength::Name | Strength::Organ))
        };
        let inner = (self.head + 1..=self.extent.last).find(is_head);
        inner.is_some_and(|inner| {
            matches!(
                reach_within(self.terms, inner, self.depth + 1),
                Reach::Name(_)
            )
        })
    }
}
