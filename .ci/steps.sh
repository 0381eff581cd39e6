# What `.ci/run` is made of: steps that are counted, and tests that are counted within them.
passed=0
failed=0

# step <name> <command…>: runs it and counts it.
step() {
  local name="$1" start=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if "$@"; then
    passed=$((passed + 1))
    printf '== %s: passed in %s s\n' "$name" "$((SECONDS - start))"
  else
    failed=$((failed + 1))
    printf '== %s: FAILED after %s s\n' "$name" "$((SECONDS - start))"
  fi
}

# tests <name> <npm script…>: runs Vitest and counts its tests. Vitest that ends without a report, or with one that
# cannot be read or has no test in it, has failed, whatever its exit code.
tests() {
  local report="$reports/$1.json" code counts
  shift
  rm -f "$report"
  "$@" -- --reporter=default --reporter=json --outputFile.json="$report"
  code=$?
  if ! counts="$(count_tests "$report")"; then
    printf 'There is no report of these tests: Vitest ended with %s before it could write one.\n' "$code"
    return 1
  fi
  passed=$((passed + ${counts% *}))
  failed=$((failed + ${counts#* }))
  return "$code"
}

# Prints "<passed> <failed>". A file that could not even be loaded holds no test, and counts as one that failed.
count_tests() {
  node -e '
    const report = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
    const broken = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((test) => test.status === "failed"),
    ).length;
    const { numPassedTests: passed, numFailedTests: failed } = report;
    if (!Number.isInteger(passed) || !Number.isInteger(failed)) process.exit(1);
    if (passed + failed + broken === 0) process.exit(1);
    console.log(passed, failed + broken);
  ' "$1" 2>/dev/null
}
