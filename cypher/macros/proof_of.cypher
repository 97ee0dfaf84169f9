// proof_of(x, y, z): what proves the fact y about the directive z, which the source x says: the directive's text, and
// above it the line that holds the fact's words where these stand outside of it, as in a heading.
CASE WHEN z.from_char <= y.from_char AND y.to_char <= z.to_char THEN z.text
  ELSE coalesce(line_at(x, y) + '\n', '') + z.text END
