# Words of the pages: country.
country-index = Countries
country-index-have-a-part = have a part in an event of the archive.
country-index-country = Country
country-index-events = Events that concern it
country-index-held-there = Held there
country-events = Events
country-organizations = Its organizations in the archive
country-search = Search the names of countries
country-neighbours = Countries with a part in the same events
country-places = Its places in the archive
