"""Findings that a paper's own words show, by the numbers of the review catalogue (domain §6.2).

They say "cần rà soát" (to be checked), never "trái pháp luật": a person judges. Rules beyond the catalogue: L33 a
list broken by a blank line, L34 two leads by "chủ trì", L35 a deadline already past.
"""

from __future__ import annotations

from graph.records import Reading, Warning
from ingest.findings.citations import citation_findings
from ingest.findings.directives import directive_findings
from ingest.findings.head import head_findings
from ingest.findings.numbers import number_findings
from ingest.findings.words import word_findings


def findings(reading: Reading) -> tuple[Warning, ...]:
    """Every finding of one paper, in the order of its text."""
    found = [
        *head_findings(reading),
        *citation_findings(reading),
        *number_findings(reading),
        *word_findings(reading),
        *directive_findings(reading),
    ]
    return tuple(sorted(found, key=lambda warning: (warning.start, warning.rule)))
