# Words of the pages: home.
home-title = Coalition-founding events
home-heading = Who met whom, where, and what they agreed on
home-claim = Sijill is a public archive of coalition-founding events as Arabic documents tell them: who called them and who took part, when and where they were held, and what they decided. Every fact leads to its words in the source, and what the archive inferred is told apart from what the document says.
home-empty = There are no events in the archive yet.
home-newest = Newest events
home-oldest = Oldest events
home-all = All events
home-by-kind = By kind of event
home-by-country = By country
home-all-countries = All countries
home-by-organization = By organization
home-all-organizations = All organizations
home-pictures = The archive in pictures
