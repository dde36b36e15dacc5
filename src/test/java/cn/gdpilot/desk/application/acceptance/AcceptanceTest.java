package cn.gdpilot.desk.application.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.OnPostgres;
import cn.gdpilot.desk.application.SubmissionData;
import cn.gdpilot.desk.application.SubmitApplication;
import cn.gdpilot.desk.recommendation.signing.SignList;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.eligibility.credit.CreditAnswer;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A unit accepts only while its list can still take the project. */
class AcceptanceTest {

    private static final Actor LEAD = new Actor("lead", "city-440100");

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends SubmissionData {

        @Autowired
        Acceptance acceptance;

        @Autowired
        CreditRule credit;

        @Autowired
        ReturnApplication returning;

        @Autowired
        SubmitApplication submitting;

        @Autowired
        SignList signing;

        @Autowired
        Recommendations lists;

        @Autowired
        QuotaTable quotas;

        @Test
        @DisplayName("R3.1 list still open → accepted")
        void open() {
            Round round = givenRound();
            String id = givenSubmitted(round);
            givenSettledList(round);

            accept(id);

            assertThat(state(id)).isEqualTo(ApplicationState.ACCEPTED);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"SIGNED,  名单撤回重排", "SENT,    申报单位可提出异议", "ARRIVED, 申报单位可提出异议", "MISSED,  期限与报送情况"})
        @DisplayName("R3.1 list has gone → acceptance and return refused with the way that is left")
        void gone(State state, String way) {
            Round round = givenRound();
            String id = givenSubmitted(round);
            givenSettledList(round);
            jdbc.sql("update recommendation set state = :state where id = :id")
                    .param("state", state.name())
                    .param("id", lists.get(round.id(), CITY).id())
                    .update();

            assertThatThrownBy(() -> accept(id)).isInstanceOf(Refusal.class).hasMessageContaining(way);
            assertThatThrownBy(() -> returning.giveBack(id, new ReturnNote(List.of(), "请补正"), OFFICER))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(way);

            assertThat(state(id)).isEqualTo(ApplicationState.SUBMITTED);
        }

        @Committed
        @RepeatedTest(5)
        @DisplayName("R3.6 accepted and signed in the same instant → never accepted beside a signed list")
        void atOnceWithSigning() throws Exception {
            Round round = committed(this::givenRound);
            String id = committed(() -> {
                givenSettledList(round);
                return givenSubmitted(round);
            });

            List<Outcome<Boolean>> outcomes = atOnce(() -> accept(id), () -> {
                signing.sign(round.id(), CITY, null, LEAD);
                return true;
            });

            assertThat(outcomes.get(0).committed()).isTrue();
            assertThat(outcomes.get(1).failure()).isInstanceOf(Refusal.class).hasMessageContaining(id);
            assertThat(state(id)).isEqualTo(ApplicationState.ACCEPTED);
            assertThat(lists.get(round.id(), CITY).open()).isTrue();
        }

        @Committed
        @RepeatedTest(3)
        @DisplayName(
                "R3.1 corrected and signed without it in the same instant → submitted beside an open list, or refused")
        void correctedAtOnceWithSigning() throws Exception {
            Round round = committed(this::givenRound);
            Applicant applicant = committed(this::givenApplicant);
            String id = committed(() -> {
                givenSettledList(round);
                String returned = givenComplete(round, applicant, "智能工厂", "F01");
                jdbc.sql("update application set state = 'RETURNED' where id = :id")
                        .param("id", returned)
                        .update();
                return returned;
            });

            atOnce(
                    () -> {
                        submitting.submit(applicant.id(), id, "again", new Actor("applicant", null));
                        return true;
                    },
                    () -> {
                        signing.sign(round.id(), CITY, "多次联系未补正", LEAD);
                        return true;
                    });

            boolean open = lists.get(round.id(), CITY).open();
            assertThat(state(id)).isEqualTo(open ? ApplicationState.SUBMITTED : ApplicationState.REFUSED);
        }

        private boolean accept(String id) {
            credit.record(id, CreditAnswer.State.CLEAN, OFFICER);
            acceptance.accept(id, null, null, OFFICER);
            return true;
        }

        private String givenSubmitted(Round round) {
            String id = givenComplete(round, givenApplicant(), "智能工厂", "F01");
            jdbc.sql("update application set state = 'SUBMITTED' where id = :id")
                    .param("id", id)
                    .update();
            return id;
        }

        private void givenSettledList(Round round) {
            Unit unit = units.get(CITY);
            lists.open(round.id(), unit, quotas.of(unit), quotas.quotaSource(unit));
            lists.ranked(lists.get(round.id(), CITY), "handler", "无合适项目");
        }
    }
}
