"""What of the local Neo4j others on the machine and the network can see: nothing."""

from __future__ import annotations

import socket

import neo4j
import psutil
import pytest
import requests

from graph import local
from graph.local.folder import Folder
from graph.local.ports import LOOPBACK


def test_only_loopback_is_listened_on(running: local.Running) -> None:
    connections = psutil.Process(running.pid).net_connections("inet")
    addresses = {connection.laddr.ip.removeprefix("::ffff:") for connection in connections if connection.laddr}
    assert addresses == {LOOPBACK}
    assert all(connection.type == socket.SOCK_STREAM for connection in connections)


def test_nothing_is_sent_home_nor_read_from_files(driver: neo4j.Driver) -> None:
    rows = driver.execute_query("SHOW SETTINGS YIELD name, value").records
    settings = {row["name"]: row["value"] for row in rows}
    for name in (
        "client.allow_telemetry", "dbms.fleet_manager.enabled", "server.fleet_discovery.enabled",
        "dbms.security.allow_csv_import_from_file_urls", "server.http.x_forward.enabled",
    ):  # fmt: skip
        assert settings[name] == "false", name
    with pytest.raises(neo4j.exceptions.ClientError):
        driver.execute_query("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", database_="neo4j")


def test_browser_is_there(running: local.Running) -> None:
    assert "Neo4j Browser" in requests.get(running.browser_url, timeout=10).text


def test_the_password_is_for_the_owner_alone(running: local.Running) -> None:
    folder = Folder(running.password_file.parent)
    assert running.password_file.stat().st_mode & 0o777 == 0o600
    assert folder.root.stat().st_mode & 0o777 == 0o700
    assert len(running.password) >= 32
    assert running.password not in repr(running)
    assert running.password not in " ".join(psutil.Process(running.pid).cmdline())
    written = [file for file in folder.root.rglob("*") if file.is_file() and file != running.password_file]
    assert [file for file in written if running.password.encode() in file.read_bytes()] == []
