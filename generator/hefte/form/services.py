"""The git services that the form can save to: how it signs in there, and which hosts its page may talk to."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from hefte.model.choices import GitService
from hefte.model.settings import WebForm


class Service(NamedTuple):
    """A service: its own server, where its programs answer below that, and hosts of pictures of its users."""

    server: str
    api: str
    path: str
    pictures: tuple[str, ...] = ()


SERVICES: Mapping[GitService, Service] = {
    GitService.GITHUB: Service(
        "https://github.com", "https://api.github.com", "/api/v3", ("https://avatars.githubusercontent.com",)
    ),
    GitService.GITLAB: Service("https://gitlab.com", "https://gitlab.com/api/v4", "/api/v4"),
    GitService.GITEA: Service("https://gitea.com", "https://gitea.com/api/v1", "/api/v1"),
}

_TOKEN, _BOTH = ["token"], ["oauth", "token"]
_NOWHERE = "lokal/hefte"


def backend_of(form: WebForm) -> dict[str, Any]:
    """What Sveltia CMS calls the backend; without an app or a service for signing in, a token is asked for."""
    if form.host is GitService.LOCAL:
        return {"name": GitService.GITHUB.value, "repo": form.repository or _NOWHERE, "auth_methods": _TOKEN}
    named = {"name": form.host.value, "repo": form.repository or "", **({"branch": form.branch} if form.branch else {})}
    return named | _server(form) | _sign_in(form)


def _server(form: WebForm) -> dict[str, Any]:
    if form.server is None:
        return {}
    base = form.server.rstrip("/")
    root = {"api_root": base + SERVICES[form.host].path}
    return root if form.host is GitService.GITHUB else root | {"base_url": base}


def _sign_in(form: WebForm) -> dict[str, Any]:
    if form.host is GitService.GITHUB:
        return {"base_url": form.sign_in, "auth_methods": _BOTH} if form.sign_in else {"auth_methods": _TOKEN}
    if not form.app_id:
        return {"auth_methods": _TOKEN}
    app = {"app_id": form.app_id, "auth_methods": _BOTH}
    return app | {"auth_type": "pkce"} if form.host is GitService.GITLAB else app


def policy_of(form: WebForm) -> str:
    """What the page of the form may load and talk to: itself, and the service; no third host."""
    hosts, pictures = _hosts(form)
    return "; ".join(
        (
            "default-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            " ".join(("img-src 'self' blob: data:", *pictures)),
            "media-src 'self' blob:",
            " ".join(("connect-src 'self' blob: data:", *hosts)),
            "object-src 'none'",
            "frame-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hosts(form: WebForm) -> tuple[tuple[str, ...], tuple[str, ...]]:
    service = SERVICES.get(form.host)
    if service is None:
        return (), ()
    if form.server is None:
        return (_origin(service.api),), service.pictures
    return (_origin(form.server),), (_origin(form.server),)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
