# Words of the pages: place.
place-index = Places
place-lies-in = Lies in
place-coordinates = Coordinates
place-search = Search the names of places
place-neighbours = Other places of the same country
place-in-maps = Open in a maps application
