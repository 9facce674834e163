//! Dates: the days a text states, in the month names of all Arab countries, in figures or in the Hijri calendar, and the
//! days it points at from its own. Invariant: what the text does not say is not filled in. A day without a year takes
//! one only from the same day stated elsewhere or from the day of the document; «أمس» means nothing where that day is
//! unknown; and the day a movement or a street is named after is no date.

use jiff::civil::{Date, Weekday};

use crate::analysis::Mention;
use crate::analysis::lexicon::trigger::Marks;
use crate::analysis::reading::Reading;
use crate::model::date::Edtf;

mod byline;

mod day;

mod figure;

mod hijri;

mod month;

mod range;

mod relative;

mod season;

mod weekday;

mod year;

/// A date that a text states, and what there is to say of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    /// The date.
    pub edtf: Edtf,
    /// The same day in the Hijri calendar, where the text gives it: `1432-09-06`.
    pub hijri: Option<String>,
    /// What speaks against it, in words.
    pub remark: Option<String>,
    /// What it is to the document, where it is no day in its story.
    pub byline: Option<Byline>,
}

/// What a date of the document itself is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Byline {
    /// The day it was published.
    Published,
    /// The day that stands in a line of its own at its head or foot, as that of a letter does.
    Signed,
}

/// The calendar a date is stated in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Calendar {
    Gregorian,
    Hijri,
}

/// Where a date without a year lies, seen from the day of the document: «الماضي», «الجاري», «المقبل».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Past,
    Current,
    Future,
    LastYear,
    NextYear,
    /// «من السنة نفسها»: the year of the date before.
    SameYear,
    /// «من كل سنة»: no date at all.
    EveryYear,
}

/// What speaks against a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remark {
    /// The text names another day of the week.
    Weekday(Weekday),
    /// The date in the other calendar is another day.
    Calendar,
}

/// A date as it stands in the text, perhaps without its year or its day.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Statement {
    calendar: Calendar,
    year: Option<i16>,
    /// 1 to 12; 21 to 24 is a season, as in EDTF.
    month: Option<i8>,
    /// The first and the last day.
    days: Option<(i8, i8)>,
    direction: Option<Direction>,
    remark: Option<Remark>,
    first_word: usize,
    last_word: usize,
    confidence: f32,
}

/// One date, from its beginning to its end, with its other form.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Period {
    start: Statement,
    until: Option<Statement>,
    /// The statement in the Hijri calendar beside a Gregorian one.
    hijri: Option<Statement>,
    first_word: usize,
    last_word: usize,
}

/// The dates of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Dates {
    /// What it states, in order.
    pub mentions: Vec<Mention<Stated>>,
    /// The day it was written or published, where that is known.
    pub document: Option<Date>,
}

/// The dates a text states, in order. The confidence is that of the reading, not that the event took place then.
#[must_use]
pub fn dates(text: &str) -> Vec<Mention<Stated>> {
    let reading = Reading::of(text);
    find(&reading, &Marks::of(&reading), None).mentions
}

/// The dates of a document. `published` is the day of the document, where it is known from elsewhere.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks, published: Option<Date>) -> Dates {
    let mut periods = periods(reading);
    let bylines = byline::find(reading, marks, &periods);
    let aside = byline::aside(reading);
    let document = published
        .or(aside.as_ref().map(|(day, _)| *day))
        .or_else(|| byline::day(&bylines, &periods));
    range::complete(&mut periods, document);
    let mut mentions: Vec<_> = periods
        .iter()
        .enumerate()
        .filter_map(|(index, period)| mention(reading, period, bylines.of(index)))
        .collect();
    mentions.extend(aside.map(|(_, mention)| mention));
    if let Some(document) = document {
        mentions.extend(relative::find(reading, marks, &periods, document));
    }
    mentions.sort_by_key(|mention| mention.span);
    Dates { mentions, document }
}

/// The dates of a reading, ranges and doubled forms joined.
fn periods(reading: &Reading<'_>) -> Vec<Period> {
    hijri::pair(reading, range::join(reading, &statements(reading)))
}

