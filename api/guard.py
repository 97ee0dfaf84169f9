"""Who may ask. With a key set, only who sends it; without one, only this machine, which is all that can reach us."""

from __future__ import annotations

from hmac import compare_digest
from ipaddress import ip_address

from pydantic import SecretStr
from starlette.types import ASGIApp, Receive, Scope, Send

from api.failures import NoKey, Unauthorized, WrongHost
from api.problems import problem
from api.settings import Settings
from graph.vocabulary.failures import Failure

# Health checkers of containers and load balancers carry no key; being alive is no secret.
OPEN_TO_ALL = {"/health/live", "/api/v1/health/live"}


def require_key(settings: Settings) -> None:
    """Make sure that nobody but this machine could ask without a key.

    Raises:
        NoKey: others could.
    """
    if not settings.on_loopback and settings.api_key is None:
        raise NoKey(host=settings.host)


class Guard:
    """Stands before everything else that the API does."""

    def __init__(self, app: ASGIApp, key: SecretStr | None) -> None:
        self._app = app
        self._key = key.get_secret_value().encode() if key else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        answer = problem(refusal, scope) if refusal else self._app
        await answer(scope, receive, send)

    def _refusal(self, scope: Scope) -> Failure | None:
        headers: dict[bytes, bytes] = dict(scope["headers"])
        if self._key is None:
            return None if _names_this_machine(headers.get(b"host", b"")) else WrongHost()
        if scope["path"] in OPEN_TO_ALL or compare_digest(_key_in(headers), self._key):
            return None
        return Unauthorized()


def _names_this_machine(host: bytes) -> bool:
    """A page of another site can make a browser send us requests under its own name (DNS rebinding): the name in
    `Host` gives it away."""
    name = host.decode("latin-1").lower()
    name = name[1:].partition("]")[0] if name.startswith("[") else name.partition(":")[0]
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _key_in(headers: dict[bytes, bytes]) -> bytes:
    scheme, _, token = headers.get(b"authorization", b"").partition(b" ")
    return token.strip() if scheme.lower() == b"bearer" else headers.get(b"x-api-key", b"")
