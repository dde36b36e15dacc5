package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.text.Clauses;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The dossier tells of each kind of rejection who, when, why, by which rule, and by which table's version. */
class DecisionTraceTest extends Journey {

    private static final String CITY = "city-440100";

    @Test
    @DisplayName(
            "refused by a city, left out by a city, left out by the Department, a duplicate, failed by the Department, not selected: who, when, why, by which version")
    void everyKind() {
        givenRound();
        Submitted refused = givenSubmitted(CITY, "T01", "制冷站群控");
        complete(
                        CITY,
                        "UserTask_AcceptApplication",
                        taskOf(refused.id()),
                        Map.of("outcome", "REFUSE", "rule", "R2.7", "grounds", "现场未见设备", "creditRecord", "CLEAN"))
                .ok();
        Submitted leftOut = givenAccepted(CITY, "T02", "纸浆蒸煮控制");
        Submitted failed = givenAccepted(CITY, "T03", "糖汁澄清监测");
        Submitted duplicate = givenAccepted(CITY, "F01", "渔船动态监管");
        Submitted notForwarded = givenAccepted(CITY, "F02", "胶合板热压");
        Submitted notSelected = givenAccepted(CITY, "F03", "茶叶烘焙曲线");
        Submitted selected = givenAccepted(CITY, "C01", "蚝排养殖监测");
        Submitted throughCa = givenAccepted("ca-44", "F01", "渔船动态监管项目");
        complete(
                        CITY,
                        "UserTask_RankProjects",
                        Map.of(
                                "ranking",
                                String.join(
                                        "\n",
                                        failed.id(),
                                        duplicate.id(),
                                        notForwarded.id(),
                                        notSelected.id(),
                                        selected.id()),
                                "grounds",
                                "成效尚不明显"))
                .ok();
        complete(CITY + "-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
        complete(CITY, "UserTask_HandOver", Map.of("sentBy", "送件人")).ok();
        registerArrival("dept-44", CITY).ok();
        whenClockShows("12-08T17:30:01");
        tasks("dept-44", "UserTask_ReviewProject").forEach(task -> {
            boolean pass = !officer("dept-44").variable(task, "applicationId").equals(failed.id());
            officer("dept-44")
                    .complete(task, Map.of("outcome", pass ? "PASS" : "FAIL", "grounds", pass ? "符合条件" : "数据未接入"))
                    .ok();
        });
        settle();
        whenAllPass("ca-44");
        complete(
                        "dept-44",
                        "UserTask_ResolveDuplicate",
                        Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "同一批渔船"))
                .ok();
        complete(
                        "dept-44",
                        "UserTask_RankProjects",
                        Map.of("ranking", notSelected.id() + "\n" + selected.id(), "grounds", "名额留给成熟项目"))
                .ok();
        complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
        complete("dept-44", "UserTask_HandOver", Map.of("sentBy", "送件人")).ok();
        registerArrival("ministry", "dept-44").ok();
        whenClockShows("12-21T00:00:01");
        whenAllPass("ministry");
        complete("ministry-lead", "UserTask_DecideSelection", Map.of("selection", selected.id(), "grounds", "本批次从严"))
                .ok();
        complete("ministry", "UserTask_PublishResult", Map.of("outcome", "PUBLISH"))
                .ok();

        thenTraced(
                CITY,
                refused,
                ApplicationState.REFUSED,
                CITY,
                "R2.7",
                "现场未见设备",
                "applicant-eligibility v",
                "project-eligibility v");
        thenTraced(
                CITY,
                leftOut,
                ApplicationState.NOT_RECOMMENDED,
                CITY + "-lead",
                "R3.6",
                "成效尚不明显",
                "recommendation-quota v");
        thenTraced("dept-44", failed, ApplicationState.NOT_FORWARDED, "dept-44", "R3.5", "数据未接入");
        thenTraced(
                "dept-44",
                duplicate,
                ApplicationState.DUPLICATE,
                "dept-44",
                "R3.7",
                "同一批渔船",
                "duplicate-verdict v",
                "比对词表");
        thenTraced(
                "dept-44",
                notForwarded,
                ApplicationState.NOT_FORWARDED,
                "dept-44-lead",
                "R3.5",
                "名额留给成熟项目",
                "recommendation-quota v");
        thenTraced(
                "ministry",
                notSelected,
                ApplicationState.NOT_SELECTED,
                "ministry-lead",
                "R3.8",
                "本批次入选 1 项，本项目未在其中",
                "由人决定，不用决策表");
        assertThat(letter("not-selected", notSelected))
                .contains("部评审对本项目的意见（通过）", Clauses.of("R3.8"), "异议", "12月")
                .doesNotContain("本批次从严");
        // Five of eight places were used at the city, two of thirty at the Department.
        assertThat(letter("left-out", leftOut))
                .contains("广州市工业和信息化局未将本项目列入推荐名单。理由：成效尚不明显", Clauses.of("R3.6", UnitType.CITY))
                .doesNotContain("名额");
        assertThat(letter("left-out", notForwarded))
                .contains("广东省工业和信息化厅未将本项目列入推荐名单", "名额留给成熟项目")
                .doesNotContain("30 项");
        assertThat(letter("not-forwarded", failed))
                .contains("初审未通过：数据未接入", Clauses.of("R3.5"))
                .doesNotContain("名额");
        assertThat(letter("duplicate", duplicate)).contains("与本批次另一申请认定为同一项目", Clauses.of("R3.7"));
        assertThat(letter("missed-application", throughCa))
                .contains("推荐单位", "向工业和信息化部报送的截止时间", Clauses.of("R4.3"))
                .doesNotContain("名额");
        assertThat(basis(CITY, leftOut)).last().isEqualTo("recommendation-quota v1");
        assertThat(basis("dept-44", failed))
                .as("first review asks no quota")
                .contains("recommendation-quota v1")
                .last()
                .isEqualTo("由人决定，不用决策表");
        assertThat(basis("dept-44", notForwarded)).last().isEqualTo("recommendation-quota v1");
        assertThat(basis("dept-44", duplicate)).last().isEqualTo("duplicate-verdict v1");
        assertThat(state(throughCa.id()))
                .as("its own list has missed the deadline")
                .isEqualTo(ApplicationState.MISSED_DEADLINE);
    }

