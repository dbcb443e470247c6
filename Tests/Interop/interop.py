"""Drives the server with the official Python SDK through its whole job, once in every way that the SDK connects.

`legacy` opens with `initialize`, `auto` asks `server/discover` first, `2026-07-28` speaks that revision from the first
request on. Each time: the tools and their schemas, a training that works, its log byte by byte, one that dies in
start-up, one that does not want to stop, resources and their changes, wrong arguments, progress, cancellation, and that
nothing is left behind.

Prints a line for every check and ends with `N passed, N failed`; exit status 1 when anything failed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import anyio
import mcp_types as types
from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.shared.exceptions import MCPError
from task_client import CREATED, DETAILED, NAME, Tasks, ask, task_problem

MODES = {"legacy": "2025-11-25", "auto": "2026-07-28", "2026-07-28": "2026-07-28"}
"""The ways to connect, each with the revision that must come of it."""

TRAINERS = Path(__file__).resolve().parents[2] / "fixtures" / "trainers"
EPOCHS = 20
SMALLEST_PAGE = 256
SHUTDOWN_LIMIT = 1.5
"""Seconds from the end of input to the end of the server; the SDK sends SIGTERM after two."""

MULTIBYTE_LINES = 'for n in range(40): print(f"Époque {n} — perte 0,5 🚂 訓練")'

Structured = dict[str, Any]


class Checks:
    """Counts and prints what was checked."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0
        self.mode = ""

    def that(self, what: str, holds: object, found: object = "") -> bool:
        """One check; `found` is shown when it does not hold."""
        if holds:
            self.passed += 1
            print(f"ok    {self.mode:<10}  {what}", flush=True)
        else:
            self.failed += 1
            print(f"FAIL  {self.mode:<10}  {what}: {str(found)[:1000]}", flush=True)
        return bool(holds)

    def equal(self, what: str, found: object, expected: object) -> bool:
        """One check that two values are the same."""
        return self.that(what, found == expected, f"found {found!r}, expected {expected!r}")


@dataclass
class Yard:
    """Where one way of connecting plays: the server's directories, the client, and the runs it started."""

    checks: Checks
    server: Path
    mirrors: Path
    directory: Path
    mode: str
    runs: list[str] = field(default_factory=list)
    heard: list[Any] = field(default_factory=list)
    """Notifications outside of streams, in the order in which they came."""
    logged: list[types.LoggingMessageNotificationParams] = field(default_factory=list)
    connections: int = 0
    closing_took: float = 0
    _client: Client | None = None

    @property
    def client(self) -> Client:
        assert self._client is not None, "not connected"
        return self._client

    @property
    def home(self) -> Path:
        return self.directory / "home"

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[Client]:
        """A fresh server on the same home; how long it took to go is in `closing_took` afterwards."""
        async with self.another() as client:
            self._client = client
            yield client
            left = time.monotonic()
        self.closing_took = time.monotonic() - left
        self._client = None

    @asynccontextmanager
    async def another(self, **options: Any) -> AsyncIterator[Client]:
        """One more server on the same home, as a second window of an editor starts it, and its client."""
        self.connections += 1
        name = f"{self.mode}-{self.connections}"
        root = self.directory / "root"
        root.mkdir(exist_ok=True)
        parameters = StdioServerParameters(
            command=str(self.server),
            args=["serve", "--root", str(root), "--mirror", str(self.mirrors / f"{name}.jsonl")],
            env={"SIGNALBOX_HOME": str(self.home)},
            cwd=root,
        )
        with open(self.mirrors / f"{name}.stderr", "w") as errors:
            transport = stdio_client(parameters, errlog=errors)
            options = {"message_handler": self._hear, "logging_callback": self._log} | options
            async with Client(transport, mode=self.mode, **options) as client:
                yield client

    async def _hear(self, message: Any) -> None:
        self.heard.append(message)

    async def _log(self, message: types.LoggingMessageNotificationParams) -> None:
        """Keeps what the server tells its client's log."""
        self.logged.append(message)

    async def call(self, tool: str, arguments: Structured, **options: Any) -> types.CallToolResult:
        """One tool call."""
        result: types.CallToolResult = await self.client.call_tool(tool, arguments, **options)
        return result

    async def start(self, *command: str, **arguments: Any) -> tuple[types.CallToolResult, Structured]:
        """Starts a Python training; its run is remembered, to look for what it leaves behind."""
        result = await self.call("train_start", {"command": [sys.executable, *command], **arguments})
        content = structured(result)
        if "process_id" in content:
            self.runs.append(content["process_id"])
        return result, content

    async def status(self, action: str, run: str, **arguments: Any) -> Structured:
        """The structured answer of an action of train_status on one run."""
        return structured(await self.call("train_status", {"action": action, "process_id": run, **arguments}))

    async def ended(self, run: str) -> Structured:
        """Waits as an agent would, call by call, until the run has ended."""
        for _ in range(5):
            picture = await self.status("wait", run, until="end", timeout=30)
            if not picture.get("timed_out"):
                break
        return picture


def structured(result: types.CallToolResult) -> Structured:
    """The structured content, which every answer of ours has."""
    content = result.structured_content
    return content if isinstance(content, dict) else {}


