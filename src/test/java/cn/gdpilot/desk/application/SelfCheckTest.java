package cn.gdpilot.desk.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.ApplicationState;
import java.sql.Timestamp;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an applicant is told before a submission, and what a submission is held to. */
class SelfCheckTest {

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends SubmissionData {

        @Autowired
        SelfCheck check;

        @Autowired
        PilotRegister pilots;

        @Autowired
        PilotClock clock;

        @Test
        @DisplayName("R2.1–R2.13 everything answered and attached → no refusal, no question")
        void complete() {
            String id = givenComplete(givenRound(), givenApplicant(), "智能工厂", "F01");

            assertThat(found(id)).containsExactly("R2.12 NOTE");
        }

        @ParameterizedTest(name = "{0}: {1} at {2}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "registered_in = 'CN'               | R2.2 REFUSE | registeredIn",
                    "legal_person = false               | R2.2 REFUSE | legalPerson",
                    "serious_dishonesty = true          | R2.3 REFUSE | section-applicant",
                    "serious_dishonesty = null          | R2.3 REFER  | section-applicant",
                    "major_accident = true              | R2.4 REFUSE | majorAccident",
                    "commitment_letter = false          | R2.4 REFUSE | commitmentLetter",
                    "innovation_project = 'FAILED'      | R2.6 REFUSE | innovationProject",
                    "built = false                      | R2.7 REFUSE | built",
                    "direction = null                   | R1.1 REFUSE | direction",
                    "direction = 'X99'                  | R1.1 REFUSE | direction",
                    "direction = 'N01'                  | R1.2 REFUSE | direction"
                })
        @DisplayName("R1.1–R2.7 one answer that does not fit → one finding, beside its field")
        void answer(String change, String finding, String field) {
            String id = givenComplete(givenRound(), givenApplicant(), "智能工厂", "F01");
            jdbc.sql("update application set " + change + " where id = :id")
                    .param("id", id)
                    .update();

            assertThat(beside(id)).contains(finding + " " + field);
            assertThat(found(id)).containsExactlyInAnyOrder(finding, "R2.12 NOTE");
        }

        @ParameterizedTest(name = "{0}: {1} at {2}")
        @CsvSource({
            "APPLICATION_FORM,  R2.13 REFUSE, APPLICATION_FORM",
            "VIDEO,             R2.12 REFUSE, VIDEO",
            "AUDIT_REPORT,      R2.13 REFUSE, AUDIT_REPORT",
            "COMMITMENT_LETTER, R2.4 REFUSE,  COMMITMENT_LETTER",
            "TRUTH_STATEMENT,   R2.11 REFUSE, TRUTH_STATEMENT",
            "INDEX,             R2.13 REFUSE, INDEX",
            "EVIDENCE,          R2.13 REFUSE, EVIDENCE"
        })
        @DisplayName("R2.13 one file of a kind taken away → refused, beside that kind")
        void material(String kind, String finding, String place) {
            String id = givenComplete(givenRound(), givenApplicant(), "智能工厂", "F01");
            jdbc.sql("""
                    update material set removed_at = current_timestamp
                    where application_id = :id and name = :name""").param("id", id).param("name", kind + "-1").update();

            assertThat(beside(id)).contains(finding + " " + place);
        }

        @ParameterizedTest(name = "{0} s: {1}")
        @CsvSource(
                nullValues = "-",
                value = {
                    "299, R2.12 REFUSE",
                    "300, R2.12 NOTE",
                    "600, R2.12 NOTE",
                    "601, R2.12 REFUSE",
                    "-, R2.12 REFER"
                })
        @DisplayName("R2.12 a video's length → judged at its boundaries")
        void video(Integer seconds, String finding) {
            String id = givenComplete(givenRound(), givenApplicant(), "智能工厂", "F01");
            jdbc.sql("update material set video_seconds = :seconds where application_id = :id and kind = 'VIDEO'")
                    .param("seconds", seconds)
                    .param("id", id)
                    .update();

            assertThat(found(id)).containsExactly(finding);
        }

