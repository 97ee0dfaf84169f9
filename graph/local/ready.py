"""Waiting until Neo4j answers."""

from __future__ import annotations

import time

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.local import password, processes
from graph.local.failures import StillStarting, WrongPassword
from graph.local.running import Running
from graph.local.server import Instance

# A graph of millions of nodes left by a power cut takes a while to mend.
PATIENCE = 180  # seconds
_BETWEEN = 0.05


class Died(Exception):
    """Neo4j ended before it answered."""


def wait_until_ready(instance: Instance) -> None:
    """Return once Neo4j answers a query over Bolt, its password then published.

    Raises Died, StillStarting, WrongPassword, PasswordLost, OSError.
    """
    deadline, running = time.monotonic() + PATIENCE, instance.running
    while not processes.listens(instance.process, instance.ports.bolt):
        _pause(instance, deadline)
    with GraphDatabase.driver(running.bolt_uri, auth=(running.user, password.current(instance.folder))) as driver:
        while not _answers(driver, running):
            _pause(instance, deadline)
    password.publish(instance.folder)


def _answers(driver: Driver, running: Running) -> bool:
    try:
        with driver.session(database="neo4j") as session:
            session.run("RETURN 1").consume()
    except AuthError as error:
        raise WrongPassword(file=running.password_file) from error
    except (DriverError, Neo4jError):
        return False  # the port is open before the database is
    return True


def _pause(instance: Instance, deadline: float) -> None:
    if not processes.is_alive(instance.process):
        raise Died
    if time.monotonic() > deadline:
        raise StillStarting(pid=instance.process.pid, seconds=PATIENCE, log=instance.folder.log)
    time.sleep(_BETWEEN)
