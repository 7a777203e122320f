#!/usr/bin/env bash
# Installs what the tests need, builds, runs every test, and prints the counts. Exits non-zero when anything failed.
# With --no-build what is there is tested as it was built.
set -uo pipefail
cd "$(dirname "$0")/.."
build=yes
[ "${1:-}" != --no-build ] || build=no

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else return 1; fi; }

find_chromium() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" && return 0
  done
  return 1
}

if ! find_chromium >/dev/null; then
  echo 'Chromium is not here; installing it from the packages of this system.'
  log=$(mktemp)
  { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-dejavu-core; } >"$log" 2>&1 \
    || { echo 'Chromium could not be installed:'; tail -n 20 "$log"; exit 1; }
fi
CHROMIUM=$(find_chromium) || { echo 'No Chromium was found, so the browser tests cannot run. Set CHROMIUM to one.'; exit 1; }
export CHROMIUM

# A real mail server for the tests of mail; they start one of their own, on loopback only. Never in the place of another one.
if ! [ -x /usr/sbin/postfix ]; then
  echo 'Postfix is not here; installing it from the packages of this system.'
  log=$(mktemp)
  { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends --no-remove postfix; } >"$log" 2>&1 \
    || { echo 'Postfix could not be installed:'; tail -n 20 "$log"; exit 1; }
fi

# A certified OpenID Connect provider for the tests of signing in; they run it on loopback only.
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo 'Node.js is not here; installing it from the packages of this system.'
  log=$(mktemp)
  { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends nodejs npm; } >"$log" 2>&1 \
    || { echo 'Node.js could not be installed:'; tail -n 20 "$log"; exit 1; }
fi
if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  echo "The tests of signing in need Node.js 20 or later; this is $(node --version)."; exit 1
fi
if ! [ -d tests/oidc-provider/node_modules/oidc-provider ]; then
  echo 'oidc-provider is not here; installing what tests/oidc-provider/package-lock.json names.'
  log=$(mktemp)
  npm ci --prefix tests/oidc-provider --ignore-scripts --no-audit --no-fund >"$log" 2>&1 \
    || { echo 'oidc-provider could not be installed:'; tail -n 20 "$log"; exit 1; }
fi

[ "$build" = no ] || dotnet build KnowledgeCommons.sln --configuration Release --verbosity quiet || exit 1

# Both projects at the same time: each waits a lot, for browsers, mail servers and clocks, while the other one works. A line of output says whose it is.
# A test that hangs is stopped and named, instead of taking the whole run with it.
limit=30m
logs=$(mktemp -d)
declare -A running
trap 'kill "${running[@]}" 2>/dev/null; exit 130' INT TERM
for project in BrowserTests Tests; do
  : >"$logs/$project"
  timeout --kill-after 30s "$limit" dotnet test "tests/KnowledgeCommons.$project" --no-build --configuration Release --nologo \
    --logger 'console;verbosity=minimal' --blame-hang --blame-hang-timeout 4m --blame-hang-dump-type none >"$logs/$project" 2>&1 &
  running[$project]=$!
  tail -n +1 -f --pid="${running[$project]}" "$logs/$project" | sed -u "s/^/$project: /" &
done

passed=0 failed=0 skipped=0 broken=0
for project in BrowserTests Tests; do
  wait "${running[$project]}"
  code=$?
  [ "$code" = 0 ] || broken=1
  [ "$code" != 124 ] || printf '%s did not finish within %s.\n' "$project" "$limit"
  # "Failed!  - Failed:     1, Passed:    41, Skipped:     0, Total: …"
  summary=$(grep -E '^(Passed|Failed)! ' "$logs/$project" | tail -n 1)
  count() { sed -nE "s/.*$1: *([0-9]+).*/\1/p" <<<"$summary"; }
  f=$(count Failed) p=$(count Passed) s=$(count Skipped)
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0})) skipped=$((skipped + ${s:-0}))
done
# The last lines of both.
wait
rm -rf "$logs"

printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$broken" = 0 ] && [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
