package cn.gdpilot.domain.project;

import static cn.gdpilot.domain.project.ApplicationState.ACCEPTED;
import static cn.gdpilot.domain.project.ApplicationState.DRAFT;
import static cn.gdpilot.domain.project.ApplicationState.MISSED_DEADLINE;
import static cn.gdpilot.domain.project.ApplicationState.RANKED;
import static cn.gdpilot.domain.project.ApplicationState.REFUSED;
import static cn.gdpilot.domain.project.ApplicationState.RETURNED;
import static cn.gdpilot.domain.project.ApplicationState.SUBMITTED;
import static cn.gdpilot.domain.project.ApplicationState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The rows of applications: one gate for every step, and what a deadline closes and a reopened window brings back. */
class ApplicationsTest {

    private static final String CITY = "city-440100";
    private static final String OTHER_CITY = "city-440400";
    private static final Grounds LATE = Grounds.byRule("R4.1", "逾期不予受理。");
    private static final Set<ApplicationState> UNDECIDED = EnumSet.of(SUBMITTED, RETURNED);

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        Timeline timeline;

        @Autowired
        PilotClock clock;

        @Test
        @DisplayName("begun → a draft with the next number of its year and the applicant's contact")
        void begun() {
            Round round = givenRound();
            Applicant applicant = givenApplicant();

            String first = applications.begin(
                    round.roundYear(), round.id(), applicant, units.get(CITY), "甲", new Actor("someone", null));
            String second = applications.begin(
                    round.roundYear(), round.id(), applicant, units.get(CITY), "乙", new Actor("someone", null));

            assertThat(first).matches("GD" + round.roundYear() + "-\\d{5}");
            assertThat(number(second)).isEqualTo(number(first) + 1);
            Application draft = applications.get(first);
            assertThat(draft.state()).isEqualTo(DRAFT);
            assertThat(draft.version()).isEqualTo(1);
            assertThat(draft.submissions()).isZero();
            assertThat(draft.channel()).isEqualTo(units.get(CITY).type());
            assertThat(draft.contact()).isEqualTo(applicant.contact());
            assertThat(draft.createdAt()).isCloseTo(clock.now(), within5s());
            assertThat(timeline.of(first)).extracting(TimelineEntry::toState).containsExactly("DRAFT");
        }

        @Test
        @DisplayName("step that may follow → new state, next version, a line with person and grounds")
        void advanced() {
            String id = givenApplication(givenRound(), CITY, SUBMITTED);

            Application before = applications.advance(id, REFUSED, OFFICER, Grounds.byRule("R2.7", "未建成"));

            assertThat(before.state()).isEqualTo(SUBMITTED);
            assertThat(applications.get(id).version()).isEqualTo(before.version() + 1);
            assertThat(state(id)).isEqualTo(REFUSED);
            TimelineEntry line = last(id);
            assertThat(List.of(line.fromState(), line.toState(), line.actor(), line.office()))
                    .containsExactly("SUBMITTED", "REFUSED", "officer", CITY);
            assertThat(List.of(line.rule(), line.grounds())).containsExactly("R2.7", "未建成");
        }

