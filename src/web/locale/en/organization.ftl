# Words of the pages: organization.
organization-part-of = Part of
organization-companions = Named with it in the same events
organization-search = Search the names of organizations
organization-affiliates = People whom sources name as belonging to it
