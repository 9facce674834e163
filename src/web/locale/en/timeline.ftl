# The line of time.
timeline-title = Timeline
timeline-description = The events of the archive in time; what is not known to the day is shown as a span.
timeline-as-list = The same as a list
timeline-how = Each number is an event and leads to its page; the table below the picture follows the same numbers. What is not known to the day is a span with soft ends; a broken circle is a date that is not known to the day or was inferred.
timeline-picture = Picture of the timeline
timeline-table = The events of the picture in the order of time
timeline-number = Number
timeline-when = Date
timeline-event = Event
timeline-inferred = inferred date
timeline-empty = No dated event meets these conditions.
timeline-undated = Events without a known date
timeline-and = { "; " }
timeline-left-out = { $number ->
    [one] { $shown } later event is not drawn.
   *[other] { $shown } later events are not drawn.
}
