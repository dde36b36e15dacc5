package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The delivery counts, not the entry of it. */
class EvidencedArrivalTest extends Journey {

    private static final String CITY = "city-440100";
    private static final String OTHER_CITY = "city-440900";

    @Test
    @DisplayName("R4.7 a city delivers in time, the clerk enters it late with evidence → reviewed as if in time")
    void city() {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "按时送达");
        whenListed(CITY, List.of(project.id()));
        whenClockShows("12-08T17:30:01");
        assertThat(state(project.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        whenClockShows("12-09T10:00:00");

        whenProven("dept-44", CITY, "12-08T16:40");

        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.ARRIVED);
        assertThat(recommendations.get(round, CITY).arrivedAt()).isEqualTo(at("12-08T16:40"));
        assertThat(state(project.id())).isEqualTo(ApplicationState.RECOMMENDED);
        assertThat(tasks("dept-44", "UserTask_ReviewProject")).hasSize(1);
        assertThat(lettersTo(project.applicant().email())).anyMatch(subject -> subject.contains("按时送达"));
    }

    @Test
    @DisplayName("R3.5 R4.7 list proven while the others are public → reviewed at once, public itself, then all ranked")
    void besideThePublicity() {
        givenRound();
        givenPublicityAt("dept-44");
        Submitted first = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted late = givenAccepted(OTHER_CITY, "T02", "打印机耗材追溯");
        whenArrived(CITY, List.of(first.id()));
        whenListed(OTHER_CITY, List.of(late.id()));
        whenProvinceHasReviewed();
        whenClockShows("12-09T10:00:00");
        whenPublic(List.of(first.id()));

        whenProven("dept-44", OTHER_CITY, "12-08T16:40");
        assertThat(tasks("dept-44", "UserTask_ReviewProject")).hasSize(1);
        whenAllPass("dept-44");
        assertThat(state(late.id())).isEqualTo(ApplicationState.REVIEWED);
        assertThat(tasks("dept-44", "UserTask_OpenPublicity"))
                .as("while the others are public")
                .isEmpty();

        whenClockShows("12-14T00:00:01");
        assertThat(tasks("dept-44", "UserTask_RankProjects")).isEmpty();
        whenPublic(List.of(first.id(), late.id()));
        whenClockShows("12-17T00:00:01");
        whenListed("dept-44", List.of(first.id(), late.id()));
        assertThat(state(late.id())).isEqualTo(ApplicationState.FORWARDED);
    }

    @Test
    @DisplayName("R3.5 late one passes while the officer settles the public list → not left off in silence")
    void readyWhileTheListIsSettled() {
        givenRound();
        givenPublicityAt("dept-44");
        Submitted first = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted late = givenAccepted(OTHER_CITY, "T02", "打印机耗材追溯");
        whenArrived(CITY, List.of(first.id()));
        whenListed(OTHER_CITY, List.of(late.id()));
        whenProvinceHasReviewed();
        whenClockShows("12-09T10:00:00");
        whenProven("dept-44", OTHER_CITY, "12-08T16:40");
        whenAllPass("dept-44");

        Map<String, String> silent = Map.of("publicList", first.id(), "workingDays", "2", "late", "[\"LATE\"]");
        assertThat(complete("dept-44", "UserTask_OpenPublicity", silent).body()).contains(late.id(), "不列入的理由");

        Map<String, String> grounded = new HashMap<>(silent);
        grounded.put("leftOff", late.id() + "：尚待现场核查");
        complete("dept-44", "UserTask_OpenPublicity", grounded).ok();
    }

    @Test
    @DisplayName(
            "R3.5 R4.3 no time for a second publicity → made public no further, the late one left out, the others go")
    void publicNoFurther() {
        givenRound();
        givenPublicityAt("dept-44");
        Submitted first = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted late = givenAccepted(OTHER_CITY, "T02", "打印机耗材追溯");
        whenArrived(CITY, List.of(first.id()));
        whenListed(OTHER_CITY, List.of(late.id()));
        whenProvinceHasReviewed();
        whenClockShows("12-09T10:00:00");
        whenPublic(List.of(first.id()));
        whenProven("dept-44", OTHER_CITY, "12-08T16:40");
        whenAllPass("dept-44");
        whenClockShows("12-14T00:00:01");

        complete("dept-44", "UserTask_OpenPublicity", Map.of("outcome", "FORGO", "grounds", "距报部截止已不足两个工作日"))
                .ok();
        settle();
        assertThat(officer("dept-44").send("GET", "/desk/objections", null).body())
                .contains("决定不再公示，理由：距报部截止已不足两个工作日");
        whenListed("dept-44", List.of(first.id()));

        assertThat(state(first.id())).isEqualTo(ApplicationState.FORWARDED);
        assertThat(state(late.id())).isEqualTo(ApplicationState.NOT_FORWARDED);
    }