def text_of(result: types.CallToolResult) -> str:
    """All text of a result, as a model reads it."""
    return "\n".join(block.text for block in result.content if isinstance(block, types.TextContent))


def trainer(name: str) -> str:
    """The path of one of the repository's trainers."""
    return str(TRAINERS / name)


# The parts of the job, in the order an agent does them


async def check_connection(yard: Yard) -> None:
    checks, client = yard.checks, yard.client
    checks.equal("the revision", client.protocol_version, MODES[yard.mode])
    if yard.mode != "2026-07-28":
        checks.that("the server names itself", client.server_info and client.server_info.name, client.server_info)
        instructions = client.instructions or ""
        checks.that("instructions, at most 2 KB", 0 < len(instructions.encode()) <= 2048, len(instructions))
    if yard.mode == "legacy":
        await client.session.send_ping()
        checks.that("ping is answered", True)


async def all_tools(yard: Yard) -> list[types.Tool]:
    """The tools of all pages, from the server and not from the client's cache."""
    tools: list[types.Tool] = []
    cursor: str | None = None
    while True:
        page = await yard.client.list_tools(cursor=cursor, cache_mode="bypass")
        tools += page.tools
        cursor = page.next_cursor
        if cursor is None:
            return tools


async def check_tools(yard: Yard) -> None:
    checks = yard.checks
    tools = await all_tools(yard)
    names = [tool.name for tool in tools]
    schedules = ("create", "list", "update", "delete", "pause", "resume", "history", "preview")
    expected = {"train_start", "train_status", *(f"schedule_{name}" for name in schedules)}
    checks.equal("the tools are listed", sorted(names), sorted(expected))
    checks.equal("names are unique", len(set(names)), len(names))
    checks.equal("the list is the same the second time", [tool.name for tool in await all_tools(yard)], names)
    for tool in tools:
        checks.that(f"{tool.name}: a name that every host takes", re.fullmatch("[a-z][a-z0-9_]{0,63}", tool.name))
        size = len((tool.description or "").encode())
        checks.that(f"{tool.name}: described, in at most 2 KB", 0 < size <= 2048, size)
        for kind, schema in (("input", tool.input_schema), ("output", tool.output_schema)):
            problem = schema_problem(schema)
            checks.that(f"{tool.name}: {kind} schema is JSON Schema 2020-12 of an object", problem is None, problem)
        bare = [name for name, value in tool.input_schema.get("properties", {}).items() if not value.get("description")]
        checks.that(f"{tool.name}: every argument is described", not bare, bare)
        checks.equal(f"{tool.name}: no other arguments", tool.input_schema.get("additionalProperties"), False)
        hints = tool.annotations.model_dump(by_alias=True) if tool.annotations else {}
        wanted = ("title", "readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint")
        missing = [name for name in wanted if hints.get(name) is None]
        checks.that(f"{tool.name}: all annotations are given", not missing, missing)


def schema_problem(schema: Any) -> str | None:
    """Why this is no JSON Schema 2020-12 of an object, or nothing."""
    if not isinstance(schema, dict):
        return "there is none"
    if schema.get("type") != "object":
        return f"its type is {schema.get('type')!r}"
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        return str(error.message)
    return None


async def check_training(yard: Yard) -> None:
    checks = yard.checks
    result, content = await yard.start(
        trainer("logistic_regression.py"), "--epochs", str(EPOCHS), name="interop", tags={"made_by": "interop"}
    )
    checks.that("train_start is no error", not result.is_error, text_of(result))
    checks.that("its status", content.get("status") in ("started", "starting", "completed"), content)
    checks.that("its text is there for clients without structured content", text_of(result).strip())
    run = str(content.get("process_id"))
    checks.that("process_id is opaque and long", re.fullmatch(r"train-[^/\s]{22,90}", run), run)
    checks.that("it says what to call next", content.get("next"), content)

    picture = await yard.ended(run)
    checks.equal("the training completed", picture.get("process_status"), "completed")
    checks.equal("with exit code 0", picture.get("exit_code"), 0)
    checks.equal("because it exited", picture.get("end_reason"), "exited")
    checks.equal("and its log shows training", picture.get("verified"), True)
    progress = picture.get("progress") or {}
    checks.equal("the last epoch", (progress.get("epoch"), progress.get("total_epochs")), (EPOCHS, EPOCHS))
    checks.that("metrics", {"loss", "val_accuracy"} <= set(picture.get("metrics") or {}), picture.get("metrics"))
    curves = (await yard.status("metrics", run)).get("curves") or []
    checks.that("their curves", {"loss", "val_accuracy"} <= {curve["name"] for curve in curves}, curves)
    checks.that("resources of the ended run", "max_rss" in (picture.get("resources") or {}), picture)
    again = await yard.status("wait", run, until="change")
    checks.equal("an ended run answers a wait at once", again.get("timed_out", False), False)
    await check_log(yard, run, picture)

    _, content = await yard.start("-c", MULTIBYTE_LINES)
    picture = await yard.ended(str(content.get("process_id")))
    await check_log(yard, str(content.get("process_id")), picture)


