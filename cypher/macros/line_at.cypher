// line_at(x, y): the line of the source x in which the words of the fact y stand, from the start of the first line to
// the end of the last where they go on over several; null where they stand nowhere. Offsets and Neo4j's own string
// functions both count Unicode code points, so that letters outside the first plane shift nothing.
CASE WHEN y.from_char < y.to_char THEN
  last(split(left(x.text, y.from_char), '\n')) + substring(x.text, y.from_char, y.to_char - y.from_char)
    + head(split(substring(x.text, y.to_char), '\n'))
END
