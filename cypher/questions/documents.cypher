// id: documents
// route: /documents
// group: Văn bản
// title: Trong đồ thị có những văn bản nào?
// title-en: Which documents are in the graph?
// for: analyst
// param coverage: choice full|registered|cited, e.g. full
// param type: document_type, e.g. Kế hoạch
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: id, number, type, subject, issuer, issue_date, meeting_date, coverage, cited_by
MATCH (paper:Document)
WHERE coalesce(paper.coverage = $coverage, true) AND coalesce(paper.type = $type, $type IS NULL)
  AND (in_view(paper) OR paper.coverage <> 'full' AND ($collection IS NULL
    OR EXISTS { MATCH (paper)<-[:CITES]-(place) WHERE in_view(place) }))
RETURN paper.id AS id, paper.number AS number, paper.type AS type,
  coalesce(paper.subject, paper.name) AS subject, paper.issuer AS issuer, paper.issue_date AS issue_date,
  paper.meeting_date AS meeting_date, paper.coverage AS coverage, COUNT { (paper)<-[:CITES]-() } AS cited_by
ORDER BY coverage DESC, issue_date DESC, id
LIMIT $limit
