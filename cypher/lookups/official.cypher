// People whom the words may mean: by id, else by name.
// $text: as typed; $keys: the folded name
CALL () {
  MATCH (official:Official {id: $text}) RETURN 1 AS way, official
  UNION
  UNWIND $keys AS key MATCH (official:Official) WHERE key IN official.name_keys RETURN 2 AS way, official
}
OPTIONAL MATCH (official)-[held:HOLDS]->(unit:Unit)
WITH way, official, min(held.title + ', ' + unit.name) AS office
RETURN way, official.id AS id, official.name AS name, office AS detail, NULL AS number, NULL AS date
ORDER BY way, id
LIMIT 50
