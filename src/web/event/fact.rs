//! The facts of an event as its page shows them: in rows by the part they play, each with an anchor of its own and the
//! numbers of its evidence. Evidence is numbered in the order of [`Event::evidence`], whatever the order of the rows.

use std::fmt;
use std::ops::Range;

use crate::model::attendance::Attendance;
use crate::model::country::Involvement;
use crate::model::date::Dating;
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::evidence::{Attested, Evidence};
use crate::model::organization::Participation;
use crate::model::person::Appearance;
use crate::model::place::{Location, Online};
use crate::model::quotation::Quotation;
use crate::model::vocabulary::CountryRole;
use crate::web::label;
use crate::web::locale::text;

/// All facts of an event, ready to be shown.
#[derive(Debug)]
pub struct Facts<'a> {
    /// When.
    pub dates: Vec<Row<'a, Dating>>,
    /// Where, and places named.
    pub places: Vec<Row<'a, Location>>,
    /// Over which network.
    pub online: Vec<Row<'a, Online>>,
    /// Countries by the first of their roles.
    pub countries: Vec<Row<'a, Involvement>>,
    /// Organizations by role.
    pub organizations: Vec<Row<'a, Participation>>,
    /// People by role.
    pub people: Vec<Row<'a, Appearance>>,
    /// How many.
    pub attendance: Vec<Row<'a, Attendance>>,
    /// What was decided; one row at most.
    pub decisions: Vec<Row<'a, Decision>>,
    /// Who said what; one row at most.
    pub quotations: Vec<Row<'a, Quotation>>,
    /// Every piece of evidence by number, with the fact it bears.
    pub traces: Vec<Trace<'a>>,
}

/// Facts that play the same part.
#[derive(Debug)]
pub struct Row<'a, T> {
    /// Its name and anchor.
    pub heading: Heading,
    /// Its facts.
    pub facts: Vec<Fact<'a, T>>,
}

/// The name and anchor of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The noun, which begins the anchor.
    pub noun: &'static str,
    /// The part, which ends it; empty where the noun says all.
    pub part: &'static str,
    /// The name for readers.
    pub words: &'static str,
}

/// One fact in the page.
#[derive(Debug)]
pub struct Fact<'a, T> {
    /// Its anchor.
    pub anchor: Anchor<'a>,
    /// What it says.
    pub value: &'a T,
    /// What it rests on.
    pub grounds: Grounds<'a>,
}

/// The id of a fact's element: `fact-date-1`, `fact-country-BE`, `decision-2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor<'a> {
    /// A decision or quotation, by the number of the record.
    Own(&'static str, u32),
    /// A country, by its code.
    Code(&'a str),
    /// Any other, by its place among its like.
    Fact(&'static str, usize),
}

/// What a fact rests on.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    /// The number of its first piece of evidence.
    pub first: usize,
    /// Its evidence.
    pub evidence: &'a [Evidence],
    /// Whether the archive inferred it.
    pub is_inferred: bool,
    /// Why, or another remark.
    pub note: Option<&'a str>,
}

/// A piece of evidence and the fact it bears.
#[derive(Debug, Clone, Copy)]
pub struct Trace<'a> {
    /// Its number in the page, from 1.
    pub number: usize,
    /// The passage.
    pub evidence: &'a Evidence,
    /// The fact.
    pub anchor: Anchor<'a>,
    /// The row of the fact.
    pub heading: Heading,
}

impl<'a> Facts<'a> {
    /// The facts of an event.
    #[must_use]
    pub fn of(event: &'a Event) -> Self {
        let mut numbering = Numbering { traces: Vec::new() };
        let online = event.online.as_slice();
        Self {
            dates: numbering.rows(&event.dates, by_place("date"), |_| {
                heading("dates", "", text("event-date"))
            }),
            places: numbering.rows(&event.places, by_place("place"), |place| {
                heading("places", place.role.as_str(), label::place_role(place.role))
            }),
            online: numbering.rows(online, by_place("online"), |_| {
                heading("online", "", text("place-role-held"))
            }),
            countries: numbering.rows(
                &event.countries,
                |_, country| Anchor::Code(country.code.as_str()),
                heading_of_country,
            ),
            organizations: numbering.rows(&event.organizations, by_place("organization"), |part| {
                let words = label::organization_role(part.role);
                heading("organizations", part.role.as_str(), words)
            }),
            people: numbering.rows(&event.people, by_place("person"), |part| {
                heading("people", part.role.as_str(), label::person_role(part.role))
            }),
            attendance: numbering.rows(&event.attendance, by_place("attendance"), |_| {
                heading("attendance", "", text("event-attendance"))
            }),
            decisions: numbering.rows(
                &event.decisions,
                |_, decision| Anchor::Own("decision", decision.number),
                |_| heading("decisions", "", text("decision-list")),
            ),
            quotations: numbering.rows(
                &event.quotations,
                |_, quotation| Anchor::Own("quotation", quotation.number),
                |_| heading("quotations", "", text("event-quotations")),
            ),
            traces: numbering.traces,
        }
    }
}

