// Units whose name holds the words.
// $text: the folded name
MATCH (unit:Unit)
WHERE any(name IN unit.name_keys WHERE name CONTAINS $text)
RETURN DISTINCT unit.name AS name
ORDER BY size(name), name
LIMIT 5
