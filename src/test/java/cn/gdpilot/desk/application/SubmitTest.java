package cn.gdpilot.desk.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.eligibility.Findings;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.material.Receipts;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A submission in its transaction: window, limits and receipt, one after another and in the same instant. */
class SubmitTest {

    private static final Actor APPLICANT = new Actor("applicant", null);

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends SubmissionData {

        @Autowired
        SubmitApplication submit;

        @Autowired
        Receipts receipts;

        @Autowired
        Findings findings;

        @Autowired
        Recommendations lists;

        @Autowired
        QuotaTable quotas;

        @Autowired
        PilotClock clock;

        @Test
        @DisplayName("R4.1 complete application submitted → receipt, version, findings and one letter")
        void submitted() {
            Applicant applicant = givenApplicant();
            String id = givenComplete(givenRound(), applicant, "智能工厂", "F01");

            Receipt receipt = submit.submit(applicant.id(), id, "key", APPLICANT);

            assertThat(state(id)).isEqualTo(ApplicationState.SUBMITTED);
            assertThat(applications.get(id).submissions()).isEqualTo(1);
            assertThat(applications.get(id).submittedAt()).isEqualTo(receipt.arrivedAt());
            assertThat(applications.submitted(id, 1)).isPresent();
            assertThat(findings.of(id, 1)).hasSize(1);
            assertThat(receipts.genuine(receipts.find(receipt.number()).orElseThrow()))
                    .isTrue();
            assertThat(letters(receipt)).isEqualTo(1);
        }

        @Test
        @DisplayName("R2.7 a table refuses it → refused by its first rule, nothing is written")
        void refused() {
            Applicant applicant = givenApplicant();
            String id = givenComplete(givenRound(), applicant, "智能工厂", "F01");
            jdbc.sql("update application set built = false where id = :id")
                    .param("id", id)
                    .update();

            refusedBy("R2.7", () -> submit.submit(applicant.id(), id, "key", APPLICANT));

            assertThat(state(id)).isEqualTo(ApplicationState.DRAFT);
            assertThat(receipts.of(id)).isEmpty();
            assertThat(findings.of(id, 1)).isEmpty();
        }

        @ParameterizedTest(name = "{0} s from now: taken {1}")
        @CsvSource({"60, true", "0, true", "-2, false"})
        @DisplayName("R4.1 round's last moment → taken up to that second, refused after it")
        void window(int seconds, boolean taken) {
            Round round = givenRound();
            Applicant applicant = givenApplicant();
            String id = givenComplete(round, applicant, "智能工厂", "F01");
            Instant now = clock.now();
            rounds.move(round.id(), DeadlineKind.CITY, now.plusSeconds(seconds));

            if (taken) {
                submit.submit(applicant.id(), id, null, APPLICANT);
                assertThat(state(id)).isEqualTo(ApplicationState.SUBMITTED);
            } else {
                refusedBy("R4.1", () -> submit.submit(applicant.id(), id, null, APPLICANT));
                assertThat(state(id)).isEqualTo(ApplicationState.DRAFT);
            }
        }

        @Test
        @DisplayName("R3.1 unit's list is signed → its window is closed")
        void signed() {
            Round round = givenRound();
            Applicant applicant = givenApplicant();
            String id = givenComplete(round, applicant, "智能工厂", "F01");
            openList(round);
            lists.signed(lists.get(round.id(), CITY), "lead", clock.now());

            refusedBy("R3.1", () -> submit.submit(applicant.id(), id, null, APPLICANT));
        }

        @Test
        @DisplayName("request sent again with its key → the same receipt; another request → the newest")
        void again() {
            Applicant applicant = givenApplicant();
            String id = givenComplete(givenRound(), applicant, "智能工厂", "F01");
            Receipt first = submit.submit(applicant.id(), id, "key-1", APPLICANT);

            assertThat(submit.submit(applicant.id(), id, "key-1", APPLICANT).number())
                    .isEqualTo(first.number());
            assertThat(submit.submit(applicant.id(), id, "key-2", APPLICANT).number())
                    .isEqualTo(first.number());
            assertThat(applications.get(id).submissions()).isEqualTo(1);

            applications.advance(id, ApplicationState.RETURNED, OFFICER, Grounds.NONE);
            Receipt second = submit.submit(applicant.id(), id, "key-3", APPLICANT);
            assertThat(second.version()).isEqualTo(2);
            assertThat(submit.submit(applicant.id(), id, "key-1", APPLICANT).number())
                    .isEqualTo(first.number());
        }

        @Test
        @DisplayName("submitted once, refused since → a second tab's submission is refused, a repeated request is not")
        void overSinceThen() {
            Applicant applicant = givenApplicant();
            String id = givenComplete(givenRound(), applicant, "智能工厂", "F01");
            Receipt first = submit.submit(applicant.id(), id, "key-1", APPLICANT);
            applications.advance(id, ApplicationState.REFUSED, OFFICER, Grounds.because("不符合条件"));

            assertThatThrownBy(() -> submit.submit(applicant.id(), id, "key-2", APPLICANT))
                    .isInstanceOf(Refusal.class);
            assertThat(submit.submit(applicant.id(), id, "key-1", APPLICANT).number())
                    .isEqualTo(first.number());
        }

        @ParameterizedTest
        @EnumSource(
                value = ApplicationState.class,
                names = {"WITHDRAWN", "MISSED_DEADLINE", "REFUSED"})
        @DisplayName("application that is over and was never submitted → refused")
        void over(ApplicationState state) {
            Applicant applicant = givenApplicant();
            String id = givenApplication(givenRound(), CITY, applicant, "智能工厂", state);

            assertThatThrownBy(() -> submit.submit(applicant.id(), id, null, APPLICANT))
                    .isInstanceOf(Refusal.class);
        }

        @Test
        @DisplayName("another applicant's application → not found")
        void foreign() {
            String id = givenComplete(givenRound(), givenApplicant(), "智能工厂", "F01");
            Applicant other = givenApplicant();

            assertThatThrownBy(() -> submit.submit(other.id(), id, null, APPLICANT))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        }

        @Committed
        @Test
        @DisplayName("R2.9 second and third project submitted at once → exactly one gets in")
        void thirdAtOnce() throws Exception {
            for (int i = 0; i < 5; i++) {
                Round round = committed(this::givenRound);
                Applicant applicant = committed(this::givenApplicant);
                String first = committed(() -> givenComplete(round, applicant, "海产加工追溯", "T01"));
                String second = committed(() -> givenComplete(round, applicant, "纸业能源管理", "C01"));
                String third = committed(() -> givenComplete(round, applicant, "港口设备互联", "P01"));
                submit.submit(applicant.id(), first, null, APPLICANT);

                List<Outcome<Receipt>> both = atOnce(
                        () -> submit.submit(applicant.id(), second, null, APPLICANT),
                        () -> submit.submit(applicant.id(), third, null, APPLICANT));

                assertThat(both).filteredOn(Outcome::committed).hasSize(1);
                assertThat(both)
                        .filteredOn(one -> !one.committed())
                        .allSatisfy(one -> assertThat(one.failure())
                                .isInstanceOfSatisfying(
                                        Refusal.class,
                                        no -> assertThat(no.rule()).isEqualTo("R2.9")));
            }
        }

        @Committed
        @Test
        @DisplayName("R2.10 one project in two drafts submitted at once → exactly one gets in")
        void sameAtOnce() throws Exception {
            Round round = committed(this::givenRound);
            Applicant applicant = committed(this::givenApplicant);
            String one = committed(() -> givenComplete(round, applicant, "海产加工追溯", "T01"));
            String other = committed(() -> givenComplete(round, applicant, "海产加工追溯", "C01"));

            List<Outcome<Receipt>> both = atOnce(
                    () -> submit.submit(applicant.id(), one, null, APPLICANT),
                    () -> submit.submit(applicant.id(), other, null, APPLICANT));

            assertThat(both).filteredOn(Outcome::committed).hasSize(1);
        }

        @Committed
        @Test
        @DisplayName("double click on submit → one submission, one receipt for both")
        void doubleClick() throws Exception {
            for (int i = 0; i < 5; i++) {
                Applicant applicant = committed(this::givenApplicant);
                String id = committed(() -> givenComplete(givenRound(), applicant, "糖厂压榨优化", "T01"));

                List<Outcome<Receipt>> both = atOnce(
                        () -> submit.submit(applicant.id(), id, "same", APPLICANT),
                        () -> submit.submit(applicant.id(), id, "same", APPLICANT));

                assertThat(both).allMatch(Outcome::committed);
                assertThat(both.get(0).value().number())
                        .isEqualTo(both.get(1).value().number());
                assertThat(applications.get(id).submissions()).isEqualTo(1);
                assertThat(receipts.of(id)).hasSize(1);
                assertThat(letters(both.get(0).value())).isEqualTo(1);
            }
        }

        @Committed
        @Test
        @DisplayName("R3.1 submitted in the instant of signing → before it or refused, never after it")
        void signedAtOnce() throws Exception {
            Round round = committed(this::givenRound);
            Applicant applicant = committed(this::givenApplicant);
            String id = committed(() -> {
                openList(round);
                return givenComplete(round, applicant, "糖厂压榨优化", "T01");
            });

            List<Outcome<List<ApplicationState>>> both = atOnce(
                    () -> {
                        submit.submit(applicant.id(), id, null, APPLICANT);
                        return List.of();
                    },
                    () -> {
                        lists.signed(lists.lock(round.id(), CITY), "lead", clock.now());
                        return List.of(state(id));
                    });

            ApplicationState whenSigned = both.get(1).value().get(0);
            assertThat(both.get(0).committed()).isEqualTo(whenSigned == ApplicationState.SUBMITTED);
        }

        private void openList(Round round) {
            Unit city = units.get(CITY);
            lists.open(round.id(), city, quotas.of(city), quotas.quotaSource(city));
        }

        private void refusedBy(String rule, Runnable work) {
            assertThatThrownBy(work::run)
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.rule()).isEqualTo(rule));
        }

        private int letters(Receipt receipt) {
            return jdbc.sql("select count(*) from outbox where kind = 'receipt' and body like :number")
                    .param("number", "%" + receipt.number() + "%")
                    .query(Integer.class)
                    .single();
        }
    }
}
