# Words of the pages: decision.
decision-list = Decisions
decision-list-sought = Search in decisions:
decision-list-description = What coalitions decided, recommended and demanded in the events of the archive, each decision with a link of its own:
decision-list-how = What those who met decided, recommended or demanded, in the archive's short form; the event's page has the words of the source.
decision-list-search = Search in decisions
decision-list-search-label = Search the decisions
decision-list-placeholder = Search the texts of decisions
decision-list-none = No decision meets these conditions.
decision-list-nothing-end = » in decisions under these conditions.
decision-list-all = All decisions
decision-list-decision = Decision
