// id: directives-without-lead
// route: /directives/without-lead
// group: Trách nhiệm
// title: Việc nào không rõ ai chủ trì?
// title-en: Which orders have no lead?
// for: inspector
// param document: document, e.g. thong-bao-giao-ban-2024-05.txt
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: document, document_id, directive, address, directs, supports, due, text, source, from_char, to_char
MATCH (paper:Document)-[contains:CONTAINS]->(item:Directive)
WHERE item.kind IN ['order', 'request'] AND NOT EXISTS { (:Agent)-[:LEADS]->(item) }
  AND coalesce(paper.id = $document, true) AND in_view(paper)
MATCH (source:Source {id: contains.source})
RETURN coalesce(paper.number, paper.subject) AS document, paper.id AS document_id, item.id AS directive,
  item.address AS address,
  COLLECT { MATCH (agent:Agent)-[:DIRECTS]->(item) RETURN agent.name AS name ORDER BY name } AS directs,
  COLLECT { MATCH (agent:Agent)-[:SUPPORTS]->(item) RETURN agent.name AS name ORDER BY name } AS supports,
  item.due AS due, item.text AS text, source.name AS source, item.from_char AS from_char,
  item.to_char AS to_char
ORDER BY document_id, from_char, address
LIMIT $limit