async def check_log(yard: Yard, run: str, picture: Structured) -> None:
    """Reads the log in the smallest pages and compares it with the file."""
    checks = yard.checks
    path = Path(picture["log"]["path"])
    gathered, offset, chained, pages = b"", 0, True, 0
    while True:
        page = await yard.status("logs", run, offset=offset, max_bytes=SMALLEST_PAGE, raw=True)
        if "content" not in page:
            checks.that("a page of the log", False, page)
            return
        chained = chained and page["offset"] == offset
        gathered += page["content"].encode()
        chained = chained and page["next_offset"] == len(gathered)
        offset, pages = page["next_offset"], pages + 1
        if page["eof"] or pages > 1000:
            break
    truth = path.read_bytes()
    checks.that(f"{pages} pages of the log join without gap or overlap", chained and pages > 1)
    checks.that(f"they are the {len(truth)} bytes of the file", gathered == truth, f"{len(gathered)} bytes read")
    checks.equal("the size that is told", picture["log"]["size"], len(truth))
    tail = await yard.status("logs", run, tail=1)
    checks.equal("tail 1 is the last line", tail.get("content", "").strip(), truth.decode().splitlines()[-1].strip())


async def check_list(yard: Yard) -> None:
    checks = yard.checks
    listing = structured(await yard.call("train_status", {"action": "list"}))
    listed = [record["process_id"] for record in listing.get("processes", [])]
    checks.equal("list has the runs, newest first", listed, list(reversed(yard.runs)))
    checks.equal("and counts them", (listing.get("counts") or {}).get("completed"), len(yard.runs))
    tagged = structured(await yard.call("train_status", {"action": "list", "tag": "made_by=interop"}))
    checks.equal("by tag", [record["process_id"] for record in tagged.get("processes", [])], yard.runs[:1])

    paged: list[str] = []
    arguments: Structured = {"action": "list", "status": "completed", "limit": 1}
    while len(paged) <= len(yard.runs):
        page = structured(await yard.call("train_status", arguments))
        paged += [record["process_id"] for record in page.get("processes", [])]
        if not page.get("next_cursor"):
            break
        arguments["cursor"] = page["next_cursor"]
    checks.equal("page by page", paged, list(reversed(yard.runs)))


async def check_events(yard: Yard) -> None:
    checks = yard.checks
    told: list[Structured] = []
    arguments: Structured = {"action": "events", "cursor": "oldest", "limit": 3}
    while len(told) < 1000:
        page = structured(await yard.call("train_status", arguments))
        told += page.get("events", [])
        arguments["cursor"] = page.get("next_cursor")
        if not page.get("has_more"):
            break
    numbers = [event["seq"] for event in told]
    checks.equal("events come in one order, each once", numbers, sorted(set(numbers)))
    ended = [event["process_id"] for event in told if event["kind"] == "ended"]
    checks.equal("every end is told", ended, yard.runs)
    again = structured(await yard.call("train_status", {"action": "events", "cursor": "oldest", "limit": 200}))
    checks.equal("reading consumes nothing", again.get("events"), told)
    later = structured(await yard.call("train_status", arguments))
    checks.equal("nothing new, and a place to go on", (later.get("events"), bool(later.get("next_cursor"))), ([], True))


async def check_trace(yard: Yard) -> None:
    checks = yard.checks
    parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    code = "import os; print(*(os.environ.get(n) for n in ('TRACEPARENT', 'TRACESTATE', 'BAGGAGE')))"
    meta = {"traceparent": parent, "tracestate": "a=1", "baggage": "k=v"}
    command = [sys.executable, "-c", code]
    content = structured(await yard.call("train_start", {"command": command}, meta=meta))
    run = str(content.get("process_id"))
    yard.runs.append(run)
    picture = await yard.ended(run)
    checks.equal("the trace is kept", picture.get("trace"), meta)
    log = await yard.status("logs", run, raw=True)
    checks.equal("and handed on", log.get("content", "").strip(), f"{parent} a=1 k=v")


async def read_text(yard: Yard, uri: str) -> tuple[str, Structured]:
    """The text of a resource and what `_meta` says of it."""
    result = await yard.client.read_resource(uri, cache_mode="bypass")
    contents = result.contents[0].model_dump(by_alias=True)
    return contents["text"], contents.get("_meta") or {}


