// id: recipients-of-document
// route: /documents/{document}/recipients
// group: Văn bản
// title: Văn bản này gửi đến ai?
// title-en: To whom was this document sent?
// for: inspector
// param document: document, required, e.g. thong-bao-giao-ban-2024-05.txt
// param as_of: date = today, e.g. 2024-05-18
// param known_at: datetime = now, e.g. 2024-05-18T08:00
// param collection: text, e.g. noi-bo
// param limit: int = 500
// returns: recipient, recipient_id, kind, purpose, quote, source, from_char, to_char
MATCH (paper:Document {id: $document})-[sent:SENT_TO]->(agent:Agent)
WHERE in_view(paper)
MATCH (source:Source {id: sent.source})
RETURN agent.name AS recipient, agent.id AS recipient_id, coalesce(agent.kind, 'official') AS kind,
  sent.purpose AS purpose, sent.quote AS quote, source.name AS source, sent.from_char AS from_char,
  sent.to_char AS to_char
ORDER BY from_char, recipient
LIMIT $limit
