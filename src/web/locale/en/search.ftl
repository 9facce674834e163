# Words of the pages: search.
search-button = Search
search-site = Search the whole archive
search-site-label = Search the archive
search-placeholder = Event, country, organization or person
search-completions = Names that begin with what you typed