/// Whether the word at `index` names a day of the week.
#[must_use]
pub fn is_weekday(reading: &Reading<'_>, index: usize) -> bool {
    weekday::at(reading, index).is_some()
}

/// All statements, in order; where two readings claim the same word, the surer kind has it.
fn statements(reading: &Reading<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut is_taken = vec![false; reading.words.len()];
    for more in [
        month::statements(reading),
        figure::statements(reading),
        season::statements(reading),
        year::statements(reading),
    ] {
        let is_free = |statement: &Statement| {
            let words = is_taken.get(statement.first_word..=statement.last_word);
            words.is_some_and(|words| !words.contains(&true))
        };
        let free: Vec<_> = more.into_iter().filter(is_free).collect();
        for statement in &free {
            if let Some(words) = is_taken.get_mut(statement.first_word..=statement.last_word) {
                words.fill(true);
            }
        }
        statements.extend(free);
    }
    statements.sort_by_key(|statement| statement.first_word);
    for statement in &mut statements {
        weekday::check(reading, statement);
    }
    statements
}

fn mention(
    reading: &Reading<'_>,
    period: &Period,
    byline: Option<Byline>,
) -> Option<Mention<Stated>> {
    let text = match period.start.calendar {
        Calendar::Gregorian => range::edtf(&period.start, period.until.as_ref())?,
        Calendar::Hijri => hijri::edtf(&period.start, period.until.as_ref())?,
    };
    let hijri = match period.start.calendar {
        Calendar::Gregorian => period.hijri.as_ref().and_then(hijri::form),
        Calendar::Hijri => hijri::form(&period.start),
    };
    let remark = period
        .start
        .remark
        .or(period.until.and_then(|until| until.remark));
    let confidence = period.until.map_or(period.start.confidence, |until| {
        until.confidence.min(period.start.confidence)
    });
    Some(Mention {
        value: Stated {
            edtf: Edtf::parse(&text).ok()?,
            hijri,
            remark: remark.and_then(|remark| words_of_remark(remark, &period.start)),
            byline,
        },
        span: reading.span(period.first_word, period.last_word),
        confidence,
    })
}

fn words_of_remark(remark: Remark, statement: &Statement) -> Option<String> {
    match remark {
        Remark::Weekday(said) => {
            let (said, is) = (
                weekday::name(said),
                weekday::name(statement.first_day()?.weekday()),
            );
            Some(format!("يقول النص «{said}»، وهذا التاريخ يوم {is}"))
        }
        Remark::Calendar => {
            Some("التاريخ الهجري المذكور معه يقع في يوم آخر بتقويم أم القرى".to_owned())
        }
    }
}

impl Statement {
    /// Its first day in the Gregorian calendar, where it says one.
    fn first_day(&self) -> Option<Date> {
        self.day_of(self.days?.0)
    }

    /// Its last day in the Gregorian calendar, where it says one.
    fn last_day(&self) -> Option<Date> {
        self.day_of(self.days?.1)
    }

    fn day_of(&self, day: i8) -> Option<Date> {
        match self.calendar {
            Calendar::Gregorian => Date::new(self.year?, self.month?, day).ok(),
            Calendar::Hijri => hijri::day(self.year?, self.month?, day),
        }
    }
}

