// id: responsibility-of-directive
// route: /directives/{directive}/responsibility
// group: Trách nhiệm
// title: Ai chịu trách nhiệm về nội dung này?
// title-en: Who answers for this directive?
// for: inspector
// param directive: directive, required, e.g. 4.1
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: step, role, agent, agent_id, agent_kind, title, basis, cue, evidence, quote, source, from_char, to_char
MATCH (paper:Document)-[:CONTAINS]->(item:Directive {id: $directive})
WHERE in_view(paper)
CALL (paper, item) {
  MATCH (agent:Agent)-[said:ORDERS]->(paper)
  RETURN 1 AS step, agent, said, NULL AS title, paper.subject AS evidence
  UNION
  MATCH (agent:Agent)-[said:DIRECTS]->(item)
  RETURN 2 AS step, agent, said, NULL AS title, item.text AS evidence
  UNION
  MATCH (agent:Agent)-[said:LEADS]->(item)
  RETURN 3 AS step, agent, said, NULL AS title, item.text AS evidence
  UNION
  MATCH (agent:Agent)-[said:SUPPORTS]->(item)
  RETURN 4 AS step, agent, said, NULL AS title, item.text AS evidence
  UNION
  MATCH (item)-[said:DELIVERS_TO]->(agent:Agent)
  RETURN 5 AS step, agent, said, NULL AS title, item.text AS evidence
  UNION
  MATCH (paper)-[said:SIGNED_BY]->(agent:Official)
  RETURN 6 AS step, agent, said,
    reduce(words = '', mark IN said.capacity | words + mark + '. ') + coalesce(said.title, '') AS title,
    paper.subject AS evidence
  UNION
  MATCH (item)-[said:CITES]->(agent:Document)
  RETURN 7 AS step, agent, said, said.function AS title, item.text AS evidence
}
MATCH (source:Source {id: said.source})
OPTIONAL MATCH (agent)-[held:HOLDS {source: said.source}]->(:Unit)
WITH step, agent, said, title, evidence, source, min(held.title) AS office
RETURN step, toLower(type(said)) AS role, coalesce(agent.name, agent.number, agent.id) AS agent, agent.id AS agent_id,
  CASE WHEN agent:Document THEN 'document' WHEN agent:Official THEN 'official' ELSE agent.kind END AS agent_kind,
  coalesce(title, office) AS title, said.basis AS basis, said.cue AS cue, evidence, said.quote AS quote,
  source.name AS source, said.from_char AS from_char, said.to_char AS to_char
ORDER BY step, from_char, agent
LIMIT $limit
