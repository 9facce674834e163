//! A reader without a mouse: the first Tab reaches the way to the content, and focus is seen.

use anyhow::Context;
use fantoccini::key::Key;
use serde_json::Value;

use crate::browser::Browser;
use crate::fault::Faults;
use crate::{page, stand};

/// Where the focus is, and whether it is seen there: within the window and with an outline.
const FOCUS: &str = "
    const element = document.activeElement, box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
        name: element.localName + (element.id && '#' + element.id) + [...element.classList].map(name => '.' + name).join(''),
        href: element.getAttribute('href'),
        inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1,
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    };";

#[tokio::test]
async fn the_keyboard_reaches_the_content_first() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        let events = page::list_events(browser.site()).await?;
        let event = events.first().context("/events leads to no event")?;
        for path in ["/", "/events", event] {
            browser.leave().await?;
            browser.visit(path).await?;
            browser.press(Key::Tab).await?;
            let focus = settle(browser).await?;
            let is_skip = focus["href"] == "#main";
            faults.expect(
                is_skip,
                path,
                format!("Tab first reaches {}", focus["name"]),
            );
            faults.expect(
                seen(&focus),
                path,
                format!("the skip link is not seen: {focus}"),
            );
            browser.press(Key::Enter).await?;
            let in_main =
                "return document.activeElement.id === 'main' && location.hash === '#main';";
            let moved = browser.comes_true(in_main, Vec::new()).await?;
            faults.expect(
                moved,
                path,
                "Enter on the skip link does not move to the content",
            );
            browser.press(Key::Tab).await?;
            let focus = settle(browser).await?;
            faults.expect(seen(&focus), path, format!("focus is not seen: {focus}"));
            let inside = "return document.querySelector('main').contains(document.activeElement);";
            let inside = browser.run(inside, Vec::new()).await?;
            faults.expect(
                inside == true,
                path,
                format!("Tab then leaves for {}", focus["name"]),
            );
        }
        Ok(())
    })
    .await?;
    faults.settle();
    Ok(())
}

/// The focus once it is seen, or as it is when the page has not scrolled to it in time.
async fn settle(browser: &Browser) -> anyhow::Result<Value> {
    let seen =
        format!("const focus = (() => {{ {FOCUS} }})(); return focus.inside && focus.outlined;");
    browser.comes_true(&seen, Vec::new()).await?;
    browser.run(FOCUS, Vec::new()).await
}

fn seen(focus: &Value) -> bool {
    focus["inside"] == true && focus["outlined"] == true
}
