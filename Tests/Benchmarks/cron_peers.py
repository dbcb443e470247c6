"""Next times of cron expressions with one Python library: `python cron_peers.py croniter|cronsim|apscheduler`.

Takes and answers the same lines as `cron_next`, less the slowest single one. cron.py runs it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

Next = Callable[[], datetime]
Reader = Callable[[str, datetime], Next]


def croniter_reader() -> Reader:
    from croniter import croniter

    return lambda expression, after: croniter(expression, after, ret_type=datetime, implement_cron_bug=True).get_next


def cronsim_reader() -> Reader:
    from cronsim import CronSim

    return lambda expression, after: CronSim(expression, after).__next__


def apscheduler_reader() -> Reader:
    from apscheduler.triggers.cron import CronTrigger

    def read(expression: str, after: datetime) -> Next:
        trigger = CronTrigger.from_crontab(expression, timezone=after.tzinfo)
        previous, now = None, after

        def following() -> datetime:
            nonlocal previous, now
            previous = now = trigger.get_next_fire_time(previous, now)
            return now

        return following

    return read


LIBRARIES = {"croniter": croniter_reader, "cronsim": cronsim_reader, "apscheduler": apscheduler_reader}


def answer(read: Reader, line: str) -> str:
    count, zone, after, expression = line.split("\t")
    start = datetime.fromtimestamp(int(after), ZoneInfo(zone))
    begin = time.perf_counter()
    following = read(expression, start)
    reading = time.perf_counter() - begin
    last = start
    begin = time.perf_counter()
    for _ in range(int(count)):
        last = following()
    asking = time.perf_counter() - begin
    return f"{reading}\t{asking}\t{int(last.timestamp())}"


def main() -> None:
    read = LIBRARIES[sys.argv[1]]()
    for line in sys.stdin:
        try:
            print(answer(read, line.rstrip("\n")), flush=True)
        except Exception as error:  # A library that cannot read an expression has no figure for it.
            print(f"-\t{type(error).__name__}: {error}".replace("\n", " "), flush=True)


if __name__ == "__main__":
    main()
