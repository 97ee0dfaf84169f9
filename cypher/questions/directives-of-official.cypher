// id: directives-of-official
// route: /officials/{official}/directives
// group: Đơn vị, cá nhân
// title: Người này được giao những việc gì?
// title-en: What is this official charged with?
// for: inspector
// param official: official, required, e.g. Triệu Ngọc Trung
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: document, document_id, issued, directive, address, role, basis, cue, title, kind, due, text, evidence, quote, source, from_char, to_char
MATCH (official:Official {id: $official})-[role:LEADS|SUPPORTS|DIRECTS]->(item:Directive)
WHERE in_view(item)
MATCH (paper:Document)-[:CONTAINS]->(item)
MATCH (source:Source {id: role.source})
OPTIONAL MATCH (official)-[held:HOLDS {source: role.source}]->(:Unit)
WITH paper, item, role, source, min(held.title) AS title
RETURN coalesce(paper.number, paper.subject) AS document, paper.id AS document_id,
  paper.issue_date AS issued, item.id AS directive, item.address AS address, toLower(type(role)) AS role,
  role.basis AS basis, role.cue AS cue, title, item.kind AS kind, item.due AS due, item.text AS text,
  proof_of(source, role, item) AS evidence, role.quote AS quote, source.name AS source,
  role.from_char AS from_char, role.to_char AS to_char
ORDER BY document_id, item.from_char, directive, role
LIMIT $limit
