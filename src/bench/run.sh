#!/bin/sh
# Runs a bench (a test class with a main) and prints its table; what each measures and takes stands in the class.
#   src/bench/run.sh upload /var/tmp 1024 3     upload of a file against cp + sha256sum: folder on a disk, MB, rounds
#   src/bench/run.sh submission 1000            submissions a second, 8 clients, PostgreSQL
#   src/bench/run.sh portal 100000 200          pages' p95: applications in the tables, requests of each page
#   src/bench/run.sh disc /var/tmp              zip and iso of 8 x 700 MB against zip -0 + sha256sum
#   src/bench/run.sh documents                  summary table with 2,000 rows
#   src/bench/run.sh closing 10000              a deadline with so many open applications, against plain SQL and stock timers
#   src/bench/run.sh intake 4000                submissions around the second of the deadline
#   src/bench/run.sh outbox 10000               letters to a mail server, against Commons Email in a bare loop
#   src/bench/run.sh review 124 3               a review round: projects, rounds
#   src/bench/run.sh duplicates 1000 10000      search for duplicates
set -eu
cd "$(dirname "$0")/../.."
package=test-compile
heap=1g
case "${1:-}" in
  upload) class=cn.gdpilot.packaged.UploadBench package=package ;;
  submission) class=cn.gdpilot.desk.application.SubmissionBench ;;
  portal) class=cn.gdpilot.desk.application.PortalBench ;;
  disc) class=cn.gdpilot.domain.disc.DiscBench heap=128m ;;
  closing) class=cn.gdpilot.desk.recommendation.ClosingBench heap=2g ;;
  intake) class=cn.gdpilot.desk.application.IntakeBench ;;
  outbox) class=cn.gdpilot.domain.mail.OutboxBench ;;
  review) class=cn.gdpilot.desk.expertreview.ReviewRoundBench ;;
  documents) class=cn.gdpilot.domain.dossier.DocumentsBench ;;
  duplicates) class=cn.gdpilot.domain.duplicate.DuplicateBench heap=2g ;;
  *) sed -n '2,12p' "$0"; exit 2 ;;
esac
shift
./mvnw -q -B -ntp "$package" -DskipTests -Dcyclonedx.skip=true
./mvnw -q -B -ntp dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
exec java "-Xmx$heap" -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" "$class" "$@"
