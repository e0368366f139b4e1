#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A throw-away PostgreSQL 15 cluster for tests and benchmarks: one folder with data, log and socket, no TCP.
#
#   tools/postgres.sh start [DIR]   make and start it in DIR (default: a new temporary folder); prints its URL
#   tools/postgres.sh url DIR       its URL again
#   tools/postgres.sh stop DIR      stop it and delete what start made
#
# TAMGA_PG_FAST=1    gives up durability (fsync, full-page writes, synchronous commit): for tests, never to measure
# TAMGA_PG_OWNER=PID stops the cluster when that process has ended, however it ended
# TAMGA_PG_BIN       where initdb and pg_ctl are, /usr/lib/postgresql/15/bin by default
#
# PostgreSQL refuses to run as root; root runs it as the user postgres of the Debian package.
set -eu

bin=${TAMGA_PG_BIN:-/usr/lib/postgresql/15/bin}
port=5432

usage() {
  sed -n '5,7s/^# *//p' "$0" >&2
  exit 2
}

as_server() {
  if [ "$(id -u)" = 0 ]; then
    # From a folder that the other user may enter.
    (cd / && exec runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

url() {
  echo "postgresql://postgres@/postgres?host=$1&port=$port"
}

settings() {
  echo "listen_addresses = ''"
  echo "unix_socket_directories = '$1'"
  echo "port = $port"
  echo "max_connections = 200"
  echo "lc_messages = 'C'"
  echo "timezone = 'UTC'"
  if [ "${TAMGA_PG_FAST:-0}" = 1 ]; then
    echo "fsync = off"
    echo "full_page_writes = off"
    echo "synchronous_commit = off"
  fi
}

start() {
  dir=${1:-}
  if [ -z "$dir" ]; then
    dir=$(mktemp -d "${TMPDIR:-/tmp}/tamga-pg.XXXXXX")
  else
    mkdir -p "$dir"
    dir=$(cd "$dir" && pwd)
  fi
  if [ ${#dir} -gt 90 ]; then
    echo "postgres.sh: $dir is too long for the path of a socket" >&2
    exit 1
  fi
  [ "$(id -u)" != 0 ] || chown postgres "$dir"
  chmod 700 "$dir"
  if [ ! -e "$dir/data/PG_VERSION" ]; then
    as_server "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --no-locale --data-checksums \
      --no-sync >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; exit 1; }
    settings "$dir" >>"$dir/data/postgresql.conf"
  fi
  as_server "$bin/pg_ctl" -D "$dir/data" -l "$dir/data/server.log" -w -t 60 start >/dev/null </dev/null ||
    { cat "$dir/data/server.log" >&2; exit 1; }
  if [ -n "${TAMGA_PG_OWNER:-}" ]; then
    setsid sh -c 'tail --pid="$1" -f /dev/null; exec "$2" stop "$3"' watch "$TAMGA_PG_OWNER" "$0" "$dir" \
      </dev/null >/dev/null 2>&1 &
  fi
  url "$dir"
}

stop() {
  [ -e "$1/data/PG_VERSION" ] || { echo "postgres.sh: no cluster in $1" >&2; exit 1; }
  dir=$(cd "$1" && pwd)
  as_server "$bin/pg_ctl" -D "$dir/data" -w -m immediate stop >/dev/null 2>&1 || true
  # Only what start made: DIR may have been a folder with other things in it.
  rm -rf "$dir/data" "$dir/initdb.log" "$dir/.s.PGSQL.$port" "$dir/.s.PGSQL.$port.lock"
  rmdir "$dir" 2>/dev/null || true
}

case "${1:-}" in
  start) [ $# -le 2 ] || usage; start "${2:-}" ;;
  url) [ $# = 2 ] || usage; url "$2" ;;
  stop) [ $# = 2 ] || usage; stop "$2" ;;
  *) usage ;;
esac