async def check_resources(yard: Yard) -> None:
    checks, client = yard.checks, yard.client
    templates = (await client.list_resource_templates(cache_mode="bypass")).resource_templates
    found = [template.uri_template for template in templates]
    run_template = "train://runs/{process_id}"
    logs = run_template + "/log{?offset,limit}"
    expected = [run_template, logs, run_template + "/metrics", "train://schedules/{schedule_id}"]
    checks.equal("the templates of resources", found, expected)
    listed: list[str] = []
    cursor: str | None = None
    while True:
        page = await client.list_resources(cursor=cursor, cache_mode="bypass")
        listed += [str(resource.uri) for resource in page.resources]
        cursor = page.next_cursor
        if cursor is None:
            break
    of_runs = [uri for run in reversed(yard.runs) for uri in (f"train://runs/{run}", f"train://runs/{run}/log")]
    checks.equal("resources: the lists, then the runs", listed, ["train://runs", "train://schedules", *of_runs])
    run = yard.runs[0]
    text, _ = await read_text(yard, f"train://runs/{run}")
    picture = await yard.status("status", run)
    checks.equal("a run is read as train_status tells it", json.loads(text), picture)
    text, _ = await read_text(yard, "train://runs")
    found = [record["process_id"] for record in json.loads(text)["processes"]]
    checks.equal("the runs, newest first", found, list(reversed(yard.runs)))
    text, _ = await read_text(yard, f"train://runs/{run}/metrics")
    names = {curve["name"] for curve in json.loads(text)["curves"]}
    checks.that("the curves of a run", {"loss", "val_accuracy"} <= names, names)
    gathered, place = "", {"next_offset": 0, "eof": False}
    while not place["eof"] and len(gathered) < 1_000_000:
        text, meta = await read_text(yard, f"train://runs/{run}/log?offset={place['next_offset']}&limit=300")
        gathered, place = gathered + text, meta["signalbox/log"]
    checks.equal("the log in parts", gathered, Path(picture["log"]["path"]).read_text())
    for uri in ("train://runs/train-never-was", "train://runs/%2e%2e/%2e%2e/etc/passwd", "file:///etc/passwd"):
        try:
            checks.that(f"{uri} is no resource", False, await read_text(yard, uri))
        except MCPError as error:
            code = -32002 if yard.mode == "legacy" else types.INVALID_PARAMS
            checks.equal(f"{uri} is no resource", (error.code, error.data), (code, {"uri": uri}))
    await check_changes(yard)


async def check_changes(yard: Yard) -> None:
    """A new run changes the list, and the resource that shows all runs, however a client listens."""
    checks, client = yard.checks, yard.client
    wanted = {"train://runs", "the list"}
    seen: set[str] = set()
    arguments = [trainer("logistic_regression.py"), "--epochs", "2"]
    with anyio.move_on_after(20):
        if yard.mode == "legacy":
            await client.session.subscribe_resource("train://runs")
            _, content = await yard.start(*arguments)
            while not wanted <= seen:
                await anyio.sleep(0.05)
                for message in yard.heard:
                    if isinstance(message, types.ResourceUpdatedNotification):
                        seen.add(str(message.params.uri))
                    elif isinstance(message, types.ResourceListChangedNotification):
                        seen.add("the list")
            await client.session.unsubscribe_resource("train://runs")
        else:
            uris = ["train://runs"]
            async with client.listen(resources_list_changed=True, resource_subscriptions=uris) as news:
                honored = (news.honored.resources_list_changed, news.honored.resource_subscriptions)
                checks.equal("what is listened to is honored", honored, (True, uris))
                _, content = await yard.start(*arguments)
                async for event in news:
                    seen.add(getattr(event, "uri", "the list"))
                    if wanted <= seen:
                        break
    checks.equal("a new run is heard of", seen, wanted)
    await yard.ended(str(content.get("process_id")))


async def check_failure(yard: Yard) -> None:
    checks = yard.checks
    result, content = await yard.start(trainer("dies_in_startup.py"))
    checks.equal("a training that dies in start-up is an error of the call", result.is_error, True)
    checks.equal("with status", content.get("status"), "error")
    checks.equal("and exit code", content.get("exit_code"), 1)
    summary = content.get("error_summary") or {}
    checks.equal("failureType", summary.get("failureType"), "missing_dependency")
    checks.that("the message names the module", "petal_augmentations" in summary.get("message", ""), summary)
    checks.that("there are suggestions", summary.get("suggestions"), summary)
    lines = "\n".join(content.get("last_lines") or [])
    checks.that("the last lines of the log", "petal_augmentations" in lines, content)
    picture = await yard.status("status", str(content.get("process_id")))
    checks.equal("the run failed", picture.get("process_status"), "failed")
    checks.equal("and keeps its summary", picture.get("error_summary"), summary)

    result, content = await yard.start(wait=5, cwd="/")
    checks.that("a directory outside the roots is an error", result.is_error, text_of(result))
    result = await yard.call("train_start", {"command": ["no-such-program-anywhere"]})
    content = structured(result)
    yard.runs += [content["process_id"]] if "process_id" in content else []
    failure = (content.get("error_summary") or {}).get("failureType")
    checks.equal("a program that does not exist", (result.is_error, failure), (True, "command_not_found"))


async def check_kill(yard: Yard) -> None:
    checks = yard.checks
    result, content = await yard.start(trainer("ignores_sigterm.py"))
    run = str(content.get("process_id"))
    checks.equal("a training that ignores SIGTERM has started", content.get("status"), "started")
    begin = time.monotonic()
    picture = await yard.status("kill", run, grace=1)
    took = time.monotonic() - begin
    checks.equal("it is killed", picture.get("process_status"), "killed")
    checks.equal("because somebody asked", picture.get("end_reason"), "kill_requested")
    checks.that("after the grace, and not much later", 0.9 <= took < 4, f"{took:.2f} s")
    log = await yard.status("logs", run, match="SIGTERM", raw=True)
    checks.that("SIGTERM came first", "ignoring SIGTERM" in log.get("content", ""), log)
    # Its supervisor goes just after it has said so.
    left = {pid: command for pid, command in processes_of([run]).items() if " supervise " not in command}
    checks.that("no process of it is left", not left, left)
    result = await yard.call("train_status", {"action": "kill", "process_id": run})
    content = structured(result)
    found = (bool(result.is_error), content.get("already_ended"), content.get("process_status"))
    checks.equal("a second kill does nothing and says so", found, (False, True, "killed"))


