//! A reader's ways through the archive, with scripts switched off.

use anyhow::{Context, ensure};
use fantoccini::Locator;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::fault::Faults;
use crate::{page, stand};

/// Whether the element of an id is the target and is seen: a reader who pointed at where it begins
/// would point at it, not at something that covers it or at the edge of a scrolled box.
const IS_SHOWN: &str = "
    const element = document.getElementById(arguments[0]);
    if (!element || !element.matches(':target')) return false;
    const box = element.getClientRects()[0];
    const seen = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return Boolean(seen) && element.contains(seen);";

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
        let place = browser
            .follow("main form button", |place| place.starts_with("/events"))
            .await?;
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
async fn filters_lead_to_an_event_and_its_evidence() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        without_scripts(browser).await?;
        browser.resize(1280).await?;
        browser.visit("/events").await?;
        filter_by_belgium(browser, &mut faults).await?;
        let event = browser
            .follow(".results .card h3 a", |place| place.starts_with("/events/"))
            .await?;
        ensure!(event.starts_with("/events/"), "the card leads to {event}");
        follow_evidence(browser, &event, &mut faults).await
    })
    .await?;
    faults.settle();
    Ok(())
}

/// Narrows the list to Belgium by its facet, then by the form to what took place there.
async fn filter_by_belgium(browser: &Browser, faults: &mut Faults) -> anyhow::Result<()> {
    let belgium = ".facets a[href*='country=BE']";
    let count = browser.find(&format!("{belgium} .count")).await?;
    let promised = count.html(true).await?.trim().to_owned();
    browser.point_at(belgium).await?;
    let arrived = "return location.search.includes('country=BE');";
    let arrived = browser.comes_true(arrived, Vec::new()).await?;
    faults.expect(arrived, "/events", "the facet of Belgium does not filter");
    let place = browser.place().await?;
    let cards = browser.find_all(".results .card").await?.len();
    faults.expect(
        cards.to_string() == promised,
        &place,
        format!("lists {cards} events where the facet promised {promised}"),
    );
    browser.find("form.filter summary").await?.click().await?;
    let venue = "form.filter select[name=role] option[value=venue]";
    browser.find(venue).await?.click().await?;
    let apply = "form.filter details button";
    let place = browser
        .follow(apply, |place| place.contains("role=venue"))
        .await?;
    let kept = place.contains("country=BE") && place.contains("role=venue");
    faults.expect(kept, &place, format!("the form lost a filter: {place}"));
    let cards = browser.find_all(".results .card").await?.len();
    faults.expect(cards == 1, &place, format!("lists {cards} events, not 1"));
    Ok(())
}

/// From the first fact to the passage it rests on, and back.
async fn follow_evidence(
    browser: &Browser,
    event: &str,
    faults: &mut Faults,
) -> anyhow::Result<()> {
    let link = browser.find(".fact a.evidence-link").await?;
    let fact = "return arguments[0].closest('.fact').id;";
    let fact = browser.run(fact, vec![json!(link)]).await?;
    let fact = fact.as_str().unwrap_or_default();
    link.click().await?;
    let moved = "return location.hash.length > 1;";
    browser.comes_true(moved, Vec::new()).await?;
    let passage = fragment(browser).await?;
    let led = passage.starts_with("evidence-");
    faults.expect(led, event, format!("evidence leads to #{passage}"));
    let shown = browser.comes_true(IS_SHOWN, vec![json!(passage)]).await?;
    faults.expect(shown, event, format!("#{passage} is not shown at its link"));
    let of = vec![json!(passage), json!(".source-text mark.evidence")];
    let colors = browser.run(BACKGROUNDS, of).await?;
    faults.expect(
        differ(&colors),
        event,
        format!("#{passage} is not set off: {colors}"),
    );
    let back = format!(".source-text .back a[href='#{fact}']");
    browser.find(&back).await?.click().await?;
    let shown = browser.comes_true(IS_SHOWN, vec![json!(fact)]).await?;
    faults.expect(
        shown,
        event,
        format!("#{fact} is not shown on the way back"),
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

#[tokio::test]
async fn a_correction_is_written_from_the_page_of_its_event() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        without_scripts(browser).await?;
        let events = page::list_events(browser.site()).await?;
        let event = events.first().context("/events leads to no event")?;
        browser.visit(event).await?;
        browser.point_at(".cite a[rel=nofollow]").await?;
        let arrived = "return Boolean(document.getElementById('fact'));";
        let arrived = browser.comes_true(arrived, Vec::new()).await?;
        faults.expect(arrived, event, "no way to the form of a correction");
        let fact = browser.find("#fact option:nth-child(2)").await?;
        fact.click().await?;
        let wrong = "العدد 89 لا 98";
        browser.find("#wrong").await?.send_keys(wrong).await?;
        browser.point_at("form.filter button").await?;
        let written = "return Boolean(document.getElementById('body'));";
        let written = browser.comes_true(written, Vec::new()).await?;
        faults.expect(written, event, "no letter is written");
        let body = browser.find("#body").await?.prop("value").await?;
        let body = body.unwrap_or_default();
        for part in [wrong, event, "#fact-"] {
            faults.expect(
                body.contains(part),
                event,
                format!("the letter lacks {part}: {body}"),
            );
        }
        Ok(())
    })
    .await?;
    faults.settle();
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
