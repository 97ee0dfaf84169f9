// id: directives-of-unit
// route: /units/{unit}/directives
// group: Đơn vị, cá nhân
// title: Đơn vị này được giao những việc gì?
// title-en: What is this unit charged with?
// for: inspector
// param unit: unit, required, e.g. Thanh tra Sở
// param role: choice leads|supports|directs, e.g. leads
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: document, document_id, issued, directive, address, role, basis, group, kind, due, text, evidence, quote, source, from_char, to_char
MATCH (unit:Unit {id: $unit})
CALL (unit) {
  MATCH (unit)-[role:LEADS|SUPPORTS|DIRECTS]->(item:Directive)
  RETURN item, role, NULL AS group
  UNION
  // as one of a group, whose members are listed or are all parts of the same unit
  MATCH (unit)-[:MEMBER_OF]->(group:Unit)-[role:LEADS|SUPPORTS|DIRECTS]->(item:Directive)
  RETURN item, role, group.name AS group
  UNION
  // (every paper that says so has a PART_OF of its own, hence DISTINCT at each step)
  MATCH (unit)-[:PART_OF]->(around:Unit)
  WHERE unit.kind = 'unit'
  WITH DISTINCT around
  MATCH (around)<-[:PART_OF]-(group:Unit)
  WHERE group.kind IN ['group', 'group_of_heads'] AND NOT group.name CONTAINS 'ãnh đạo'
  WITH DISTINCT group
  MATCH (group)-[role:LEADS|SUPPORTS|DIRECTS]->(item:Directive)
  RETURN item, role, group.name AS group
}
WITH item, role, group
WHERE in_view(item) AND coalesce(toLower(type(role)) = $role, true)
MATCH (paper:Document)-[:CONTAINS]->(item)
MATCH (source:Source {id: role.source})
RETURN coalesce(paper.number, paper.subject) AS document, paper.id AS document_id,
  paper.issue_date AS issued, item.id AS directive, item.address AS address, toLower(type(role)) AS role,
  role.basis AS basis, group, item.kind AS kind, item.due AS due, item.text AS text,
  proof_of(source, role, item) AS evidence, role.quote AS quote, source.name AS source,
  role.from_char AS from_char, role.to_char AS to_char
ORDER BY document_id, item.from_char, directive, role, group
LIMIT $limit
