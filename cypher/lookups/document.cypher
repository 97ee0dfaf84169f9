// Documents that the words may mean, the surest way first: by id, by number, by a number whose document is not
// settled, by the name of the file.
// $text: as typed; $keys: folded numbers found in it
CALL () {
  MATCH (document:Document {id: $text}) RETURN 1 AS way, document
  UNION
  UNWIND $keys AS key MATCH (document:Document {number_key: key}) WHERE NOT document.id STARTS WITH 'stub:'
  RETURN 2 AS way, document
  UNION
  UNWIND $keys AS key MATCH (document:Document {number_key: key}) WHERE document.id STARTS WITH 'stub:'
  RETURN 3 AS way, document
  UNION
  MATCH (document:Document)-[:READ_FROM]->(:Source {name: $text}) RETURN 4 AS way, document
}
RETURN DISTINCT way, document.id AS id, coalesce(document.subject, document.name, document.type, document.id) AS name,
  document.issuer AS detail, document.number AS number, document.issue_date AS date
ORDER BY way, date, id
LIMIT 50