    @Test
    @DisplayName(
            "R3.2 the quota's version is that with which the list was opened, whatever was deployed before it was signed")
    void versionOfTheList() {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "竹材展平压制");
        jdbc.sql(
                        "update recommendation set quota_source = 'recommendation-quota v0' where round_id = :round and unit_id = :unit")
                .param("round", round)
                .param("unit", CITY)
                .update();

        whenListed(CITY, List.of(project.id()));

        assertThat(basis(CITY, project)).last().isEqualTo("recommendation-quota v0");
    }

    private String letter(String kind, Submitted project) {
        return jdbc.sql("select body from outbox where kind = :kind and recipient = :to")
                .param("kind", kind)
                .param("to", project.applicant().email())
                .query(String.class)
                .single();
    }

    /** The dossier's words about the tables, a text each step. */
    private List<String> basis(String reader, Submitted project) {
        String page = officer(reader)
                .raw("GET", "/dossier/" + project.id(), BodyPublishers.noBody(), "text/plain")
                .ok()
                .body();
        String table = page.substring(page.indexOf("basis-caption\">") + 1);
        return Pattern.compile("<td class=\"long\">([^<]*)</td>")
                .matcher(table.substring(0, table.indexOf("</tbody>")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The last step of the dossier's own lines. */
    private void thenTraced(
            String reader, Submitted project, ApplicationState state, String who, String rule, String... why) {
        assertThat(state(project.id())).isEqualTo(state);
        String page = officer(reader)
                .raw("GET", "/dossier/" + project.id(), BodyPublishers.noBody(), "text/plain")
                .ok()
                .body();
        String steps = page.substring(page.indexOf("办理经过（由早到晚）"));
        List<String> rows =
                List.of(steps.substring(0, steps.indexOf("</tbody>")).split("<tr>"));
        assertThat(rows.get(rows.size() - 1))
                .as("%s", state)
                .contains("<td>" + who + "</td>", "<td>" + rule + "</td>")
                .containsPattern("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}")
                .contains(why[0]);
        assertThat(steps).as("%s", state).contains(why);
    }
}
