//! An address in both languages is one address.

use super::{in_english, neutral};

#[test]
fn an_address_has_one_form_in_each_language() {
    for (address, english) in [
        ("/", "/en"),
        ("/?q=a", "/en?q=a"),
        ("/events?q=a", "/en/events?q=a"),
    ] {
        assert_eq!(in_english(address), english);
    }
    assert_eq!(neutral("/en"), "/");
    assert_eq!(neutral("/en/events/a"), "/events/a");
    assert_eq!(neutral("/energy"), "/energy");
}
