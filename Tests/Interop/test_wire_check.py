"""That wire_check finds what it is there to find: one good conversation, and each fault alone put into it."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
import unittest
from pathlib import Path
from typing import Any

from wire_check import check_file, load_schemas

SCHEMAS = load_schemas(Path(__file__).resolve().parent / "schemas")
Frame = tuple[str, Any]

OBJECT = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
TOOL = {"name": "count", "inputSchema": {"type": "object"}, "outputSchema": OBJECT}
META = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
    "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
}


def asks(identifier: Any, method: str, params: Any = None) -> Frame:
    message = {"jsonrpc": "2.0", "id": identifier, "method": method}
    return ("client", {**message, "params": params} if params is not None else message)


def notes(sender: str, method: str, params: Any = None) -> Frame:
    message = {"jsonrpc": "2.0", "method": method}
    return (sender, {**message, "params": params} if params is not None else message)


def replies(identifier: Any, result: Any) -> Frame:
    return ("server", {"jsonrpc": "2.0", "id": identifier, "result": result})


def refuses(identifier: Any, code: int) -> Frame:
    known = {} if identifier is None else {"id": identifier}
    return ("server", {"jsonrpc": "2.0", **known, "error": {"code": code, "message": "no"}})


def handshake(revision: str = "2025-11-25") -> list[Frame]:
    info = {"name": "test", "version": "1"}
    agreed = {"protocolVersion": revision, "capabilities": {}}
    return [
        asks("i", "initialize", {**agreed, "clientInfo": info}),
        replies("i", {**agreed, "serverInfo": info}),
        notes("client", "notifications/initialized"),
    ]


def counted(content: Any) -> Any:
    return {"content": [{"type": "text", "text": "1"}], "structuredContent": content, "isError": False}


def call(identifier: Any, token: Any = None) -> Frame:
    meta = {} if token is None else {"_meta": {"progressToken": token}}
    return asks(identifier, "tools/call", {"name": "count", **meta})


def progress(token: Any, value: float) -> Frame:
    return notes("server", "notifications/progress", {"progressToken": token, "progress": value})


LISTED = [asks(1, "tools/list", {}), replies(1, {"tools": [TOOL]})]


class WireCheckTests(unittest.TestCase):
    def problems(self, frames: list[Frame]) -> str:
        """What wire_check prints of these frames, less its summary."""
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "m"
            kinds = [("raw" if isinstance(message, str) else "message", sender, message) for sender, message in frames]
            records = [{"time": 0.5, "from": sender, kind: message} for kind, sender, message in kinds]
            path.write_text("".join(json.dumps(record) + "\n" for record in records))
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                outcome = check_file(path, SCHEMAS)
            lines = printed.getvalue().splitlines()[:-1]
        self.assertEqual(bool(lines), outcome.failed > 0)
        return "\n".join(lines)

    def assertGood(self, *frames: Frame) -> None:
        self.assertEqual(self.problems(list(frames)), "")

    def assertBad(self, told: str, *frames: Frame) -> None:
        self.assertIn(told, self.problems(list(frames)))

    def test_a_good_conversation_of_every_handshake_revision(self) -> None:
        for revision in [revision for revision in SCHEMAS if revision < "2026"]:
            with self.subTest(revision):
                tool = {key: value for key, value in TOOL.items() if key != "outputSchema"}
                self.assertGood(
                    *handshake(revision),
                    *(asks(1, "tools/list", {}), replies(1, {"tools": [tool]})),
                    *(call(2, "t"), progress("t", 1), progress("t", 1.5)),
                    *(asks(3, "ping"), replies(3, {}), refuses(2, -32602)),
                    *(("client", "{nonsense"), refuses(None, -32700)),
                )

    def test_a_good_modern_conversation(self) -> None:
        listed = {"tools": [TOOL], "resultType": "complete", "ttlMs": 0, "cacheScope": "public"}
        self.assertGood(
            *(asks(1, "tools/list", {"_meta": META}), replies(1, listed)),
            asks(2, "tools/call", {"name": "count", "_meta": META}),
            replies(2, {**counted({"n": 1}), "resultType": "complete"}),
        )

    def test_a_modern_result_without_its_fields(self) -> None:
        self.assertBad("resultType", asks(1, "tools/list", {"_meta": META}), replies(1, {"tools": []}))

    def test_a_result_that_is_not_what_the_method_answers(self) -> None:
        self.assertBad("ListToolsResult", *handshake(), asks(1, "tools/list", {}), replies(1, {"tool": []}))

    def test_an_id_that_changed_its_type(self) -> None:
        self.assertBad("its type is lost", *handshake(), asks("1", "ping"), replies(1, {}))

    def test_a_request_without_reply(self) -> None:
        self.assertBad("ping with id 7 has no reply", *handshake(), asks(7, "ping"))

    def test_two_replies(self) -> None:
        self.assertBad("no open request", *handshake(), asks(1, "ping"), replies(1, {}), replies(1, {}))

    def test_a_reply_to_a_notification(self) -> None:
        bad = notes("client", "notifications/unheard_of")
        self.assertBad("an error without id", *handshake(), bad, refuses(None, -32601))

    def test_a_duplicate_id_is_refused_and_the_first_answered(self) -> None:
        twice = [call(5), asks(5, "ping"), refuses(5, -32600), replies(5, counted({"n": 1}))]
        self.assertGood(*handshake(), *twice)

    def test_a_cancelled_request_has_no_reply(self) -> None:
        cancel = notes("client", "notifications/cancelled", {"requestId": 4})
        self.assertGood(*handshake(), call(4), cancel)
        self.assertBad("cancelled before", *handshake(), call(4), cancel, replies(4, counted({"n": 1})))
        self.assertBad("too late", *handshake(), call(4, "t"), cancel, progress("t", 1))

    def test_progress_that_does_not_grow_or_comes_late_or_unasked(self) -> None:
        self.assertBad("progress 2 after 2", *handshake(), call(4, 9), progress(9, 2), progress(9, 2))
        late = [call(4, 9), replies(4, counted({"n": 1})), progress(9, 3)]
        self.assertBad("too late", *handshake(), *late)
        self.assertBad("never asked for", *handshake(), call(4), progress(4, 1))

    def test_structured_content_that_breaks_the_tools_own_schema(self) -> None:
        self.assertGood(*handshake(), *LISTED, call(2), replies(2, counted({"n": 1})))
        self.assertBad("structuredContent of count", *handshake(), *LISTED, call(2), replies(2, counted({"n": "1"})))
        without: dict[str, Any] = {"content": []}
        self.assertBad("no structuredContent", *handshake(), *LISTED, call(2), replies(2, without))
        self.assertGood(*handshake(), *LISTED, call(2), replies(2, {**without, "isError": True}))

    def test_what_is_no_json_and_an_unknown_notification(self) -> None:
        self.assertBad("no JSON", *handshake(), ("server", "Listening..."))
        self.assertBad("unknown to 2025-11-25", *handshake(), notes("server", "notifications/mood"))

    def test_a_batch_is_answered_as_one_only_where_it_exists(self) -> None:
        batch = ("client", [asks(1, "ping")[1], asks(2, "ping")[1]])
        answers = ("server", [replies(1, {})[1], replies(2, {})[1]])
        self.assertGood(*handshake("2025-03-26"), batch, answers)
        self.assertGood(*handshake(), batch, refuses(None, -32600))
        self.assertBad("an array", *handshake(), batch, answers)


if __name__ == "__main__":
    unittest.main()
