// day_of(x): the day on which the document x speaks: its issue date, or the meeting's day within the month or year
// that is all that is known of it; null where neither is known.
coalesce(CASE WHEN x.meeting_date STARTS WITH x.issue_date THEN x.meeting_date END, x.issue_date)
