"""Calls of a client to a stand-in that lives in the same application: they never touch a network."""

from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from requests import PreparedRequest
from requests import Response as Answer
from requests.adapters import BaseAdapter
from urllib3 import HTTPResponse
from werkzeug.test import Client, EnvironBuilder


class InThisProcess(BaseAdapter):
    """Carries calls of this application to itself."""

    def __init__(self, app: Flask, origin: str) -> None:
        super().__init__()
        self._app, self._origin = app, origin

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Answer:
        """Let the application answer one request."""
        body = request.body or b""
        environ = EnvironBuilder(
            method=request.method or "GET",
            path=urlsplit(request.url or "").path,
            base_url=self._origin,
            # Nothing travels, so nothing is to be packed for the way.
            headers=list({**request.headers, "Accept-Encoding": "identity"}.items()),
            data=body.encode() if isinstance(body, str) else body,
        )
        with Client(self._app, use_cookies=False).open(environ) as found:
            answer = Answer()
            answer.status_code, answer.url, answer.request = found.status_code, str(request.url), request
            answer.headers.update(found.headers)
            answer.raw = HTTPResponse(BytesIO(found.get_data()), preload_content=False)
        return answer

    def close(self) -> None:
        """Keep nothing open."""
