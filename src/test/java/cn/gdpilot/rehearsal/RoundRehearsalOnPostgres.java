package cn.gdpilot.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.journey.LeanMaterials;
import cn.gdpilot.platform.engine.jobs.EngineClock;
import cn.gdpilot.rehearsal.RoundFigures.Line;
import cn.gdpilot.running.ApplicationOnPostgres;
import cn.gdpilot.running.ApplicationTest;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole sample round, played over HTTP on PostgreSQL, ends with the figures that the rules ask for. On H2 a round of
 * invented applicants goes the same ways.
 */
@ApplicationOnPostgres
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
public abstract class RoundRehearsalOnPostgres {

    private static final Path SAMPLES = Path.of("src/samples");

    @LocalServerPort
    int port;

    @Autowired
    RoundFigures figures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EngineClock engineClock;

    private String round;

    /** Whenever it is played it is the same year: how many mails go out depends on its days off. */
    @BeforeAll
    void playTheRound() {
        engineClock.moveTo(LocalDateTime.of(2037, 11, 20, 9, 0)
                .atZone(PilotClock.GUANGDONG)
                .toInstant());
        round = "" + new RoundPlayer(URI.create("http://127.0.0.1:" + port), LeanMaterials.samples()).play();
    }

    @Test
    @DisplayName("the figures of every unit are those of samples/round/expected.csv")
    void figuresAsExpected() throws IOException {
        assertThat(figures.of(round)).containsExactlyElementsOf(expected());
    }

    @Test
    @DisplayName("R3.2 R3.3 R3.4 R3.5 no list is longer than its quota, nor its places doubled or left out")
    void quotasHeld() {
        assertThat(jdbc.sql("""
                        select r.unit_id from recommendation r join ranked_project p on p.recommendation_id = r.id
                        where r.round_id = :round group by r.unit_id, r.quota
                        having count(*) > r.quota or max(p.place) <> count(*) or count(distinct p.place) <> count(*)""").param("round", round).query(String.class).list())
                .isEmpty();
    }

    @Test
    @DisplayName("R3.8 every selected project is a pilot, and nothing else is")
    void selectedAreThePilots() {
        assertThat(numbers("select application_id from pilot order by 1"))
                .isNotEmpty()
                .isEqualTo(numbers("select application_id from selection order by 1"));
    }

    @Test
    @DisplayName(
            "every letter was sent, each submission has its receipt, and each applicant has been told how it ended")
    void everybodyWasTold() {
        assertThat(numbers("select subject from outbox where state <> 'SENT'")).isEmpty();
        assertThat(letters("receipt")).isEqualTo(count("select sum(submissions) from application"));
        assertThat(numbers("""
                select a.id from application a where a.submissions > 0 and a.state <> 'WITHDRAWN' and not exists (
                  select 1 from outbox o where o.recipient = a.contact_email and o.kind in
                  ('refusal', 'missed-application', 'duplicate', 'left-out', 'not-recommended', 'not-forwarded', 'selected', 'not-selected'))""")).isEmpty();
    }

    @Test
    @DisplayName("every letter of the round was given all the words that its text may use")
    void everyWordGiven(CapturedOutput output) {
        assertThat(output).doesNotContain("lacks some of");
    }

    @Test
    @DisplayName("the round leaves no process instance and no failed job behind")
    void nothingLeftBehind() {
        assertThat(numbers("select business_key_ from act_ru_execution where parent_id_ is null"))
                .isEmpty();
        assertThat(count("select count(*) from act_ru_incident")).isZero();
    }

    private List<String> numbers(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private int letters(String kind) {
        return count("select count(*) from outbox where kind = '" + kind + "'");
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static List<Line> expected() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(SAMPLES.resolve("round").resolve("expected.csv"));
                CSVParser parser = format.parse(reader)) {
            return parser.stream()
                    .map(line -> new Line(
                            line.get("unit"),
                            line.get("name"),
                            Integer.parseInt(line.get("applied")),
                            Integer.parseInt(line.get("accepted")),
                            Integer.parseInt(line.get("recommended")),
                            Integer.parseInt(line.get("forwarded")),
                            Integer.parseInt(line.get("selected")),
                            Integer.parseInt(line.get("missed")),
                            Integer.parseInt(line.get("mails"))))
                    .toList();
        }
    }
}