impl Grounds<'_> {
    /// The numbers of its evidence.
    #[must_use]
    pub fn numbers(&self) -> Range<usize> {
        self.first..self.first + self.evidence.len()
    }

    /// How sure the machine is of its surest evidence, in per cent; nothing where a person found it.
    #[must_use]
    pub fn confidence(&self) -> Option<u32> {
        let sure = self
            .evidence
            .iter()
            .filter_map(|evidence| evidence.confidence);
        let surest = sure.reduce(f32::max)?;
        // A share of one, clamped: the cast cannot lose anything.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let percent = (surest.clamp(0.0, 1.0) * 100.0).round() as u32;
        Some(percent)
    }
}

/// Gives out the numbers of evidence, fact by fact.
struct Numbering<'a> {
    traces: Vec<Trace<'a>>,
}

impl<'a> Numbering<'a> {
    fn rows<T>(
        &mut self,
        facts: &'a [Attested<T>],
        anchor: impl Fn(usize, &'a T) -> Anchor<'a>,
        heading: impl Fn(&T) -> Heading,
    ) -> Vec<Row<'a, T>> {
        let mut rows: Vec<Row<'a, T>> = Vec::new();
        for (index, attested) in facts.iter().enumerate() {
            let value = attested.value();
            let heading = heading(value);
            let fact = self.fact(attested, anchor(index, value), heading);
            match rows.iter_mut().find(|row| row.heading == heading) {
                Some(row) => row.facts.push(fact),
                None => rows.push(Row {
                    heading,
                    facts: vec![fact],
                }),
            }
        }
        rows.sort_by_key(|row| rank(row.heading.part));
        rows
    }

    fn fact<T>(
        &mut self,
        attested: &'a Attested<T>,
        anchor: Anchor<'a>,
        heading: Heading,
    ) -> Fact<'a, T> {
        let first = self.traces.len() + 1;
        let evidence = attested.evidence();
        self.traces.extend(
            evidence
                .iter()
                .zip(first..)
                .map(|(evidence, number)| Trace {
                    number,
                    evidence,
                    anchor,
                    heading,
                }),
        );
        Fact {
            anchor,
            value: attested.value(),
            grounds: Grounds {
                first,
                evidence,
                is_inferred: attested.is_inferred(),
                note: attested.note(),
            },
        }
    }
}

const fn heading(noun: &'static str, part: &'static str, words: &'static str) -> Heading {
    Heading { noun, part, words }
}

fn heading_of_country(country: &Involvement) -> Heading {
    let first = country.roles.iter().min().copied();
    let role = first.unwrap_or(CountryRole::Mentioned);
    heading("countries", role.as_str(), label::countries_of(role))
}

fn by_place<'a, T>(noun: &'static str) -> impl Fn(usize, &'a T) -> Anchor<'a> {
    move |index, _| Anchor::Fact(noun, index + 1)
}

/// The order of the rows of one noun: those who made the event first, those only named last.
fn rank(part: &str) -> usize {
    const ORDER: [&str; 10] = [
        "founded",
        "convener",
        "held",
        "venue",
        "participant",
        "host",
        "invited",
        "subject",
        "publisher",
        "mentioned",
    ];
    ORDER
        .iter()
        .position(|other| *other == part)
        .unwrap_or_default()
}

impl fmt::Display for Anchor<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Own(noun, number) => write!(formatter, "{noun}-{number}"),
            Self::Code(code) => write!(formatter, "fact-country-{code}"),
            Self::Fact(noun, number) => write!(formatter, "fact-{noun}-{number}"),
        }
    }
}

impl fmt::Display for Heading {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            "" => formatter.write_str(self.noun),
            part => write!(formatter, "{}-{part}", self.noun),
        }
    }
}
