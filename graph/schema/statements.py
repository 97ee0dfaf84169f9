"""Cypher generated from the schema: all that makes, changes and deletes nodes and relationships.

Names come from the schema, which allows only letters and underscores; values always travel as parameters. Rows
are maps: `id` and `set` for a node; `start`, `end`, `mention` and `set` for a relationship, where `set` holds the
properties that change (null removes one).
"""

from __future__ import annotations

from graph.schema.model import Kind, Label, Relationship, Schema


def definitions(schema: Schema) -> dict[str, str]:
    """Name of each constraint and index → the statement that makes it."""
    made: dict[str, str] = {}
    for label in schema.labels.values():
        made |= _of_label(label)
    for relationship in schema.relationships.values():
        made |= _of_relationship(relationship)
    return made


def _of_label(label: Label) -> dict[str, str]:
    name = f"{label.name.lower()}_id"
    made = {name: f"CREATE CONSTRAINT {name} FOR (n:{label.name}) REQUIRE n.id IS UNIQUE"}
    for indexed in (p.name for p in label.properties.values() if p.index and not label.abstract):
        name = f"{label.name.lower()}_{indexed}"
        made[name] = f"CREATE INDEX {name} FOR (n:{label.name}) ON (n.{indexed})"
    return made


def _of_relationship(relationship: Relationship) -> dict[str, str]:
    made = {}
    for indexed in (p.name for p in relationship.properties.values() if p.index):
        name = f"{relationship.type.lower()}_{indexed}"
        made[name] = f"CREATE INDEX {name} FOR ()-[r:{relationship.type}]-() ON (r.{indexed})"
    return made


def write_nodes(label: Label) -> str:
    """Write nodes and give them as they stand then. A node is sought under its most general label, under which it
    may stand already."""
    *special, general = label.name, *label.also
    more = "".join(f" SET n:{name}" for name in special)
    return (
        f"UNWIND $rows AS row MERGE (n:{general} {{id: row.id}}){more} SET n += row.set "
        "RETURN row.id AS id, properties(n) AS properties"
    )


def remove_label(label: Label) -> str:
    """Take the label from nodes that bear it beside a more general one."""
    return f"UNWIND $rows AS row MATCH (n:{label.name} {{id: row.id}}) REMOVE n:{label.name}"


def delete_lonely_nodes(label: Label) -> str:
    """Delete those about which no source says anything any more."""
    return (
        f"UNWIND $rows AS row MATCH (n:{label.name} {{id: row.id}}) "
        "WHERE NOT EXISTS { (n)-[said]-() WHERE said.source IS NOT NULL } DETACH DELETE n"
    )


def read_relationships(kind: Kind) -> str:
    """What `$source` says so in the stretch of its text from `$from_char` up to, not including, `$to_char`."""
    return (
        f"MATCH (a:{kind.start})-[r:{kind.type} {{source: $source}}]->(b:{kind.end}) "
        "WHERE $from_char <= r.from_char < $to_char "
        "RETURN a.id AS start, b.id AS end, properties(r) AS properties"
    )


def write_relationships(relationship: Relationship, kind: Kind) -> str:
    return f"{_ends(kind)} MERGE (a)-[r:{kind.type}{_key(relationship)}]->(b) SET r += row.set"


def delete_relationships(relationship: Relationship, kind: Kind) -> str:
    return f"{_ends(kind)} MATCH (a)-[r:{kind.type}{_key(relationship)}]->(b) DELETE r"


def _ends(kind: Kind) -> str:
    return f"UNWIND $rows AS row MATCH (a:{kind.start} {{id: row.start}}) MATCH (b:{kind.end} {{id: row.end}})"


def _key(relationship: Relationship) -> str:
    return "" if relationship.computed else " {mention: row.mention}"
