"""The schema, declared once in YAML: from it come constraints, write statements and the data dictionary."""

from graph.schema.load import schema
from graph.schema.model import Kind, Label, Property, Relationship, Schema, SchemaError

__all__ = ["Kind", "Label", "Property", "Relationship", "Schema", "SchemaError", "schema"]
