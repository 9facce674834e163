# Counted nouns. `$number` is the plural category, `zero` for none, `$shown` is the number as a page writes it.
event-count = { $number ->
    [zero] no events
    [one] { $shown } event
   *[other] { $shown } events
}
event-count-genitive = { $number ->
    [zero] no events
    [one] { $shown } event
   *[other] { $shown } events
}
event-noun = { $number ->
    [one] event
   *[other] events
}
country-count = { $number ->
    [zero] no countries
    [one] { $shown } country
   *[other] { $shown } countries
}
country-count-genitive = { $number ->
    [zero] no countries
    [one] { $shown } country
   *[other] { $shown } countries
}
country-noun = { $number ->
    [one] country
   *[other] countries
}
organization-count = { $number ->
    [zero] no organizations
    [one] { $shown } organization
   *[other] { $shown } organizations
}
organization-count-genitive = { $number ->
    [zero] no organizations
    [one] { $shown } organization
   *[other] { $shown } organizations
}
organization-noun = { $number ->
    [one] organization
   *[other] organizations
}
body-count = { $number ->
    [zero] no bodies
    [one] { $shown } body
   *[other] { $shown } bodies
}
body-count-genitive = { $number ->
    [zero] no bodies
    [one] { $shown } body
   *[other] { $shown } bodies
}
body-noun = { $number ->
    [one] body
   *[other] bodies
}
person-count = { $number ->
    [zero] no people
    [one] { $shown } person
   *[other] { $shown } people
}
person-count-genitive = { $number ->
    [zero] no people
    [one] { $shown } person
   *[other] { $shown } people
}
person-noun = { $number ->
    [one] person
   *[other] people
}
place-count = { $number ->
    [zero] no places
    [one] { $shown } place
   *[other] { $shown } places
}
place-count-genitive = { $number ->
    [zero] no places
    [one] { $shown } place
   *[other] { $shown } places
}
place-noun = { $number ->
    [one] place
   *[other] places
}
decision-count = { $number ->
    [zero] no decisions
    [one] { $shown } decision
   *[other] { $shown } decisions
}
decision-count-genitive = { $number ->
    [zero] no decisions
    [one] { $shown } decision
   *[other] { $shown } decisions
}
decision-noun = { $number ->
    [one] decision
   *[other] decisions
}
quotation-count = { $number ->
    [zero] no quotations
    [one] { $shown } quotation
   *[other] { $shown } quotations
}
quotation-count-genitive = { $number ->
    [zero] no quotations
    [one] { $shown } quotation
   *[other] { $shown } quotations
}
quotation-noun = { $number ->
    [one] quotation
   *[other] quotations
}
day-count = { $number ->
    [zero] no days
    [one] { $shown } day
   *[other] { $shown } days
}
day-count-genitive = { $number ->
    [zero] no days
    [one] { $shown } day
   *[other] { $shown } days
}
day-noun = { $number ->
    [one] day
   *[other] days
}
page-count = { $number ->
    [zero] no pages
    [one] { $shown } page
   *[other] { $shown } pages
}
page-count-genitive = { $number ->
    [zero] no pages
    [one] { $shown } page
   *[other] { $shown } pages
}
page-noun = { $number ->
    [one] page
   *[other] pages
}
source-count = { $number ->
    [zero] no sources
    [one] { $shown } source
   *[other] { $shown } sources
}
source-count-genitive = { $number ->
    [zero] no sources
    [one] { $shown } source
   *[other] { $shown } sources
}
source-noun = { $number ->
    [one] source
   *[other] sources
}
revision-count = { $number ->
    [zero] no states
    [one] { $shown } state
   *[other] { $shown } states
}
revision-count-genitive = { $number ->
    [zero] no states
    [one] { $shown } state
   *[other] { $shown } states
}
revision-noun = { $number ->
    [one] state
   *[other] states
}
completion-count = { $number ->
    [zero] no suggestions
    [one] 1 suggestion
   *[other] { $shown } suggestions
}
pair-count = { $number ->
    [zero] no pairs
    [one] { $shown } pair
   *[other] { $shown } pairs
}
pair-count-genitive = { $number ->
    [zero] no pairs
    [one] { $shown } pair
   *[other] { $shown } pairs
}
pair-noun = { $number ->
    [one] pair
   *[other] pairs
}
