# The network of organizations.
network-title = Network of organizations
network-description = Organizations and coalitions of the archive that appear in the same events, as a picture and as tables.
network-whole = The whole network
network-how = Each mark is an organization; it grows with its events and leads to what is around it. A square is a coalition. A line is shared events; it is the thicker the more they are. The two tables below say what the picture shows.
network-picture = Picture of the network
network-around = What is around it
network-kind = Kind
network-organizations = The organizations of the picture
network-pairs = Shared events, most first
network-first = Organization
network-second = With
network-shared = Number of shared events
network-which = The events, if no more than five
network-line = { $first } with { $second }: { $counted }
network-empty = No organization appears in the events that meet these conditions.
network-narrow = Narrow the conditions in the list
network-all-pairs = Table of all pairs
network-pairs-title = Organizations in the same events
network-as-picture = These pairs as a picture
network-index = The index of all organizations
network-other-nodes = { $number ->
    [one] { $shown } more organization with fewer events is not drawn.
   *[other] { $shown } more organizations with fewer events are not drawn.
}
network-other-pairs = { $number ->
    [one] Between those drawn, { $shown } weaker line is not.
   *[other] Between those drawn, { $shown } weaker lines are not.
}
