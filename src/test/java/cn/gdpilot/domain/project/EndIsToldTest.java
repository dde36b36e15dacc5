package cn.gdpilot.domain.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The one gate tells that an application has ended. */
class EndIsToldTest {

    private static final String ID = "GD2026-00001";

    private final SingleConnectionDataSource database =
            new SingleConnectionDataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", true);
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final PilotClock clock = mock();
    private final List<Object> told = new ArrayList<>();
    private final Applications applications = new Applications(jdbc, mock(Timeline.class), told::add, clock);

    @BeforeEach
    void tables() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .load()
                .migrate();
        jdbc.sql("set referential_integrity false").update();
        when(clock.now()).thenReturn(Instant.EPOCH);
    }

    @AfterEach
    void close() {
        database.destroy();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "SUBMITTED, REFUSED",
        "ACCEPTED, NOT_RECOMMENDED",
        "RANKED, NOT_RECOMMENDED",
        "REVIEWED, DUPLICATE",
        "RECOMMENDED, NOT_FORWARDED",
        "REVIEWED, NOT_FORWARDED",
        "RETURNED, WITHDRAWN",
        "FORWARDED, WITHDRAWN"
    })
    @DisplayName("an end for which somebody may wait → told within the step, once")
    void told(ApplicationState from, ApplicationState to) {
        given(from);

        applications.advance(ID, to, Actor.SYSTEM, Grounds.NONE);

        assertThat(told).containsExactly(new ApplicationClosed(ID));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "DRAFT, WITHDRAWN",
        "FORWARDED, NOT_SELECTED",
        "PILOT, PILOT_ENDED",
        "SUBMITTED, MISSED_DEADLINE",
        "SUBMITTED, ACCEPTED",
        "NOT_RECOMMENDED, ACCEPTED"
    })
    @DisplayName("a step on, or an end for which nothing waits → not told")
    void notTold(ApplicationState from, ApplicationState to) {
        given(from);

        applications.advance(ID, to, Actor.SYSTEM, Grounds.NONE);

        assertThat(told).isEmpty();
    }

    @Test
    @DisplayName("a step that may not follow → refused, not told")
    void refused() {
        given(ApplicationState.PILOT);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> applications.advance(ID, ApplicationState.WITHDRAWN, Actor.SYSTEM, Grounds.NONE));
        assertThat(told).isEmpty();
    }

    @Test
    @DisplayName("R4.1 a deadline closes many in one statement → told when the batch is followed")
    void inBatches() {
        given(ApplicationState.RANKED);

        List<MissedApplication> closed = applications.missDeadline(
                "2026", Set.of("city-440400"), Set.of(ApplicationState.RANKED), Instant.EPOCH, Grounds.NONE);
        assertThat(closed).extracting(MissedApplication::id).containsExactly(ID);
        assertThat(told).isEmpty();

        applications.tellMissed(List.of(ID));
        assertThat(told).containsExactly(new ApplicationClosed(ID));
    }

    private void given(ApplicationState state) {
        jdbc.sql("""
                insert into application (id, round_id, applicant_id, unit_id, channel, state, version, submissions, project_name,
                  demonstration_base, innovation_accepted, revolutionary_area, marked_effect, contact_name, contact_phone,
                  contact_email, created_at)
                values (:id, '2026', 1, 'city-440400', 'CITY', :state, 1, 1, '项目', false, false, false, false, '甲', '020-1',
                  'a@example.org', :now)""")
                .param("id", ID)
                .param("state", state.name())
                .param("now", PilotClock.timestamp(Instant.EPOCH))
                .update();
    }
}