async def check_schedules(yard: Yard) -> None:
    """The SDK itself holds every answer against the output schema of its tool."""
    checks = yard.checks
    trigger = {"type": "cron", "cron_expression": "30 2 * * *", "timezone": "Europe/Berlin"}
    asked = {"trigger": trigger, "after": "2026-03-28T12:00:00Z", "count": 2}
    times = structured(await yard.call("schedule_preview", asked)).get("next")
    expected = ["2026-03-29T03:00:00+02:00", "2026-03-30T02:30:00+02:00"]
    checks.equal("schedule_preview: the times over a change of the clocks", times, expected)
    yearly = {"type": "cron", "cron_expression": "0 0 1 1 *", "timezone": "UTC"}
    arguments = {"name": "interop", "trigger": yearly, "start": {"command": ["true"]}}
    created = structured(await yard.call("schedule_create", arguments))
    schedule = {"schedule_id": created.get("schedule_id")}
    checks.equal("schedule_create: it is active", created.get("status"), "active")
    for tool, status in (("pause", "paused"), ("resume", "active")):
        answer = structured(await yard.call(f"schedule_{tool}", schedule))
        checks.equal(f"schedule_{tool}: it is {status}", answer.get("status"), status)
    changed = structured(await yard.call("schedule_update", {**schedule, "name": "renamed"}))
    checks.equal("schedule_update: the name is another", changed.get("name"), "renamed")
    listed = structured(await yard.call("schedule_list", {"name": "renam"})).get("schedules") or []
    found = [entry.get("schedule_id") for entry in listed]
    checks.equal("schedule_list: finds it by its name", found, [schedule["schedule_id"]])
    executions = structured(await yard.call("schedule_history", schedule)).get("executions")
    checks.equal("schedule_history: nothing came due", executions, [])
    deleted = structured(await yard.call("schedule_delete", schedule))
    checks.that("schedule_delete: it is gone", deleted.get("deleted") is True, deleted)
    again = await yard.call("schedule_delete", schedule)
    checks.that("schedule_delete: gone is gone", again.is_error and "unknown_schedule" in text_of(again), again)


PROMPTS = ["start_training", "watch_trainings", "explain_failure", "report_run", "plan_schedule"]


async def check_prompts(yard: Yard) -> None:
    checks, session = yard.checks, yard.client.session
    listed = (await yard.client.list_prompts(cache_mode="bypass")).prompts
    checks.equal("the prompts are listed", [prompt.name for prompt in listed], PROMPTS)
    bare = [prompt.name for prompt in listed if not prompt.title or not prompt.description or not prompt.icons]
    checks.equal("each with a title, a description and an icon", bare, [])
    bare = [argument.name for prompt in listed for argument in prompt.arguments or [] if not argument.description]
    checks.equal("and every argument is described", bare, [])
    runs = structured(await yard.call("train_status", {"action": "list", "status": "failed"}))
    failed = runs["processes"][0]["process_id"]
    answer = await session.get_prompt("explain_failure", {"process_id": failed})
    kinds = [message.content.type for message in answer.messages]
    checks.equal("explain_failure brings record and log", kinds, ["text", "resource", "text"])
    record = answer.messages[1].content
    uri = str(record.resource.uri) if isinstance(record, types.EmbeddedResource) else ""
    checks.equal("the record under its URI", uri, f"train://runs/{failed}")
    for name, arguments in (("explain_failure", {}), ("report_run", {"process_id": "train-x"}), ("no_such", {})):
        try:
            answer = await session.get_prompt(name, arguments)
            checks.that(f"{name} {arguments} is refused", False, answer)
        except MCPError as error:
            checks.equal(f"{name} {arguments} is refused", error.code, types.INVALID_PARAMS)


async def check_completion(yard: Yard) -> None:
    checks, session = yard.checks, yard.client.session

    async def values(ref: Any, name: str, value: str, **others: str) -> list[str]:
        result = await session.complete(ref, {"name": name, "value": value}, context_arguments=others or None)
        return list(result.completion.values)

    explain = types.PromptReference(type="ref/prompt", name="explain_failure")
    runs = structured(await yard.call("train_status", {"action": "list", "status": "failed"}))["processes"]
    failed = [run["process_id"] for run in runs]
    checks.equal("failed runs come first", (await values(explain, "process_id", ""))[: len(failed)], failed)
    template = types.ResourceTemplateReference(type="ref/resource", uri="train://runs/{process_id}")
    every = await values(template, "process_id", "train-")
    checks.equal("a template's variable: newest first", every, list(reversed(yard.runs)))
    watch = types.PromptReference(type="ref/prompt", name="watch_trainings")
    checks.equal("tags", await values(watch, "tag", "made"), ["made_by=interop"])
    root = yard.directory / "root"
    (root / "inside").mkdir()
    (root / "inside" / "train.py").touch()
    start = types.PromptReference(type="ref/prompt", name="start_training")
    checks.equal("directories", await values(start, "directory", "in"), ["inside/"])
    checks.equal("scripts in one", await values(start, "task", "t", directory="inside"), ["train.py"])
    checks.equal("and nothing outside of the roots", await values(start, "task", "../"), [])
    try:
        found = await values(start, "no_such_argument", "")
        checks.that("an unknown argument is refused", False, found)
    except MCPError as error:
        checks.equal("an unknown argument is refused", error.code, types.INVALID_PARAMS)


