# Words of the pages: organization.
organization-part-of = Part of
organization-all-events = Its events in the list
organization-companions = Named with it in the same events
organization-network = Its network
organization-map = Its events on the map
