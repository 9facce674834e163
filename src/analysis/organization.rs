//! Organizations: the bodies a document names, by head noun, in lists, or known without one, each with the part it plays
//! in the event. Invariant: a body has a name made of the text's own words and at least one mention; what only speaks of
//! bodies in general («الأحزاب السياسية») makes none.

use crate::analysis::Mention;
use crate::analysis::lexicon::trigger::Marks;
use crate::analysis::reading::Reading;
use crate::model::vocabulary::{Kind, OrganizationKind, Role};
use crate::text::span::Span;

mod extent;
mod imprint;
mod list;
mod merge;
mod naming;
mod role;
mod term;

use merge::Told;
use naming::Naming;
use role::{Part, Scene};
use term::Terms;

/// A body that a document names, with its part in the event.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Its name in the text's words, without proclitics and quotation marks.
    pub name: String,
    /// What sort of body it is, as far as its head noun tells.
    pub kind: OrganizationKind,
    /// The part it plays.
    pub role: Role,
    /// Whether one word behind a head is all there is for it.
    pub is_bare: bool,
    /// Whether it is a newspaper, a site or a channel.
    pub is_media: bool,
    /// Where it is named or referred to, in the order of the text; the passage holds the words that tell the part.
    pub mentions: Vec<Mention<Role>>,
}

/// The bodies that a document names; `kind` is the kind of event it tells of, if it tells of one.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks, kind: Option<Kind>) -> Vec<Body> {
    let terms = Terms::of(reading);
    let namings = naming::namings(&terms);
    let scene = Scene {
        terms: &terms,
        marks,
        ranks: reading.ranks(),
        kind,
    };
    let parts = role::parts(&scene, &namings);
    let told: Vec<Told> = namings
        .into_iter()
        .zip(parts)
        .map(|(naming, part)| Told {
            passage: passage(&terms, &naming, part),
            naming,
            part,
        })
        .collect();
    let mut bodies = merge::bodies(&told);
    bodies.retain(|body| !body.is_bare || body.role != Role::Mentioned);
    match kind {
        Some(Kind::Founding) => ensure_founded(&mut bodies),
        Some(Kind::Statement | Kind::Call) => ensure_issued(&mut bodies),
        Some(Kind::Meeting | Kind::Conference) | None => {}
    }
    imprint::add(reading.text, &mut bodies);
    bodies
}

/// From the word that tells the part to the end of the name, if they stand close together.
fn passage(terms: &Terms<'_>, naming: &Naming, part: Part) -> Span {
    let said = part
        .said
        .filter(|said| terms.are_together(*said, naming.first));
    let Some(said) = said.and_then(|said| terms.at(said)) else {
        return naming.span;
    };
    let span = Span::new(
        said.span.start.min(naming.span.start),
        said.span.end.max(naming.span.end),
    );
    if span.len() <= 300 { span } else { naming.span }
}

/// A statement has those who issue it: where no body does so alone, all who sign it do.
fn ensure_issued(bodies: &mut [Body]) {
    let is_issued = |body: &Body| matches!(body.role, Role::Convener | Role::Host);
    let signers = bodies
        .iter()
        .filter(|body| body.role == Role::Participant)
        .count();
    if signers < 2 || bodies.iter().any(is_issued) {
        return;
    }
    for body in bodies
        .iter_mut()
        .filter(|body| body.role == Role::Participant)
    {
        body.role = Role::Convener;
    }
}

