# Words of the pages: parameter.
parameter-limit = A number from 1 to 100.
parameter-cursor = Take the cursor as it stands in next of the answer before.
parameter-country = A country's code is two Latin letters of ISO 3166-1, as BE for Belgium and EH for Western Sahara.
parameter-id = An id is small Latin letters and digits with hyphens between them, as in the address of its page.
parameter-kind = The kind of event is one of: founding, meeting, conference, statement, call.
parameter-review = The state of review is reviewed or extracted.
parameter-day = Write a year as 2011, a month as 2011-08, or a day as 2011-08-06.
parameter-order = The time begins after its end: put “from” before “to”.
parameter-certain = The only value accepted is 1.
parameter-role = The role is one of: founded, convener, participant, invited, host, publisher, mentioned, venue, subject.
parameter-sort = The order is one of: relevance, date, -date, title, confidence.
parameter-page = The number of a page is from 1 to 5000.
parameter-beyond = These results fill { $pages }, no more.
parameter-letters = Write the first letters of the name: two at least.
parameter-most = Write a number from 1 to { $most }.
parameter-region = The region is one of: world, arab, maghreb, europe.
parameter-letter = Write one letter of those in the bar of letters.
