// The sources that a document was read from and that are still held.
// $document: id of the document
MATCH (document:Document {id: $document})-[read:READ_FROM]->(source:Source)
WHERE source.withdrawn_at IS NULL
RETURN source.id AS source, source.reader AS reader, properties(read) AS properties
