//! What a first visit costs: bytes over the wire, and whether anything moves once it is shown.

use anyhow::Context;

use crate::fault::Faults;
use crate::{page, stand};

/// Bytes over the wire of the page with all that it loads, and of these the typefaces; and by how much of the window
/// its parts have moved.
const COST: &str = "
    const done = arguments[0];
    document.fonts.ready.then(() => {
        const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
        const weight = files => files.reduce((sum, file) => sum + file.transferSize, 0);
        let shift = 0;
        const watch = new PerformanceObserver(() => {});
        watch.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
            for (const entry of watch.takeRecords()) shift += entry.value;
            done({ all: weight(loaded), type: weight(loaded.filter(file => file.name.includes('.woff2'))), shift });
        }, 300);
    });";

#[tokio::test]
async fn a_first_visit_is_light_and_nothing_moves() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    let site = stand::take()?;
    let events = page::list_events(&site.site.address).await?;
    let event = events.first().context("/events leads to no event")?;
    for path in [
        "/",
        "/events",
        event,
        &format!("/en{event}"),
        "/organizations",
        "/map",
    ] {
        // A browser of its own: it has nothing at hand.
        stand::browse(async |browser| {
            browser.resize(390).await?;
            browser.visit(path).await?;
            let cost = browser.run_async(COST, Vec::new()).await?;
            let number = |name: &str| cost[name].as_f64().unwrap_or(f64::INFINITY);
            let is_light = number("all") <= 102_400.0 && number("all") > 5_000.0;
            faults.expect(is_light, path, format!("weighs {cost}"));
            let own = number("all") - number("type");
            // The map is a picture of the world.
            let most = if path == "/map" { 51_200.0 } else { 20_480.0 };
            faults.expect(own <= most, path, format!("weighs {own} without typefaces"));
            faults.expect(cost["shift"] == 0, path, format!("moves: {cost}"));
            Ok(())
        })
        .await?;
    }
    faults.settle();
    Ok(())
}
