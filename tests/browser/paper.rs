//! On paper an event is the record, its source and its permanent address, without the site's controls.

use anyhow::Context;
use serde_json::json;

use crate::browser::Look;
use crate::fault::Faults;
use crate::{page, stand};

/// Whether any element of a selector takes room on the page.
const TAKES_ROOM: &str = "
    return [...document.querySelectorAll(arguments[0])].some(element => element.getClientRects().length > 0);";

#[tokio::test]
async fn an_event_prints_without_controls_and_with_its_address() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        let events = page::list_events(browser.site()).await?;
        let event = events.first().context("/events leads to no event")?;
        browser.visit(event).await?;
        browser.draw(Look::Print).await?;
        for selector in ["nav", "form", "button", ".skip"] {
            let shown = browser.run(TAKES_ROOM, vec![json!(selector)]).await?;
            faults.expect(shown == false, event, format!("{selector} is printed"));
        }
        for selector in ["h1", "dl.facts", ".source-text"] {
            let shown = browser.run(TAKES_ROOM, vec![json!(selector)]).await?;
            faults.expect(shown == true, event, format!("{selector} is not printed"));
        }
        let words = browser.find("main").await?.text().await?;
        let permalink = format!("{}{event}", browser.site());
        faults.expect(
            words.contains(&permalink),
            event,
            "the permanent address is not printed",
        );
        Ok(())
    })
    .await?;
    faults.settle();
    Ok(())
}
