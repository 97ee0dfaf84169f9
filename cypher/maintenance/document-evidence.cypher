// What every source says of documents, by the way it is known: from a register, from the text itself, or from
// texts that cite it (design §4 rule 11). Citations that say the same are one row, under the first of them.
// $ids: ids of documents
UNWIND $ids AS id
MATCH (document:Document {id: id})
CALL (document) {
  MATCH (document)-[said:REGISTERED_IN]->(source:Source)
  RETURN 'register' AS via, source.reader AS reader, said.mention AS mention, properties(said) AS values
  UNION ALL
  MATCH (document)-[said:READ_FROM]->(source:Source)
  RETURN 'text' AS via, source.reader AS reader, said.mention AS mention, properties(said) AS values
  UNION ALL
  MATCH (document)<-[said:CITES]-()
  WITH {
    number: said.number, type: said.type, type_text: said.type_text, family: said.family, name: said.name,
    issuer: said.issuer, issue_date: said.date, territory: said.territory
  } AS values, min(said.mention) AS mention
  RETURN 'citation' AS via, NULL AS reader, mention, values
}
RETURN id, via, reader, mention, values
