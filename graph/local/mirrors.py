"""Where this machine fetches Maven packages: its ordinary client settings, with no address of ours."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from jgo.config import GlobalSettings


def repositories() -> dict[str, str]:
    """Repositories by name, to lay over jgo's own: a mirror from ~/.m2/settings.xml, then jgo's configuration file.

    Proxies and certificates come from the environment, as `requests` reads it. A mirror's passwords are not
    supported.
    """
    try:
        return _mirror_of_central(Path.home() / ".m2" / "settings.xml") | GlobalSettings.load().repositories
    except RuntimeError:
        return {}  # this account has no home folder, so no settings either


def _mirror_of_central(settings: Path) -> dict[str, str]:
    try:
        root = ElementTree.parse(settings).getroot()  # noqa: S314 - the user's own file
    except (FileNotFoundError, ElementTree.ParseError):
        return {}
    for mirror in root.iterfind("{*}mirrors/{*}mirror"):
        if _covers_central(mirror.findtext("{*}mirrorOf", "")):
            return {"central": mirror.findtext("{*}url", "").rstrip("/")}
    return {}


def _covers_central(pattern: str) -> bool:
    """Whether Maven's `mirrorOf` takes in Central: "central", "*", "external:*", "*,!inhouse"."""
    names = {name.strip() for name in pattern.split(",")}
    return bool(names & {"central", "*", "external:*"}) and "!central" not in names
