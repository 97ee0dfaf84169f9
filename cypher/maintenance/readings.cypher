// Where a document was read, and which documents a source holds: every reading that bears on a new one. Sources
// that were withdrawn do not count.
// $document: id of the document; $source: id of the source
CALL () {
  MATCH (document:Document {id: $document})-[read:READ_FROM]->(source:Source)
  RETURN document, read, source
  UNION
  MATCH (document:Document)-[read:READ_FROM]->(source:Source {id: $source})
  RETURN document, read, source
}
WITH document, read, source WHERE source.withdrawn_at IS NULL
RETURN document.id AS document, source.id AS source, source.reader AS reader, properties(read) AS properties
