//! Drafts of bare documents: the smallest input, the whole output, each fact marked in its words.

use sijill::analysis::event::draft;
use sijill::model::event::Event;

/// The text with every evidence in brackets, and what was concluded below it.
fn marked(text: &str) -> String {
    let event = draft(text);
    let (mut starts, mut ends) = (Vec::new(), Vec::new());
    for evidence in event.evidence() {
        assert!(evidence.holds_in(text));
        starts.push(evidence.start);
        ends.push(evidence.end);
    }
    let mut shown = String::new();
    for (place, letter) in text.chars().enumerate() {
        shown.extend(ends.iter().filter(|end| **end == place).map(|_| ']'));
        shown.extend(starts.iter().filter(|start| **start == place).map(|_| '['));
        shown.push(letter);
    }
    format!("{shown}\n{}", told(&event))
}

fn told(event: &Event) -> String {
    let dates: Vec<&str> = event
        .dates()
        .map(sijill::model::date::Edtf::as_str)
        .collect();
    let countries = event.countries.iter().map(|fact| {
        let country = fact.value();
        format!("{}:{}", country.code, country.roles[0])
    });
    let countries: Vec<String> = countries.collect();
    let (kind, status) = (event.kind, event.status);
    format!(
        "{kind} {status} {} {}",
        dates.join(" "),
        countries.join(" ")
    )
}

#[test]
fn a_founding_is_read() {
    insta::assert_snapshot!(
        marked("أعلنت بمدينة صفاقس يوم 14 يناير 2012 جمعيات تونسية عن تأسيس شبكة للدفاع عن الواحات."),
        @r"
        أعلنت [[بمدينة [[صفاقس]]]] يوم [14 يناير 2012] جمعيات [تونسية] عن تأسيس شبكة للدفاع عن الواحات.
        founding held 2012-01-14 TN:venue
        "
    );
}

#[test]
fn a_planned_conference_is_read_with_its_maghrebi_month() {
    insta::assert_snapshot!(
        marked("من المقرر أن تعقد أحزاب مغربية وجزائرية مؤتمرا مشتركا يوم 3 غشت 2015 بمدينة وجدة."),
        @r"
        من المقرر أن تعقد أحزاب [مغربية] و[جزائرية] مؤتمرا مشتركا يوم [3 غشت 2015] [[بمدينة [[وجدة]]]].
        conference planned 2015-08-03 MA:venue DZ:mentioned
        "
    );
}
