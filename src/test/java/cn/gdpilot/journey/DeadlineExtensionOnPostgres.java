package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gdpilot.domain.calendar.TimePassed;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.running.ApplicationOnPostgres;
import cn.gdpilot.running.OfficeProgram;
import cn.gdpilot.running.RealPapers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationOnPostgres
public abstract class DeadlineExtensionOnPostgres extends DeadlineExtension {

    @Test
    @DisplayName(
            "R4.1 a submission of the last second that holds its unit's list while the deadline closes is no deadlock's victim")
    void submissionMeetsClosing() throws Exception {
        givenRound();
        Submitted undecided = givenSubmitted(CITY, "T01", "胡椒分拣监测");
        String draft = givenDraft(givenApplicant(), CITY, "T01", "剑麻打包监测");
        clockShows("12-08T17:30:01");

        CompletableFuture<Void> closing = new TransactionTemplate(transactions).execute(submission -> {
            recommendations.lock(round, CITY);
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> events.publishEvent(new TimePassed()));
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting() > 0);
            applications.arrived(draft, clock.now(), "{}");
            applications.advance(draft, ApplicationState.SUBMITTED, Actor.SYSTEM, Grounds.NONE);
            return run;
        });
        closing.get(20, TimeUnit.SECONDS);

        assertThat(state(undecided.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
    }

    @Test
    @DisplayName(
            "R4.1 a later date that is being granted while the deadline passes counts: its unit's window stays open, the others close")
    void grantedWhileTheDeadlinePasses() throws Exception {
        givenRound();
        Submitted extended = givenSubmitted(CITY, "T01", "香茅精油蒸馏");
        Submitted missed = givenSubmitted(OTHER, "T01", "剑麻地毯织造");
        ask("dept-44", CITY, "CITY", "12-10T17:30");
        officer("dept-44-lead");

        CompletableFuture<Void> both = new TransactionTemplate(transactions).execute(timersInHand -> {
            jdbc.sql("select id_ from act_ru_job where type_ = 'timer' for update")
                    .query(String.class)
                    .list();
            CompletableFuture<Void> granting = CompletableFuture.runAsync(
                    () -> assertThat(decide("dept-44-lead", "GRANT").body()).contains("期限已延长"));
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting() > 0);
            CompletableFuture.runAsync(() -> clockShows("12-08T17:30:01")).join();
            CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> events.publishEvent(new TimePassed()));
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting() > 1);
            return CompletableFuture.allOf(granting, closing);
        });
        both.get(60, TimeUnit.SECONDS);
        settle();

        assertThat(state(extended.id())).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.RANKING);
        assertThat(state(missed.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
    }

    @Test
    @RealPapers
    @DisplayName("R4.1 a deadline closes while a list's papers are still being made: it does not wait for them")
    void papersInTheMaking() throws Exception {
        givenRound();
        String listed = givenAccepted(CITY, "T01", "肉桂烘干监测").id();
        complete(CITY, "UserTask_RankProjects", Map.of("ranking", listed, "grounds", "择优推荐"))
                .ok();
        Path busy = Files.createFile(OfficeProgram.BUSY);
        CompletableFuture<Void> papers;
        try {
            papers = CompletableFuture.runAsync(
                    () -> complete(CITY + "-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                            .ok());
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(OfficeProgram.AT_WORK));

            clockShows("12-08T17:30:01");
            CompletableFuture.runAsync(() -> events.publishEvent(new TimePassed()))
                    .get(20, TimeUnit.SECONDS);

            assertThat(state(listed)).isEqualTo(ApplicationState.MISSED_DEADLINE);
        } finally {
            Files.delete(busy);
        }
        papers.get(60, TimeUnit.SECONDS);
        settle();
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.MISSED);
    }

    private int waiting() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                .query(Integer.class)
                .single();
    }
}
