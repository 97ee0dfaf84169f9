// People whose name holds the words.
// $text: the folded name
MATCH (official:Official)
WHERE any(name IN official.name_keys WHERE name CONTAINS $text)
RETURN DISTINCT official.name AS name
ORDER BY size(name), name
LIMIT 5