        @ParameterizedTest(name = "beside {0}: {1}")
        @CsvSource(
                nullValues = "-",
                value = {
                    "平台类项目 P01,             -",
                    "另一工厂 F01,               R2.8 REFUSE",
                    "平台类项目 P01;载体类项目 C01, R2.9 REFUSE",
                    "智能工厂 P01,               R2.10 REFUSE",
                    "智能 工厂 P01,              R2.10 REFUSE"
                })
        @DisplayName("R2.8–R2.10 the applicant's other projects → the limits at their boundaries")
        void limits(String others, String finding) {
            Round round = givenRound();
            Applicant applicant = givenApplicant();
            for (String other : others.split(";")) {
                int space = other.lastIndexOf(' ');
                String id = givenComplete(round, applicant, other.substring(0, space), other.substring(space + 1));
                set(id, ApplicationState.SUBMITTED);
            }
            String id = givenComplete(round, applicant, "智能工厂", "F01");

            assertThat(found(id)).isEqualTo(finding == null ? List.of("R2.12 NOTE") : List.of(finding, "R2.12 NOTE"));
            assertThat(check.exceedsLimits(applications.get(id))).isEqualTo(finding != null);
        }

        @ParameterizedTest
        @CsvSource({"DRAFT", "REFUSED", "WITHDRAWN", "MISSED_DEADLINE"})
        @DisplayName("R2.8–R2.10 the same project that is a draft or over → takes no place")
        void noPlace(ApplicationState state) {
            Round round = givenRound();
            Applicant applicant = givenApplicant();
            set(givenComplete(round, applicant, "智能工厂", "F01"), state);
            String id = givenComplete(round, applicant, "智能工厂", "F01");

            assertThat(found(id)).containsExactly("R2.12 NOTE");
            assertThat(check.exceedsLimits(applications.get(id))).isFalse();
        }

        @Test
        @DisplayName("R2.9 two projects of an earlier round → take no place in this one")
        void earlierRound() {
            Round earlier = givenRound();
            Applicant applicant = givenApplicant();
            set(givenComplete(earlier, applicant, "智能工厂", "F01"), ApplicationState.NOT_SELECTED);
            set(givenComplete(earlier, applicant, "平台类项目", "P01"), ApplicationState.NOT_SELECTED);

            assertThat(found(givenComplete(givenRound(), applicant, "智能工厂", "F01")))
                    .containsExactly("R2.12 NOTE");
        }

        @ParameterizedTest(name = "begun {0} years and {1} days ago: {2}")
        @CsvSource({"0, 0, R2.5 REFUSE", "1, 364, R2.5 REFUSE", "2, 0, -", "2, 1, -"})
        @DisplayName("R2.5 the applicant's pilot of that name → refused until its two years are over")
        void pilot(int years, int days, String finding) {
            Round earlier = givenRound();
            Applicant applicant = givenApplicant();
            String pilot = givenApplication(earlier, CITY, applicant, "智能工厂", ApplicationState.PILOT);
            pilots.enter(
                    applicant,
                    applications.get(pilot),
                    clock.today().minusYears(years).minusDays(days),
                    2);

            List<String> found = found(givenComplete(givenRound(), applicant, "智能工厂", "F01"));

            assertThat(found.contains("R2.5 REFUSE")).isEqualTo(!finding.equals("-"));
        }

        @Test
        @DisplayName("R2.13 upload that is not finished → a note, no refusal")
        void unfinished() {
            String id = givenComplete(givenRound(), givenApplicant(), "智能工厂", "F01");
            Timestamp now = Timestamp.from(clock.now());
            jdbc.sql("""
                    insert into upload (id, application_id, kind, name, size_bytes, metadata, begun_at, expires_at, place)
                    values (:key, :id, 'EVIDENCE', '大文件.pdf', 1, '', :now, :now, 1)""").param("key", id).param("id", id).param("now", now).update();

            assertThat(beside(id)).containsExactlyInAnyOrder("R2.12 NOTE VIDEO", "R2.13 NOTE section-materials");
        }

        private List<String> found(String id) {
            return check.of(applications.get(id)).stream().map(Cases::text).toList();
        }

        private List<String> beside(String id) {
            return check.beside(applications.get(id)).stream()
                    .map(one -> text(one.finding()) + " " + one.field())
                    .toList();
        }

        private static String text(Finding finding) {
            return finding.rule() + " " + finding.verdict();
        }

        private void set(String id, ApplicationState state) {
            jdbc.sql("update application set state = :state where id = :id")
                    .param("state", state.name())
                    .param("id", id)
                    .update();
        }
    }
}