/// A founding has a founded body: where no words name one as such, the first coalition of the document, if it has one.
fn ensure_founded(bodies: &mut [Body]) {
    if bodies.iter().any(|body| body.role == Role::Founded) {
        return;
    }
    let candidate = bodies.iter_mut().enumerate().find(|(index, body)| {
        let is_coalition = matches!(
            body.kind,
            OrganizationKind::Coalition | OrganizationKind::Network
        );
        let is_press = body.name.contains("علامي");
        let is_free = !is_press && body.role != Role::Participant || body.mentions.len() > 1;
        // What comes late and once is one of those who take part.
        let is_told = *index < 4 || body.mentions.len() > 1;
        is_free && is_told && is_coalition && role::is_foundable(body.kind) && !body.is_media
    });
    if let Some((_, body)) = candidate {
        body.role = Role::Founded;
        for mention in &mut body.mentions {
            mention.confidence *= 0.6;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::reading::Reading;
    use crate::model::vocabulary::{Kind, Role};

    fn shown(text: &str, kind: Kind) -> String {
        let reading = Reading::of(text);
        let bodies = find(&reading, &Marks::of(&reading), Some(kind));
        let show = |role: Role, name: &str| match role {
            Role::Founded => format!("+{name}"),
            Role::Convener => format!("!{name}"),
            Role::Participant => format!("&{name}"),
            Role::Host => format!("@{name}"),
            Role::Invited => format!("?{name}"),
            Role::Publisher => format!("#{name}"),
            Role::Mentioned => name.to_owned(),
        };
        let shown: Vec<_> = bodies
            .iter()
            .map(|body| show(body.role, &body.name))
            .collect();
        shown.join(" | ")
    }

    fn hold(kind: Kind, table: &[(&str, &str)]) {
        for (text, expected) in table {
            assert_eq!(shown(text, kind), *expected, "{text}");
        }
    }

    #[test]
    fn names_end_where_they_do() {
        hold(
            Kind::Statement,
            &[
                (
                    "لم ترد رابطة صيادي البحيرة على السؤال.",
                    "رابطة صيادي البحيرة",
                ),
                (
                    "زار الاتحاد العام لمزارعي السهل الحقول أمس.",
                    "الاتحاد العام لمزارعي السهل",
                ),
                (
                    "في مكتبة جمعية الواحة للثقافة والبيئة كتب.",
                    "جمعية الواحة للثقافة والبيئة",
                ),
                ("كتب عن حركة 5 أبريل التي انتهت.", "حركة 5 أبريل"),
                (
                    "رأي المنتدى الموريتاني – التونسي للهجرة",
                    "المنتدى الموريتاني – التونسي للهجرة",
                ),
                (
                    "تاريخ الجبهة الشعبية من أجل الإصلاح، كما رواه",
                    "الجبهة الشعبية من أجل الإصلاح",
                ),
                (
                    "رأي لجنة الدفاع عن الحقوق والحريات واضح",
                    "لجنة الدفاع عن الحقوق والحريات",
                ),
                ("كتاب عن حزب البناء والنماء الذي انحل", "حزب البناء والنماء"),
                ("ملف مؤسسة «ضوء» للتنمية.", "مؤسسة ضوء للتنمية"),
                (
                    "دفتر تنسيقية المهاجرين بالخارج وأوراقها",
                    "تنسيقية المهاجرين بالخارج",
                ),
                (
                    "قصة رابطة الكتاب في تونس، وقصص أخرى",
                    "رابطة الكتاب في تونس",
                ),
                ("رأي مؤسسة بسمة أمل.", "مؤسسة بسمة أمل"),
                ("ملف منظمة مهندسون بلا خرائط", "منظمة مهندسون بلا خرائط"),
                (
                    "قصة اتحاد الرعاة في حلب وريفها، وقصص",
                    "اتحاد الرعاة في حلب وريفها",
                ),
                ("عن الأممالمتحدة واليونسكو", "الأمم المتحدة | اليونسكو"),
            ],
        );
    }

    #[test]
    fn bodies_in_general_are_no_names() {
        hold(
            Kind::Statement,
            &[
                (
                    "ناقشوا وضع الأحزاب السياسية ومنظمات المجتمع المدني والنقابات.",
                    "",
                ),
                ("قال حزب معارض قوي إن حزبا جديدا سيظهر.", ""),
                ("يجتمع مجلس الإدارة ولجنة المتابعة غدا.", ""),
                ("توقفت حركة السير وحركة التجارة.", ""),
                ("قررت اللجنة تنظيم المؤتمر.", ""),
                ("حزب يدعو وحركة تطالب وجمعية قررت.", ""),
            ],
        );
    }

    #[test]
    fn parts() {
        hold(
            Kind::Founding,
            &[
                (
                    "أعلن في القرية عن تأسيس ائتلاف حماية النهر.",
                    "+ائتلاف حماية النهر",
                ),
                ("تأسيس حزب جديد باسم \"نداء السهل\".", "+نداء السهل"),
                (
                    "بدعوة من حزب الأرض وحركة الماء، تأسست شبكة الوادي.",
                    "!حزب الأرض | !حركة الماء | +شبكة الوادي",
                ),
                (
                    "بمشاركة جمعية النخيل ورابطة الرعاة، ميلاد جبهة الجبل.",
                    "&جمعية النخيل | &رابطة الرعاة | +جبهة الجبل",
                ),
                (
                    "أعلن بمقر نقابة البحارة عن تأسيس تكتل الموانئ.",
                    "@نقابة البحارة | +تكتل الموانئ",
                ),
                (
                    "تأسيس تحالف السهل. وقد اعتذرت جمعية الثلج عن الحضور وقاطعت حركة الريح اللقاء.",
                    "+تحالف السهل | ?جمعية الثلج | حركة الريح",
                ),
                (
                    "تأسيس شبكة القرى. وجهت الدعوة إلى جمعية الثلج.",
                    "+شبكة القرى | ?جمعية الثلج",
                ),
                (
                    "تأسيس شبكة القرى حسب بلاغ توصلت \"الضفة\" بنسخة منه.",
                    "+شبكة القرى | #الضفة",
                ),
                (
                    "في ذكرى تأسيس حزب السهل ظهرت جبهة الموج.",
                    "حزب السهل | +جبهة الموج",
                ),
            ],
        );
        hold(
            Kind::Meeting,
            &[
                ("عقد المكتب السياسي لحزب السهل اجتماعا.", "!حزب السهل"),
                (
                    "اجتمعت هيئات عدة في لقاء ضم اتحاد الطلاب ونقابة المعلمين.",
                    "&اتحاد الطلاب | &نقابة المعلمين",
                ),
                (
                    "عقد لقاء.\nالموقعون:\n- جمعية النخيل\n- رابطة الرعاة",
                    "&جمعية النخيل | &رابطة الرعاة",
                ),
            ],
        );
    }

    #[test]
    fn who_publishes() {
        hold(
            Kind::Statement,
            &[
                ("مسقط - الفجر الجديد: انتهت الورشة.", "#الفجر الجديد"),
                ("أخبار الساحل - صيدا - انتهت الورشة.", "#أخبار الساحل"),
                ("الرباط - كريم العلمي\nانتهت الورشة.", ""),
                ("القاهرة - الخميس\nانتهت الورشة.", ""),
                (
                    "وأضاف في تصريح لـ«صدى الوادي» أن الورشة انتهت.",
                    "#صدى الوادي",
                ),
                (
                    "عنوان\nنشر في مرآة السهل يوم 03 - 05 - 2012\nانتهت الورشة.",
                    "#مرآة السهل",
                ),
            ],
        );
    }

    #[test]
    fn rows_and_plain_lists() {
        hold(
            Kind::Meeting,
            &[
                (
                    "عقد لقاء بحضور ممثلين عن:\nجمعية النخيل\nالدينامية الخضراء\nرابطة الرعاة",
                    "&جمعية النخيل | &رابطة الرعاة",
                ),
                (
                    "بمشاركة حزب السهل “الأصل”، حركة الموج، وعمال البريد ونقابة البحارة",
                    "&حزب السهل | &حركة الموج | &نقابة البحارة",
                ),
            ],
        );
    }

    #[test]
    fn lists_behind_a_plural() {
        hold(
            Kind::Meeting,
            &[
                (
                    "بمشاركة أحزاب السهل والجبل والبحر",
                    "&حزب السهل | &حزب الجبل | &حزب البحر",
                ),
                (
                    "لقاء حضرته تنسيقيات كل من هولنداوألمانيا وإيطاليا",
                    "&تنسيقية هولندا | &تنسيقية ألمانيا | &تنسيقية إيطاليا",
                ),
                ("حضره رئيسا حزبي السهل والجبل", "&حزب السهل | &حزب الجبل"),
                ("نقابات التعليم والصحة والنقل", ""),
                (
                    "اجتمعت ثلاث حركات هي «الفجر» و«السنبلة» و«الموج»",
                    "!حركة الفجر | !حركة السنبلة | !حركة الموج",
                ),
            ],
        );
    }

    #[test]
    fn references_and_short_forms_go_to_their_body() {
        let text = "تأسست الشبكة العربية لحماية الواحات. وعقدت الشبكة لقاء، وقالت الشبكة العربية إن الأمر يهم الجميع.";
        let reading = Reading::of(text);
        let bodies = find(&reading, &Marks::of(&reading), Some(Kind::Founding));
        let quotes: Vec<_> = bodies[0]
            .mentions
            .iter()
            .map(|mention| mention.span.slice(text))
            .collect();
        assert_eq!((bodies.len(), bodies[0].role), (1, Role::Founded));
        assert_eq!(
            quotes,
            [
                "تأسست الشبكة العربية لحماية الواحات",
                "الشبكة",
                "الشبكة العربية"
            ]
        );
    }

    #[test]
    fn without_an_event_all_are_mentioned() {
        let reading = Reading::of("بدعوة من حزب السهل تأسست شبكة الوادي.");
        let bodies = find(&reading, &Marks::of(&reading), None);
        assert!(bodies.iter().all(|body| body.role == Role::Mentioned));
    }
}
