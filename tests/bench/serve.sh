#!/usr/bin/env bash
# Measures how the server serves event pages, beside nginx serving the same gzipped bytes: one page, and
# the pages of several events in turn. Fails when a promise is broken. Run it on a quiet machine: tests/bench/serve.sh
# Needs Debian (it installs wrk and nginx by itself when run as root) and a Rust toolchain.
set -euo pipefail

# ---- promises -----------------------------------------------------------------------------
least_cached=0.9      # requests/s from the page cache, as a share of nginx's
least_miss=0.2        # requests/s with the page cache off, as a share of nginx's; with the records read anew too
most_start_ms=300     # from exec to the first 200 of the event page, on a warmed data folder
most_memory_mb=60     # resident memory after the load

# ---- settings, each may be given in the environment ---------------------------------------
rounds=${ROUNDS:-3} seconds=${SECONDS_EACH:-8} connections=${CONNECTIONS:-64} threads=${THREADS:-2}
root=$(cd "$(dirname "$0")/../.." && pwd)
seeds=${SEEDS:-$root/seeds}
most_pages=${PAGES:-5} # so many pages are asked for in turn
binary=${SIJILL:-}    # an already built program; without it the release is built

work=$(mktemp -d)
pids=()
finish() {
    local status=$?
    trap - EXIT INT TERM
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
    rm -rf "$work"
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say() { printf '%s\n' "$*" >&2; }
die() { say "serve.sh: $*"; exit 1; }

need() { # program, packages to try in turn
    local program=$1 package; shift
    PATH=$PATH:/usr/sbin command -v "$program" >/dev/null && return
    [ "$(id -u)" = 0 ] || die "$program is missing; install it: apt-get install $1"
    say "installing $1"
    apt-get update -qq >&2 || true
    for package in "$@"; do
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 && break
    done
    PATH=$PATH:/usr/sbin command -v "$program" >/dev/null || die "$program could not be installed"
}

free_port() { # a loopback port nobody listens on
    local port
    for _ in $(seq 50); do
        port=$((20000 + RANDOM % 12000)) # below those that outgoing connections take
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
    die "no free port"
}

now_ms() { local t=${EPOCHREALTIME/[.,]/}; echo $((t / 1000)); }
status_of() { curl -s -o /dev/null --max-time 5 -w '%{http_code}' -H 'Accept-Encoding: gzip' "$1" || true; }

await() { # url, milliseconds at most, pid
    local end=$(($(now_ms) + $2))
    while [ "$(status_of "$1")" != 200 ]; do
        kill -0 "$3" 2>/dev/null || return 1
        [ "$(now_ms)" -lt "$end" ] || return 1
        sleep 0.005
    done
}

start_sijill() { # data folder, port, page to wait for, further flags; sets $pid and $took
    local data=$1 port=$2 page=$3 began; shift 3
    began=$(now_ms)
    "$binary" serve --listen "127.0.0.1:$port" --data "$data" --seeds "$seeds" "$@" >>"$work/sijill.log" 2>&1 &
    pid=$!
    pids+=("$pid")
    await "http://127.0.0.1:$port$page" 60000 "$pid" || { tail -n 20 "$work/sijill.log" >&2; die "the server did not answer $page"; }
    took=$(($(now_ms) - began))
}

stop() { kill "$1" 2>/dev/null || true; wait "$1" 2>/dev/null || true; }

start_nginx() { # port; serves the pages under $work/www from their ready gzipped copies; sets $pid
    local port=$1 user=''
    [ "$(id -u)" = 0 ] && user='user root;' # the files lie in a folder only this user may enter
    mkdir -p "$work/nginx"
    cat >"$work/nginx/nginx.conf" <<CONF
$user
worker_processes $(nproc);
daemon off;
pid $work/nginx/pid;
error_log $work/nginx/error.log;
events { worker_connections 1024; }
http {
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 100000000;
    client_body_temp_path $work/nginx/body; proxy_temp_path $work/nginx/proxy; fastcgi_temp_path $work/nginx/fastcgi;
    uwsgi_temp_path $work/nginx/uwsgi; scgi_temp_path $work/nginx/scgi;
    open_file_cache max=100;
    server {
        listen 127.0.0.1:$port backlog=1024;
        root $work/www;
        default_type "text/html; charset=utf-8";
        gzip_static on;
        gzip_vary on;
$(header_lines)
    }
}
CONF
    PATH=$PATH:/usr/sbin nginx -p "$work/nginx" -e "$work/nginx/error.log" -c "$work/nginx/nginx.conf" &
    pid=$!
    pids+=("$pid")
    await "http://127.0.0.1:$port$page" 5000 "$pid" || { cat "$work/nginx/error.log" >&2; die "nginx did not answer"; }
}

header_lines() { # the page's own headers, so that both servers send as much
    tr -d '\r' <"$work/headers" | grep -iE '^(cache-control|content-security-policy|x-content-type-options|referrer-policy|permissions-policy|cross-origin-[a-z-]+|strict-transport-security|link|content-language|x-frame-options): ' |
        while IFS= read -r line; do
            value=${line#*: }
            value=${value//\\/\\\\}
            printf '        add_header %s "%s";\n' "${line%%: *}" "${value//\"/\\\"}"
        done || true
}

keep_page() { # base address, path; keeps the page and its gzipped bytes for nginx
    mkdir -p "$work/www/$(dirname "$2")"
    curl -sf -H 'Accept-Encoding: gzip' -D "$work/headers" -o "$work/www$2.gz" "$1$2" || die "$2 did not answer"
    gzip -t "$work/www$2.gz" || die "$2 is not gzipped"
    gzip -dc "$work/www$2.gz" >"$work/www$2"
}

write_turns() { # path…; makes wrk ask for these in turn
    {
        echo 'local paths, requests, turn = {'
        printf '"%s",\n' "$@"
        echo '}, {}, 0'
        echo 'function init() for i, path in ipairs(paths) do requests[i] = wrk.format("GET", path) end end'
        echo 'function request() turn = turn % #requests + 1; return requests[turn] end'
    } >"$work/turns.lua"
}

load() { # url, further flags -> requests per second; dies when answers were not all well
    local out
    out=$(wrk -t"$threads" -c"$connections" -d"${seconds}s" -H 'Accept-Encoding: gzip' "${@:2}" "$1")
    if grep -qE 'Non-2xx|Socket errors' <<<"$out"; then say "$out"; die "not every answer from $1 was good"; fi
    awk '/Requests\/sec/ { print $2 }' <<<"$out"
}

median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'; }
memory_mb() { awk '/^VmRSS/ { printf "%.1f", $2 / 1024 }' "/proc/$1/status"; }

# ---- make ready ---------------------------------------------------------------------------
need curl curl
need wrk wrk
need nginx nginx-light nginx
if [ -z "$binary" ]; then
    say "building the release"
    (cd "$root" && cargo build --release --locked >&2)
    binary=${CARGO_TARGET_DIR:-$root/target}/release/sijill
fi
[ -x "$binary" ] || die "no program at $binary"

port=$(free_port)
start_sijill "$work/data" "$port" /events
first=$pid
mapfile -t pages < <(curl -sf "http://127.0.0.1:$port/api/v1/events?limit=$most_pages" | # the paths in the events' "url"
    grep -oE '/events/[0-9a-z]+"' | tr -d '"' | awk '!seen[$0]++')
[ ${#pages[@]} -gt 1 ] || die "fewer than two events in /api/v1/events"
page=${pages[0]}
for each in "${pages[@]}"; do keep_page "http://127.0.0.1:$port" "$each"; done
write_turns "${pages[@]}"
stop "$first"

# ---- start: fresh folder (import and index included), then a warmed one --------------------
port=$(free_port); start_sijill "$work/fresh" "$port" "$page"; fresh_ms=$took; stop "$pid"
starts=()
for _ in 1 2 3; do
    port=$(free_port); start_sijill "$work/data" "$port" "$page"; starts+=("$took"); stop "$pid"
done
warm_ms=$(median "${starts[@]}")

# ---- load: nginx and the cached page in turn, then the page rendered anew each time ---------
nginx_port=$(free_port); start_nginx "$nginx_port"; nginx_url=http://127.0.0.1:$nginx_port$page
received() { curl -s -o /dev/null -w '%{size_download}' -H 'Accept-Encoding: gzip' "$1"; }
[ "$(received "$nginx_url")" = "$(stat -c %s "$work/www$page.gz")" ] || die "nginx does not send the gzipped bytes"
port=$(free_port); start_sijill "$work/data" "$port" "$page"; cached=$pid; cached_url=http://127.0.0.1:$port$page
nginx_runs=() cached_runs=() miss_runs=()
for round in $(seq "$rounds"); do
    n=$(load "$nginx_url"); c=$(load "$cached_url")
    nginx_runs+=("$n"); cached_runs+=("$c")
    say "round $round: nginx $n/s, cached $c/s"
done
memory=$(memory_mb "$cached"); stop "$cached"
port=$(free_port); start_sijill "$work/data" "$port" "$page" --cache-mb 0; miss=$pid
for round in $(seq "$rounds"); do
    m=$(load "http://127.0.0.1:$port$page")
    miss_runs+=("$m")
    say "round $round: miss $m/s"
done
memory_miss=$(memory_mb "$miss"); stop "$miss"
# The same with no record kept either, so that each request asks the database, for all the pages in turn.
port=$(free_port); start_sijill "$work/data" "$port" "$page" --cache-mb 0 --records-mb 0; cold=$pid
turns_runs=() cold_runs=()
for round in $(seq "$rounds"); do
    t=$(load "$nginx_url" -s "$work/turns.lua"); d=$(load "http://127.0.0.1:$port$page" -s "$work/turns.lua")
    turns_runs+=("$t"); cold_runs+=("$d")
    say "round $round: ${#pages[@]} pages in turn: nginx $t/s, record read too $d/s"
done
memory_cold=$(memory_mb "$cold")
stop "$cold"

# ---- tell, and hold to the promises --------------------------------------------------------
nginx_rate=$(median "${nginx_runs[@]}") cached_rate=$(median "${cached_runs[@]}") miss_rate=$(median "${miss_runs[@]}")
cached_ratio=$(ratio "$cached_rate" "$nginx_rate") miss_ratio=$(ratio "$miss_rate" "$nginx_rate")
turns_rate=$(median "${turns_runs[@]}") cold_rate=$(median "${cold_runs[@]}")
cold_ratio=$(ratio "$cold_rate" "$turns_rate")
cat <<TELL
page                     $page, $(stat -c %s "$work/www$page.gz") bytes gzipped
nginx                    $nginx_rate requests/s
sijill, cached           $cached_rate requests/s   $cached_ratio of nginx (at least $least_cached)
sijill, cache off        $miss_rate requests/s   $miss_ratio of nginx (at least $least_miss)
${#pages[@]} pages in turn
nginx                    $turns_rate requests/s
sijill, record read too  $cold_rate requests/s   $cold_ratio of nginx (at least $least_miss)
start, warmed folder     $warm_ms ms (at most $most_start_ms)
start, fresh folder      $fresh_ms ms
memory after the load    $memory MB (at most $most_memory_mb); with the cache off $memory_miss MB, the records too $memory_cold MB
TELL

broken=0
hold() { # what, value, relation, bound
    awk -v a="$2" -v b="$4" -v r="$3" 'BEGIN { exit !(r == "<" ? a <= b : a >= b) }' && return
    say "BROKEN: $1 is $2, promised at $([ "$3" = '<' ] && echo most || echo least) $4"
    broken=1
}
hold "cached / nginx" "$cached_ratio" '>' "$least_cached"
hold "miss / nginx" "$miss_ratio" '>' "$least_miss"
hold "miss with the record read too / nginx" "$cold_ratio" '>' "$least_miss"
hold "start in ms" "$warm_ms" '<' "$most_start_ms"
hold "memory in MB" "$memory" '<' "$most_memory_mb"
hold "memory in MB, cache off" "$memory_miss" '<' "$most_memory_mb"
hold "memory in MB, records read too" "$memory_cold" '<' "$most_memory_mb"
exit "$broken"
