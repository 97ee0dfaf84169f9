"""A Neo4j of one's own on this machine: fetched, started, found again and stopped, with no one's help.

It runs as a detached process on loopback, its data under `home/neo4j`, and outlives the command that started it.
Jars and Java's AOT caches lie in `cache`, which several projects and processes may share. Every failure is a
`graph.vocabulary.failures.Failure` from `graph.local.failures`.
"""

from __future__ import annotations

from graph.local.lifecycle import ensure, status, stop
from graph.local.running import Progress, Running

__all__ = ["Progress", "Running", "ensure", "status", "stop"]
