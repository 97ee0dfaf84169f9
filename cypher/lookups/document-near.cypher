// Numbers that look like the one typed.
// $text: the folded number
MATCH (document:Document)
WHERE document.number_key STARTS WITH split(split($text, '/')[0], '-')[0] AND NOT document.id STARTS WITH 'stub:'
RETURN DISTINCT document.number AS name
ORDER BY name
LIMIT 5
