package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.running.LeavesUnattended;
import cn.gdpilot.security.Deployments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each table stands in a model where it acts: one row turned, and the path is another. */
class DrawnTablesTest extends Journey {

    private static final String CITY = "city-440100";
    private static final String ACCEPT = "UserTask_AcceptApplication";

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "applicant-eligibility | Rule_11_MajorAccident | false           | 重大安全",
                "project-eligibility   | Rule_02_Built         | true            | 未建成",
                "required-materials    | Rule_02_Output_MinCount | 9             | 视频",
                "video-length          | Rule_02_Seconds       | &lt; 350        | 视频时长",
                "application-limits    | Rule_01_OthersInCategory | &gt;= 0      | 同类项目在报"
            })
    @DisplayName(
            "R2.1–R2.13 a table refuses after \"accept\" → back to the reviewer with its sentence, then its next version accepts")
    void backToTheReviewer(String table, String cell, String turned, String sentence) throws IOException {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "海工装备数字孪生");
        deploy(table, turned(shipped(table), cell, turned));

        accept(project);

        assertThat(state(project.id())).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(officer(CITY).variable(tasks(CITY, ACCEPT).get(0), "view")).contains("各表未允许受理", sentence);
        assertThat(asked(table)).isEqualTo(1);

        deploy(table, shipped(table));
        accept(project);

        assertThat(state(project.id())).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(passed("ServiceTask_RegisterFindings")).isEqualTo(1);
    }

    @Test
    @DisplayName("R1.3 the table takes a direction from the CA → an application with it goes back to the reviewer")
    void authority() throws IOException {
        givenRound();
        Submitted project = givenSubmitted("ca-44", "F05", "海工装备数字孪生");
        String table = shipped("direction-authority");
        deploy(
                "direction-authority",
                table.replace("\"T05\"", "\"\"").replace("\"F05\"", "\"T05\"").replace("\"\"", "\"F05\""));

        complete("ca-44", ACCEPT, taskOf(project.id()), Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN"))
                .ok();

        assertThat(state(project.id())).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(passed("ServiceTask_RegisterFindings")).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"DEPARTMENT, 0", "MINISTRY, 1"})
    @DisplayName(
            "R4.4 the table names the destination of a city's list → the electronic version goes to the ministry, or nowhere")
    void destination(String destination, int sent) throws IOException {
        deploy(
                "recommendation-quota",
                turned(shipped("recommendation-quota"), "Rule_01_Output_Destination", "\"" + destination + "\""));
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "海工装备数字孪生");

        complete(CITY, "UserTask_RankProjects", Map.of("ranking", project.id())).ok();
        complete(CITY + "-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
        complete(CITY, "UserTask_HandOver", Map.of("sentBy", "送件人")).ok();

        assertThat(passed("ServiceTask_SendElectronicVersion")).isEqualTo(sent);
    }

    @ParameterizedTest(name = "{0} days before → {1}")
    @CsvSource({"3, ServiceTask_SendReminders", "14, EndEvent_NobodyDue"})
    @DisplayName("R4.1 the table names days before a deadline → reminders are sent on them, and on no other day")
    void reminders(String day, String end) throws IOException {
        String table = shipped("reminder-schedule");
        for (String row : List.of("Rule_01", "Rule_02", "Rule_05")) {
            table = turned(table, row + "_DaysLeft", day);
        }
        deploy("reminder-schedule", table);
        givenRound();

        whenClockShows("12-03T09:00:01");

        assertThat(passed(end)).isPositive();
        assertThat(passed("ServiceTask_SendReminders") > 0).isEqualTo(end.equals("ServiceTask_SendReminders"));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"true, 0", "false, 1"})
    @DisplayName(
            "R2.14 the table names a condition that a project meets → it is noted at the review and read by the ministry")
    void priority(String condition, int noted) throws IOException {
        deploy("priority-conditions", turned(shipped("priority-conditions"), "Rule_03_RevolutionaryArea", condition));
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "海工装备数字孪生");
        whenArrived(CITY, List.of(project.id()));

        whenProvinceHasReviewed();

        assertThat(passed("ServiceTask_NotePriority")).isEqualTo(noted);
    }

    @LeavesUnattended("the pair was written by hand")
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"DISTINCT, 0", "SUSPECT, 1"})
    @DisplayName("R2.10 the table takes a pair for two projects → settled; suspects it → a person is asked")
    void duplicates(String verdict, int tasks) throws IOException {
        deploy(
                "duplicate-verdict",
                turned(shipped("duplicate-verdict"), "Rule_08_Output_Verdict", "\"" + verdict + "\""));
        givenRound();
        Submitted first = givenAccepted(CITY, "T01", "注塑装备数字孪生");
        Submitted second = givenAccepted(CITY, "F01", "渔船动态监管");
        whenArrived(CITY, List.of(first.id(), second.id()));
        jdbc.sql("""
                insert into duplicate_pair (id, round_id, first_id, second_id, similarity, verdict, message, source)
                values ('pair', :round, :first, :second, 0.1, 'SUSPECT', '名称相近', 'duplicate-verdict v1')""")
                .param("round", round)
                .param("first", first.id())
                .param("second", second.id())
                .update();
        jdbc.sql("""
                insert into duplicate_evidence (pair_id, same_code, same_applicant, same_direction, shared_files, first_marks, second_marks, differences)
                values ('pair', false, false, false, 0, '', '', '')""").update();

        whenProvinceHasReviewed();

        assertThat(tasks("dept-44", "UserTask_ResolveDuplicate")).hasSize(tasks);
        assertThat(passed("ServiceTask_HoldApart")).isEqualTo(1 - tasks);
    }

    private void accept(Submitted project) {
        complete(CITY, ACCEPT, taskOf(project.id()), Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN"))
                .ok();
    }

    @Test
    @DisplayName(
            "an application that was accepted after a way back → its instance has kept three keys and nothing else")
    void threeVariables() throws IOException {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "海工装备数字孪生");
        deploy("required-materials", turned(shipped("required-materials"), "Rule_02_Output_MinCount", "9"));
        accept(project);

        assertThat(names("act_ru_variable"))
                .containsExactlyInAnyOrder("applicationId", "campaignId", "unit", "subject");
        assertThat(names("act_hi_varinst")).containsExactlyInAnyOrder("applicationId", "campaignId", "unit");
    }

    private List<String> names(String table) {
        return jdbc.sql("select distinct name_ from " + table + " where proc_def_id_ like 'application:%'")
                .query(String.class)
                .list();
    }

    private int passed(String step) {
        return jdbc.sql("select count(*) from act_hi_actinst where act_id_ = :step")
                .param("step", step)
                .query(Integer.class)
                .single();
    }

    /** How often a step has asked the table's second version. */
    private int asked(String table) {
        return jdbc.sql("select count(*) from table_asked where table_version = :version and length(facts_sha256) = 64")
                .param("version", table + " v2")
                .query(Integer.class)
                .single();
    }

    private void deploy(String table, String content) {
        assertThat(Deployments.send(
                                new ApplicantClient(base(), "designer", "demo"), table, Map.of(table + ".dmn", content))
                        .status())
                .isEqualTo(200);
    }

    private static String shipped(String table) throws IOException {
        return Files.readString(Path.of("processes", table + ".dmn"));
    }

    /** The table with another text in one cell. */
    private static String turned(String table, String cell, String text) {
        return table.replaceFirst("(id=\"" + cell + "\">\\s*<text>)[^<]*", "$1" + text);
    }
}
