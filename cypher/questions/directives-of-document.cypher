// id: directives-of-document
// route: /documents/{document}/directives
// group: Văn bản
// title: Văn bản này giao những việc gì, cho ai?
// title-en: What does this document order, and of whom?
// for: inspector
// param document: document, required, e.g. thong-bao-giao-ban-2024-05.txt
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: address, directive, kind, heading, directs, leads, supports, due, deadlines, text, source, from_char, to_char
MATCH (paper:Document {id: $document})-[contains:CONTAINS]->(item:Directive)
WHERE in_view(paper)
MATCH (source:Source {id: contains.source})
RETURN item.address AS address, item.id AS directive, item.kind AS kind, item.heading AS heading,
  COLLECT { MATCH (agent:Agent)-[:DIRECTS]->(item) RETURN agent.name AS name ORDER BY name } AS directs,
  COLLECT { MATCH (agent:Agent)-[:LEADS]->(item) RETURN agent.name AS name ORDER BY name } AS leads,
  COLLECT { MATCH (agent:Agent)-[:SUPPORTS]->(item) RETURN agent.name AS name ORDER BY name } AS supports,
  item.due AS due, item.deadline_text AS deadlines, item.text AS text, source.name AS source,
  item.from_char AS from_char, item.to_char AS to_char
ORDER BY from_char, address
LIMIT $limit
