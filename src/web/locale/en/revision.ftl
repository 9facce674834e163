# Words of the pages: revision.
revision-history = History of the record:
revision-how = Every change of the record is kept as a new state; no earlier state is erased.
revision-state = State
revision-written-on = Written on
