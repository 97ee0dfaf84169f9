// id: tasks
// route: /tasks
// group: Nhiệm vụ
// title: Các nhiệm vụ khoa học và công nghệ được nêu, theo cấp
// title-en: S&T tasks that papers name, by level
// for: inspector
// param level: choice quốc gia|bộ|tỉnh|cơ sở, e.g. tỉnh
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: level, task, task_id, directive, leads, due, document, issued, evidence, quote, source, from_char, to_char
MATCH (task:Task)<-[concerns:CONCERNS]-(item:Directive)
WHERE in_view(item) AND coalesce(task.level = $level, $level IS NULL)
MATCH (paper:Document)-[:CONTAINS]->(item)
MATCH (source:Source {id: concerns.source})
RETURN task.level AS level, task.title AS task, task.id AS task_id, item.id AS directive,
  COLLECT { MATCH (agent:Agent)-[:LEADS]->(item) RETURN DISTINCT agent.name AS name ORDER BY name } AS leads,
  item.due AS due, coalesce(paper.number, paper.subject) AS document, paper.issue_date AS issued, item.text AS evidence,
  concerns.quote AS quote, source.name AS source, concerns.from_char AS from_char, concerns.to_char AS to_char
ORDER BY level, task_id, paper.id, item.from_char
LIMIT $limit
