// id: unsettled-citations
// route: /citations/unsettled
// group: Văn bản
// title: Viện dẫn nào chưa xác định được văn bản?
// title-en: Which citations do not settle which document is meant?
// for: reviewer
// param document: document, e.g. thong-bao-giao-ban-2024-05.txt
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: document, document_id, cited, date, issuer, candidates, scores, reasons, directive, quote, source, from_char, to_char
MATCH (stub:Document)<-[cites:CITES {status: 'stub'}]-(place:Directive|Document)
MATCH (paper:Document)-[:CONTAINS*0..1]->(place)
WHERE coalesce(paper.id = $document, true) AND in_view(paper)
MATCH (source:Source {id: cites.source})
RETURN coalesce(paper.number, paper.subject) AS document, paper.id AS document_id,
  coalesce(cites.number, cites.name, cites.quote) AS cited, cites.date AS date, cites.issuer AS issuer,
  COLLECT { MATCH (stub)-[may:MAY_BE]->(known:Document) RETURN known.id AS id ORDER BY may.score DESC, id }
    AS candidates,
  COLLECT { MATCH (stub)-[may:MAY_BE]->(known:Document) RETURN may.score AS score ORDER BY score DESC, known.id }
    AS scores,
  COLLECT { MATCH (stub)-[may:MAY_BE]->(known:Document) RETURN may.reason AS reason ORDER BY may.score DESC, known.id }
    AS reasons,
  CASE WHEN place:Directive THEN place.id END AS directive, cites.quote AS quote, source.name AS source,
  cites.from_char AS from_char, cites.to_char AS to_char
ORDER BY document_id, from_char
LIMIT $limit
