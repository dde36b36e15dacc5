package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import cn.gdpilot.domain.calendar.NodeClock;
import cn.gdpilot.domain.calendar.TimePassed;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** R4.1 R4.3 a deadline that passes, and a later one: two officers, and everything that hangs on the date moves with it. */
class DeadlineExtensionOnH2Test extends DeadlineExtension {
    @Autowired
    private FileStore store;

    @Autowired
    private NodeClock nodeClock;

    @Test
    @DisplayName("R4.1 one officer asks, another decides: the unit delivers on the later day, the others are late")
    void oneUnit() {
        givenRound();
        Submitted late = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted missed = givenAccepted(OTHER, "T01", "打印机耗材追溯");
        whenListed(CITY, List.of(late.id()));
        whenListed(OTHER, List.of(missed.id()));
        ask("dept-44", CITY, "CITY", "12-11T17:30");
        assertThat(ask("dept-44", CITY, "CITY", "12-10T17:30").body()).contains("由提出人撤回");
        assertThat(decide("dept-44", "WITHDRAW").body()).contains("已撤回，可以重新提出");
        whenExtended(CITY, "12-10T17:30");

        whenClockShows("12-08T17:30:01");
        assertThat(state(missed.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        assertThat(state(late.id())).isEqualTo(ApplicationState.RECOMMENDED);

        whenClockShows("12-10T17:29:00");
        registerArrival("dept-44", CITY).ok();
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.ARRIVED);
        assertThat(tasks("dept-44", "UserTask_ReviewProject"))
                .as("the province waits for the last window")
                .isEmpty();

        whenClockShows("12-10T17:30:01");
        assertThat(tasks("dept-44", "UserTask_ReviewProject")).hasSize(1);
    }

    @Test
    @DisplayName("R4.1 the later deadline holds to the second, too, and applicants may submit until then")
    void heldToTheSecond() {
        givenRound();
        Applicant applicant = givenApplicant();
        String draft = givenDraft(applicant, CITY, "T01", "荔枝保鲜监测");
        Submitted returned = givenSubmitted(CITY, "T01", "海工装备数字孪生");
        whenExtended(CITY, "12-10T17:30");

        clockShows("12-10T17:30:00");
        assertThat(applicant.client().submit(draft, "k1").status()).isEqualTo(200);
        whenClockShows("12-10T17:30:01");
        assertThat(state(draft)).isEqualTo(ApplicationState.MISSED_DEADLINE);
        assertThat(state(returned.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.MISSED);
    }

    @Test
    @DisplayName(
            "R4.1 reminders come before the later date as before any other, even if it is granted on the last day: 7, 3 and 1 days, and the morning itself")
    void remindedAgain() {
        givenRound();
        whenClockShows("12-08T09:00:01");
        whenExtendedForAll("CITY", "12-17T17:30");

        for (int day = 9; day <= 17; day++) {
            whenClockShows("12-%02dT09:00:01".formatted(day));
        }
        assertThat(remindersTo(CITY + "@example.org"))
                .extracting(subject -> subject.substring(subject.indexOf("：") + 1))
                .containsExactly("今天截止", "还有 7 天", "还有 3 天", "还有 1 天", "今天截止");
    }

    private List<String> remindersTo(String address) {
        return jdbc.sql(
                        "select subject from outbox where kind = 'reminder' and recipient = :to and round_id = :round order by id")
                .param("to", address)
                .param("round", round)
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("unit, lead and applicants with a draft are told, with a calendar entry that replaces the first one")
    void told() throws IOException {
        givenRound();
        Applicant applicant = givenApplicant();
        givenDraft(applicant, CITY, "T01", "还是草稿");
        whenExtended(CITY, "12-10T17:30");

        for (String address : List.of(CITY + "@example.org", CITY + "-lead@example.org", applicant.email())) {
            assertThat(lettersTo(address))
                    .as(address)
                    .anyMatch(subject -> subject.contains("延长至 " + year + "年12月10日 17:30"));
        }
        assertThat(lettersTo(OTHER + "@example.org")).noneMatch(subject -> subject.contains("延长至 " + year));
        VEvent event = entriesTo(CITY).get(0);
        assertThat(event.getUid().getValue()).isEqualTo("city-deadline-" + round + "@gdpilot");
        assertThat(event.getSequence().getValue()).isEqualTo(1);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(at("12-10T17:30:00"));
    }

    @Test
    @DisplayName(
            "R4.1 R4.3 for all: each calendar gets the dates that bind its owner, and applicants are told only while they may still submit")
    void toldForAll() throws IOException {
        givenRound();
        Applicant applicant = givenApplicant();
        givenDraft(applicant, CITY, "T01", "没有提交的草稿");
        whenExtendedForAll("CITY", "12-10T17:30");
        assertThat(datesTo("ca-44")).containsExactly(at("12-10T17:30:00"), at("12-21T00:00:00"));

        whenClockShows("12-10T17:30:01");
        whenExtendedForAll("MINISTRY", "12-22T24:00");
        for (String unit : List.of(CITY, "ca-44", "dept-44", "central-sample-power")) {
            assertThat(datesTo(unit)).as(unit).containsExactly(at("12-10T17:30:00"), at("12-23T00:00:00"));
        }
        assertThat(lettersTo(applicant.email()))
                .filteredOn(subject -> subject.contains("延长至"))
                .hasSize(1);
    }

    private List<Instant> datesTo(String unit) throws IOException {
        return entriesTo(unit).stream()
                .map(event -> event.getDateStart().getValue().toInstant())
                .toList();
    }

    /** Of the newest letter. */
    private List<VEvent> entriesTo(String unit) throws IOException {
        String key = jdbc.sql("""
                select attachment_sha from outbox where kind = 'deadline-moved' and round_id = :round and recipient = :to
                order by id desc fetch first 1 rows only""")
                .param("round", round)
                .param("to", unit + "@example.org")
                .query(String.class)
                .single();
        return Biweekly.parse(store.content(key).getInputStream()).first().getEvents();
    }

    @Test
    @DisplayName("nobody decides what they asked for themselves, and nothing moves until somebody else has")
    void twoOfficers() {
        givenRound();
        ask("dept-44", CITY, "CITY", "12-10T17:30");

        assertThat(decide("dept-44", "GRANT").body()).contains("须由另一人审批");
        assertThat(timersAt("12-10T17:30:01")).isZero();

        assertThat(decide("dept-44-lead", "REFUSE").body()).contains("不同意延长");
        assertThat(timersAt("12-10T17:30:01")).isZero();
        assertThat(decide("dept-44-lead", "GRANT").body()).contains("已经审批");
    }

    @Test
    @DisplayName(
            "an earlier date, one past the ministry's, a malformed one, or no grounds are refused in Chinese; what was asked before the deadline is not granted after it")
    void refused() {
        givenRound();
        assertThat(ask("dept-44", CITY, "CITY", "12-07T17:30").body()).contains("须晚于现在的截止时间");
        assertThat(ask("dept-44", CITY, "CITY", "12-21T17:30").body()).contains("不能晚于报部截止");
        assertThat(ask("dept-44", CITY, "CITY", "下周").body()).contains("请按“年-月-日T时:分”填写");
        assertThat(ask("dept-44", "ca-44", "CITY", "12-10T17:30").body()).contains("请选择适用的单位");
        ask("dept-44", CITY, "CITY", "12-10T17:30");
        whenClockShows("12-08T17:30:01");
        assertThat(decide("dept-44-lead", "GRANT").body()).contains("请重新提出申请");
        assertThat(ask("dept-44", CITY, "CITY", "12-08T17:30").body()).contains("新的截止时间须晚于现在");
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.MISSED);
    }

    @Test
    @DisplayName("the round's dates reach into a year without make-up days → its page names the year")
    void incompleteCalendar() {
        givenRound();
        assertThat(officer("dept-44")
                        .send("GET", "/desk/deadlines/" + round, null)
                        .ok()
                        .body())
                .contains("工作日历还没有")
                .contains("年完整的放假和补班安排");
    }

    @Test
    @DisplayName("the record keeps who asked, who decided, why, and both dates")
    void recorded() {
        givenRound();
        whenExtended(CITY, "12-10T17:30");

        assertThat(jdbc.sql(
                                "select person || '|' || action || '|' || grounds || '|' || was || '|' || became from record_entry where subject = :subject order by seq")
                        .param("subject", round + "/" + CITY)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "dept-44|deadline.asked|台风影响邮路|" + year + "年12月8日 17:30|" + year + "年12月10日 17:30",
                        "dept-44-lead|deadline.moved|台风影响邮路|" + year + "年12月8日 17:30|" + year + "年12月10日 17:30");
    }

    @Test
    @DisplayName(
            "R4.1 at the deadline the domain closes at once what no unit has decided or delivered; the engine follows, and each is told once")
    void closedAtOnce() {
        givenRound();
        Submitted undecided = givenSubmitted(CITY, "T01", "海工装备数字孪生");
        Submitted accepted = givenAccepted(OTHER, "T01", "打印机耗材追溯");
        Submitted waiting = givenSubmitted("city-440800", "T01", "电梯远程监护");
        whenArrived(
                "city-440700",
                List.of(givenAccepted("city-440700", "T01", "中药饮片分拣").id()));

        clockShows("12-08T17:30:01");
        events.publishEvent(new TimePassed());

        for (Submitted one : List.of(undecided, accepted, waiting)) {
            assertThat(state(one.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        }
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.MISSED);
        assertThat(recommendations.get(round, "city-440700").state()).isEqualTo(Recommendation.State.ARRIVED);
        assertThat(tasks(CITY, "UserTask_AcceptApplication"))
                .as("the engine has not followed yet")
                .hasSize(1);
        assertThat(closingsPage("operator")).contains("正在清理").contains("还有 3 项申请的待办等待清理");

        settle();
        assertThat(tasks(CITY, "UserTask_AcceptApplication")).isEmpty();
        assertThat(tasks("city-440800", "UserTask_AcceptApplication")).isEmpty();
        assertThat(closingsPage("dept-44")).contains("3 / 3").doesNotContain("正在清理");
        for (Submitted one : List.of(undecided, accepted, waiting)) {
            assertThat(lettersTo(one.applicant().email()))
                    .filteredOn(subject -> subject.contains("逾期不予受理"))
                    .hasSize(1);
        }
        assertThat(recordOf(round + "/" + CITY))
                .singleElement()
                .asString()
                .contains("R4.1")
                .contains("逾期 1 项")
                .containsPattern("SHA-256 [0-9a-f]{64}");
    }

    @Test
    @DisplayName(
            "R4.1 a node whose clock is off takes nothing in, says so, and is out of service, until it is right again")
    void nodeClockOff() {
        givenRound();
        Applicant applicant = givenApplicant();
        String draft = givenDraft(applicant, CITY, "T01", "剑麻加工监测");
        try {
            givenNodeClock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));

            Answer refused = applicant.client().submit(draft, "k");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().get("detail").asText())
                    .contains("时钟与数据库相差")
                    .contains("暂不受理");
            assertThat(state(draft)).isEqualTo(ApplicationState.DRAFT);
            assertThat(officer("operator").send("GET", "/actuator/health", null).status())
                    .isEqualTo(503);
        } finally {
            givenNodeClock(Clock.systemUTC());
        }
        assertThat(applicant.client().submit(draft, "k").status()).isEqualTo(200);
        assertThat(officer("operator").send("GET", "/actuator/health", null).status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("R4.1 a clock that jumps back an hour over a deadline opens nothing again, and nobody is told twice")
    void clockJumpsBackOverTheDeadline() {
        givenRound();
        Submitted missed = givenSubmitted(CITY, "T01", "海工装备数字孪生");
        Applicant late = givenApplicant();
        String draft = givenDraft(late, CITY, "T01", "蔗糖结晶监测");
        whenClockShows("12-08T17:30:01");
        List<String> told = lettersTo(missed.applicant().email());
        try {
            jdbc.sql("update clock_offset set millis = millis - 3600000").update();
            settle();

            Answer refused = late.client().submit(draft, "k");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().get("detail").asText()).contains("时钟被调回").contains("已保留");
            assertThat(state(draft)).isEqualTo(ApplicationState.DRAFT);
            assertThat(state(missed.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        } finally {
            jdbc.sql("update clock_offset set millis = millis + 3600000").update();
        }
        settle();
        assertThat(lettersTo(missed.applicant().email())).isEqualTo(told);
    }

    @Test
    @DisplayName(
            "R4.3 reviews that wait are one letter a person, going up as the date comes near, and nobody is reminded once they are done")
    void reviewsEscalate() {
        givenRound();
        Submitted first = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted second = givenAccepted(CITY, "T02", "打印机耗材追溯");
        whenListed(CITY, List.of(first.id(), second.id()));
        registerArrival("dept-44", CITY).ok();
        whenClockShows("12-08T17:30:01");

        whenClockShows("12-13T09:00:01");
        assertThat(workLettersTo("dept-44@example.org"))
                .hasSize(1)
                .allMatch(body -> body.contains("2 件") && body.contains("还有 7 天"));
        assertThat(workLettersTo("dept-44-lead@example.org")).isEmpty();
        // The day before the date is a Sunday.
        whenClockShows("12-17T09:00:01");
        assertThat(workLettersTo("dept-44-lead@example.org")).hasSize(1);

        whenAllPass("dept-44");
        int before = workLettersTo("dept-44@example.org").size();
        whenClockShows("12-20T09:00:01");
        assertThat(workLettersTo("dept-44@example.org")).hasSize(before);
    }

    private List<String> workLettersTo(String address) {
        return jdbc.sql(
                        "select subject || body from outbox where kind = 'work-reminder' and recipient = :to and round_id = :round")
                .param("to", address)
                .param("round", round)
                .query(String.class)
                .list();
    }

    private void givenNodeClock(Clock clock) {
        ReflectionTestUtils.setField(nodeClock, "own", clock);
        nodeClock.compare();
    }

    private String closingsPage(String officer) {
        return officer(officer).send("GET", "/desk/closings", null).ok().body();
    }

    @Test
    @DisplayName(
            "R4.1 an extension whose turn comes after the deadline's closing is refused, though its request began before")
    void grantedAfterTheClosing() {
        givenRound();
        Submitted late = givenSubmitted(CITY, "T01", "海工装备数字孪生");
        ask("dept-44", CITY, "CITY", "12-10T17:30");
        whenClockShows("12-08T17:30:01");
        try {
            // A request's time is that at which it began.
            jdbc.sql("update clock_offset set millis = millis - 3600000").update();
            assertThat(decide("dept-44-lead", "GRANT").body()).contains("请重新提出申请");
        } finally {
            jdbc.sql("update clock_offset set millis = millis + 3600000").update();
        }
        assertThat(timersAt("12-10T17:30:01")).isZero();

        whenReopened(CITY, "12-10T17:30");
        assertThat(state(late.id())).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    @DisplayName(
            "R4.1 opened again before the engine has followed the closing: what waits goes on, each in its one instance; what stays closed is followed")
    void reopenedBeforeTheEngineHasFollowed() {
        givenRound();
        Submitted accepted = givenAccepted(CITY, "T01", "罗非鱼分级");
        Submitted undecided = givenSubmitted(CITY, "T01", "罗非鱼切片");
        Submitted missed = givenSubmitted(OTHER, "T01", "金鲳鱼分级");
        clockShows("12-08T17:30:01");
        events.publishEvent(new TimePassed());
        assertThat(state(undecided.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        String waiting = taskOf(undecided.id());
        String list = taskOf(round + "/" + CITY);

        whenReopened(CITY, "12-10T17:30");

        assertThat(taskOf(undecided.id())).isEqualTo(waiting);
        assertThat(taskOf(round + "/" + CITY)).isEqualTo(list);
        assertThat(dueOf(undecided)).isEqualTo(at("12-10T17:30:00"));
        assertThat(tasks(OTHER, "UserTask_AcceptApplication")).isEmpty();
        assertThat(lettersTo(missed.applicant().email())).anyMatch(subject -> subject.contains("逾期不予受理"));
        assertThat(lettersTo(undecided.applicant().email())).noneMatch(subject -> subject.contains("逾期不予受理"));
        whenAccepted(CITY, undecided.id());
        whenListed(CITY, List.of(undecided.id(), accepted.id()));
        registerArrival("dept-44", CITY).ok();
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.ARRIVED);
    }

    @Test
    @DisplayName(
            "R4.1 R3.5 what was on its way arrives through the window that was opened again, is reviewed and compared with the others, and the Department ranks both; once it has signed, no window opens again")
    void reopenedWhileTheDepartmentWorks() {
        givenRound();
        Submitted inTime = givenAccepted(OTHER, "T01", "海产品冷链");
        Submitted late = givenAccepted(CITY, "T01", "海产品冷链");
        Submitted neverSent = givenAccepted("city-441200", "T03", "石材切割监测");
        whenListed(OTHER, List.of(inTime.id()));
        whenListed(CITY, List.of(late.id()));
        registerArrival("dept-44", OTHER).ok();
        whenProvinceHasReviewed();
        assertThat(ask("dept-44", OTHER, "CITY", "12-10T17:30").body()).contains("已经送达");
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", inTime.id(), "grounds", "择优推荐"))
                .ok();

        whenReopened(CITY, "12-10T17:30");
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.SENT);
        assertThat(state(late.id())).isEqualTo(ApplicationState.RECOMMENDED);
        assertThat(complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                        .body())
                .contains("茂名市工业和信息化局的补报尚未结束");

        registerArrival("dept-44", CITY).ok();
        assertThat(tasks("dept-44-lead", "UserTask_SignRecommendation")).isEmpty();
        assertThat(tasks("dept-44", "UserTask_ReviewProject"))
                .as("only what came late")
                .hasSize(1);
        whenAllPass("dept-44");
        complete("dept-44", "UserTask_ResolveDuplicate", Map.of("outcome", "DISTINCT", "grounds", "两条产线"))
                .ok();
        assertThat(tasks("dept-44", "UserTask_ResolveDuplicate"))
                .as("the one pair that came with the late list")
                .isEmpty();
        whenListed("dept-44", List.of(inTime.id(), late.id()));

        assertThat(List.of(state(inTime.id()), state(late.id()))).containsOnly(ApplicationState.FORWARDED);
        assertThat(ask("dept-44", "city-441200", "CITY", "12-15T17:30").body()).contains("推荐名单已经签发");
        assertThat(state(neverSent.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
    }

    @Test
    @DisplayName(
            "R4.3 towards the ministry: all who missed it at once; the selection waits for them, what was reviewed stays")
    void reopenedTowardsTheMinistry() {
        givenRound();
        Submitted inTime = givenAccepted("central-sample-power", "F01", "海工装备数字孪生");
        Submitted late = givenAccepted("city-440300", "P01", "打印机耗材追溯");
        whenListed("central-sample-power", List.of(inTime.id()));
        registerArrival("ministry", "central-sample-power").ok();
        whenListed("city-440300", List.of(late.id()));
        whenClockShows("12-21T09:00:00");
        whenAllPass("ministry");
        assertThat(tasks("ministry-lead", "UserTask_DecideSelection")).hasSize(1);

        whenReopened("", "MINISTRY", "12-23T17:30");
        assertThat(state(late.id())).isEqualTo(ApplicationState.RECOMMENDED);
        Answer early = complete(
                "ministry-lead", "UserTask_DecideSelection", Map.of("selection", inTime.id(), "grounds", "综合评审"));
        assertThat(early.body()).contains("补报尚未结束");

        registerArrival("ministry", "city-440300").ok();
        assertThat(tasks("ministry", "UserTask_ReviewProject"))
                .as("only what came late")
                .hasSize(1);
        whenAllPass("ministry");
        whenClockShows("12-23T17:30:01");
        complete("ministry-lead", "UserTask_DecideSelection", Map.of("selection", late.id(), "grounds", "综合评审"))
                .ok();
        assertThat(state(inTime.id())).isEqualTo(ApplicationState.RECOMMENDED);
        assertThat(ask("dept-44", "", "MINISTRY", "12-29T17:30").body()).contains("待另一人审批");
        assertThat(decide("dept-44-lead", "GRANT").body()).contains("已确定入选项目");
    }

    @Test
    @DisplayName(
            "R2.8 an applicant that has used its place elsewhere since stays closed, and its project leaves the list")
    void placeUsedElsewhere() {
        givenRound();
        Submitted late = givenAccepted(CITY, "T01", "海工装备数字孪生");
        whenListed(CITY, List.of(late.id()));
        whenClockShows("12-08T17:30:01");
        String elsewhere = givenDraft(late.applicant(), "city-440300", "T01", "荔枝保鲜冷链");
        late.applicant().client().submit(elsewhere, "k").ok();

        whenReopened(CITY, "12-10T17:30");

        assertThat(state(late.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.SENT);
        assertThat(officer(CITY)
                        .send("GET", "/desk/recommendations/" + round + "/" + CITY, null)
                        .body())
                .doesNotContain("海工装备数字孪生");
    }
}
