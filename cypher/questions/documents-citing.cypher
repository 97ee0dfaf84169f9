// id: documents-citing
// route: /documents/{document}/citing
// group: Văn bản
// title: Văn bản nào dẫn văn bản này?
// title-en: Which documents cite this one?
// for: reviewer
// param document: document, required, e.g. 29/2023/QĐ-TTg
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: document, document_id, type, date, issuer, function, pins, directive, evidence, quote, source, from_char, to_char
MATCH (cited:Document {id: $document})
CALL (cited) {
  MATCH (citing:Document)-[cites:CITES]->(cited)
  RETURN citing, cites, NULL AS item
  UNION
  MATCH (citing:Document)-[:CONTAINS]->(item:Directive)-[cites:CITES]->(cited)
  RETURN citing, cites, item
}
WITH citing, cites, item
WHERE in_view(citing)
MATCH (source:Source {id: cites.source})
RETURN coalesce(citing.number, citing.subject) AS document, citing.id AS document_id, citing.type AS type,
  citing.issue_date AS date, citing.issuer AS issuer, cites.function AS function, cites.pins AS pins,
  item.id AS directive, coalesce(item.text, line_at(source, cites)) AS evidence, cites.quote AS quote,
  source.name AS source, cites.from_char AS from_char, cites.to_char AS to_char
ORDER BY date, document_id, from_char
LIMIT $limit
