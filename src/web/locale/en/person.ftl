# Words of the pages: person.
person-index = People
person-functions = Function in the sources
person-in-list = in the list of events