async def check_logging(yard: Yard) -> None:
    """By the level of the request, in `_meta`; the last revision with a handshake, which the SDK speaks, has no log."""
    checks = yard.checks
    command = {"command": [sys.executable, "-c", "raise SystemExit('quiet please')"]}
    wanted: Any = {"io.modelcontextprotocol/logLevel": "error"}
    before = len(yard.logged)
    content = structured(await yard.call("train_start", command, meta=wanted))
    yard.runs.append(content["process_id"])
    told = [(message.level, message.data) for message in yard.logged[before:]]
    expected = [] if yard.mode == "legacy" else ["error"]
    checks.equal("a failure is told to the log once, where there is one", [level for level, _ in told], expected)
    checks.that("without a word of the training's", "quiet please" not in str(told), told)
    before = len(yard.logged)
    content = structured(await yard.call("train_start", command))
    yard.runs.append(content["process_id"])
    checks.equal("and not to who does not ask", yard.logged[before:], [])


async def check_wrong_arguments(yard: Yard) -> None:
    checks = yard.checks
    wrong: list[tuple[str, Structured, list[str]]] = [
        ("train_start", {"command": "train.py", "wait": -1, "comand": []}, ["command", "wait", "comand"]),
        ("train_start", {}, ["command"]),
        (
            "train_status",
            {"action": "wait", "timeout": "soon", "until": "never", "processid": "x"},
            ["timeout", "until", "processid"],
        ),
        ("train_status", {"action": "stop"}, ["action", "kill"]),
        (
            "schedule_create",
            {"name": "x", "trigger": {"type": "cron", "cron_expression": "61 * * * *", "timezone": "CET"}, "start": {}},
            ["start.command", "trigger.timezone", "61 is out of range"],
        ),
        ("schedule_preview", {"trigger": {"type": "once"}}, ["trigger.run_at"]),
        ("schedule_update", {"schedule_id": "schedule-x"}, ["nothing that is to change"]),
    ]
    for tool, arguments, named in wrong:
        result = await yard.call(tool, arguments)
        missing = [name for name in named if name not in text_of(result)]
        shown = f"{tool} {json.dumps(arguments)}"
        checks.that(f"{shown}: an error that names {', '.join(named)}", result.is_error and not missing, result)
        error = structured(result).get("error") or {}
        checks.that(f"{shown}: code, message and hint", {"code", "message", "hint"} <= set(error), error)
    for action in ("status", "logs", "kill", "wait"):
        result = await yard.call("train_status", {"action": action, "process_id": "train-never-was"})
        error = structured(result).get("error") or {}
        known = result.is_error and error.get("code") == "unknown_process" and "list" in error.get("hint", "")
        checks.that(f"{action} of an unknown run: unknown_process, with a hint to list", known, result)
    try:
        result = await yard.client.session.call_tool("train_everything", {})
        checks.that("an unknown tool is an error of the protocol", False, result)
    except MCPError as error:
        checks.equal("an unknown tool is an error of the protocol", error.code, types.INVALID_PARAMS)
    listed = structured(await yard.call("train_status", {"action": "list", "status": "running"}))
    checks.equal("and nothing was started", listed.get("processes"), [])


async def check_progress(yard: Yard) -> None:
    checks = yard.checks
    reported: list[tuple[float, str | None]] = []

    async def on_progress(progress: float, total: float | None, message: str | None) -> None:
        reported.append((progress, message))

    _, content = await yard.start(trainer("logistic_regression.py"), "--epochs", "7", "--pause", "1")
    run = str(content.get("process_id"))
    arguments = {"action": "wait", "process_id": run, "until": "end", "timeout": 40}
    answers: list[types.CallToolResult] = []

    async def wait() -> None:
        answers.append(await yard.call("train_status", arguments, progress_callback=on_progress))

    async with anyio.create_task_group() as group:
        group.start_soon(wait)
        await anyio.sleep(0.5)
        begin = time.monotonic()
        await yard.status("status", run)
        took = time.monotonic() - begin
        checks.that("another call is answered while a wait hangs", took < 0.5 and not answers, f"{took:.2f} s")
    checks.equal("the wait answers at the end", structured(answers[0]).get("process_status"), "completed")
    checks.that("with progress on the way", reported, reported)
    values = [value for value, _ in reported]
    checks.that("which grows", all(a < b for a, b in zip(values, values[1:], strict=False)), values)
    checks.that("and says something", all(message for _, message in reported), reported)


async def check_cancellation(yard: Yard) -> None:
    checks = yard.checks
    _, content = await yard.start(trainer("hangs_silently.py"), wait=0)
    run = str(content.get("process_id"))
    checks.equal("a silent training is starting, which is no error", content.get("status"), "starting")
    try:
        arguments = {"action": "wait", "process_id": run, "until": "end"}
        answer = await yard.call("train_status", arguments, read_timeout_seconds=1)
        checks.that("a wait that the client gives up is cancelled", False, answer)
    except MCPError as error:
        checks.that("a wait that the client gives up is cancelled", True, error)
    picture = await yard.status("status", run)
    checks.equal("the run goes on", picture.get("process_status"), "running")
    timed_out = await yard.status("wait", run, until="end", timeout=0.2)
    checks.equal("a wait ends with its own time-out", timed_out.get("timed_out"), True)
    picture = await yard.status("kill", run, grace=1)
    checks.equal("and is killed", picture.get("process_status"), "killed")


