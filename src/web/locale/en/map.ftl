# The map.
map-title = Map
map-description = The events of the archive on a map: the countries and places they were held in, or the countries of those who took part.
map-how = The number in a country is that of its events and its shade the step; it leads to their list.
map-how-points = A point is a place where events were held; it grows with their number and leads to its page.
map-picture = Picture of the map
map-regions = Region shown
map-world = World
map-arab = The Arab world and its neighbours
map-maghreb = The Maghreb
map-europe = Europe
map-roles = What is counted
map-by-venue = By where they were held
map-by-participant = By countries of those who took part
map-legend = Events in the country:
map-step = { $from } to { $to }
map-step-open = { $from } or more
map-point = place where events were held
map-mark = { $name }: { $counted }
map-countries = The countries of the picture, those with most events first
map-places = The places of the picture, those with most events first
map-empty = No event that meets these conditions has a known position in this picture.
map-borders = Countries are the entries of ISO 3166-1; the archive takes no side in any dispute by how they are drawn. Source of the borders:
map-elsewhere = { $number ->
    [one] { $shown } more country with events is not drawn here.
   *[other] { $shown } more countries with events are not drawn here.
}
map-unplaced = { $number ->
    [one] { $shown } event has no known country of venue.
   *[other] { $shown } events have no known country of venue.
}
