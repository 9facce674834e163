# Words of the pages: person.
person-index = People
person-functions = Function in the sources
person-search = Search the names of people
person-people = People named in the same events
