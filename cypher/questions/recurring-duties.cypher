// id: recurring-duties
// route: /deadlines/recurring
// group: Thời hạn
// title: Việc nào phải làm định kỳ?
// title-en: What has to be done again and again?
// for: inspector
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: wording, rule, firm, directive, leads, document, issued, evidence, source, from_char, to_char
MATCH (paper:Document)-[contains:CONTAINS]->(item:Directive)
WHERE 'recurring' IN item.deadline_form AND in_view(item)
UNWIND range(0, size(item.deadline_text) - 1) AS number
WITH paper, contains, item, number
WHERE item.deadline_form[number] = 'recurring'
MATCH (source:Source {id: contains.source})
RETURN item.deadline_text[number] AS wording, CASE item.deadline_rule[number] WHEN '' THEN NULL
    ELSE item.deadline_rule[number] END AS rule, item.deadline_firm[number] AS firm, item.id AS directive,
  COLLECT { MATCH (agent:Agent)-[:LEADS]->(item) RETURN DISTINCT agent.name AS name ORDER BY name } AS leads,
  coalesce(paper.number, paper.subject) AS document, paper.issue_date AS issued, item.text AS evidence,
  source.name AS source, item.from_char AS from_char, item.to_char AS to_char
ORDER BY paper.id, item.from_char, number
LIMIT $limit
