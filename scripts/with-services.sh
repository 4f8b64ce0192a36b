#!/usr/bin/env bash
# scripts/with-services.sh COMMAND…: runs it with a MariaDB and a Redis of its own, on loopback and free ports, in a
# temporary folder, ended with the command. TEST_DATABASE_URL or TEST_REDIS_URL name one that is there already. What is
# not installed comes from the distribution's packages, with the proxy that a drill needs.
set -euo pipefail

# Servers stand where an ordinary user's path may not lead.
PATH="$PATH:/usr/sbin"

# In memory where two gigabytes of it are free: each test makes and drops a database of some forty tables.
memory_kb="$(df --output=avail /dev/shm 2>/dev/null | tail -n 1 || true)"
folder="$(mktemp -d -p "$([ "${memory_kb:-0}" -gt 2000000 ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")")"
chmod 755 "$folder"
started=()
cleanup() {
  for pid in ${started[@]+"${started[@]}"}; do
    kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true
  done
  rm -rf "$folder"
}
trap cleanup EXIT

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

free_port() {
  node -e 'const probe = require("net").createServer().listen(0, "127.0.0.1", () => {
    console.log(probe.address().port);
    probe.close();
  })'
}

# until_answers NAME PORT: a minute at most.
until_answers() {
  for _ in $(seq 120); do
    (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null && return
    sleep 0.5
  done
  echo "$1 did not start:" >&2
  tail -n 20 "$folder/$1.log" >&2
  return 1
}

install_missing() {
  local missing=()
  command -v mariadbd >/dev/null || missing+=(mariadb-server)
  command -v redis-server >/dev/null || missing+=(redis-server)
  command -v haproxy >/dev/null || missing+=(haproxy)
  [ "${#missing[@]}" = 0 ] && return
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

start_mariadb() {
  # It refuses to run as root; the package brings a user for it.
  local user port
  port="$(free_port)"
  user="$([ "$(id -u)" = 0 ] && echo mysql || id -un)"
  install -d -m 700 -o "$user" "$folder/mariadb"
  mariadb-install-db --no-defaults --user="$user" --datadir="$folder/mariadb" \
    --auth-root-authentication-method=normal >"$folder/mariadb.log" 2>&1
  cat >"$folder/desk.sql" <<'SQL'
CREATE USER 'desk'@'127.0.0.1' IDENTIFIED BY 'desk';
GRANT ALL ON *.* TO 'desk'@'127.0.0.1';
CREATE USER 'desk'@'localhost' IDENTIFIED BY 'desk';
GRANT ALL ON *.* TO 'desk'@'localhost';
SQL
  # What a power cut would take of test data may go, and the tests are several times as fast.
  mariadbd --no-defaults --user="$user" --datadir="$folder/mariadb" --bind-address=127.0.0.1 --port="$port" \
    --socket="$folder/mariadb/socket" --init-file="$folder/desk.sql" --innodb-flush-log-at-trx-commit=2 \
    >>"$folder/mariadb.log" 2>&1 &
  started+=("$!")
  until_answers mariadb "$port"
  export TEST_DATABASE_URL="mysql://desk:desk@127.0.0.1:$port/"
}

start_redis() {
  local port
  port="$(free_port)"
  redis-server --bind 127.0.0.1 --port "$port" --save '' --appendonly no --dir "$folder" >"$folder/redis.log" 2>&1 &
  started+=("$!")
  until_answers redis "$port"
  export TEST_REDIS_URL="redis://127.0.0.1:$port"
}

if [ -z "${TEST_DATABASE_URL:-}" ] || [ -z "${TEST_REDIS_URL:-}" ]; then install_missing; fi
[ -n "${TEST_DATABASE_URL:-}" ] || start_mariadb
[ -n "${TEST_REDIS_URL:-}" ] || start_redis

"$@"
