"""The tool that is measured, as the official Python SDK makes it: `train_status` with a list of 20 ended runs.

It keeps nothing and starts nothing, so every figure of it is the SDK's own. `rpc.py --peer PYTHON` drives it with
the interpreter of an environment that has `requirements.txt` installed.
"""

from __future__ import annotations

from typing import Any

from mcp.server.mcpserver import MCPServer

RUNS: list[dict[str, Any]] = [
    {
        "process_id": f"train-20260728T101500Z-4f9c1d0e7a62b85391d04c6e7f80a{number:02}",
        "name": f"benchmark {number}",
        "process_status": "completed",
        "end_reason": "exited",
        "verified": False,
        "created_at": "2026-07-28T10:15:00.125+02:00",
        "ended_at": "2026-07-28T10:15:00.250+02:00",
        "duration_s": 0.125,
        "exit_code": 0,
    }
    for number in range(20)
]

server = MCPServer("peer")


@server.tool()
def train_status(action: str = "status", limit: int = 20) -> dict[str, Any]:
    """Lists runs."""
    return {"action": action, "processes": RUNS[:limit], "counts": {"completed": len(RUNS)}}


if __name__ == "__main__":
    server.run("stdio")
