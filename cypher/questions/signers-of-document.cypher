// id: signers-of-document
// route: /documents/{document}/signers
// group: Văn bản
// title: Ai ký văn bản này, theo thẩm quyền nào?
// title-en: Who signed this document, and by what authority?
// for: inspector
// param document: document, required, e.g. thong-bao-giao-ban-2024-05.txt
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: official, official_id, title, capacity, quote, source, from_char, to_char
MATCH (paper:Document {id: $document})-[signed:SIGNED_BY]->(official:Official)
WHERE in_view(paper)
MATCH (source:Source {id: signed.source})
RETURN official.name AS official, official.id AS official_id, signed.title AS title, signed.capacity AS capacity,
  signed.quote AS quote, source.name AS source, signed.from_char AS from_char, signed.to_char AS to_char
ORDER BY from_char, official
LIMIT $limit
