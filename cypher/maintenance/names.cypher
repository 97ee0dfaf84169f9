// Under which names papers know agents and tasks; papers that say the same are one row.
// $ids: ids of agents and tasks
UNWIND $ids AS id
CALL (id) {
  MATCH (:Document)-[said:MENTIONS]->(agent:Agent {id: id})
  RETURN CASE WHEN agent:Unit THEN 'Unit' ELSE 'Official' END AS label, {
    name: said.name, name_keys: said.name_keys, short_name: said.short_name, aliases: said.aliases, kind: said.kind,
    territory: said.territory
  } AS values
  UNION
  MATCH (:Directive)-[said:CONCERNS]->(task:Task {id: id})
  RETURN 'Task' AS label, {title: said.title, level: said.level} AS values
}
RETURN label, id, values
