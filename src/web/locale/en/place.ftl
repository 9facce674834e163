# Words of the pages: place.
place-index = Places
place-lies-in = Lies in
place-coordinates = Coordinates
