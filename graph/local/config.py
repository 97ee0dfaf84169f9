"""neo4j.conf: loopback only, nothing sent home, nothing read from the machine's files."""

from __future__ import annotations

import re

from graph.local.folder import Folder, write_private
from graph.local.ports import LOOPBACK, Ports

PAGE_CACHE = "256m"

SETTINGS = f"""\
server.default_listen_address={LOOPBACK}
server.default_advertised_address={LOOPBACK}
server.https.enabled=false
# Browser only: everything else goes over Bolt, and what is not loaded cannot be attacked.
server.http_enabled_modules=BROWSER
server.http.x_forward.enabled=false
# Without these Neo4j broadcasts on the network, and Browser reports to its maker.
server.fleet_discovery.enabled=false
dbms.fleet_manager.enabled=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
dbms.security.allow_csv_import_from_file_urls=false
server.directories.import=import
# The query log would repeat the documents, parameters and all.
db.logs.query.enabled=OFF
server.memory.pagecache.size={PAGE_CACHE}
# Else an empty graph takes half a gigabyte of disk.
db.tx_log.preallocate=false
# Else every stop waits ten seconds for connections that are already closed.
internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
"""

_LISTEN = re.compile(r"^server\.(bolt|http)\.listen_address=.*:(\d+)$", re.MULTILINE)


def write(folder: Folder, ports: Ports) -> None:
    """Raises OSError."""
    addresses = "".join(
        f"server.{name}.listen_address={LOOPBACK}:{port}\nserver.{name}.advertised_address={LOOPBACK}:{port}\n"
        for name, port in (("bolt", ports.bolt), ("http", ports.http))
    )
    write_private(folder.config, SETTINGS + addresses)


def read_ports(folder: Folder) -> Ports | None:
    """The ports of the last start, or None before the first one."""
    try:
        found = dict(_LISTEN.findall(folder.config.read_text(encoding="utf-8")))
        return Ports(int(found["bolt"]), int(found["http"]))
    except (OSError, KeyError, UnicodeDecodeError):
        return None
