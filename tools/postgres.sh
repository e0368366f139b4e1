#!/usr/bin/env bash
# A throw-away PostgreSQL cluster for tests, run by an unprivileged user and reachable through a socket in DIR alone.
#   tools/postgres.sh start DIR | stop DIR | url DIR
# TAMGA_PG_FAST=1 gives up durability for speed: right for tests, wrong for measurements.
set -euo pipefail
command=${1:?start, stop or url}
dir=$(readlink -f "${2:?folder of the cluster}")
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)

as_owner() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

case "$command" in
  start)
    [ "$(id -u)" = 0 ] && chown postgres "$dir"
    chmod 700 "$dir"
    cd "$dir"
    as_owner "$bin/initdb" -D "$dir/data" -U tamga -A trust -E UTF8 --locale=C.UTF-8 --data-checksums >/dev/null
    {
      echo "listen_addresses = ''"
      echo "unix_socket_directories = '$dir'"
      echo "max_connections = 100"
      echo "shared_buffers = 256MB"
      if [ "${TAMGA_PG_FAST:-0}" = 1 ]; then
        printf 'fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n'
      fi
    } >> "$dir/data/postgresql.conf"
    as_owner "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/log" start >/dev/null
    chmod 711 "$dir" ;;
  stop)
    cd "$dir"
    as_owner "$bin/pg_ctl" -D "$dir/data" -w -m fast stop >/dev/null ;;
  url)
    echo "postgresql://tamga@/postgres?host=$(printf %s "$dir" | sed 's|/|%2F|g')" ;;
  *)
    echo "start, stop or url" >&2
    exit 2 ;;
esac
