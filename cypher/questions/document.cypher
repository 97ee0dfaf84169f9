// id: document
// route: /documents/{document}
// group: Văn bản
// title: Văn bản này là gì?
// title-en: What is this document?
// for: inspector
// param document: document, required, e.g. 488/KH-UBND
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: id, number, type, subject, issuer, issue_date, meeting_date, territory, coverage, ordered_by, signers, directives, citations, cited_by, candidates, sources
MATCH (paper:Document {id: $document})
WHERE in_view(paper) OR paper.coverage <> 'full' AND ($collection IS NULL
  OR EXISTS { MATCH (paper)<-[:CITES]-(place) WHERE in_view(place) })
RETURN paper.id AS id, paper.number AS number, paper.type AS type,
  coalesce(paper.subject, paper.name) AS subject, paper.issuer AS issuer, paper.issue_date AS issue_date,
  paper.meeting_date AS meeting_date, paper.territory AS territory, paper.coverage AS coverage,
  COLLECT { MATCH (agent:Agent)-[:ORDERS]->(paper) RETURN agent.name AS name ORDER BY name } AS ordered_by,
  COLLECT { MATCH (paper)-[:SIGNED_BY]->(official:Official) RETURN official.name AS name ORDER BY name } AS signers,
  COUNT { (paper)-[:CONTAINS]->(:Directive) } AS directives,
  COUNT { (paper)-[:CONTAINS*0..1]->()-[:CITES]->(:Document) } AS citations,
  COUNT { (paper)<-[:CITES]-() } AS cited_by,
  COLLECT { MATCH (paper)-[may:MAY_BE]->(known:Document) RETURN known.id AS id ORDER BY may.score DESC, id }
    AS candidates,
  COLLECT { MATCH (paper)-[:READ_FROM]->(source:Source) RETURN source.name AS name ORDER BY name } AS sources
ORDER BY id
LIMIT $limit
