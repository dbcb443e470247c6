"""Holds recorded conversations against the protocol: every frame a server wrote, and how the frames belong together.

A recording is what `signalbox serve --mirror FILE` writes: JSON lines `{"time": seconds, "from": "client"|"server",
"message": {...}}`, or `"raw": "text"` instead of `message` for a line that is no JSON. One file is one server process.

Checked of every server frame: it is valid by the published schema of the revision that was spoken (the one that the
request names in `_meta`, else the one that `initialize` agreed on): results by the method that they answer, errors,
notifications and requests by theirs. Checked of the conversation: ids come back with their type, every request has
exactly one reply and a cancelled one has none, notifications have none, progress grows and ends with its request,
and what a tool answers keeps to the output schema that it was listed with.

Prints a line for every problem and ends with `N passed, N failed`, counting server frames and unanswered requests;
exit status 1 when anything failed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator
from jsonschema.exceptions import SchemaError, best_match

MODERN_KEY = "io.modelcontextprotocol/protocolVersion"
SUBSCRIPTION_KEY = "io.modelcontextprotocol/subscriptionId"
FIRST_MODERN = "2026-07-28"
INVALID_REQUEST = -32600

Json = Any
Key = tuple[str, Json]


def key_of(identifier: Json) -> Key:
    """An id or token with its type, since "1" is not 1 and true is not 1 either."""
    return (type(identifier).__name__, identifier)


class Schema:
    """The published schema of one revision, asked by the names of its definitions."""

    def __init__(self, path: Path) -> None:
        self.revision = path.stem
        self._document = json.loads(path.read_text())
        self._definitions_key = "$defs" if "$defs" in self._document else "definitions"
        self._definitions = self._document[self._definitions_key]
        self._validators: dict[str, Any] = {}
        self._names_by_method: dict[str, str] = {}
        for name, definition in self._definitions.items():
            method = definition.get("properties", {}).get("method", {}).get("const")
            if method is not None:
                self._names_by_method[method] = name

    def defines(self, name: str) -> bool:
        return name in self._definitions

    def definition_of(self, method: str) -> str | None:
        """The definition of the request or notification with this method."""
        return self._names_by_method.get(method)

    def result_of(self, method: str) -> str | None:
        """The definition of the result of a request: the one that shares its name, else the empty one."""
        name = self.definition_of(method)
        if name is None or not name.endswith("Request"):
            return None
        result = name[: -len("Request")] + "Result"
        return result if self.defines(result) else "EmptyResult"

    def problem(self, name: str, value: Json) -> str | None:
        """Why `value` is not what the definition `name` says, in one line."""
        if name not in self._validators:
            draft = Draft202012Validator if self._definitions_key == "$defs" else Draft7Validator
            reference = {"$ref": f"#/{self._definitions_key}/{name}", self._definitions_key: self._definitions}
            self._validators[name] = draft(reference)
        return first_problem(self._validators[name], value, f"{name} of {self.revision}")


def first_problem(validator: Any, value: Json, what: str) -> str | None:
    """The most telling problem that a validator finds, with the way to it."""
    error = best_match(validator.iter_errors(value))
    if error is None:
        return None
    way = "/".join(str(part) for part in error.absolute_path)
    return f"not a valid {what}: {way or 'root'}: {error.message[:300]}"


def load_schemas(directory: Path) -> dict[str, Schema]:
    """All schemas of a directory by their revision, oldest first."""
    schemas = {path.stem: Schema(path) for path in sorted(directory.glob("????-??-??.json"))}
    if not schemas:
        raise SystemExit(f"no schemas in {directory}")
    return schemas


@dataclass
class Request:
    """A request of the client and what has come of it."""

    method: str
    params: dict[str, Json]
    line: int
    cancelled: bool = False

    @property
    def modern_revision(self) -> str | None:
        """The revision that the request itself names, as all of the modern ones do."""
        meta = self.params.get("_meta")
        return meta.get(MODERN_KEY) if isinstance(meta, dict) else None

    @property
    def token(self) -> Json:
        """The progress token, if any."""
        meta = self.params.get("_meta")
        return meta.get("progressToken") if isinstance(meta, dict) else None


@dataclass
class Progress:
    """What was reported for one token while its request was open."""

    request: Request
    last: float | None = None


@dataclass
class Conversation:
    """One server process, frame by frame. `problems` holds what is wrong with the frame at hand."""

    schemas: dict[str, Schema]
    negotiated: str | None = None
    open: dict[Key, deque[Request]] = field(default_factory=dict)
    cancelled: dict[Key, Request] = field(default_factory=dict)
    progress: dict[Key, Progress] = field(default_factory=dict)
    output_schemas: dict[str, Json] = field(default_factory=dict)
    unreadable: int = 0
    structured: int = 0
    problems: list[str] = field(default_factory=list)

    # The client's frames

    def client(self, message: Json, line: int) -> None:
        """Takes note of what the client wrote; it may be anything."""
        if isinstance(message, list):
            # A batch is one line with several replies in one revision, and one bad request in all others.
            if self.negotiated == "2025-03-26" and message:
                for element in message:
                    self.client(element, line)
            else:
                self.unreadable += 1
        elif not isinstance(message, dict):
            self.unreadable += 1
        elif isinstance(message.get("method"), str):
            self._client_call(message, line)
        elif "result" not in message and "error" not in message:
            self.unreadable += 1

    def _client_call(self, message: dict[str, Json], line: int) -> None:
        raw_params = message.get("params")
        params: dict[str, Json] = raw_params if isinstance(raw_params, dict) else {}
        if "id" not in message:
            if message["method"] == "notifications/cancelled":
                self._cancel(params.get("requestId"))
            return
        identifier = message["id"]
        if isinstance(identifier, bool) or not isinstance(identifier, (str, int)):
            self.unreadable += 1
            return
        request = Request(message["method"], params, line)
        self.open.setdefault(key_of(identifier), deque()).append(request)
        token = request.token
        if isinstance(token, (str, int)) and not isinstance(token, bool):
            self.progress[key_of(token)] = Progress(request)

    def _cancel(self, identifier: Json) -> None:
        if not isinstance(identifier, (str, int)):
            return
        waiting = self.open.get(key_of(identifier))
        if waiting and waiting[0].method != "initialize":
            request = waiting.popleft()
            request.cancelled = True
            self.cancelled[key_of(identifier)] = request
            self._end_progress(request)

    # The server's frames

    def server(self, message: Json) -> None:
        """Checks one frame of the server."""
        if isinstance(message, list):
            if self.negotiated != "2025-03-26":
                self.problems.append("an array, which only revision 2025-03-26 knows")
            for element in message:
                self.server(element)
        elif not isinstance(message, dict):
            self.problems.append("not a JSON object")
        elif "method" in message:
            self._server_call(message)
        elif "error" in message:
            self._error(message)
        else:
            self._result(message)

    def _revision_of(self, request: Request | None) -> Schema:
        """The schema that a frame about `request` is held against."""
        named = request.modern_revision if request else None
        if named in self.schemas:
            return self.schemas[named]
        if named is None and self.negotiated in self.schemas:
            return self.schemas[self.negotiated]
        return self.schemas[max(self.schemas)]

    def _check(self, problem: str | None) -> None:
        if problem is not None:
            self.problems.append(problem)

    def _take(self, message: dict[str, Json]) -> Request | None:
        """The request that a reply belongs to, which is then no longer open."""
        key = key_of(message.get("id"))
        waiting = self.open.get(key)
        if waiting:
            # An id that is used twice at once is refused the second time.
            is_refusal = len(waiting) > 1 and message.get("error", {}).get("code") == INVALID_REQUEST
            request = waiting.pop() if is_refusal else waiting.popleft()
            self._end_progress(request)
            return request
        if key in self.cancelled:
            self.problems.append(f"a reply to {message['id']!r}, which was cancelled before")
            return self.cancelled[key]
        same_text = [key for key in self.open if self.open[key] and str(key[1]) == str(message.get("id"))]
        if same_text:
            self.problems.append(f"the id {message['id']!r} came as {same_text[0][1]!r}: its type is lost")
        else:
            self.problems.append(f"a reply to {message.get('id')!r}, which no open request has")
        return None

    def _end_progress(self, request: Request) -> None:
        for key in [key for key, progress in self.progress.items() if progress.request is request]:
            del self.progress[key]

    def _error(self, message: dict[str, Json]) -> None:
        if message.get("id") is None:
            if self.unreadable == 0:
                self.problems.append("an error without id, and nothing unreadable was sent")
            self.unreadable -= 1
            if "id" in message:
                self.problems.append("an error whose id is null, which no revision has")
                return
            # The revisions up to 2025-06-18 require an id and say nothing of a request without a readable one.
            schema = self._revision_of(None)
            self._check(schema.problem(self._error_definition(schema), {**message, "id": "unknown"}))
            return
        request = self._take_or_unreadable(message)
        schema = self._revision_of(request)
        self._check(schema.problem(self._error_definition(schema), message))

    def _take_or_unreadable(self, message: dict[str, Json]) -> Request | None:
        """As `_take`; what was no request, but had an id that could be read, may be answered with it."""
        if not self.open.get(key_of(message.get("id"))) and self.unreadable > 0:
            self.unreadable -= 1
            return None
        return self._take(message)

    @staticmethod
    def _error_definition(schema: Schema) -> str:
        return "JSONRPCErrorResponse" if schema.defines("JSONRPCErrorResponse") else "JSONRPCError"

    def _result(self, message: dict[str, Json]) -> None:
        request = self._take(message)
        result = message.get("result")
        if request is None or not isinstance(result, dict):
            if not isinstance(result, dict):
                self.problems.append("a reply with neither an error nor an object as its result")
            return
        if request.method == "initialize":
            self.negotiated = result.get("protocolVersion")
            if self.negotiated not in self.schemas or self.negotiated >= FIRST_MODERN:
                self.problems.append(f"initialize agreed on {self.negotiated!r}")
        if request.modern_revision is not None and request.modern_revision not in self.schemas:
            self.problems.append(f"a result for revision {request.modern_revision!r}, which does not exist")
        schema = self._revision_of(request)
        envelope = "JSONRPCResultResponse" if schema.defines("JSONRPCResultResponse") else "JSONRPCResponse"
        self._check(schema.problem(envelope, message))
        self._check(schema.problem(self._result_definition(schema, request, result), result))
        if request.method == "tools/list":
            self._remember_tools(result)
        if request.method == "tools/call":
            self._check_content(request, result)

    @staticmethod
    def _result_definition(schema: Schema, request: Request, result: dict[str, Json]) -> str:
        kind = result.get("resultType")
        if kind == "input_required" and schema.defines("InputRequiredResult"):
            return "InputRequiredResult"
        if "task" in request.params and "task" in result and schema.defines("CreateTaskResult"):
            return "CreateTaskResult"
        if kind not in (None, "complete"):
            # An extension's own kind of result: the published schema knows only what all results share.
            return "Result"
        return schema.result_of(request.method) or "Result"

    def _remember_tools(self, result: dict[str, Json]) -> None:
        for tool in result.get("tools", []):
            schema = tool.get("outputSchema")
            self.output_schemas[tool.get("name")] = schema
            if schema is not None:
                try:
                    Draft202012Validator.check_schema(schema)
                except SchemaError as error:
                    self.problems.append(f"outputSchema of {tool.get('name')} is no schema: {error.message[:200]}")

    def _check_content(self, request: Request, result: dict[str, Json]) -> None:
        schema = self.output_schemas.get(request.params.get("name", ""))
        if schema is None or result.get("isError") or result.get("resultType") not in (None, "complete"):
            return
        if "content" not in result:
            return
        if "structuredContent" not in result:
            self.problems.append("no structuredContent, although the tool has an outputSchema")
            return
        self.structured += 1
        what = f"structuredContent of {request.params['name']}"
        self._check(first_problem(Draft202012Validator(schema), result["structuredContent"], what))

    def _server_call(self, message: dict[str, Json]) -> None:
        method = message["method"]
        raw_params = message.get("params")
        params: dict[str, Json] = raw_params if isinstance(raw_params, dict) else {}
        request = None
        if method == "notifications/progress":
            request = self._check_progress(params)
        subscribed = isinstance(params.get("_meta"), dict) and SUBSCRIPTION_KEY in params["_meta"]
        is_modern = subscribed or self.negotiated is None
        schema = self._revision_of(request)
        if request is None and is_modern:
            schema = self.schemas[max(self.schemas)]
        if "id" in message and schema.revision >= FIRST_MODERN:
            self.problems.append(f"a request ({method}), which a server does not send since {FIRST_MODERN}")
        name = schema.definition_of(method)
        if name is None:
            self.problems.append(f"{method} is unknown to {schema.revision}")
        else:
            self._check(schema.problem(name, message))

    def _check_progress(self, params: dict[str, Json]) -> Request | None:
        token, value = params.get("progressToken"), params.get("progress")
        known = self.progress.get(key_of(token))
        if known is None:
            self.problems.append(f"progress for {token!r}, which no open request gave: never asked for, or too late")
            return None
        if isinstance(value, (int, float)):
            if known.last is not None and value <= known.last:
                self.problems.append(f"progress {value} after {known.last}")
            known.last = value
        return known.request

    # The end

    def unanswered(self) -> Iterator[tuple[int, str]]:
        """The requests that never had a reply, by the line they stand on."""
        for key, waiting in self.open.items():
            for request in waiting:
                # A subscription is answered when the server ends it, which need not be before the client leaves.
                if request.method != "subscriptions/listen":
                    yield request.line, f"{request.method} with id {key[1]!r} has no reply"


@dataclass
class Outcome:
    """The count of one file or of all."""

    passed: int = 0
    failed: int = 0


def check_file(path: Path, schemas: dict[str, Schema]) -> Outcome:
    """Plays one recording through the checks and prints what is wrong."""
    conversation = Conversation(schemas)
    outcome = Outcome()

    def fail(line: int, problem: str) -> None:
        print(f"{path}:{line}: {problem}")

    with path.open(encoding="utf-8") as lines:
        for number, text in enumerate(lines, start=1):
            record = json.loads(text)
            if record["from"] == "client":
                if "message" in record:
                    conversation.client(record["message"], number)
                elif record["raw"].strip():
                    conversation.unreadable += 1
                continue
            if "message" in record:
                conversation.server(record["message"])
            else:
                conversation.problems.append("the server wrote a line that is no JSON")
            for problem in conversation.problems:
                fail(number, problem)
            outcome.failed += bool(conversation.problems)
            outcome.passed += not conversation.problems
            conversation.problems.clear()
    for number, problem in conversation.unanswered():
        fail(number, problem)
        outcome.failed += 1
    if outcome.passed + outcome.failed == 0:
        fail(0, "the server wrote nothing")
        outcome.failed += 1
    total = outcome.passed + outcome.failed
    print(f"{path}: {total} frames, {conversation.structured} structured results, {outcome.failed} failed")
    return outcome


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = Path(__file__).resolve().parent
    parser.add_argument("--schemas", type=Path, default=here / "schemas", help="published schemas (%(default)s)")
    parser.add_argument("mirrors", metavar="MIRROR", type=Path, nargs="+")
    arguments = parser.parse_args()
    schemas = load_schemas(arguments.schemas)
    total = Outcome()
    for path in arguments.mirrors:
        outcome = check_file(path, schemas)
        total.passed += outcome.passed
        total.failed += outcome.failed
    print(f"{total.passed} passed, {total.failed} failed")
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
