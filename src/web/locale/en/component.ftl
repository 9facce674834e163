# The page that shows every part of the design.
component-title = Parts of the design
component-how = Every part of the site’s design in each of its states, by the very templates that make the pages. Move with the keyboard to see the focus.
component-buttons = Buttons and links
component-chips = Chips: chosen and not, and filters that are set
component-badges = Badges
component-notices = Notices
component-reason = This is an example of a reason for a withdrawal.
component-list = The list: facets, bars, cards and pages
component-empty = An empty result
component-forms = Forms
component-forms-wrong = A form with something amiss
component-table = Table
component-vocabulary = Kinds of events and their terms in data
component-term = Term
component-light = Light up the first piece of evidence in the text
