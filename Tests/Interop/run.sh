#!/usr/bin/env bash
# The official Python SDK against the server, in all its ways to connect, then every recorded frame against the
# published schemas, and what mcpscore finds.
#
# usage: run.sh --server PATH [--venv DIR] [--mirrors DIR]
#   --server   the signalbox executable
#   --venv     a directory for the virtual environment, used again when it is there (temporary)
#   --mirrors  a directory that keeps the recordings and the server's stderr (temporary)
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
server='' venv='' mirrors=''
while (($#)); do
  case $1 in
    --server) server=${2:?} ;;
    --venv) venv=${2:?} ;;
    --mirrors) mirrors=${2:?} ;;
    *) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" >&2; exit 64 ;;
  esac
  shift 2
done
if [[ -z $server ]]; then
  echo "run.sh: --server is missing" >&2
  exit 64
fi
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
venv=${venv:-$temporary/venv}
mirrors=${mirrors:-$temporary/mirrors}

python_suffices() {
  python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null
}
if ! python_suffices && command -v apt-get >/dev/null && [[ $(id -u) == 0 ]]; then
  { apt-get update -q && apt-get install -qy --no-install-recommends python3-venv; } || true
fi
if ! python_suffices; then
  echo "run.sh: needs Python 3.10 or newer with venv and pip;" \
    "on Debian and Ubuntu: apt-get install python3-venv" >&2
  exit 69
fi

if ! [[ -x $venv/bin/python ]]; then python3 -m venv "$venv"; fi
"$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"

# Only this run's recordings are to be checked.
mkdir -p "$mirrors"
rm -f "$mirrors"/*.jsonl "$mirrors"/*.stderr

status=0
"$venv/bin/python" -m unittest discover -s "$here" -p 'test_*.py' || status=1
"$venv/bin/python" "$here/interop.py" --server "$server" --mirrors "$mirrors" || status=1
"$venv/bin/python" "$here/wire_check.py" "$mirrors"/*.jsonl || status=1
"$venv/bin/python" "$here/score.py" --server "$server" || status=1
exit "$status"
