//! What the help says of the search is what the search does.

use sijill::web::url::encode;

use super::{get, get_json, texts};
use crate::archive::Shelf;

const LINES: &str = concat!(
    "{\"name\": \"one\", \"text\": \"دعا أحمد إلى دمج جمعية المعلمين يوم 3 ماي 2014 في صفاقس.\"}\n",
    "{\"name\": \"two\", \"text\": \"انعقدت المجالس في الولاياتالمتحدة، وطالبت بدمج الجمعيات يوم ١٢ ماي 2015.\"}\n",
    "{\"name\": \"three\", \"text\": \"اجتمع المجلس السوري للتغيير في القاهرة سنة 2013.\"}\n",
);

#[tokio::test]
async fn the_help_is_true() {
    let shelf = Shelf::new();
    shelf.import(&[shelf.file("lines.jsonl", LINES)]).await;
    let service = shelf.service().await;
    let help = texts(&get(&service, "/about").await.page(), "#search").concat();
    for (said, query, expected) in [
        ("«احمد»", "احمد", &["one"][..]),
        ("«جمعيه»", "جمعيه", &["one", "two"]),
        ("«12»", "12", &["two"]),
        ("«بدمج»", "دمج", &["one", "two"]),
        ("«المجالس»", "مجلس", &["three", "two"]),
        ("«الولاياتالمتحدة»", "الولايات المتحدة", &["two"]),
        ("كلها", "مجلس غائب", &[]),
        ("نصف وزنها", "المعلمين صفاقس أحمد غائب", &["one"]),
        ("«أين»", "أين المعلمين غائب", &["one"]),
        ("«؟»", "المعلمين غائب؟", &["one"]),
        ("«في»", "دمج في", &["one", "two"]),
        (
            "\"المجلس السوري للتغيير\"",
            "\"المجلس السوري للتغيير\"",
            &["three"],
        ),
        ("متصلة بهذا الترتيب", "\"السوري المجلس\"", &[]),
        ("علامة الطرح", "دمج -صفاقس", &["two"]),
        ("علامة المساواة", "=جمعية", &["one"]),
        ("بلا سوابق", "=جمعيه", &[]),
    ] {
        assert!(help.contains(said), "{said}");
        let path = format!("/api/v1/events?q={}", encode(query));
        let list = get_json(&service, &path).await;
        let items = list["items"].as_array().expect("items").iter();
        let mut names: Vec<&str> = items
            .filter_map(|item| item["document"]["name"].as_str())
            .collect();
        names.sort_unstable();
        assert_eq!(names, expected, "{query}");
    }
}