        @ParameterizedTest
        @CsvSource({"DRAFT, ACCEPTED", "WITHDRAWN, SUBMITTED", "REFUSED, ACCEPTED", "PILOT, WITHDRAWN"})
        @DisplayName("step that may not follow → refused, nothing written")
        void notAdvanced(ApplicationState from, ApplicationState to) {
            String id = givenApplication(givenRound(), CITY, from);
            int lines = timeline.of(id).size();

            assertThatThrownBy(() -> applications.advance(id, to, OFFICER, Grounds.NONE))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT));

            assertThat(state(id)).isEqualTo(from);
            assertThat(applications.get(id).version()).isEqualTo(1);
            assertThat(timeline.of(id)).hasSize(lines);
        }

        @Test
        @DisplayName("number that nobody has → not found, whichever way one asks")
        void unknown() {
            assertThat(applications.find("GD1999-1")).isEmpty();
            for (Runnable asked : List.<Runnable>of(
                    () -> applications.get("GD1999-1"),
                    () -> applications.lock("GD1999-1"),
                    () -> applications.advance("GD1999-1", SUBMITTED, OFFICER, Grounds.NONE))) {
                assertThatThrownBy(asked::run)
                        .isInstanceOfSatisfying(
                                Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
            }
        }

        @Committed
        @Test
        @DisplayName("accepted and refused in the same instant → exactly one counts, with one line")
        void decidedAtOnce() throws Exception {
            Round round = committed(this::givenRound);
            for (int i = 0; i < 5; i++) {
                String id = committed(() -> givenApplication(round, CITY, SUBMITTED));

                List<Outcome<Application>> both = atOnce(
                        () -> applications.advance(id, ACCEPTED, OFFICER, Grounds.NONE),
                        () -> applications.advance(id, REFUSED, OFFICER, Grounds.NONE));

                assertThat(both).filteredOn(Outcome::committed).hasSize(1);
                assertThat(both)
                        .filteredOn(one -> !one.committed())
                        .allSatisfy(one -> assertThat(one.failure()).isInstanceOf(Refusal.class));
                assertThat(applications.get(id).version()).isEqualTo(2);
                assertThat(timeline.of(id)).hasSize(2);
            }
        }

        @ParameterizedTest
        @EnumSource(ApplicationState.class)
        @DisplayName("form of the applicant → written while the state is editable, else refused")
        void written(ApplicationState state) {
            String id = givenApplication(givenRound(), CITY, state);

            if (state.editable()) {
                applications.write(id, summary("新的简介"), "工厂类", null);
                assertThat(applications.get(id).summary()).isEqualTo("新的简介");
                assertThat(applications.get(id).category()).isEqualTo("工厂类");
                assertThat(applications.get(id).version()).isEqualTo(2);
            } else {
                assertThatThrownBy(() -> applications.write(id, summary("新的简介"), null, null))
                        .isInstanceOf(Refusal.class);
                assertThat(applications.get(id).summary()).isNull();
            }
        }

        @ParameterizedTest(name = "{0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}")
        @CsvSource({
            "true, true,  true,  true,  false, false, false, false",
            "true, true,  false, false, true,  true,  false, false",
            "true, false, true,  false, true,  false, true,  false"
        })
        @DisplayName("form with every field filled in → each is read where it was written")
        void filledIn(
                boolean legalPerson,
                boolean accident,
                boolean letter,
                boolean built,
                boolean base,
                boolean accepted,
                boolean area,
                boolean effect) {
            String id = givenApplication(givenRound(), CITY, DRAFT);
            ApplicationForm form = new ApplicationForm(
                    "甲",
                    "T01",
                    "简介",
                    "CN",
                    legalPerson,
                    accident,
                    letter,
                    built,
                    "FAILED",
                    base,
                    accepted,
                    area,
                    effect,
                    "乙",
                    "020-2",
                    "b@example.org",
                    "已迁址",
                    Map.of("rdShare", "2.5"));

            applications.write(id, form, "工厂类", null);

            assertThat(ApplicationForm.of(applications.get(id))).isEqualTo(form);
        }

        @Test
        @DisplayName("begun and not filled in → answers are open, priority conditions are not met")
        void notFilledIn() {
            String id = givenApplication(givenRound(), CITY, DRAFT);

            assertThat(applications.get(id).facts())
                    .isEqualTo(new DeclaredFacts(
                            null, null, null, null, null, null, null, false, false, false, false, null, null));
            assertThat(applications.get(id).submittedAt()).isNull();
        }

        @Test
        @DisplayName("form of an older version → refused, unless it changes nothing")
        void writtenMeanwhile() {
            String id = givenApplication(givenRound(), CITY, DRAFT);
            applications.write(id, summary("甲"), "平台类", 1);

            assertThatThrownBy(() -> applications.write(id, summary("乙"), null, 1))
                    .isInstanceOf(Refusal.class);
            applications.write(id, summary("甲"), null, 1);
            assertThat(applications.get(id).version()).isEqualTo(2);
            applications.write(id, summary("乙"), null, 2);

            assertThat(applications.get(id).summary()).isEqualTo("乙");
            assertThat(applications.get(id).category()).as("untouched").isEqualTo("平台类");
        }

        @Test
        @DisplayName("R2.3 the record of dishonesty as the reviewer found it → kept")
        void dishonesty() {
            String id = givenApplication(givenRound(), CITY, SUBMITTED);

            applications.recordDishonesty(id, true);

            assertThat(applications.get(id).facts().seriousDishonesty()).isTrue();
        }

        @Test
        @DisplayName("arrived twice → two submissions, each version kept word for word")
        void arrived() {
            String id = givenApplication(givenRound(), CITY, SUBMITTED);
            Instant second = Instant.parse("2026-12-08T09:30:00Z");

            applications.arrived(id, second.minusSeconds(60), "first");
            applications.arrived(id, second, "second");

            assertThat(applications.get(id).submissions()).isEqualTo(2);
            assertThat(applications.get(id).submittedAt()).isEqualTo(second);
            assertThat(applications.submitted(id, 1)).contains("first");
            assertThat(applications.submitted(id, 2)).contains("second");
            assertThat(applications.submitted(id, 3)).isEmpty();
        }

        @Test
        @DisplayName("a unit's applications → of that round, unit and state only, in order of arrival")
        void ofUnit() {
            Round round = givenRound();
            String late = givenApplication(round, CITY, SUBMITTED);
            String early = givenApplication(round, CITY, RETURNED);
            applications.arrived(late, Instant.parse("2026-12-02T00:00:00Z"), "{}");
            applications.arrived(early, Instant.parse("2026-12-01T00:00:00Z"), "{}");
            String sameMoment = givenApplication(round, CITY, SUBMITTED);
            applications.arrived(sameMoment, Instant.parse("2026-12-02T00:00:00Z"), "{}");
            givenApplication(round, CITY, ACCEPTED);
            String elsewhere = givenApplication(round, OTHER_CITY, SUBMITTED);
            givenApplication(givenRound(), CITY, SUBMITTED);

            assertThat(ids(applications.ofUnit(round.id(), CITY, UNDECIDED))).containsExactly(early, late, sameMoment);
            assertThat(ids(applications.ofRound(round.id(), UNDECIDED)))
                    .containsExactly(late, early, sameMoment, elsewhere);
            assertThat(applications.unitsWith(round.id(), UNDECIDED)).containsExactlyInAnyOrder(CITY, OTHER_CITY);
            assertThat(applications.unitsWith(round.id(), Set.of(RETURNED))).containsExactly(CITY);
        }

        @Test
        @DisplayName("an applicant's applications → the newest first, nobody else's")
        void ofApplicant() {
            Round round = givenRound();
            List<String> own = givenApplications(2, round, CITY, DRAFT);
            String foreign = givenApplication(round, CITY, DRAFT);
            long applicant = applications.get(own.get(0)).applicantId();

            assertThat(ids(applications.ofApplicant(applicant))).containsExactly(own.get(1), own.get(0));
            assertThat(applications.all(List.of(own.get(1), foreign, "GD1999-1")))
                    .containsOnlyKeys(own.get(1), foreign);
        }

        @Test
        @DisplayName("R4.1 a deadline passes → closes these units and states, nothing else")
        void missDeadline() {
            Round round = givenRound();
            String submitted = givenApplication(round, CITY, SUBMITTED);
            String returned = givenApplication(round, OTHER_CITY, RETURNED);
            String accepted = givenApplication(round, CITY, ACCEPTED);
            String elsewhere = givenApplication(round, "city-440300", SUBMITTED);
            String otherRound = givenApplication(givenRound(), CITY, SUBMITTED);
            Instant now = clock.now();

            List<MissedApplication> closed =
                    applications.missDeadline(round.id(), List.of(CITY, OTHER_CITY), UNDECIDED, now, LATE);

            assertThat(closed)
                    .containsExactly(
                            new MissedApplication(submitted, CITY, SUBMITTED),
                            new MissedApplication(returned, OTHER_CITY, RETURNED));
            assertThat(state(submitted)).isEqualTo(MISSED_DEADLINE);
            assertThat(state(returned)).isEqualTo(MISSED_DEADLINE);
            assertThat(applications.get(submitted).version()).isEqualTo(2);
            assertThat(List.of(state(accepted), state(elsewhere), state(otherRound)))
                    .containsExactly(ACCEPTED, SUBMITTED, SUBMITTED);
            assertThat(applications.missed(List.of(returned, accepted, submitted)))
                    .containsExactly(submitted, returned);
            TimelineEntry line = last(returned);
            assertThat(List.of(line.fromState(), line.toState(), line.actor(), line.rule(), line.grounds()))
                    .containsExactly("RETURNED", "MISSED_DEADLINE", "system", "R4.1", "逾期不予受理。");
            assertThat(applications.missDeadline(round.id(), List.of(CITY), UNDECIDED, now, LATE))
                    .as("closed already")
                    .isEmpty();
        }

        @Test
        @DisplayName("R4.1 no unit misses its deadline → nothing is closed")
        void missedByNobody() {
            Round round = givenRound();
            String id = givenApplication(round, CITY, SUBMITTED);

            assertThat(applications.missDeadline(round.id(), List.of(), UNDECIDED, clock.now(), LATE))
                    .isEmpty();
            assertThat(state(id)).isEqualTo(SUBMITTED);
        }

        @Committed
        @Test
        @DisplayName("R4.1 deadline passes while one is worked on → left for the next look")
        void missedLater() {
            Round round = committed(this::givenRound);
            String free = committed(() -> givenApplication(round, CITY, SUBMITTED));
            String held = committed(() -> givenApplication(round, CITY, SUBMITTED));

            List<String> first = committed(() -> {
                applications.lock(held);
                return atOnce(() -> close(round)).get(0).value();
            });

            assertThat(first).containsExactly(free);
            assertThat(committed(() -> close(round))).containsExactly(held);
        }

        @ParameterizedTest
        @EnumSource(
                value = ApplicationState.class,
                names = {"SUBMITTED", "RETURNED", "ACCEPTED", "RANKED", "RECOMMENDED", "REVIEWED", "FORWARDED"})
        @DisplayName("R4.1 R4.3 window opened again → the application is back where it was")
        void reinstated(ApplicationState was) {
            Round round = givenRound();
            String id = givenApplication(round, CITY, was);
            applications.missDeadline(round.id(), List.of(CITY), Set.of(was), clock.now(), LATE);

            assertThat(applications.reinstate(id, Grounds.because("系统故障"))).isEqualTo(was);

            assertThat(state(id)).isEqualTo(was);
            assertThat(last(id).actor()).isEqualTo("system");
            assertThat(last(id).grounds()).isEqualTo("系统故障");
        }

        @ParameterizedTest
        @EnumSource(
                value = ApplicationState.class,
                names = {"SUBMITTED", "WITHDRAWN", "REFUSED"})
        @DisplayName("never closed by a deadline → not reinstated")
        void neverMissed(ApplicationState was) {
            String id = givenApplication(givenRound(), CITY, was);

            assertThatThrownBy(() -> applications.reinstate(id, Grounds.NONE)).isInstanceOf(Refusal.class);
            assertThat(state(id)).isEqualTo(was);
        }

        @Test
        @DisplayName("R4.1 missed twice → back where it was the last time")
        void missedTwice() {
            Round round = givenRound();
            String id = givenApplication(round, CITY, SUBMITTED);
            applications.missDeadline(round.id(), List.of(CITY), UNDECIDED, clock.now(), LATE);
            applications.reinstate(id, Grounds.NONE);
            applications.advance(id, ACCEPTED, OFFICER, Grounds.NONE);
            applications.advance(id, RANKED, OFFICER, Grounds.NONE);
            applications.missDeadline(round.id(), List.of(CITY), Set.of(RANKED), clock.now(), LATE);

            assertThat(applications.reinstate(id, Grounds.NONE)).isEqualTo(RANKED);
        }

        @Committed
        @Test
        @DisplayName("R3.9 withdrawn in the instant of acceptance → withdrawn in the end")
        void withdrawnAtOnce() throws Exception {
            Round round = committed(this::givenRound);
            for (int i = 0; i < 5; i++) {
                String id = committed(() -> givenApplication(round, CITY, SUBMITTED));

                List<Outcome<Application>> both = atOnce(
                        () -> applications.advance(id, ACCEPTED, OFFICER, Grounds.NONE),
                        () -> applications.advance(id, WITHDRAWN, OFFICER, Grounds.NONE));

                assertThat(both.get(1).committed()).isTrue();
                assertThat(state(id)).isEqualTo(WITHDRAWN);
                assertThat(applications.get(id).version()).isEqualTo(both.get(0).committed() ? 3 : 2);
            }
        }

        @Committed
        @Test
        @DisplayName("one form sent from two pages at once → one is written, the other told")
        void writtenAtOnce() throws Exception {
            Round round = committed(this::givenRound);
            for (int i = 0; i < 5; i++) {
                String id = committed(() -> givenApplication(round, CITY, DRAFT));

                List<Outcome<Boolean>> both = atOnce(() -> write(id, "甲"), () -> write(id, "乙"));

                assertThat(both).filteredOn(Outcome::committed).hasSize(1);
                assertThat(applications.get(id).version()).isEqualTo(2);
            }
        }

        private boolean write(String id, String words) {
            applications.write(id, summary(words), null, 1);
            return true;
        }

        private List<String> close(Round round) {
            return applications.missDeadline(round.id(), List.of(CITY), UNDECIDED, clock.now(), LATE).stream()
                    .map(MissedApplication::id)
                    .toList();
        }

        private TimelineEntry last(String id) {
            List<TimelineEntry> lines = timeline.of(id);
            return lines.get(lines.size() - 1);
        }

        private static List<String> ids(List<Application> all) {
            return all.stream().map(Application::id).toList();
        }

        private static int number(String id) {
            return Integer.parseInt(id.substring(id.indexOf('-') + 1));
        }

        private static TemporalUnitOffset within5s() {
            return within(5, ChronoUnit.SECONDS);
        }

        private static ApplicationForm summary(String words) {
            return new ApplicationForm(
                    null, null, words, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null);
        }
    }
}
