// id: units-implementing-document
// route: /documents/{document}/implementers
// group: Văn bản
// title: Đơn vị nào thực hiện văn bản này?
// title-en: Which units implement this document?
// for: inspector
// param document: document, required, e.g. 65/KH-KHCN
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: block, agent, agent_id, agent_kind, role, basis, cue, directive, document, issued, due, through, members, members_by, evidence, quote, source, from_char, to_char
MATCH (paper:Document {id: $document})
CALL (paper) {
  // those who have a part in a directive that cites the document in order to carry it out
  MATCH (paper)<-[cites:CITES]-(item:Directive)<-[role:LEADS|SUPPORTS|DIRECTS]-(agent:Agent)
  WHERE cites.function IN ['implements', 'basis']
  RETURN 1 AS place, 'direct' AS block, agent, role, item, NULL AS through
  UNION
  // those of directives that the document itself contains
  MATCH (paper)-[:CONTAINS]->(item:Directive)<-[role:LEADS|SUPPORTS|DIRECTS]-(agent:Agent)
  RETURN 2 AS place, 'own' AS block, agent, role, item, NULL AS through
  UNION
  // those of directives in a document that implements or details this one
  MATCH (paper)<-[:IMPLEMENTS|DETAILS]-(other:Document)-[:CONTAINS]->(item:Directive)
  MATCH (item)<-[role:LEADS|SUPPORTS|DIRECTS]-(agent:Agent)
  RETURN 3 AS place, 'through' AS block, agent, role, item, coalesce(other.number, other.subject) AS through
  UNION
  // those of the same section, unless they stand above already
  MATCH (paper)<-[cites:CITES]-(citing:Directive)<-[:CONTAINS]-(:Document)-[:CONTAINS]->(item:Directive)
  WHERE cites.function IN ['implements', 'basis']
    AND size(split(citing.address, '.')) > 1
    AND split(citing.address, '.')[..-1] = split(item.address, '.')[..-1]
  MATCH (item)<-[role:LEADS|SUPPORTS|DIRECTS]-(agent:Agent)
  WHERE NOT EXISTS {
    MATCH (paper)<-[above:CITES]-(:Directive)<-[:LEADS|SUPPORTS|DIRECTS]-(agent)
    WHERE above.function IN ['implements', 'basis']
  }
  RETURN 4 AS place, 'section' AS block, agent, role, item, NULL AS through
}
WITH place, block, agent, role, item, through
WHERE in_view(item)
WITH agent, collect({place: place, block: block, role: role, item: item, through: through}) AS parts
CALL (agent) {
  // the members of a group that a text lists
  OPTIONAL MATCH (agent)<-[:MEMBER_OF]-(member:Unit {kind: 'unit'})
  WITH DISTINCT member.name AS name ORDER BY name
  RETURN collect(name) AS listed
}
CALL (agent) {
  // where none does, all that is part of the same unit (every paper that says so has a PART_OF of its own, hence
  // DISTINCT at each step)
  OPTIONAL MATCH (agent)-[:PART_OF]->(around:Unit)
  WHERE agent.kind IN ['group', 'group_of_heads'] AND NOT agent.name CONTAINS 'ãnh đạo'
  WITH DISTINCT around
  OPTIONAL MATCH (around)<-[:PART_OF]-(member:Unit {kind: 'unit'})
  WITH DISTINCT around, member
  WHERE member IS NULL OR EXISTS {
    MATCH (member)-[part:PART_OF]->(around)
    MATCH (:Source {id: part.source})<-[:READ_FROM]-(saying:Document)
    WHERE in_view(saying)
  }
  WITH member.name AS name ORDER BY name
  RETURN collect(name) AS inferred
}
UNWIND parts AS part
WITH agent,
  CASE WHEN listed <> [] THEN listed WHEN inferred <> [] THEN inferred END AS members,
  CASE WHEN listed <> [] THEN 'MEMBER_OF' WHEN inferred <> [] THEN 'PART_OF' END AS members_by,
  part.place AS place, part.block AS block, part.role AS role, part.item AS item, part.through AS through
MATCH (source:Source {id: role.source})
MATCH (said_in:Document)-[:CONTAINS]->(item)
RETURN block, agent.name AS agent, agent.id AS agent_id, coalesce(agent.kind, 'official') AS agent_kind,
  toLower(type(role)) AS role, role.basis AS basis, role.cue AS cue, item.id AS directive,
  coalesce(said_in.number, said_in.subject) AS document, said_in.issue_date AS issued, item.due AS due, through,
  members, members_by, proof_of(source, role, item) AS evidence, role.quote AS quote, source.name AS source,
  role.from_char AS from_char, role.to_char AS to_char
ORDER BY place, through, item.from_char, directive, role, agent
LIMIT $limit