async def check_tasks(yard: Yard) -> None:
    """A training as a task, for a client that declares the extension; in the legacy era there is no such thing."""
    checks = yard.checks
    tasks = Tasks()
    async with yard.another(extensions=[tasks]) as client:

        async def start(*command: str, **arguments: Any) -> types.CallToolResult:
            command = (sys.executable, *command)
            result: types.CallToolResult = await client.call_tool("train_start", {"command": command, **arguments})
            return result

        result = await start(trainer("logistic_regression.py"), "--epochs", "5", "--pause", "0.2", wait=40)
        content = structured(result)
        if yard.mode == "legacy":
            checks.that("a legacy client gets no task, whatever it declares", not tasks.created, tasks.created)
            yard.runs.append(str(content.get("process_id")))
            try:
                answer = await ask(client.session, "tasks/get", taskId=content.get("process_id"))
                checks.that("and has no tasks to ask for", False, answer)
            except MCPError as error:
                checks.equal("and has no tasks to ask for", error.code, types.METHOD_NOT_FOUND)
            return
        checks.equal("a training is one task", len(tasks.created), 1)
        run = tasks.created[0]["taskId"]
        problem = task_problem(tasks.created[0], CREATED)
        checks.that("the task is made as the extension says", problem is None, problem)
        problems = [problem for task in tasks.told if (problem := task_problem(task, DETAILED))]
        checks.that(f"{len(tasks.told)} answers of tasks/get are as it says", not problems, problems)
        messages = [task["statusMessage"] for task in tasks.told]
        checks.that("it says how far it is", any(text.startswith("epoch ") for text in messages), messages)
        checks.equal("its result is that of train_start", (content.get("status"), result.is_error), ("completed", False))
        checks.equal("of the run that it is", content.get("process_id"), run)

        result = await start(trainer("dies_in_startup.py"))
        failure = (structured(result).get("error_summary") or {}).get("failureType")
        checks.equal("one that fails", (result.is_error, failure), (True, "missing_dependency"))
        checks.equal("is a completed task", tasks.told[-1]["status"], "completed")
        result = await start("x", cwd="/no/such/place")
        checks.equal("what cannot be started is no task", (result.is_error, len(tasks.created)), (True, 2))

        async with anyio.create_task_group() as group:
            answers: list[types.CallToolResult] = []

            async def hang() -> None:
                answers.append(await start(trainer("hangs_silently.py"), grace=1))

            group.start_soon(hang)
            with anyio.fail_after(20):
                while len(tasks.created) < 3:
                    await anyio.sleep(0.05)
            hanging = tasks.created[-1]["taskId"]
            for _ in range(2):
                ack = await ask(client.session, "tasks/cancel", taskId=hanging)
                checks.equal("tasks/cancel is acknowledged", ack["resultType"], "complete")
        checks.equal("and the task is cancelled", text_of(answers[0]), "cancelled")
        yard.runs += [task["taskId"] for task in tasks.created]

    # Another server, and a client that declares nothing.
    picture = await yard.status("status", hanging)
    checks.equal("its run was killed", picture.get("end_reason"), "kill_requested")
    try:
        answer = await ask(yard.client.session, "tasks/get", taskId=run)
        checks.that("without the extension: what is missing", False, answer)
    except MCPError as error:
        found = (error.code, error.error.data)
        checks.equal(
            "without the extension: what is missing",
            found,
            (-32021, {"requiredCapabilities": {"extensions": {NAME: {}}}}),
        )
    async with yard.another(extensions=[Tasks()]) as client:
        kept = await ask(client.session, "tasks/get", taskId=run)
        checks.equal("the next server knows the task", kept["status"], "completed")
        for method, task, code in (
            ("tasks/get", "train-never-was", types.INVALID_PARAMS),
            ("tasks/list", run, types.METHOD_NOT_FOUND),
            ("tasks/result", run, types.METHOD_NOT_FOUND),
        ):
            try:
                checks.that(f"{method} {task}", False, await ask(client.session, method, taskId=task))
            except MCPError as error:
                checks.equal(f"{method} {task}", error.code, code)


async def check_confirmation(yard: Yard) -> None:
    """A second server may stop a run of the first, when its user wants that."""
    checks = yard.checks
    _, content = await yard.start(trainer("hangs_silently.py"), wait=0)
    run = str(content.get("process_id"))
    kill = {"action": "kill", "process_id": run, "grace": 1}
    asked: list[str] = []
    action = "decline"

    async def elicit(context: Any, params: types.ElicitRequestParams) -> types.ElicitResult:
        asked.append(params.message)
        return types.ElicitResult(action=action, content={"confirm": True} if action == "accept" else None)

    async with yard.another() as client:
        result = await client.call_tool("train_status", kill)
        error = structured(result).get("error") or {}
        told = result.is_error and error.get("code") == "confirmation_required" and "confirm true" in error["hint"]
        checks.that("a client that cannot ask is told what to call", told, result)
    async with yard.another(elicitation_callback=elicit) as client:
        declined = structured(await client.call_tool("train_status", kill))
        found = (declined.get("declined"), declined.get("process_status"))
        checks.equal("the user says no: nothing is done", found, (True, "running"))
        checks.that("the question names the run", len(asked) == 1 and run in asked[0], asked)
        action = "accept"
        killed = structured(await client.call_tool("train_status", kill))
        checks.equal("the user says yes: it is killed", killed.get("process_status"), "killed")
    _, content = await yard.start(trainer("hangs_silently.py"), wait=0)
    kill["process_id"] = str(content.get("process_id"))
    async with yard.another() as client:
        killed = structured(await client.call_tool("train_status", {**kill, "confirm": True}))
        checks.equal("confirm says so beforehand", killed.get("process_status"), "killed")


