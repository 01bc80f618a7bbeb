"""The refusals of the Bot API, worded as the real server words them: the application under test decides by these words."""

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any


@dataclass
class ApiError(Exception):
    """A refused call. `status` is the HTTP status (and `error_code`), `parameters` the ResponseParameters."""

    status: int
    description: str
    parameters: dict[str, Any] = field(default_factory=dict)

    def answer(self) -> dict[str, Any]:
        """The JSON body of the refusal."""
        body: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(reason: str, **parameters: Any) -> ApiError:
    """400 with "Bad Request: <reason>"."""
    return ApiError(HTTPStatus.BAD_REQUEST, f"Bad Request: {reason}", parameters)


def forbidden(reason: str) -> ApiError:
    """403 with "Forbidden: <reason>"."""
    return ApiError(HTTPStatus.FORBIDDEN, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """409 with "Conflict: <reason>"."""
    return ApiError(HTTPStatus.CONFLICT, f"Conflict: {reason}")


def unauthorized() -> ApiError:
    """401, for a token that is not the bot's."""
    return ApiError(HTTPStatus.UNAUTHORIZED, "Unauthorized")


def method_not_found() -> ApiError:
    """404, for a method that this server does not answer."""
    return ApiError(HTTPStatus.NOT_FOUND, "Not Found: method not found")


def too_many_requests(retry_after: int) -> ApiError:
    """429 with `retry_after` in seconds."""
    description = f"Too Many Requests: retry after {retry_after}"
    return ApiError(HTTPStatus.TOO_MANY_REQUESTS, description, {"retry_after": retry_after})


POLL_WHILE_WEBHOOK = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
POLL_SUPERSEDED = "terminated by other getUpdates request; make sure that only one bot instance is running"
POLL_ENDED_BY_WEBHOOK = "terminated by setWebhook request"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
BLOCKED = "bot was blocked by the user"
