// id: deadlines
// route: /deadlines
// group: Thời hạn
// title: Việc nào đến hạn, quá hạn?
// title-en: What is due, what is overdue?
// for: inspector
// param until: date, e.g. 2024-05-18
// param since: date, e.g. 2024-05-01
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: due, overdue, wording, form, bound, firm, directive, leads, document, issued, evidence, source, from_char, to_char
MATCH (paper:Document)-[contains:CONTAINS]->(item:Directive)
WHERE item.due IS NOT NULL AND in_view(item)
UNWIND range(0, size(item.deadline_text) - 1) AS number
WITH paper, contains, item, number, item.deadline_date[number] AS due
WHERE due <> '' AND coalesce(due <= $until, true) AND coalesce(due >= $since, true)
MATCH (source:Source {id: contains.source})
RETURN due, due < $as_of AS overdue, item.deadline_text[number] AS wording,
  item.deadline_form[number] AS form, item.deadline_bound[number] AS bound,
  item.deadline_firm[number] AS firm, item.id AS directive,
  COLLECT { MATCH (agent:Agent)-[:LEADS]->(item) RETURN DISTINCT agent.name AS name ORDER BY name } AS leads,
  coalesce(paper.number, paper.subject) AS document, paper.issue_date AS issued, item.text AS evidence, source.name AS source,
  item.from_char AS from_char, item.to_char AS to_char
ORDER BY due, paper.id, item.from_char, number
LIMIT $limit
