// Directives that the words may mean: by id, else by address alone.
// $text: as typed
CALL () {
  MATCH (directive:Directive {id: $text}) RETURN 1 AS way, directive
  UNION
  MATCH (directive:Directive {address: $text}) RETURN 2 AS way, directive
}
MATCH (document:Document)-[:CONTAINS]->(directive)
RETURN DISTINCT way, directive.id AS id, directive.address + ' ' + left(directive.text, 80) AS name,
  coalesce(document.number, document.subject, '') + coalesce(' · ' + document.issuer, '') AS detail, NULL AS number, document.issue_date AS date
ORDER BY way, id
LIMIT 50
