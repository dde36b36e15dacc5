package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gdpilot.Postgres;
import cn.gdpilot.audit.Actor;
import cn.gdpilot.audit.Grounds;
import cn.gdpilot.calendar.TimePassed;
import cn.gdpilot.project.ApplicationState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

class DeadlineExtensionOnPostgresTest extends DeadlineExtension {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }

    @Test
    @DisplayName("R4.1 a submission of the last second that holds its unit's list while the deadline closes is no deadlock's victim")
    void submissionMeetsClosing() throws Exception {
        givenRound();
        Submitted undecided = givenSubmitted(CITY, "T01", "胡椒分拣监测");
        String draft = givenDraft(givenApplicant(), CITY, "T01", "剑麻打包监测");
        clockShows("12-08T17:30:01");

        CompletableFuture<Void> closing = new TransactionTemplate(transactions).execute(submission -> {
            recommendations.lock(round, CITY);
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> events.publishEvent(new TimePassed()));
            await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
            applications.arrived(draft, clock.now(), "{}");
            applications.advance(draft, ApplicationState.SUBMITTED, Actor.SYSTEM, Grounds.NONE);
            return run;
        });
        closing.get(20, TimeUnit.SECONDS);

        assertThat(state(undecided.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) from pg_locks where not granted").query(Integer.class).single() > 0;
    }
}
