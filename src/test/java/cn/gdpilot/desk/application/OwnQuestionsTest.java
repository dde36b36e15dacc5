package cn.gdpilot.desk.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.material.SubmittedVersion;
import cn.gdpilot.domain.opinion.CaseKey;
import cn.gdpilot.domain.opinion.FormAnswer;
import cn.gdpilot.domain.opinion.FormAnswers;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.extra.AnsweredFacts;
import cn.gdpilot.domain.project.extra.AnsweredFacts.Answered;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Questions of a round's own, from the form to the version that is handed in. */
class OwnQuestionsTest {

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends SubmissionData {

        private static final Actor APPLICANT = new Actor("applicant", null);

        @Autowired
        EditApplication edit;

        @Autowired
        SelfCheck check;

        @Autowired
        FreezeVersion freeze;

        @Autowired
        AnsweredFacts answered;

        @Autowired
        ApplicationFacts facts;

        @Autowired
        FormAnswers answers;

        private Applicant applicant;
        private String id;

        @BeforeEach
        void givenRoundThatAsks() {
            Round round = givenRound();
            jdbc.sql(
                            "insert into round_list (round_id, list, edition, content) values (:id, 'extra-facts.csv', 1, :text)")
                    .param("id", round.id())
                    .param("text", """
                            round,key,question,hint,type,range,required,asked,table,rule
                            ,rdShare,研发投入占比（%）,,NUMBER,0..100,true,APPLICANT,applicant-eligibility,R2.3
                            ,visits,现场核查次数,,NUMBER,0..9,false,ACCEPTANCE,project-eligibility,R2.7
                            """)
                    .update();
            applicant = givenApplicant();
            id = givenComplete(round, applicant, "智能工厂", "F01");
        }

        @Test
        @DisplayName("R2.3 question not answered → the submission is refused beside it")
        void unanswered() {
            assertThat(check.beside(applications.get(id))).anySatisfy(found -> {
                assertThat(found.refuses()).isTrue();
                assertThat(found.field()).isEqualTo("extra-rdShare");
                assertThat(found.finding().message()).contains("研发投入占比");
            });
        }

        @Test
        @DisplayName("R2.3 question that came after the submission → a person decides, the acceptance is not refused")
        void cameLater() {
            jdbc.sql("update application set state = 'SUBMITTED' where id = :id")
                    .param("id", id)
                    .update();

            assertThat(check.beside(applications.get(id)))
                    .filteredOn(found -> found.field().equals("extra-rdShare"))
                    .singleElement()
                    .satisfies(found -> assertThat(found.finding().verdict()).isEqualTo(Finding.Verdict.REFER));
        }

        @Test
        @DisplayName("R2.3 answered → kept in the draft; answered again empty → open again; other fields stay")
        void answered() {
            answer("rdShare", "2.50");
            assertThat(applications.get(id).facts().extra()).isEqualTo(Map.of("rdShare", "2.5"));
            assertThat(check.beside(applications.get(id))).noneMatch(CheckedFinding::refuses);

            edit.edit(applicant.id(), id, form(null), null);
            assertThat(applications.get(id).facts().extra()).containsKey("rdShare");

            answer("rdShare", "");
            assertThat(applications.get(id).facts().extra()).isEmpty();
            assertThat(applications.get(id).facts().built()).isTrue();
        }

        @Test
        @DisplayName("an answer that does not fit, or to no question → refused, the draft as before")
        void refused() {
            answer("rdShare", "3");

            assertThatThrownBy(() -> answer("rdShare", "300")).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> answer("profit", "3")).isInstanceOf(Refusal.class);
            assertThat(applications.get(id).facts().extra()).isEqualTo(Map.of("rdShare", "3"));
        }

        @Test
        @DisplayName("R2.13 submitted → answer and question stand in the frozen text and in a row of that version")
        void submitted() {
            answer("rdShare", "2.5");

            freeze.freeze(applications.get(id), Instant.parse("2026-12-01T00:00:00Z"), List.of(), APPLICANT);

            String text = applications.submitted(id, 1).orElseThrow();
            assertThat(SubmittedVersion.of(text).application().facts().extra()).isEqualTo(Map.of("rdShare", "2.5"));
            assertThat(answered.of(id, 1))
                    .extracting(Answered::question, Answered::answer)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("研发投入占比（%）", "2.5"));
        }

        @Test
        @DisplayName(
                "R2.7 answered at the acceptance → the table's input; what was answered before the last submission is not")
        void atAcceptance() {
            answer("rdShare", "2.5");
            freeze.freeze(applications.get(id), Instant.parse("2026-12-01T00:00:00Z"), List.of(), APPLICANT);
            given("2026-11-30T00:00:00Z", "3");
            assertThat(facts.own(applications.get(id), "project-eligibility").get("visits"))
                    .isNull();

            given("2026-12-02T00:00:00Z", "2");
            assertThat(facts.own(applications.get(id), "project-eligibility").get("visits"))
                    .isEqualTo(2.0);

            given("2026-12-03T00:00:00Z", "");
            assertThat(facts.own(applications.get(id), "project-eligibility").get("visits"))
                    .as("left empty by who completed it last")
                    .isNull();
        }

        private void given(String at, String visits) {
            answers.keep(
                    CaseKey.ofApplication(id),
                    new FormAnswer(
                            Instant.parse(at),
                            "city-440100",
                            ApplicationFacts.ACCEPTANCE,
                            "受理申请",
                            "visits",
                            "现场核查次数",
                            visits,
                            visits));
        }

        private void answer(String key, String typed) {
            edit.edit(applicant.id(), id, form(Map.of(key, typed)), null);
        }

        private static ApplicationForm form(Map<String, String> answers) {
            return new ApplicationForm(
                            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                            null, null, null)
                    .with(answers);
        }
    }
}
