"""Identifiers of documents: the whole printed code, the organisation it stands for, its territory and the year of
numbering (design §4 rule 1), in the form of RFC 9676 (URN:LEX)."""

from __future__ import annotations

import hashlib
import re

from graph.vocabulary.fold import dotted, fold


def document_id(*, number: str, type_: str, organisation: str, territory: str | None, year: int) -> str:
    """`urn:lex:vn;bac.giang:uy.ban.nhan.dan:ke.hoach:2021;488-kh-ubnd`.

    `organisation` is the full name without its province; joint issuers are given as one name each, joined by "+".
    """
    authority = "+".join(sorted(dotted(name) for name in organisation.split("+")))
    code = fold(number).replace("/", "-").replace(" ", "")
    return f"urn:lex:vn{_place(territory)}:{authority}:{dotted(type_)}:{year};{code}"


def attachment_id(parent: str, type_: str, order: int) -> str:
    """An attachment's id under the document that promulgates it: `…:quy.che`, `…:quy.che;2` for a second one."""
    return f"{parent}:{dotted(type_)}" + (f";{order}" if order > 1 else "")


def unnumbered_id(text: str) -> str:
    """The identifier of an ingested paper without a number: `urn:lex:vn:lex-` and 15 digits.

    It depends on the words alone, so that better reading rules never change it. The fold is frozen here for the
    same reason: lower-cased words, white space joined; do not replace it by `fold`.
    """
    frozen = " ".join(text.lower().split())
    first_48_bits = int.from_bytes(hashlib.sha256(frozen.encode()).digest()[:6], "big")
    return f"urn:lex:vn:lex-{first_48_bits:015d}"


def stub_id(citing_id: str, words: str) -> str:
    """A cited document whose identity the citation does not settle; no other document shares it."""
    folded = ".".join(re.findall(r"\w+", fold(words)))
    return f"stub:{citing_id}~{folded}"


def _place(territory: str | None) -> str:
    return f";{dotted(territory)}" if territory else ""
