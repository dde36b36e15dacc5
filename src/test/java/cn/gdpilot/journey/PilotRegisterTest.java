package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.desk.ministryreview.PilotTerms;
import cn.gdpilot.domain.pilot.Pilot;
import cn.gdpilot.domain.pilot.PilotImport;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import cn.gdpilot.running.LeavesUnattended;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pilot register: earlier lists come in, later applications meet them, terms end. */
class PilotRegisterTest extends Journey {

    @Autowired
    PilotImport imports;

    @Autowired
    PilotTerms terms;

    @Autowired
    Applicants applicants;

    @Test
    @DisplayName(
            "R2.5 an imported pilot is met by the reviewer of a project like it, whoever applies; importing twice enters nothing")
    void imported() {
        givenRound();
        String list = "项目名称,申报单位,统一社会信用代码,开始日期\n岸桥远程操控,示例港口公司," + code(7) + "," + year + "-01-05\n坏行,甲,1,去年\n";
        Answer first = upload("ministry", list);
        assertThat(first.ok().body()).contains("新登记 1 项", "未能登记 1 行", "岸桥远程操控");
        assertThat(upload("dept-44", list).body()).contains("新登记 0 项，已在名册中 1 项");
        assertThat(upload("dept-44", "项目名称\n岸桥\n").body()).contains("没有找到表头");
        assertThat(upload("city-440100", list).status()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from record_entry where action = 'pilots.imported'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        Submitted alike = givenSubmitted("city-440400", "F01", "岸橋遠程操控建设项目");
        Submitted other = givenSubmitted("city-440400", "F02", "陶瓷窑炉烧成控温");

        assertThat(sheet(alike)).contains("在期试点", "示例港口公司");
        assertThat(sheet(other)).doesNotContain("在期试点");
    }

    @LeavesUnattended("the pilot is made by hand")
    @Test
    @DisplayName(
            "R3.8 a pilot's holder is told before the term ends, and once; on its last day it runs, on the next it has ended")
    void termEnds() {
        givenRound();
        Submitted project = givenSubmitted("city-440400", "T01", "海工装备数字孪生");
        jdbc.sql("update application set state = 'PILOT' where id = :id")
                .param("id", project.id())
                .update();
        LocalDate start = LocalDate.of(year, 12, 31);
        var application = application(project.id());
        pilots.enter(applicants.get(application.applicantId()), application, start, 2);

        givenLater("10-31T09:00:00");
        terms.run();
        assertThat(ended(project)).isEqualTo(ApplicationState.PILOT);
        assertThat(lettersTo(project.applicant().email())).noneMatch(subject -> subject.contains("将于"));
        clockShows("11-01T09:00:00");
        terms.run();
        terms.run();
        assertThat(lettersTo(project.applicant().email()).stream().filter(subject -> subject.contains("将于")))
                .hasSize(1);
        clockShows("12-30T23:59:00");
        terms.run();
        assertThat(ended(project)).isEqualTo(ApplicationState.PILOT);
        clockShows("12-31T00:00:01");
        terms.run();
        terms.run();

        assertThat(ended(project)).isEqualTo(ApplicationState.PILOT_ENDED);
        assertThat(lettersTo(project.applicant().email()).stream().filter(subject -> subject.contains("已满")))
                .hasSize(1);
    }

    @Test
    @DisplayName("a list of fifty thousand lines comes in whole")
    void large() {
        StringBuilder list = new StringBuilder("项目名称,申报单位,统一社会信用代码,开始日期\n");
        for (int i = 0; i < 50_000; i++) {
            list.append("往年项目")
                    .append(i)
                    .append(",往年单位")
                    .append(i)
                    .append(',')
                    .append(code(100_000 + i))
                    .append(",2019-01-05\n");
        }

        PilotImport.Report report = imports.take(
                "往年.csv", list.toString().getBytes(StandardCharsets.UTF_8), new Actor("ministry", "ministry"));

        assertThat(report.entered()).isEqualTo(50_000);
        assertThat(report.troubles()).isEmpty();
        List<Pilot> found = pilots.find("往年项目49999", 10);
        assertThat(found).singleElement().extracting(Pilot::endsOn).isEqualTo(LocalDate.of(2021, 1, 5));
    }

    private void givenLater(String monthAndTime) {
        year += 2;
        clockShows(monthAndTime);
    }

    private ApplicationState ended(Submitted project) {
        return state(project.id());
    }

    private String sheet(Submitted project) {
        Task task = tasks("city-440400", "UserTask_AcceptApplication").stream()
                .filter(one -> one.processInstanceId().equals(taskOf(project.id())))
                .findFirst()
                .orElseThrow();
        return officer("city-440400").variable(task, "view");
    }

    private Answer upload(String person, String list) {
        String edge = "edge-of-a-part";
        String body = "--" + edge
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + list + "\r\n--" + edge + "--\r\n";
        return officer(person)
                .withToken("/account/password", "POST", "/desk/pilots", body, "multipart/form-data; boundary=" + edge);
    }

    private static String code(int number) {
        String first17 = "91440101MB%07d".formatted(number);
        return first17 + CreditCode.checkCharacter(first17);
    }
}
