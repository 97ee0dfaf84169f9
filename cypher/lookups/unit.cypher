// Units that the words may mean: by id, else by any of their names.
// $text: as typed; $keys: the folded name
CALL () {
  MATCH (unit:Unit {id: $text}) RETURN 1 AS way, unit
  UNION
  UNWIND $keys AS key MATCH (unit:Unit) WHERE key IN unit.name_keys RETURN 2 AS way, unit
}
OPTIONAL MATCH (unit)-[:PART_OF]->(around:Unit)
WITH way, unit, min(around.name) AS around
RETURN way, unit.id AS id, unit.name AS name, coalesce(around, unit.territory,
    // of units that their papers do not settle, only the paper tells one from another
    head(COLLECT { MATCH (unit)<-[:MENTIONS]-(paper:Document)
      RETURN coalesce(paper.number, paper.subject, paper.id) AS paper ORDER BY paper LIMIT 1 })) AS detail, NULL AS number, NULL AS date
ORDER BY way, id
LIMIT 50
