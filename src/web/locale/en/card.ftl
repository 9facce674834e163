# Words of the pages: card.
card-inferred = inferred date
card-undated = Date not known
card-not-reviewed = Not yet reviewed
card-found-as = Found as:
card-found-in-names = Found in the names of the archive:
card-founded = founded
card-called = called by
