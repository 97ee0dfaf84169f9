// Stubs and the documents that bear the number which the stub's citation gives (design §4 rule 1).
// $ids: ids of documents, stubs or not, about which something changed
UNWIND $ids AS id
MATCH (one:Document {id: id})
MATCH (other:Document {number_key: one.number_key})
WHERE (one.id STARTS WITH 'stub:') <> (other.id STARTS WITH 'stub:')
WITH DISTINCT
  CASE WHEN one.id STARTS WITH 'stub:' THEN one ELSE other END AS stub,
  CASE WHEN one.id STARTS WITH 'stub:' THEN other ELSE one END AS known
OPTIONAL MATCH (stub)-[standing:MAY_BE]->(known)
RETURN
  stub.id AS stub, stub.issue_date AS stub_date, stub.issuer AS stub_issuer, stub.territory AS stub_territory,
  known.id AS known, known.issue_date AS known_date, known.issuer AS known_issuer, known.territory AS known_territory,
  standing.score AS score, standing.reason AS reason