/// The calendar that a year belongs to, of those a document of the archive can speak of.
fn calendar_of(year: u64) -> Option<(Calendar, i16)> {
    let year = i16::try_from(year).ok()?;
    match year {
        1300..=1499 => Some((Calendar::Hijri, year)),
        1800..=2100 => Some((Calendar::Gregorian, year)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::{dates, find};
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::reading::Reading;

    fn shown(text: &str) -> String {
        let shown = dates(text)
            .into_iter()
            .map(|mention| format!("{}[{}]", mention.value.edtf, mention.span.slice(text)));
        shown.collect::<Vec<_>>().join(" ")
    }

    fn check(table: &[(&str, &str)]) {
        for (text, expected) in table {
            assert_eq!(shown(text), *expected, "{text}");
        }
    }

    #[test]
    fn every_month_set_and_kind_of_digit() {
        check(&[
            ("عُقد يوم 06 غشت 2011 بالبلدة", "2011-08-06[06 غشت 2011]"),
            ("في ٣ دجنبر ٢٠١٥م", "2015-12-03[٣ دجنبر ٢٠١٥]"),
            ("وفي ۱۲ جويلية ۲۰۱۳", "2013-07-12[۱۲ جويلية ۲۰۱۳]"),
            ("يوم 9 كانون الثاني 2012", "2012-01-09[9 كانون الثاني 2012]"),
            (
                "في 9 تشرين الأول عام 2012",
                "2012-10-09[9 تشرين الأول عام 2012]",
            ),
            (
                "الموافق للخامس من نيسان عام 2019، ثم",
                "2019-04-05[للخامس من نيسان عام 2019]",
            ),
            ("في 17 تموز/يوليو 2014", "2014-07-17[17 تموز/يوليو 2014]"),
            (
                "في 17 يوليو (تموز) 2014",
                "2014-07-17[17 يوليو (تموز) 2014]",
            ),
            (
                "الحادي والعشرين من شهر أيار ألفين وثلاثة عشر",
                "2013-05-21[الحادي والعشرين من شهر أيار ألفين وثلاثة عشر]",
            ),
            ("فاتح ماي 2012", "2012-05-01[فاتح ماي 2012]"),
            ("خلال شهر جوان 2010", "2010-06[جوان 2010]"),
            (
                "عام 2009 وسنة ألفين وعشرة",
                "2009[عام 2009] 2010[وسنة ألفين وعشرة]",
            ),
            ("8كانون الأول2011", "2011-12-08[8كانون الأول2011]"),
            (
                "انطلق صيف 2011 ثم خريف عام 2012",
                "2011-22[صيف 2011] 2012-23[خريف عام 2012]",
            ),
            ("خلال الأسبوع الأول من ماي 2012", "2012-05[ماي 2012]"),
            ("الدورة الثانية من مارس 2014", "2014-03[مارس 2014]"),
        ]);
    }

    #[test]
    fn figures_read_the_day_first() {
        check(&[
            ("في 04-07-2021.", "2021-07-04[04-07-2021]"),
            ("في 2021/7/4", "2021-07-04[2021/7/4]"),
            ("2021-07-04T10:00", "2021-07-04[2021-07-04]"),
            ("٢٥.١٢.٢٠٢٠", "2020-12-25[٢٥.١٢.٢٠٢٠]"),
            ("٥ـ٦ـ٢٠٢٠", "2020-06-05[٥ـ٦ـ٢٠٢٠]"),
            ("12/25/2020", "2020-12-25[12/25/2020]"),
            ("31/31/2020 و 1-2-3", ""),
            ("من 12-14/5/2012", "2012-05-12/2012-05-14[12-14/5/2012]"),
            ("يوم الثلاثاء 7/4/2020", "2020-04-07[7/4/2020]"),
            ("يوم السبت 7/4/2020", "2020-07-04[7/4/2020]"),
            ("يوم السبت 5/5/12", "2012-05-05[5/5/12]"),
            ("يوم 5/5/12 فقط", ""),
            (
                "يوم 5/5/12، ثم ماي 2012",
                "2012-05-05[5/5/12] 2012-05[ماي 2012]",
            ),
        ]);
        assert!(dates("04-07-2021")[0].confidence < dates("14-07-2021")[0].confidence);
    }

    #[test]
    fn ranges() {
        check(&[
            (
                "أيام 4 و5 و6 يوليوز 2011",
                "2011-07-04/2011-07-06[4 و5 و6 يوليوز 2011]",
            ),
            ("يومي 5 و6 ماي 2012", "2012-05-05/2012-05-06[5 و6 ماي 2012]"),
            ("يومي 5 و 12 ماي 2012", "2012-05-12[12 ماي 2012]"),
            (
                "من 4 إلى 9 شتنبر 2012",
                "2012-09-04/2012-09-09[4 إلى 9 شتنبر 2012]",
            ),
            (
                "من الجمعة 11 إلى غاية الأحد 13 ماي 2012",
                "2012-05-11/2012-05-13[11 إلى غاية الأحد 13 ماي 2012]",
            ),
            (
                "يومي السبت 12 والأحد 13 ماي 2012",
                "2012-05-12/2012-05-13[12 والأحد 13 ماي 2012]",
            ),
            (
                "من 28 يونيو إلى 2 يوليوز 2011",
                "2011-06-28/2011-07-02[28 يونيو إلى 2 يوليوز 2011]",
            ),
            (
                "بين 29 دجنبر و2 يناير 2012 وما بين 30 دجنبر إلى 2 يناير 2013",
                "2012-01-02[2 يناير 2012] 2012-12-30/2013-01-02[30 دجنبر إلى 2 يناير 2013]",
            ),
            (
                "من 30 كانون الأول 2012 حتى 2 كانون الثاني 2013",
                "2012-12-30/2013-01-02[30 كانون الأول 2012 حتى 2 كانون الثاني 2013]",
            ),
            (
                "من 28/2/2012 إلى 1/3/2012",
                "2012-02-28/2012-03-01[28/2/2012 إلى 1/3/2012]",
            ),
            (
                "خلال نونبر ودجنبر 2009",
                "2009-11/2009-12[نونبر ودجنبر 2009]",
            ),
            (
                "ما بين 11 و19 نونبر 2022",
                "2022-11-11/2022-11-19[11 و19 نونبر 2022]",
            ),
            (
                "يومي ١١ - ٨ كانون الأول ٢٠٠٥",
                "2005-12-08/2005-12-11[١١ - ٨ كانون الأول ٢٠٠٥]",
            ),
            (
                "أيام 5 ـ 7 ماي 2012",
                "2012-05-05/2012-05-07[5 ـ 7 ماي 2012]",
            ),
        ]);
    }

    #[test]
    fn hijri_dates_alone_and_beside_gregorian_ones() {
        let table = [
            ("في 6 رمضان 1432 هـ", "2011-08-06~ 1432-09-06"),
            ("يوم 7/9/1432هـ", "2011-08-07~ 1432-09-07"),
            (
                "السبت 6 رمضان 1432 هـ الموافق لـ 6 غشت 2011 م",
                "2011-08-06 1432-09-06",
            ),
            ("5 أغسطس 2011م (5 رمضان 1432هـ)", "2011-08-05 1432-09-05"),
            ("5 غشت الموافق 5 رمضان 1432", "2011-08-05 1432-09-05"),
            (
                "5 غشت 2011 الموافق 15 رمضان 1432",
                "2011-08-05 1432-09-15 التاريخ الهجري المذكور معه يقع في يوم آخر بتقويم أم القرى",
            ),
            ("خلال رمضان 1432", "2011-08-01~/2011-08-29~ 1432-09"),
            ("قال رمضان عبد الله", ""),
        ];
        for (text, expected) in table {
            let found = dates(text).into_iter().map(|mention| {
                let value = mention.value;
                let parts = [Some(value.edtf.to_string()), value.hijri, value.remark];
                parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
            });
            assert_eq!(found.collect::<Vec<_>>().join("; "), expected, "{text}");
        }
    }

    #[test]
    fn a_wrong_day_of_the_week_is_said() {
        let right = &dates("يوم الأحد الموافق للرابع من تموز عام 2021")[0];
        let wrong = &dates("يوم الجمعة الموافق للرابع من تموز عام 2021")[0];
        assert!(right.confidence > 0.95 && right.value.remark.is_none());
        assert!(wrong.confidence < 0.7);
        assert_eq!(
            wrong.value.remark.as_deref(),
            Some("يقول النص «الجمعة»، وهذا التاريخ يوم الأحد")
        );
    }

    #[test]
    fn names_and_partial_days_are_no_dates() {
        check(&[
            ("شباب حركة 14 مارس", ""),
            ("لحركة شباب 14 مارس والثورة", ""),
            ("قوى 8 آذار", ""),
            ("يوم 14 مارس الجاري", ""),
            (
                "14 مارس الجاري، ثم لقاء 14 مارس 2012",
                "2012-03-14[14 مارس الجاري] 2012-03-14[14 مارس 2012]",
            ),
            ("30 فبراير 2012 ومارس المحامون مهامهم", ""),
            ("قال آب عن 500 شخص", ""),
            ("يوم 13 يناير من كل سنة", ""),
            (
                "تأسست في ماي 2012، وفي 8 مارس من السنة نفسها اجتمعت",
                "2012-05[ماي 2012] 2012-03-08[8 مارس من السنة نفسها]",
            ),
            ("تجتمع غدا وأمس والخميس الماضي", ""),
        ]);
    }

    #[test]
    fn the_day_of_the_document_resolves_relative_days() {
        // 2012-05-09 is a Wednesday.
        let table = [
            ("أعلن أمس عن ذلك", "2012-05-08[أمس]"),
            ("عقدت يوم أمس الثلاثاء لقاء", "2012-05-08[يوم أمس الثلاثاء]"),
            ("عقدت أمس الجمعة لقاء", ""),
            ("ينعقد غدا الخميس", "2012-05-10[غدا الخميس]"),
            ("عقد أول أمس الاثنين", "2012-05-07[أول أمس الاثنين]"),
            ("الذي انطلق الخميس الماضي", "2012-05-03[الخميس الماضي]"),
            ("يوم السبت المقبل", "2012-05-12[يوم السبت المقبل]"),
            ("ستعقد الهيئات يوم الأحد لقاء", "2012-05-13[يوم الأحد]"),
            ("عقدت الهيئات يوم الأحد لقاء", "2012-05-06[يوم الأحد]"),
            ("يوم 12 من الشهر الجاري", "2012-05-12[12 من الشهر الجاري]"),
            ("يومي 5 و6 الجاري", "2012-05-05/2012-05-06[5 و6 الجاري]"),
            ("في 28 من الشهر الماضي", "2012-04-28[28 من الشهر الماضي]"),
            ("يوم 20 دجنبر الماضي", "2011-12-20[20 دجنبر الماضي]"),
            ("يوم 12 ماي", "2012-05-12[12 ماي]"),
            (
                "في 12 ماي من العام الماضي",
                "2011-05-12[12 ماي من العام الماضي]",
            ),
            ("ما يعيشه الناس اليوم في القرى", ""),
            ("في هذا اليوم واليوم الوطني وكل جمعة", ""),
            ("حركة 20 فبراير", ""),
        ];
        for (text, expected) in table {
            let reading = Reading::of(text);
            let found = find(&reading, &Marks::of(&reading), Some(day(2012, 5, 9))).mentions;
            let shown = found
                .into_iter()
                .map(|mention| format!("{}[{}]", mention.value.edtf, mention.span.slice(text)));
            assert_eq!(shown.collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }

    #[test]
    fn bylines_are_the_day_of_the_document() {
        let table = [
            (
                "نشر في 9 ماي 2012\nأعلنت الهيئات أمس عن تأسيس شبكة القرى.",
                "2012-05-09* 2012-05-08",
            ),
            (
                "الرباط – 9 ماي 2012 – أعلنت الهيئات أمس عن تأسيس شبكة.",
                "2012-05-09* 2012-05-08",
            ),
            (
                "أعلنت الهيئات أمس عن تأسيس شبكة القرى.\nالرباط في 9 ماي 2012",
                "2012-05-08 2012-05-09*",
            ),
            (
                "عقدت يوم 9 ماي 2012 – بالبلدة – لقاء أمس الاثنين.",
                "2012-05-09",
            ),
        ];
        for (text, expected) in table {
            let shown = dates(text).into_iter().map(|mention| {
                let mark = if mention.value.byline.is_some() {
                    "*"
                } else {
                    ""
                };
                format!("{}{mark}", mention.value.edtf)
            });
            assert_eq!(shown.collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }
}
