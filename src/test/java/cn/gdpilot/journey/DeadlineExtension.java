package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.TimePassed;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** R4.1 R4.3 deadlines, extensions and windows opened again where nodes and people meet in one second; run on H2 and on PostgreSQL. */
@Tag("engine")
abstract class DeadlineExtension extends Journey {

    static final String CITY = "city-440900";
    static final String OTHER = "city-440800";

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    @DisplayName(
            "R4.1 R4.3 for all: every running timer and due date of the round moves in the same transaction, reminders too")
    void allUnits() {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "海工装备数字孪生");
        assertThat(timersAt("12-08T17:30:01")).isPositive();
        int timers = timersAt("12-08T17:30:01");
        whenExtendedForAll("CITY", "12-11T17:30");

        assertThat(timersAt("12-08T17:30:01")).isZero();
        assertThat(timersAt("12-11T17:30:01")).isEqualTo(timers);
        assertThat(dueOf(project)).isEqualTo(at("12-11T17:30:00"));
        assertThat(rounds.get(round).cityDeadline()).isEqualTo(at("12-11T17:30:00"));
    }

    @Test
    @DisplayName("a job that another node has in hand is waited for, not run beside it")
    void jobInHand() throws Exception {
        givenRound();
        givenSubmitted(CITY, "T01", "海工装备数字孪生");
        clockShows("12-08T17:30:01");
        events.publishEvent(new TimePassed());
        inHand("another node", PilotClock.timestamp(clock.now().plus(Duration.ofMinutes(5))));

        CompletableFuture<Void> settled = CompletableFuture.runAsync(this::settle);
        assertThatThrownBy(() -> settled.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(tasks(CITY, "UserTask_AcceptApplication")).hasSize(1);

        inHand(null, null);
        settled.get(20, TimeUnit.SECONDS);
        assertThat(tasks(CITY, "UserTask_AcceptApplication")).isEmpty();
    }

    void inHand(String owner, Timestamp until) {
        jdbc.sql(
                        "update act_ru_job set lock_owner_ = :owner, lock_exp_time_ = :until where handler_type_ = 'follow-closed-applications'")
                .param("owner", owner, Types.VARCHAR)
                .param("until", until, Types.TIMESTAMP)
                .update();
    }

    @Test
    @DisplayName("R4.1 closing waits for nobody: what somebody is working on in that second is closed at the next look")
    void waitsForNobody() {
        givenRound();
        Submitted held = givenSubmitted(CITY, "T01", "海工装备数字孪生");
        Submitted free = givenSubmitted(CITY, "T01", "打印机耗材追溯");
        clockShows("12-08T17:30:01");

        new TransactionTemplate(transactions).executeWithoutResult(somebody -> {
            jdbc.sql("select id from application where id = :id for update")
                    .param("id", held.id())
                    .query(String.class)
                    .single();
            CompletableFuture.runAsync(() -> events.publishEvent(new TimePassed()))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            assertThat(state(free.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        });
        assertThat(state(held.id())).isEqualTo(ApplicationState.SUBMITTED);

        settle();
        assertThat(state(held.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        assertThat(tasks(CITY, "UserTask_AcceptApplication")).isEmpty();
    }

    @Test
    @DisplayName(
            "R4.1 R4.3 a server that was down over both deadlines does what was due in their order, and several nodes do it once")
    void downOverBothDeadlines() {
        givenRound();
        Submitted direct = givenAccepted("city-440300", "T01", "海工装备数字孪生");
        Submitted city = givenSubmitted(CITY, "T01", "打印机耗材追溯");
        clockShows("12-21T00:00:01");

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> events.publishEvent(new TimePassed())),
                        CompletableFuture.runAsync(() -> events.publishEvent(new TimePassed())),
                        CompletableFuture.runAsync(() -> events.publishEvent(new TimePassed())))
                .join();
        settle();

        assertThat(jdbc.sql("""
                        select e.application_id || ' ' || e.rule from application_event e join application a on a.id = e.application_id
                        where a.round_id = :round and e.to_state = 'MISSED_DEADLINE' order by e.id""").param("round", round).query(String.class).list())
                .containsExactly(city.id() + " R4.1", direct.id() + " R4.3");
        assertThat(recordOf(round + "/" + CITY)).hasSize(1);
        assertThat(recommendations.ofRound(round)).allMatch(list -> list.state() == Recommendation.State.MISSED);
    }

    List<String> recordOf(String subject) {
        return jdbc.sql(
                        "select grounds || '|' || became from record_entry where subject = :subject and action = 'deadline.closed'")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName(
            "R4.1 opened again after the deadline: list, applications, tasks and due dates go back where they were; one second after the new date they are late again; twice")
    void reopenedTwice() {
        givenRound();
        Submitted accepted = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted submitted = givenSubmitted(CITY, "T01", "打印机耗材追溯");
        Submitted returned = givenSubmitted(CITY, "T01", "电梯远程监护");
        complete(
                        CITY,
                        "UserTask_AcceptApplication",
                        taskOf(returned.id()),
                        Map.of("outcome", "RETURN", "grounds", "请补充"))
                .ok();
        whenClockShows("12-08T17:30:01");
        assertThat(List.of(state(accepted.id()), state(submitted.id()), state(returned.id())))
                .containsOnly(ApplicationState.MISSED_DEADLINE);

        whenReopened(CITY, "12-10T17:30");
        assertThat(state(accepted.id())).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(state(submitted.id())).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(state(returned.id())).isEqualTo(ApplicationState.RETURNED);
        assertThat(new OfficerClient(base(), returned.applicant().client().username(), "Testing-123")
                        .send("GET", "/portal/applications/" + returned.id(), null)
                        .body())
                .contains("这也是申报截止时间");
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.RANKING);
        assertThat(dueOf(submitted)).isEqualTo(at("12-10T17:30:00"));
        for (String address : List.of(
                CITY + "@example.org",
                CITY + "-lead@example.org",
                "dept-44@example.org",
                accepted.applicant().email())) {
            assertThat(lettersTo(address))
                    .as(address)
                    .anyMatch(subject -> subject.contains("延长至 " + year + "年12月10日") || subject.contains("重新开放"));
        }
        returned.applicant().client().submit(returned.id(), "again").ok();
        settle();
        whenAccepted(CITY, returned.id());

        whenClockShows("12-10T17:30:01");
        assertThat(List.of(state(accepted.id()), state(submitted.id()), state(returned.id())))
                .containsOnly(ApplicationState.MISSED_DEADLINE);
        assertThat(jdbc.sql(
                                "select count(*) from outbox where round_id = :round and kind = 'missed-list' and recipient = :to")
                        .param("round", round)
                        .param("to", CITY + "@example.org")
                        .query(Integer.class)
                        .single())
                .as("told each time")
                .isEqualTo(2);

        whenReopened(CITY, "12-12T17:30");
        assertThat(state(returned.id())).isEqualTo(ApplicationState.ACCEPTED);
        whenAccepted(CITY, submitted.id());
        whenListed(CITY, List.of(returned.id(), accepted.id()));
        registerArrival("dept-44", CITY).ok();
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.ARRIVED);
        assertThat(jdbc.sql(
                                "select action || '|' || was || '|' || became from record_entry where subject = :subject and action = 'deadline.reopened' order by seq")
                        .param("subject", round + "/" + CITY)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "deadline.reopened|" + year + "年12月8日 17:30|" + year + "年12月10日 17:30",
                        "deadline.reopened|" + year + "年12月10日 17:30|" + year + "年12月12日 17:30");
    }

    @Test
    @DisplayName("R4.1 one window opens again while another unit's materials arrive: both happen")
    void reopenedWhileAnotherArrives() throws Exception {
        givenRound();
        Submitted late = givenAccepted(CITY, "T01", "海水养殖监测");
        Submitted other = givenAccepted(OTHER, "T01", "对虾工厂化养殖");
        whenListed(CITY, List.of(late.id()));
        whenListed(OTHER, List.of(other.id()));
        whenExtended(OTHER, "12-10T17:30");
        whenClockShows("12-08T17:30:01");
        ask("dept-44", CITY, "CITY", "12-11T17:30");
        officer("dept-44-lead");

        CompletableFuture<Answer> reopening = CompletableFuture.supplyAsync(() -> decide("dept-44-lead", "GRANT"));
        CompletableFuture<Answer> arrival =
                CompletableFuture.supplyAsync(() -> registerArrivalBeforeTimers("dept-44", OTHER));

        assertThat(reopening.get().body()).contains("重新开放");
        assertThat(arrival.get().status()).as("taken, or told to try again").isIn(204, 409);
        settle();
        if (arrival.get().status() == 409) {
            registerArrival("dept-44", OTHER).ok();
        }
        assertThat(recommendations.get(round, OTHER).state()).isEqualTo(Recommendation.State.ARRIVED);
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.SENT);
        registerArrival("dept-44", CITY).ok();
        whenClockShows("12-11T17:30:01");
        assertThat(tasks("dept-44", "UserTask_ReviewProject"))
                .as("the province reviews both together")
                .hasSize(2);
    }

    void whenReopened(String unit, String date) {
        whenReopened(unit, "CITY", date);
    }

    void whenReopened(String unit, String kind, String date) {
        assertThat(ask("dept-44", unit, kind, date).body()).contains("待另一人审批");
        assertThat(decide("dept-44-lead", "GRANT").body()).contains("期限已重新开放");
        settle();
    }

    void whenExtended(String unit, String date) {
        assertThat(ask("dept-44", unit, "CITY", date).body()).contains("待另一人审批");
        assertThat(decide("dept-44-lead", "GRANT").body()).contains("期限已延长");
        settle();
    }

    void whenExtendedForAll(String kind, String date) {
        assertThat(ask("dept-44", "", kind, date).body()).contains("待另一人审批");
        assertThat(decide("dept-44-lead", "GRANT").body()).contains("期限已延长");
        settle();
    }

    Answer ask(String officer, String unit, String kind, String date) {
        String written = date.matches("\\d.*") ? year + "-" + date : date;
        return officer(officer)
                .submitPage(
                        "/desk/deadlines/" + round,
                        Map.of("unit", unit, "kind", kind, "date", written, "grounds", "台风影响邮路"));
    }

    Answer decide(String officer, String decision) {
        String id = jdbc.sql("select cast(max(id) as varchar(20)) from deadline_extension where round_id = :round")
                .param("round", round)
                .query(String.class)
                .single();
        String page = "/desk/deadlines/" + round;
        return officer(officer)
                .withToken(page, "POST", page + "/" + id, "decision=" + decision, "application/x-www-form-urlencoded");
    }

    int timersAt(String time) {
        return jdbc.sql("""
                select count(*) from act_ru_job j join act_ru_variable v on v.proc_inst_id_ = j.process_instance_id_
                  and v.execution_id_ = v.proc_inst_id_ and v.name_ = 'campaignId' and v.text_ = :round
                where j.duedate_ = :due""")
                .param("round", round)
                .param("due", PilotClock.timestamp(at(time)))
                .query(Integer.class)
                .single();
    }

    Instant dueOf(Submitted project) {
        return jdbc.sql("select due_date_ from act_ru_task where proc_inst_id_ = :instance")
                .param("instance", taskOf(project.id()))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    Instant at(String monthAndTime) {
        return LocalDateTime.parse(year + "-" + monthAndTime)
                .atZone(PilotClock.GUANGDONG)
                .toInstant();
    }
}