async def leave_runs(yard: Yard) -> list[str]:
    """Starts what must not outlive the server: stubborn workers, each with a session of its own."""
    before = len(yard.runs)
    workers = [trainer("forks_workers.py"), "--setsid", "--ignore-sigterm"]
    await yard.start(*workers, wait=0, grace=1)
    await yard.start(trainer("ignores_sigterm.py"), grace=1)
    left = yard.runs[before:]
    with anyio.move_on_after(10):
        while len(processes_of(left)) < 5:
            await anyio.sleep(0.05)
    return left


async def check_shutdown(yard: Yard, left: list[str], alive_before: int) -> None:
    """After the server has gone, whose runs were alive when the client left."""
    checks = yard.checks
    checks.that("processes were there to be stopped", alive_before >= 5, alive_before)
    took = yard.closing_took
    checks.that(f"the server ends within {SHUTDOWN_LIMIT} s", took <= SHUTDOWN_LIMIT, f"{took:.2f} s")
    with anyio.move_on_after(6):
        while processes_of(yard.runs) or processes_with_home(yard.home):
            await anyio.sleep(0.05)
    found = processes_of(yard.runs)
    checks.that("no process of any run is left", not found, found)
    found = processes_with_home(yard.home)
    checks.that("and no other that the server started", not found, found)
    for run in left:
        record = json.loads((yard.home / "runs" / run / "exit.json").read_text())
        checks.equal("the exit record says why it ended", record["end_reason"], "server_shutdown")


# What is left behind


def processes_of(runs: list[str]) -> dict[int, str]:
    """The processes that have one of these runs in their environment, with their command lines."""
    return processes_where([f"SIGNALBOX_RUN_ID={run}" for run in runs])


def processes_with_home(home: Path) -> dict[int, str]:
    """The processes that a server of this home started, supervisors too."""
    return processes_where([f"SIGNALBOX_HOME={home}"])


def processes_where(variables: list[str]) -> dict[int, str]:
    wanted = {variable.encode() for variable in variables}
    found: dict[int, str] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            if wanted & set((entry / "environ").read_bytes().split(b"\0")):
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ")
                found[int(entry.name)] = command.decode(errors="replace").strip()
        except OSError:
            continue
    return found


# The programme


def told(error: BaseException) -> str:
    """What went wrong and where, without the groups that task groups wrap it in."""
    inner = getattr(error, "exceptions", None)
    if inner:
        return "; ".join(told(one) for one in inner)
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"line {frame.lineno}" for frame in frames if frame.filename == __file__]
    return f"{type(error).__name__}: {error} ({places[-1] if places else 'outside this file'})"


PARTS: list[Callable[[Yard], Awaitable[None]]] = [
    check_connection,
    check_tools,
    check_training,
    check_list,
    check_events,
    check_trace,
    check_resources,
    check_failure,
    check_kill,
    check_schedules,
    check_prompts,
    check_completion,
    check_logging,
    check_wrong_arguments,
    check_progress,
    check_cancellation,
    check_tasks,
    check_confirmation,
]


async def play(yard: Yard) -> None:
    """All parts in one way of connecting. A part that breaks off is one failed check, and the next goes on."""
    checks = yard.checks
    left: list[str] = []
    alive_before = 0
    async with yard.connected():
        for part in PARTS:
            try:
                await part(yard)
            except Exception as error:
                checks.that(f"{part.__name__} runs to its end", False, told(error))
        left = await leave_runs(yard)
        alive_before = len(processes_of(left))
    await check_shutdown(yard, left, alive_before)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", type=Path, required=True, help="the signalbox executable")
    parser.add_argument("--mode", choices=MODES, action="append", help="one way to connect, repeatable (all)")
    parser.add_argument("--mirrors", type=Path, metavar="DIR", help="where recordings and stderr go (temporary)")
    arguments = parser.parse_args()
    server: Path = arguments.server.resolve()
    if not os.access(server, os.X_OK):
        parser.error(f"{server} is not an executable")
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="signalbox-interop.") as temporary:
        mirrors: Path = (arguments.mirrors or Path(temporary) / "mirrors").resolve()
        mirrors.mkdir(parents=True, exist_ok=True)
        for mode in arguments.mode or MODES:
            checks.mode = mode
            directory = Path(temporary) / mode
            directory.mkdir()
            try:
                anyio.run(play, Yard(checks, server, mirrors, directory, mode))
            except Exception as error:
                checks.that("the conversation runs to its end", False, told(error))
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
