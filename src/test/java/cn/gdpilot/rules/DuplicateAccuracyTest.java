package cn.gdpilot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.duplicate.Candidate;
import cn.gdpilot.domain.duplicate.DuplicateSearchFixture;
import cn.gdpilot.domain.duplicate.Evidence;
import cn.gdpilot.domain.duplicate.Match;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How often the search and the table together are right, on pairs labelled by hand: src/test/resources/duplicates/pairs.csv. */
class DuplicateAccuracyTest {

    private static final double LEAST_PRECISION = 0.95;
    private static final double LEAST_RECALL = 0.93;

    private static List<CSVRecord> pairs;
    private static int right;
    private static int wronglyFound;
    private static int missed;
    private static final List<String> MISTAKES = new ArrayList<>();

    @BeforeAll
    static void judgeAll() throws IOException {
        try (Reader reader = new InputStreamReader(
                        DuplicateAccuracyTest.class.getResourceAsStream("/duplicates/pairs.csv"),
                        StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            pairs = parser.getRecords();
        }
        pairs.forEach(DuplicateAccuracyTest::judge);
        System.out.printf(
                "duplicates: %d pairs, precision %.3f, recall %.3f%n%s%n",
                pairs.size(), precision(), recall(), String.join("\n", MISTAKES));
    }

    private static void judge(CSVRecord pair) {
        boolean same = pair.get("same").equals("1");
        boolean found = found(pair);
        if (same && found) {
            right++;
        } else if (found) {
            wronglyFound++;
            MISTAKES.add("wrongly found: " + pair.get("firstName") + " / " + pair.get("secondName"));
        } else if (same) {
            missed++;
            MISTAKES.add("missed: " + pair.get("firstName") + " / " + pair.get("secondName"));
        }
    }

    private static boolean found(CSVRecord pair) {
        boolean sameCode = pair.get("sameCode").equals("1");
        boolean sameDirection = pair.get("sameDirection").equals("1");
        boolean otherChannel = pair.get("otherChannel").equals("1");
        Candidate first = new Candidate(
                "1", "code-1", pair.get("firstApplicant"), pair.get("firstName"), "F01", "CITY", Set.of());
        Candidate second = new Candidate(
                "2",
                sameCode ? "code-1" : "code-2",
                pair.get("secondApplicant"),
                pair.get("secondName"),
                sameDirection ? "F01" : "F02",
                otherChannel ? "CENTRAL" : "CITY",
                Set.of());
        List<Match> matches = DuplicateSearchFixture.search().among(List.of(first, second), (one, other) -> true);
        return !matches.isEmpty() && !"DISTINCT".equals(verdict(matches.get(0).evidence(), otherChannel));
    }

    private static Object verdict(Evidence evidence, boolean otherChannel) {
        Map<String, Object> facts = Tables.facts(
                "sameApplicant", evidence.sameApplicant(),
                "sameDirection", evidence.sameDirection(),
                "similarity", evidence.similarity(),
                "otherChannel", otherChannel);
        return Tables.askOne("duplicate-verdict", facts).get("verdict");
    }

    @Test
    @DisplayName(
            "R2.10 the set is large enough to say anything: at least 200 pairs, a third of them different projects")
    void largeEnough() {
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(200);
        assertThat(pairs.stream().filter(pair -> pair.get("same").equals("0"))).hasSizeGreaterThan(pairs.size() / 3);
    }

    @Test
    @DisplayName("R2.10 what is put before a person is mostly one project: precision")
    void precise() {
        assertThat(precision()).as(String.join("\n", MISTAKES)).isGreaterThanOrEqualTo(LEAST_PRECISION);
    }

    @Test
    @DisplayName("R2.10 few projects that are one go unseen: recall")
    void complete() {
        assertThat(recall()).as(String.join("\n", MISTAKES)).isGreaterThanOrEqualTo(LEAST_RECALL);
    }

    private static double precision() {
        return (double) right / (right + wronglyFound);
    }

    private static double recall() {
        return (double) right / (right + missed);
    }
}