    @Test
    @DisplayName("R3.5 deadline before any publicity, window opened again → public first, then signed")
    void neverPublic() {
        givenRound();
        givenPublicityAt("dept-44");
        Submitted project = givenAccepted(CITY, "T01", "海工装备数字孪生");
        whenArrived(CITY, List.of(project.id()));
        whenProvinceHasReviewed();
        whenClockShows("12-21T00:00:01");
        assertThat(state(project.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        whenClockShows("12-21T10:00:00");
        whenReopenedByTheMinistry();
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", project.id()))
                .ok();

        assertThat(complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                        .body())
                .contains("还没有公示过");
        whenPublic(List.of(project.id()));
        whenClockShows("12-24T00:00:01");

        complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
        assertThat(state(project.id())).isEqualTo(ApplicationState.FORWARDED);
    }

    private void whenPublic(List<String> list) {
        complete(
                        "dept-44",
                        "UserTask_OpenPublicity",
                        Map.of("publicList", String.join("\n", list), "workingDays", "2", "late", "[\"LATE\"]"))
                .ok();
    }

    @Test
    @DisplayName(
            "R4.7 the Department delivers in time, the ministry's clerk enters it late → its projects are reviewed")
    void department() {
        givenRound();
        Submitted project = givenDepartmentMissed();

        whenProven("ministry", "dept-44", "12-20T16:40");

        assertThat(recommendations.get(round, "dept-44").state()).isEqualTo(Recommendation.State.ARRIVED);
        assertThat(state(project.id())).isEqualTo(ApplicationState.FORWARDED);
        assertThat(tasks("ministry", "UserTask_ReviewProject")).hasSize(1);
    }

    @Test
    @DisplayName("R4.7 cities proven when the Department's list is on its way, then has arrived → taken back, all go")
    void departmentHasSigned() {
        givenRound();
        Submitted first = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted late = givenAccepted(OTHER_CITY, "T02", "打印机耗材追溯");
        Submitted later = givenAccepted("city-440200", "T03", "电梯远程监护");
        whenArrived(CITY, List.of(first.id()));
        whenListed(OTHER_CITY, List.of(late.id()));
        whenListed("city-440200", List.of(later.id()));
        whenProvinceHasReviewed();
        whenClockShows("12-09T10:00:00");
        whenListed("dept-44", List.of(first.id()));

        assertThat(provenBy("dept-44-lead", "dept-44", OTHER_CITY, "12-08T16:40"))
                .contains("须由接收单位负责人核对");
        whenProven("dept-44", OTHER_CITY, "12-08T16:40");

        assertThat(state(first.id())).isEqualTo(ApplicationState.REVIEWED);
        assertThat(tasks("ministry", "UserTask_RegisterArrival")).isEmpty();
        whenAllPass("dept-44");
        whenListed("dept-44", List.of(first.id(), late.id()));
        registerArrival("ministry", "dept-44").ok();

        whenProven("dept-44", "city-440200", "12-08T16:50");
        whenAllPass("dept-44");
        whenListed("dept-44", List.of(first.id(), late.id(), later.id()));
        registerArrival("ministry", "dept-44").ok();
        whenClockShows("12-21T00:00:01");

        assertThat(List.of(state(first.id()), state(late.id()), state(later.id())))
                .containsOnly(ApplicationState.FORWARDED);
        assertThat(lettersAboutLists()).containsExactly("sent", "list-taken-back", "sent", "list-taken-back", "sent");
        assertThat(tasks("ministry", "UserTask_ReviewProject")).hasSize(3);
    }

    @Test
    @DisplayName("R4.7 Shenzhen proven when the selection is public → reviewed, selected anew, public, announced")
    void ministryHasSelected() {
        givenRound();
        givenPublicityAt("ministry");
        Submitted first = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted late = givenAccepted("city-440300", "T02", "打印机耗材追溯");
        whenArrived(CITY, List.of(first.id()));
        whenListed("city-440300", List.of(late.id()));
        whenProvinceHasReviewed();
        whenListed("dept-44", List.of(first.id()));
        registerArrival("ministry", "dept-44").ok();
        whenClockShows("12-21T00:00:01");
        whenAllPass("ministry");
        whenSelected(first);
        whenClockShows("12-21T10:00:00");
        whenPublicAtTheMinistry(first);

        whenProven("ministry", "city-440300", "12-20T16:40");
        whenAllPass("ministry");
        whenSelected(first, late);
        whenPublicAtTheMinistry(first, late);
        whenClockShows("12-24T00:00:01");
        complete("ministry", "UserTask_PublishResult", Map.of("outcome", "PUBLISH"))
                .ok();

        assertThat(List.of(state(first.id()), state(late.id()))).containsOnly(ApplicationState.PILOT);
    }

    @Test
    @DisplayName(
            "R4.7 city proven when the Department's own deadline has passed → waits for the ministry, which opens it")
    void departmentIsClosed() {
        givenRound();
        post(
                "dept-44",
                "/desk/deadlines/" + round,
                "unit=" + OTHER_CITY + "&date=" + year + "-12-17T17:30&grounds=" + words("台风"));
        post("dept-44-lead", "/desk/deadlines/" + round + "/" + newest("deadline_extension"), "decision=GRANT");
        Submitted first = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted late = givenAccepted(OTHER_CITY, "T02", "打印机耗材追溯");
        whenArrived(CITY, List.of(first.id()));
        whenListed(OTHER_CITY, List.of(late.id()));
        whenClockShows("12-17T17:30:01");
        whenAllPass("dept-44");
        whenListed("dept-44", List.of(first.id()));
        registerArrival("ministry", "dept-44").ok();
        whenClockShows("12-21T00:00:01");
        whenClockShows("12-21T10:00:00");

        whenProven("dept-44", OTHER_CITY, "12-17T16:40");
        assertThat(recommendations.get(round, OTHER_CITY).state()).isEqualTo(Recommendation.State.ARRIVED);
        assertThat(state(late.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        assertThat(lettersTo(late.applicant().email())).anyMatch(subject -> subject.contains("按时送达"));
        assertThat(lettersTo("ministry@example.org")).anyMatch(subject -> subject.contains("等候决定是否重新开放期限"));
        assertThat(officer("ministry")
                        .send("GET", "/desk/deadlines/" + round, null)
                        .body())
                .contains("因省厅报部期限截止而逾期");
        assertThat(state(first.id())).isEqualTo(ApplicationState.FORWARDED);

        whenReopenedByTheMinistry();
        whenAllPass("dept-44");
        whenListed("dept-44", List.of(first.id(), late.id()));
        registerArrival("ministry", "dept-44").ok();

        assertThat(List.of(state(first.id()), state(late.id()))).containsOnly(ApplicationState.FORWARDED);
        assertThat(tasks("ministry", "UserTask_ReviewProject")).hasSize(2);
    }

    /** What the ministry was told of the round's lists, one after the other. */
    private List<String> lettersAboutLists() {
        return jdbc.sql("""
                select kind from outbox where round_id = :round and recipient = 'ministry@example.org'
                and kind in ('sent', 'list-taken-back') order by id""").param("round", round).query(String.class).list();
    }

    private void whenSelected(Submitted... selected) {
        complete("ministry-lead", "UserTask_DecideSelection", Map.of("selection", numbers(selected), "grounds", "择优"))
                .ok();
    }

    private void whenPublicAtTheMinistry(Submitted... list) {
        complete(
                        "ministry",
                        "UserTask_OpenPublicity",
                        Map.of("publicList", numbers(list), "workingDays", "2", "late", "[\"LATE\"]"))
                .ok();
    }

    private static String numbers(Submitted... projects) {
        return Arrays.stream(projects).map(Submitted::id).collect(Collectors.joining("\n"));
    }

    @Test
    @DisplayName("R4.7 a photograph is the evidence → it is kept and can be downloaded; without one it is refused")
    void photograph() {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "海工装备数字孪生");
        whenListed(CITY, List.of(project.id()));
        whenClockShows("12-08T17:30:01");
        String page = "/desk/recommendations/" + round + "/" + CITY + "/evidence";

        Answer without = officer("dept-44")
                .withToken(
                        "/account/password", "POST", page, form("PHOTO", null), "multipart/form-data; boundary=edge");
        officer("dept-44")
                .withToken(
                        "/account/password", "POST", page, form("PHOTO", "jpeg"), "multipart/form-data; boundary=edge");

        assertThat(without.body()).contains("请上传照片");
        assertThat(new String(
                        officer("dept-44").download(page + "/" + newest("evidenced_arrival") + "/picture"),
                        StandardCharsets.UTF_8))
                .isEqualTo("jpeg");
    }

    private String form(String kind, String picture) {
        String file = picture == null
                ? ""
                : "--edge\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                        + picture + "\r\n";
        return part("arrivedAt", year + "-12-08T16:40") + part("kind", kind) + part("words", "stamp 12") + file
                + "--edge--\r\n";
    }

    private static String part(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    @DisplayName("R4.3 the ministry opens the Department's window again, two people → the list is on its way as it was")
    void reopenedByTheMinistry() {
        givenRound();
        Submitted project = givenDepartmentMissed();

        whenReopenedByTheMinistry();

        assertThat(state(project.id())).isEqualTo(ApplicationState.FORWARDED);
        registerArrival("ministry", "dept-44").ok();
        assertThat(tasks("ministry", "UserTask_ReviewProject")).hasSize(1);
    }

    @Test
    @DisplayName("R3.3 R4.7 Shenzhen delivers in time, its arrival is entered late → its projects are reviewed")
    void shenzhen() {
        givenRound();
        Submitted project = givenAccepted("city-440300", "T01", "海工装备数字孪生");
        whenListed("city-440300", List.of(project.id()));
        whenClockShows("12-21T00:00:01");
        assertThat(state(project.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        whenClockShows("12-21T10:00:00");

        whenProven("ministry", "city-440300", "12-20T16:40");

        assertThat(state(project.id())).isEqualTo(ApplicationState.RECOMMENDED);
        assertThat(tasks("ministry", "UserTask_ReviewProject")).hasSize(1);
    }

    @Test
    @DisplayName(
            "R4.3 the Department had not reviewed, the ministry opens its window again → reviewed, ranked, delivered")
    void unreviewed() {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "海工装备数字孪生");
        whenArrived(CITY, List.of(project.id()));
        whenClockShows("12-08T17:30:01");
        whenClockShows("12-21T00:00:01");
        assertThat(state(project.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        whenClockShows("12-21T10:00:00");

        whenReopenedByTheMinistry();

        assertThat(state(project.id())).isEqualTo(ApplicationState.RECOMMENDED);
        whenAllPass("dept-44");
        whenListed("dept-44", List.of(project.id()));
        registerArrival("ministry", "dept-44").ok();
        assertThat(state(project.id())).isEqualTo(ApplicationState.FORWARDED);
        assertThat(tasks("ministry", "UserTask_ReviewProject")).hasSize(1);
    }

    @Test
    @DisplayName(
            "R4.3 Department's window is open again, objections upheld while it signs → both reviewed, then signed")
    void lateBesideTheReopenedRanking() {
        givenRound();
        Submitted passed = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted first = givenAccepted(CITY, "T02", "打印机耗材追溯");
        Submitted second = givenAccepted(CITY, "T03", "电梯远程监护");
        whenArrived(CITY, List.of(passed.id(), first.id(), second.id()));
        whenClockShows("12-20T10:00:00");
        tasks("dept-44", "UserTask_ReviewProject").forEach(task -> {
            boolean pass = officer("dept-44").variable(task, "applicationId").equals(passed.id());
            officer("dept-44")
                    .complete(task, Map.of("outcome", pass ? "PASS" : "FAIL", "grounds", "见审核记录"))
                    .ok();
        });
        settle();
        whenClockShows("12-21T10:00:00");
        whenReopenedByTheMinistry();
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", passed.id()))
                .ok();

        whenUpheld(first);
        whenUpheld(second);

        assertThat(recommendations.get(round, "dept-44").state())
                .as("the task to sign stands")
                .isEqualTo(Recommendation.State.RANKED);
        assertThat(tasks("dept-44", "UserTask_ReviewProject"))
                .as("beside each other")
                .hasSize(2);
        whenAllPass("dept-44");
        complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "RETURN", "grounds", "又有两项通过初审"))
                .ok();
        whenListed("dept-44", List.of(passed.id(), first.id(), second.id()));
        assertThat(state(second.id())).isEqualTo(ApplicationState.FORWARDED);
    }

    private void whenUpheld(Submitted project) {
        new OfficerClient(base(), project.applicant().client().username(), "Testing-123")
                .submitPage("/portal/applications/" + project.id() + "/objections", Map.of("words", "报告在佐证材料之三"))
                .ok();
        complete("dept-44", "UserTask_AnswerObjection", Map.of("outcome", "PUT_BACK", "grounds", "报告属实"))
                .ok();
    }

    @Test
    @DisplayName("R4.7 the CA delivers in time, its arrival is entered late → its projects are reviewed")
    void communications() {
        givenRound();
        Submitted project = givenAccepted("ca-44", "N01", "海工装备数字孪生");
        whenClockShows("12-08T17:30:01");
        whenAllPass("ca-44");
        whenListed("ca-44", List.of(project.id()));
        whenClockShows("12-21T00:00:01");
        assertThat(state(project.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        whenClockShows("12-21T10:00:00");

        whenProven("ministry", "ca-44", "12-20T16:40");

        assertThat(state(project.id())).isEqualTo(ApplicationState.RECOMMENDED);
        assertThat(tasks("ministry", "UserTask_ReviewProject")).hasSize(1);
    }

    /** Its list is on its way, and nobody has entered its arrival when the ministry's day ends. */
    private Submitted givenDepartmentMissed() {
        Submitted project = givenAccepted(CITY, "T01", "省厅按时送达");
        whenArrived(CITY, List.of(project.id()));
        whenProvinceHasReviewed();
        whenListed("dept-44", List.of(project.id()));
        assertThat(state(project.id())).isEqualTo(ApplicationState.FORWARDED);
        whenClockShows("12-21T00:00:01");
        assertThat(state(project.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        whenClockShows("12-21T10:00:00");
        return project;
    }

    private void whenProven(String destination, String unit, String arrivedAt) {
        String page = "/desk/recommendations/" + round + "/" + unit + "/evidence";
        post(destination, page, "arrivedAt=" + year + "-" + arrivedAt + "&kind=STAMP&words=" + words("收件章 12 号"));
        post(destination + "-lead", page + "/" + newest("evidenced_arrival"), "decision=GRANT");
        settle();
    }

    /** What the page answers where another person accepts what one has entered. */
    private String provenBy(String entering, String accepting, String unit, String arrivedAt) {
        String page = "/desk/recommendations/" + round + "/" + unit + "/evidence";
        post(entering, page, "arrivedAt=" + year + "-" + arrivedAt + "&kind=STAMP&words=" + words("收件章 11 号"));
        return officer(accepting)
                .withToken(
                        "/account/password",
                        "POST",
                        page + "/" + newest("evidenced_arrival"),
                        "decision=GRANT",
                        "application/x-www-form-urlencoded")
                .body();
    }

    private void whenReopenedByTheMinistry() {
        String page = "/desk/deadlines/" + round;
        post("ministry", page, "unit=dept-44&date=" + year + "-12-24T17:30&grounds=" + words("台风"));
        post("ministry-lead", page + "/" + newest("deadline_extension"), "decision=GRANT");
        settle();
    }

    private void givenPublicityAt(String office) {
        go(step("publicity", office), () -> {
            post(office, "/desk/objections/plan", "round=" + round + "&organised=true");
            return office;
        });
    }

    private void post(String officer, String path, String fields) {
        officer(officer).withToken("/account/password", "POST", path, fields, "application/x-www-form-urlencoded");
    }

    private long newest(String table) {
        return jdbc.sql("select max(id) from " + table).query(Long.class).single();
    }

    private Instant at(String monthAndTime) {
        return LocalDateTime.parse(year + "-" + monthAndTime)
                .atZone(PilotClock.GUANGDONG)
                .toInstant();
    }

    private static String words(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
