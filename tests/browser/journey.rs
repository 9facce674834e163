//! A reader's ways through the archive, with scripts switched off.

use anyhow::{Context, ensure};
use fantoccini::Locator;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::fault::Faults;
use crate::{page, stand};

/// Whether the element of an id is the target and stands within the window.
const IS_SHOWN: &str = "
    const element = document.getElementById(arguments[0]);
    if (!element || !element.matches(':target')) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.top >= 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;";

/// The background of the element of an id, and of another that is like it but not the target.
const BACKGROUNDS: &str = "
    const target = document.getElementById(arguments[0]);
    const others = [...document.querySelectorAll(arguments[1])].filter(other => !other.contains(target) && !target.contains(other));
    return [target, others[0]].map(element => element ? getComputedStyle(element).backgroundColor : null);";

#[tokio::test]
async fn a_search_from_home_finds_the_syrian_meeting() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        without_scripts(browser).await?;
        browser.visit("/").await?;
        let field = browser.find("main input[name=q]").await?;
        field.send_keys("احمد").await?;
        browser.find("main form button").await?.click().await?;
        let place = browser.place().await?;
        faults.expect(
            place.starts_with("/events?q="),
            "/",
            format!("search leads to {place}"),
        );
        let mut found = Vec::new();
        for card in browser.find_all(".results .card").await? {
            found.push(card.text().await?);
        }
        let met = found
            .iter()
            .any(|card| card.contains("المجلس السوري للتغيير"));
        faults.expect(
            met,
            &place,
            format!("the Syrian meeting is not among {found:?}"),
        );
        let marks = browser.find_all(".results mark").await?.len();
        faults.expect(marks > 0, &place, "nothing is highlighted");
        let field = browser.find("main input[name=q]").await?;
        let kept = field.prop("value").await?;
        faults.expect(
            kept.as_deref() == Some("احمد"),
            &place,
            format!("the field holds {kept:?}"),
        );
        Ok(())
    })
    .await?;
    faults.settle();
    Ok(())
}

#[tokio::test]
async fn a_facet_leads_to_an_event_and_its_evidence() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        without_scripts(browser).await?;
        browser.resize(1280).await?;
        browser.visit("/events").await?;
        let belgium = ".facets a[href*='country=BE']";
        open_around(browser, belgium).await?;
        browser.find(belgium).await?.click().await?;
        let place = browser.place().await?;
        faults.expect(
            place.contains("country=BE"),
            "/events",
            format!("led to {place}"),
        );
        let cards = browser.find_all(".results .card").await?.len();
        faults.expect(cards == 1, &place, format!("lists {cards} events, not 1"));
        browser.find(".results .card h3 a").await?.click().await?;
        let event = browser.place().await?;
        ensure!(
            event.starts_with("/events/"),
            "{place}: the card leads to {event}"
        );
        follow_evidence(browser, &event, &mut faults).await
    })
    .await?;
    faults.settle();
    Ok(())
}

/// From the first fact to the passage it rests on, and back.
async fn follow_evidence(
    browser: &Browser,
    event: &str,
    faults: &mut Faults,
) -> anyhow::Result<()> {
    browser.find(".fact a.evidence-link").await?.click().await?;
    let fragment = fragment(browser).await?;
    faults.expect(
        fragment.starts_with("evidence-"),
        event,
        format!("led to #{fragment}"),
    );
    let shown = browser.comes_true(IS_SHOWN, vec![json!(fragment)]).await?;
    faults.expect(
        shown,
        event,
        format!("#{fragment} is not shown after following its link"),
    );
    let of = vec![json!(fragment), json!(".source-text mark.evidence")];
    let colors = browser.run(BACKGROUNDS, of).await?;
    faults.expect(
        differ(&colors),
        event,
        format!("#{fragment} is not set off: {colors}"),
    );
    let back = format!("#{fragment} .back a");
    browser.find(&back).await?.click().await?;
    let fact = self::fragment(browser).await?;
    let shown = browser.comes_true(IS_SHOWN, vec![json!(fact)]).await?;
    faults.expect(
        shown,
        event,
        format!("the way back leads to #{fact}, which is not shown"),
    );
    let link = format!("#{fact} a[href='#{fragment}']");
    let closed = !browser.find_all(&link).await?.is_empty();
    faults.expect(
        closed,
        event,
        format!("#{fact} is not the fact of #{fragment}"),
    );
    Ok(())
}

#[tokio::test]
async fn a_decisions_permalink_opens_at_the_decision() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        without_scripts(browser).await?;
        let mut opened = 0;
        for event in page::list_events(browser.site()).await? {
            browser.visit(&event).await?;
            let decisions = browser.find_all(".decisions > li").await?;
            let Some(decision) = decisions.last() else {
                continue;
            };
            let link = decision.find(Locator::Css("a.permalink")).await?;
            let address = link
                .attr("href")
                .await?
                .context("a permalink without address")?;
            browser.leave().await?;
            browser.visit(&format!("{event}{address}")).await?;
            let id = address.trim_start_matches('#');
            let shown = browser.comes_true(IS_SHOWN, vec![json!(id)]).await?;
            faults.expect(shown, &event, format!("{address} is not shown when opened"));
            let colors = browser
                .run(BACKGROUNDS, vec![json!(id), json!(".decisions > li")])
                .await?;
            faults.expect(
                differ(&colors),
                &event,
                format!("{address} is not set off: {colors}"),
            );
            opened += 1;
        }
        faults.expect(
            opened > 0,
            "/events",
            "no event has decisions with permalinks",
        );
        Ok(())
    })
    .await?;
    faults.settle();
    Ok(())
}

/// Opens what an element is folded away in, as the rarer choices of a facet are.
async fn open_around(browser: &Browser, selector: &str) -> anyhow::Result<()> {
    let folded = format!("details:not([open], .drawer):has({selector}) > summary");
    for summary in browser.find_all(&folded).await? {
        summary.click().await?;
    }
    Ok(())
}

/// Switches the page's own scripts off; the driver's still run.
async fn without_scripts(browser: &Browser) -> anyhow::Result<()> {
    browser
        .command(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        )
        .await?;
    Ok(())
}

async fn fragment(browser: &Browser) -> anyhow::Result<String> {
    let place = browser.place().await?;
    Ok(place
        .split_once('#')
        .map_or(String::new(), |(_, fragment)| fragment.to_owned()))
}

fn differ(colors: &Value) -> bool {
    colors[0].is_string() && colors[0] != colors[1]
}
