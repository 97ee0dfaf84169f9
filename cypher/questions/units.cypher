// id: units
// route: /units
// group: Đơn vị, cá nhân
// title: Đơn vị nào được giao nhiều việc nhất?
// title-en: Which units are charged with most?
// for: analyst
// param kind: choice unit|group|group_of_heads|position|enterprise, e.g. unit
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: unit, unit_id, kind, around, territory, leads, supports, documents
MATCH (unit:Unit)-[role:LEADS|SUPPORTS]->(item:Directive)<-[:CONTAINS]-(paper:Document)
WHERE coalesce(unit.kind = $kind, true) AND in_view(paper)
WITH unit, count(DISTINCT CASE WHEN role:LEADS THEN item END) AS leads,
  count(DISTINCT CASE WHEN role:SUPPORTS THEN item END) AS supports, count(DISTINCT paper) AS documents
RETURN unit.name AS unit, unit.id AS unit_id, unit.kind AS kind,
  COLLECT { MATCH (unit)-[:PART_OF]->(around:Unit) RETURN DISTINCT around.name AS name ORDER BY name } AS around,
  unit.territory AS territory, leads, supports, documents
ORDER BY leads DESC, supports DESC, unit_id
LIMIT $limit
