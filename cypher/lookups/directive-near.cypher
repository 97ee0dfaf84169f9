// Directives of the document in the id that was typed.
// $text: as typed
MATCH (document:Document {id: split($text, '~')[0]})-[:CONTAINS]->(directive:Directive)
RETURN DISTINCT directive.address AS name
ORDER BY name
LIMIT 5
