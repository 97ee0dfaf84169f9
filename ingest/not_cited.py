"""citations → those of other documents in force: the paper's own number and the drafts of a legislative programme are
none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.vocabulary.fold import expand, flat
from ingest.grammar.head import Head
from ingest.mentions import CitationMention
from ingest.tree import Tree

# In such papers a law named without its number is one still to be made, but for the bases over the first article.
_PROGRAMME = re.compile(r"chương trình (?:lập pháp|xây dựng luật)|lập đề nghị xây dựng luật", re.IGNORECASE)


def of_others(mentions: Iterable[CitationMention], head: Head, tree: Tree) -> Iterator[CitationMention]:
    """The mentions of other documents."""
    drafts = bool(tree.subject and _PROGRAMME.search(tree.flow, *tree.subject))
    body = tree.items[0].paragraph.start if tree.items else len(tree.flow)
    for mention in mentions:
        is_draft = drafts and mention.rule == "named-law" and mention.start >= body and mention.date is None
        if not is_draft and not _is_own(mention, head, tree):
            yield mention


def _is_own(mention: CitationMention, head: Head, tree: Tree) -> bool:
    """Whether a number is the paper's own: in its head, or repeated over its annexes."""
    if mention.number is None:
        return False
    if mention.start < tree.head[1] and (mention.type_text is None or _starts_line(tree.flow, mention.start)):
        return True
    same = head.number is not None and head.number.text == mention.number.text and _own_issuer(mention, tree)
    return same and (mention.date is None or head.issue_date is None or mention.date.startswith(head.issue_date))


def _own_issuer(mention: CitationMention, tree: Tree) -> bool:
    """Whether the issuer's words, if any, all stand over the paper's body too: another province's are not there."""
    if mention.issuer_start is None or mention.issuer_end is None:
        return True
    over = set(flat(tree.flow[: tree.opening[1]]).split())
    return set(flat(expand(tree.flow[mention.issuer_start : mention.issuer_end])).split()) <= over


def _starts_line(words: str, position: int) -> bool:
    """Whether nothing stands before the position on its line ("Luật số: 28/2018/QH14" in a head)."""
    return not words[words.rfind("\n", 0, position) + 1 : position].strip()
