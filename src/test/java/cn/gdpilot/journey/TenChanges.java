package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.deadline.OfferedDates;
import cn.gdpilot.domain.deadline.RoundDays;
import cn.gdpilot.domain.deadline.RoundDays.Period;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.platform.engine.gate.OwnModels;
import cn.gdpilot.platform.engine.tables.SampleTables;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.running.OwnSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Next year's notice: ten changes, made in files alone, in one start. */
@OwnSettings
public abstract class TenChanges extends Journey {

    private static final String CITY = "city-440100";
    private static final String MAILBOX = CITY + "@example.org";

    @Autowired
    private RoundDays periods;

    @Autowired
    private OfferedDates offered;

    private Applicant lateApplicant;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory("next-year");
        Path lists = copied("content/reference", folder.resolve("reference"));
        Path letters = copied("content/letters", folder.resolve("letters"));
        Path models = copied("processes", folder.resolve("processes"));
        Path forms = copied("forms", folder.resolve("forms"));
        changeLists(lists);
        Files.writeString(
                letters.resolve("legal-passed.txt"), "{{unit}}的名单已通过合法性审查\n{{unit}}：\n\n{{title}}：推荐名单已通过合法性审查，请签发。\n");
        changeModels(models);
        changeForms(forms);
        properties.add("pilot.reference-folder", lists::toString);
        properties.add("pilot.mail.texts-folder", letters::toString);
        properties.add("pilot.processes-folder", models::toString);
        properties.add("pilot.forms-folder", forms::toString);
    }

    private static void changeLists(Path lists) throws IOException {
        append(
                lists,
                "extra-facts.csv",
                ",rdShare,研发投入占比（%）,上一年度,NUMBER,0..100,true,APPLICANT,applicant-eligibility,R2.3");
        append(lists, "extra-facts.csv", ",visited,现场核查情况,,TEXT,,true,ACCEPTANCE,,R2.13");
        append(lists, "further-groups.csv", "legal-check,法规处");
        append(lists, "further-letters.csv", "legal-passed,UNIT");
        append(lists, "material-kinds.csv", "SECURITY_REPORT,网络安全评估报告");
        append(lists, "directions.csv", "D01,数据类,数据类方向1（示例：名称与分布以通知附件1为准）,sample");
        replace(lists.resolve("direction-totals.csv"), "categories,7", "categories,8");
        replace(lists.resolve("direction-totals.csv"), "directions,27", "directions,28");
        replace(lists.resolve("direction-totals.csv"), "department,25", "department,26");
        append(lists, "clauses.csv", "R4.1,,新一年通知第四条第（一）项");
        replace(lists.resolve("round-dates.csv"), "CITY,12-08,17:30", "CITY,12-05,17:00");
        replace(lists.resolve("round-days.csv"), "PILOT_TERM,2", "PILOT_TERM,3");
        replace(lists.resolve("round-days.csv"), "REMINDERS,14", "REMINDERS,21");
    }

    private static void changeModels(Path models) throws IOException {
        Files.write(models.resolve("applicant-eligibility.dmn"), SampleTables.judgingShare("rdShare"));
        Files.writeString(models.resolve("recommendation.bpmn"), OwnModels.legalCheck());
        replace(models.resolve("recommendation-quota.dmn"), "<text>8</text>", "<text>10</text>");
        replace(models.resolve("reminder-schedule.dmn"), "<text>14,7,3,1,0</text>", "<text>21,14,7,3,1,0</text>");
        replace(models.resolve("direction-authority.dmn"), "</decisionTable>", """
                <rule id="Rule_28"><inputEntry id="Rule_28_Direction"><text>"D01"</text></inputEntry>
                <outputEntry id="Rule_28_Output_Department"><text>true</text></outputEntry>
                <outputEntry id="Rule_28_Output_Communications"><text>false</text></outputEntry></rule></decisionTable>""");
        replace(models.resolve("required-materials.dmn"), "</decisionTable>", """
                <rule id="Rule_Security"><inputEntry id="Rule_Security_Type"><text></text></inputEntry>
                <inputEntry id="Rule_Security_Channel"><text></text></inputEntry>
                <outputEntry id="Rule_Security_Material"><text>"SECURITY_REPORT"</text></outputEntry>
                <outputEntry id="Rule_Security_Count"><text>1</text></outputEntry>
                <outputEntry id="Rule_Security_Formats"><text>"pdf"</text></outputEntry>
                <outputEntry id="Rule_Security_Rule"><text>"R2.13"</text></outputEntry></rule></decisionTable>""");
    }

    private static void changeForms(Path forms) throws IOException {
        Files.writeString(forms.resolve("legal-check.form"), OwnModels.legalForm());
        replace(forms.resolve("accept-application.form"), "  \"components\": [", """
                  "components": [
                    {"type": "textfield", "key": "visited", "label": "现场核查情况", "id": "Field_Visited"},""");
    }

    @Test
    @DisplayName(
            "ten changes of the notice, in files alone → asked, judged, checked, told and limited as the files say")
    void tenChanges() throws IOException {
        givenRoundUntil("12-05T17:00");

        // A reminder 21 days before: 11-14 is a Sunday, so it goes out on the Friday.
        whenClockShows("11-12T09:00:01");
        assertThat(lettersTo(MAILBOX)).anyMatch(subject -> subject.startsWith("【提醒】"));

        whenClockShows("11-29T09:00:00");
        Submitted project = whenSubmittedWithAnswers();
        String late = draftWithAnswers(givenApplicant(), "迟到的项目");

        // A field in the acceptance form, which must be filled in.
        Map<String, String> answers =
                Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN", "points", OfficerClient.ALL_POINTS);
        assertThat(complete(CITY, "UserTask_AcceptApplication", taskOf(project.id()), answers)
                        .body())
                .contains("现场核查情况");
        Map<String, String> more = new HashMap<>(answers);
        more.put("visited", "设备已到位");
        complete(CITY, "UserTask_AcceptApplication", taskOf(project.id()), more).ok();
        assertThat(state(project.id())).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(jdbc.sql("select field from form_answer").query(String.class).list())
                .containsExactly("visited");

        whenLegalCheckAgrees(project.id());
        complete(CITY + "-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();

        // Another letter, and what the dossier shows of questions, fields, materials and opinions.
        assertThat(lettersTo(MAILBOX)).contains("广州市工业和信息化局的名单已通过合法性审查");
        String dossier =
                officer(CITY).send("GET", "/dossier/" + project.id(), null).body();
        assertThat(dossier)
                .contains("研发投入占比（%）", "2.5", "研发投入占比（%）低于3%")
                .contains("现场核查情况", "设备已到位")
                .contains("法规处", "同意", "程序合法")
                .contains("网络安全评估报告")
                .contains("数据类");

        // Quota 10, pilot term three years.
        assertThat(jdbc.sql("select quota from recommendation where round_id = :round and unit_id = :unit")
                        .param("round", round)
                        .param("unit", CITY)
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
        assertThat(periods.of(round, Period.PILOT_TERM)).isEqualTo(3);

        // The deadline: 12-05 17:00.
        whenClockShows("12-05T17:00:01");
        assertThat(application(late).state()).isEqualTo(ApplicationState.DRAFT);
        Answer refused = lateApplicant.client().submit(late, "key-" + late);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("R4.1");
        assertThat(Clauses.of("R4.1")).startsWith("新一年通知");
    }

    /** The form of a new round offers the notice's date. */
    private void givenRoundUntil(String cityDeadline) {
        assertThat(offered.of(DeadlineKind.CITY, 2027)).endsWith(cityDeadline);
        year = IntStream.iterate(clock.today().getYear() + 1, next -> next + 1)
                .filter(next -> LocalDate.of(next, 12, 5).getDayOfWeek() == DayOfWeek.SUNDAY)
                .findFirst()
                .orElseThrow();
        whenClockShows("11-10T09:00:00");
        officer("dept-44")
                .start(
                        "campaign",
                        Map.of(
                                "title", year + "年试点示范推荐",
                                "noticeNumber", "测试文号",
                                "cityDeadline", year + "-" + cityDeadline,
                                "ministryDeadline", year + "-12-20T24:00"))
                .ok();
        thenRoundIsOpen();
    }

    /** A new question, an eighth category and one more material: refused without, taken with them, a person decides below 3 %. */
    private Submitted whenSubmittedWithAnswers() {
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, CITY, "D01", "数据要素流通");
        String check = applicant.client().check(id).ok().body();
        assertThat(check).contains("extra-rdShare", "SECURITY_REPORT", "\"submittable\":false");
        assertThat(applicant
                        .client()
                        .edit(id, Map.of("extra", Map.of("rdShare", 200)))
                        .status())
                .isGreaterThanOrEqualTo(400);
        answer(applicant, id);
        applicant.client().submit(id, "key-" + id).ok();
        settle();
        assertThat(jdbc.sql(
                                "select verdict from finding where application_id = :id and rule = 'R2.3' and message like '%低于3%'")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("REFER"));
        return new Submitted(id, applicant);
    }

    private String draftWithAnswers(Applicant applicant, String project) {
        lateApplicant = applicant;
        String id = givenDraft(applicant, CITY, "T01", project);
        answer(applicant, id);
        return id;
    }

    private void answer(Applicant applicant, String id) {
        applicant.client().edit(id, Map.of("extra", Map.of("rdShare", 2.5))).ok();
        applicant
                .client()
                .attach(id, "SECURITY_REPORT", "security.pdf", attached.content("evidence.pdf"))
                .ok();
    }

    /** A legal check before signing, with its own group and compulsory grounds. */
    private void whenLegalCheckAgrees(String id) {
        complete(CITY, "UserTask_RankProjects", Map.of("ranking", id)).ok();
        assertThat(tasks(CITY + "-lead", "UserTask_SignRecommendation")).isEmpty();
        OfficerClient lawyer = officer("legal-check");
        assertThat(lawyer.variable(tasks("legal-check", "UserTask_LegalCheck").get(0), "view"))
                .contains("数据要素流通");
        assertThat(lawyer.send("GET", "/dossier/" + id, null).body()).contains("数据要素流通");
        assertThat(complete("legal-check", "UserTask_LegalCheck", Map.of("outcome", "AGREE"))
                        .status())
                .isGreaterThanOrEqualTo(400);
        complete("legal-check", "UserTask_LegalCheck", Map.of("outcome", "AGREE", "grounds", "程序合法"))
                .ok();
        assertThat(lawyer.send("GET", "/dossier/" + id, null).status()).isEqualTo(404);
    }

    private static Path copied(String from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(Path.of(from))) {
            files.filter(Files::isRegularFile).forEach(file -> copy(file, to));
        }
        return to;
    }

    private static void copy(Path file, Path to) {
        try {
            Files.copy(file, to.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path folder, String list, String line) throws IOException {
        Path file = folder.resolve(list);
        Files.writeString(file, Files.readString(file).stripTrailing() + "\n" + line + "\n");
    }

    private static void replace(Path file, String was, String becomes) throws IOException {
        String text = Files.readString(file);
        assertThat(text).as(file.toString()).contains(was);
        Files.writeString(file, text.replace(was, becomes));
    }
}
