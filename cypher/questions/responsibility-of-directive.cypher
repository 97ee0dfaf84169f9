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
  RETURN 1 AS place, agent, said, NULL AS title
  UNION
  MATCH (agent:Agent)-[said:DIRECTS]->(item)
  RETURN 2 AS place, agent, said, NULL AS title
  UNION
  MATCH (agent:Agent)-[said:LEADS]->(item)
  RETURN 3 AS place, agent, said, NULL AS title
  UNION
  MATCH (agent:Agent)-[said:SUPPORTS]->(item)
  RETURN 4 AS place, agent, said, NULL AS title
  UNION
  MATCH (item)-[said:DELIVERS_TO]->(agent:Agent)
  RETURN 5 AS place, agent, said, NULL AS title
  UNION
  MATCH (paper)-[said:SIGNED_BY]->(agent:Official)
  RETURN 6 AS place, agent, said,
    reduce(words = '', mark IN said.capacity | words + mark + '. ') + coalesce(said.title, '') AS title
  UNION
  MATCH (item)-[said:CITES]->(agent:Document)
  RETURN 7 AS place, agent, said, said.function AS title
}
MATCH (source:Source {id: said.source})
OPTIONAL MATCH (agent)-[held:HOLDS {source: said.source}]->(:Unit)
WITH place, agent, said, title, item, source, min(held.title) AS office
WITH collect({place: place, agent: agent, said: said, title: coalesce(title, office), item: item, source: source})
  AS parts, collect(DISTINCT place) AS places
UNWIND parts AS part
// steps are counted among those that there are
WITH size([place IN places WHERE place <= part.place]) AS step, part.agent AS agent, part.said AS said,
  part.title AS title, part.item AS item, part.source AS source
RETURN step, toLower(type(said)) AS role, coalesce(agent.name, agent.number, agent.id) AS agent, agent.id AS agent_id,
  CASE WHEN agent:Document THEN 'document' WHEN agent:Official THEN 'official' ELSE agent.kind END AS agent_kind,
  title, said.basis AS basis, said.cue AS cue,
  CASE WHEN said:ORDERS OR said:SIGNED_BY THEN line_at(source, said) ELSE proof_of(source, said, item) END AS evidence,
  said.quote AS quote, source.name AS source, said.from_char AS from_char, said.to_char AS to_char
ORDER BY step, from_char, agent
LIMIT $limit
