// in_view(x): the document x, or the document that contains the directive x, counts on the two clocks (design §4
// rule 10): it is no draft, is of the collection asked for, was issued by $as_of and was held at $known_at. A date
// that is a prefix counts from its first day, or from the meeting within it; without a date it always counts.
EXISTS {
  MATCH (in_view_document:Document)-[:CONTAINS*0..1]->(x)
  MATCH (in_view_document)-[:READ_FROM]->(in_view_source:Source)
  WHERE in_view_source.ingested_at <= $known_at
    AND coalesce(in_view_source.withdrawn_at > $known_at, true)
    AND coalesce(day_of(in_view_document), $as_of) <= $as_of
    AND NOT EXISTS { (in_view_document)-[:DRAFT_OF]->(:Document) }
    AND coalesce(in_view_document.collection = $collection, $collection IS NULL)
}
