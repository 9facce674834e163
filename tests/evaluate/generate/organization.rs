//! Five thousand organizations that do not exist: a head noun, a field and a town give a name. The first ones play a
//! part in many events, the last ones in hardly any.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

use sijill::model::country::CountryCode;
use sijill::model::id::OrganizationId;
use sijill::model::vocabulary::OrganizationKind;

use crate::generate::chance::{Chance, Zipf};
use crate::generate::country::TOWNS;

/// How many there are.
const ORGANIZATIONS: usize = 5000;

/// Head nouns, with the kind of body each names.
const HEADS: [(&str, OrganizationKind); 20] = [
    ("اتحاد", OrganizationKind::Union),
    ("نقابة", OrganizationKind::Union),
    ("جامعة", OrganizationKind::Union),
    ("جمعية", OrganizationKind::Association),
    ("رابطة", OrganizationKind::Association),
    ("منتدى", OrganizationKind::Association),
    ("مؤسسة", OrganizationKind::Association),
    ("مركز", OrganizationKind::Association),
    ("حركة", OrganizationKind::Movement),
    ("تيار", OrganizationKind::Movement),
    ("حزب", OrganizationKind::Party),
    ("تنسيقية", OrganizationKind::Committee),
    ("لجنة", OrganizationKind::Committee),
    ("هيئة", OrganizationKind::Council),
    ("مجلس", OrganizationKind::Council),
    ("شبكة", OrganizationKind::Network),
    ("مرصد", OrganizationKind::Observatory),
    ("جبهة", OrganizationKind::Coalition),
    ("ائتلاف", OrganizationKind::Coalition),
    ("تحالف", OrganizationKind::Coalition),
];

/// What they are for or whose they are.
const FIELDS: [&str; 40] = [
    "العمال",
    "الطلبة",
    "المعلمين",
    "الأطباء",
    "المحامين",
    "المهندسين",
    "الصحفيين",
    "الفلاحين",
    "الصيادين",
    "المتقاعدين",
    "المهاجرين",
    "اللاجئين",
    "النساء",
    "الشباب",
    "الكتاب",
    "الفنانين",
    "الحرفيين",
    "التجار",
    "المستهلكين",
    "المعطلين",
    "حقوق الإنسان",
    "حماية البيئة",
    "الدفاع عن الحريات",
    "مناهضة العنف",
    "الدفاع عن المدرسة العمومية",
    "العدالة الاجتماعية",
    "التنمية المحلية",
    "الديمقراطية",
    "المواطنة",
    "السلام",
    "التضامن",
    "الثقافة والفنون",
    "الدفاع عن الماء",
    "السكن اللائق",
    "الصحة للجميع",
    "التراث",
    "الشفافية",
    "المساواة",
    "الإصلاح",
    "الذاكرة",
];

/// One of them.
pub struct Body {
    /// Its key.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// The sort of body it is.
    pub kind: OrganizationKind,
    /// Where it is at home.
    pub country: CountryCode,
}

/// All of them, and how often each plays a part.
pub struct Register {
    bodies: Vec<Body>,
    law: Zipf,
}

impl Register {
    /// Names them.
    pub fn new(chance: &mut Chance) -> Self {
        let every = HEADS.len() * FIELDS.len() * TOWNS.len();
        let mut places: Vec<usize> = (0..every).collect();
        chance.shuffle(&mut places);
        let bodies: Vec<Body> = (1..=ORGANIZATIONS)
            .zip(places)
            .filter_map(|(number, place)| body(number, place))
            .collect();
        let law = Zipf::new(bodies.len(), 5.0);
        Self { bodies, law }
    }

    /// So many different ones, the first ones more often.
    pub fn draw(&self, count: usize, chance: &mut Chance) -> Vec<&Body> {
        let ranks = self.law.draw_several(count, chance).into_iter();
        ranks.map(|rank| &self.bodies[rank]).collect()
    }
}

fn body(number: usize, place: usize) -> Option<Body> {
    let (town, code) = TOWNS[place % TOWNS.len()];
    let place = place / TOWNS.len();
    let (head, kind) = HEADS[place % HEADS.len()];
    let field = FIELDS[place / HEADS.len()];
    Some(Body {
        id: OrganizationId::parse(&format!("organization-{number:04}")).ok()?,
        name: format!("{head} {field} في {town}"),
        kind,
        country: CountryCode::parse(code).ok()?,
    })
}

/// Writes them down as the archive's authority file.
pub fn write_authorities(folder: &Path, register: &Register) -> io::Result<()> {
    let mut file = "# Made by the example «generate»; none of these exists.\n".to_owned();
    for body in &register.bodies {
        let (id, name, kind, country) = (&body.id, &body.name, body.kind, body.country);
        let written = write!(
            file,
            "\n[[organization]]\nid = \"{id}\"\nname = \"{name}\"\nkind = \"{kind}\"\ncountry = \"{country}\"\n"
        );
        written.map_err(io::Error::other)?;
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join("organizations.toml"), file)
}
