"""The client's side of the tasks extension `io.modelcontextprotocol/tasks`, which the SDK knows only as a claim.

A call that is answered with a task is driven to its end by polling, as a client does that gives the work to the
background. `SCHEMA` says what a task must look like, by the extension's text; the SDK has no models of it.
"""

from __future__ import annotations

from typing import Any, Literal

import anyio
import mcp_types as types
from jsonschema import Draft202012Validator
from mcp.client.extension import ClaimContext, ClientExtension, ResultClaim
from mcp.client.session import ClientSession

NAME = "io.modelcontextprotocol/tasks"

_MEMBERS = {
    "taskId": {"type": "string", "minLength": 1},
    "statusMessage": {"type": "string"},
    "createdAt": {"type": "string", "format": "date-time"},
    "lastUpdatedAt": {"type": "string", "format": "date-time"},
    "ttlMs": {"type": ["integer", "null"]},
    "pollIntervalMs": {"type": "integer", "minimum": 1},
}
_REQUIRED = ["taskId", "status", "createdAt", "lastUpdatedAt", "ttlMs", "resultType"]

CREATED = {
    "type": "object",
    "properties": {**_MEMBERS, "status": {"const": "working"}, "resultType": {"const": "task"}},
    "required": _REQUIRED,
    "not": {"anyOf": [{"required": [name]} for name in ("result", "error", "inputRequests", "requestState")]},
}
"""What a call is answered with that goes on."""


def _state(status: str, **payload: Any) -> dict[str, Any]:
    others = {"result", "error", "inputRequests", "requestState"} - set(payload)
    return {
        "properties": {"status": {"const": status}, **payload},
        "required": list(payload),
        "not": {"anyOf": [{"required": [name]} for name in sorted(others)]},
    }


DETAILED = {
    "type": "object",
    "properties": {**_MEMBERS, "resultType": {"const": "complete"}},
    "required": _REQUIRED,
    "oneOf": [
        _state("working"),
        _state("cancelled"),
        _state("input_required", inputRequests={"type": "object"}),
        _state("failed", error={"type": "object", "required": ["code", "message"]}),
        _state(
            "completed",
            result={
                "type": "object",
                "properties": {"content": {"type": "array"}, "resultType": {"const": "complete"}},
                "required": ["content", "resultType"],
            },
        ),
    ],
}
"""What `tasks/get` answers."""


def task_problem(value: Any, schema: dict[str, Any]) -> str | None:
    """Why this is no such task, or nothing."""
    error = next(iter(Draft202012Validator(schema).iter_errors(value)), None)
    return error.message if error else None


class TaskResult(types.Result):
    """`CreateTaskResult`, with whatever it holds."""

    model_config = {"populate_by_name": True, "extra": "allow"}
    result_type: Literal["task"] = "task"


class AnyResult(types.Result):
    """A result of the extension, with whatever it holds."""

    model_config = {"populate_by_name": True, "extra": "allow"}


class TaskRequest(types.Request[dict[str, Any], str]):
    """A request of the extension."""

    method: str
    params: dict[str, Any]


async def ask(session: ClientSession, method: str, **params: Any) -> dict[str, Any]:
    """Sends a request of the extension and gives the result as it stood on the wire."""
    result = await session.send_request(TaskRequest(method=method, params=params), AnyResult)
    return result.model_dump(by_alias=True, mode="json")


class Tasks(ClientExtension):
    """Takes tasks and waits for their ends; remembers all that it was told."""

    identifier = NAME

    def __init__(self) -> None:
        self.created: list[dict[str, Any]] = []
        self.told: list[dict[str, Any]] = []

    def claims(self) -> list[ResultClaim[Any]]:
        return [ResultClaim(result_type="task", model=TaskResult, resolve=self.resolve)]

    async def resolve(self, result: TaskResult, context: ClaimContext) -> types.CallToolResult:
        """Polls until the task has ended; one that was cancelled is a result without structured content."""
        created = result.model_dump(by_alias=True, mode="json", exclude_unset=True)
        # The SDK takes this member for itself.
        self.created.append({**created, "resultType": "task"})
        while True:
            task = await ask(context.session, "tasks/get", taskId=created["taskId"])
            self.told.append(task)
            if task["status"] == "completed":
                return types.CallToolResult.model_validate(task["result"])
            if task["status"] != "working":
                text = types.TextContent(type="text", text=task["status"])
                return types.CallToolResult(content=[text], is_error=True)
            # Sooner than a client should: these trainings are short.
            await anyio.sleep(min(task["pollIntervalMs"] / 1000, 0.1))
