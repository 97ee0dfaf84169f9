// id: document-citations
// route: /documents/{document}/basis
// group: Văn bản
// title: Văn bản này dẫn những văn bản nào, làm căn cứ hay để thực hiện?
// title-en: Which documents does this one cite, and what for?
// for: reviewer
// param document: document, required, e.g. 488/KH-UBND
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: function, cited, cited_id, type, date, issuer, pins, status, coverage, candidates, directive, evidence, quote, source, from_char, to_char
MATCH (paper:Document {id: $document})
WHERE in_view(paper)
CALL (paper) {
  MATCH (paper)-[cites:CITES]->(cited:Document)
  RETURN cites, cited, NULL AS item
  UNION
  MATCH (paper)-[:CONTAINS]->(item:Directive)-[cites:CITES]->(cited:Document)
  RETURN cites, cited, item
}
MATCH (source:Source {id: cites.source})
RETURN cites.function AS function, coalesce(cited.number, cited.name, cited.id) AS cited, cited.id AS cited_id,
  cited.type AS type, cited.issue_date AS date, cited.issuer AS issuer, cites.pins AS pins, cites.status AS status,
  cited.coverage AS coverage,
  COLLECT { MATCH (cited)-[may:MAY_BE]->(known:Document) RETURN known.id AS id ORDER BY may.score DESC, id }
    AS candidates,
  item.id AS directive, coalesce(item.text, line_at(source, cites)) AS evidence, cites.quote AS quote,
  source.name AS source, cites.from_char AS from_char, cites.to_char AS to_char
ORDER BY from_char, cited_id
LIMIT $limit
