package cn.gdpilot.domain.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.objection.Objection.Effect;
import cn.gdpilot.domain.project.ApplicationFixture;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.Decider;
import cn.gdpilot.domain.project.Ending;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An upheld objection: the way follows from the state, all check before anything changes, and all change before any tells. */
class UpholdObjectionTest {

    private static final long ID = 7;
    private static final Actor OFFICER = new Actor("officer", "city-440400");

    private final List<String> done = new ArrayList<>();
    private final Objections objections = mock();
    private final Applications applications = mock();
    private final Publicities publicities = mock();

    @BeforeEach
    void publicList() {
        Publicity made = mock();
        when(made.unitId()).thenReturn("city-440400");
        when(publicities.ofRound(any())).thenReturn(List.of(made));
        doAnswer(call -> done.add("list " + call.getArgument(2)))
                .when(publicities)
                .change(anyLong(), any(), any());
    }

    @Test
    @DisplayName("an upheld objection → all check, then all change, then all tell; the owner first")
    void order() {
        given("city-440400", Effect.PUT_BACK, ApplicationState.REFUSED, ApplicationState.REFUSED);

        uphold(new Owner(EnumSet.allOf(Reversal.class)), new Follower(Set.of(Reversal.HEARD_AGAIN)))
                .carryOut(ID, OFFICER);

        assertThat(done)
                .containsExactly(
                        "owner checks HEARD_AGAIN",
                        "neighbour checks HEARD_AGAIN",
                        "list PUT_BACK",
                        "owner applies",
                        "neighbour applies",
                        "owner tells",
                        "neighbour tells");
        verify(objections).carriedOut(ID, Reversal.HEARD_AGAIN);
    }

    @Test
    @DisplayName("a neighbour forbids it → refused, and nothing is changed or told")
    void forbidden() {
        given("city-440400", Effect.PUT_BACK, ApplicationState.REFUSED, ApplicationState.REFUSED);
        Neighbour forbids = new Follower(Set.of(Reversal.HEARD_AGAIN)) {
            @Override
            public Plan check(Upheld upheld) {
                throw Refusal.byRule("R3.7", "objection.other-forwarded", "GD2026-2");
            }
        };

        UpholdObjection uphold = uphold(new Owner(EnumSet.allOf(Reversal.class)), forbids);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> uphold.carryOut(ID, OFFICER))
                .withMessageContaining("GD2026-2");
        assertThat(done).containsExactly("owner checks HEARD_AGAIN");
        verify(objections, never()).carriedOut(anyLong(), any());
    }

    @Test
    @DisplayName("the lead adds what was left out → by the outcome that was objected to; the public list stays")
    void added() {
        given("city-440400", Effect.PUT_BACK, ApplicationState.NOT_RECOMMENDED, ApplicationState.NOT_RECOMMENDED);

        uphold(new Owner(EnumSet.allOf(Reversal.class)), new Follower(Set.of())).add(ID, OFFICER);

        assertThat(done).containsExactly("owner checks RECOMMENDED_LATE", "owner applies", "owner tells");
    }

    @ParameterizedTest(name = "{0}, {1}, now {2} → {3}")
    @CsvSource({
        "city-440400, PUT_BACK, REFUSED, HEARD_AGAIN",
        "city-440400, PUT_BACK, NOT_RECOMMENDED, RANKED_AGAIN",
        "dept-44, PUT_BACK, DUPLICATE, NO_DUPLICATE",
        "dept-44, PUT_BACK, NOT_FORWARDED, REVIEWED_AGAIN",
        "dept-44, PUT_BACK, REVIEWED, ON_THE_LIST",
        "dept-44, TAKE_OFF, REVIEWED, OFF_THE_LIST",
        "dept-44, TAKE_OFF, WITHDRAWN, OFF_THE_LIST",
        "ministry, PUT_BACK, FORWARDED, ON_THE_SELECTION",
        "ministry, TAKE_OFF, RECOMMENDED, OFF_THE_SELECTION",
    })
    @DisplayName("office, effect and state → one way to carry it out")
    void ways(String office, Effect effect, ApplicationState now, Reversal expected) {
        assertThat(Reversal.byAnswer(Decider.of(office), effect, now)).contains(expected);
    }

    @ParameterizedTest(name = "{0}, now {1}")
    @CsvSource({
        "city-440400, ACCEPTED",
        "city-440400, DUPLICATE",
        "dept-44, REFUSED",
        "dept-44, FORWARDED",
        "dept-44, WITHDRAWN"
    })
    @DisplayName("a state that leaves nothing to carry out → refused in words that say the state")
    void tooLate(String office, ApplicationState now) {
        given(office, Effect.PUT_BACK, ApplicationState.REFUSED, now);
        UpholdObjection uphold = uphold(new Owner(EnumSet.allOf(Reversal.class)), new Follower(Set.of()));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> uphold.carryOut(ID, OFFICER))
                .withMessageContaining("不能再按此调整");
        assertThat(done).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    @DisplayName("an end that may be objected to → its office can change it; any other state → nobody can")
    void everyOutcome(ApplicationState outcome) {
        Optional<Decider> office = Ending.answering(outcome);

        boolean reversible = Arrays.stream(Decider.values())
                .anyMatch(one -> Reversal.byLead(one, outcome).isPresent()
                        || outcome.over()
                                && one != Decider.MINISTRY
                                && Reversal.byAnswer(one, Effect.PUT_BACK, outcome)
                                        .isPresent());

        assertThat(reversible).isEqualTo(office.isPresent());
        office.ifPresent(one -> assertThat(
                        Reversal.byLead(one, outcome).or(() -> Reversal.byAnswer(one, Effect.PUT_BACK, outcome)))
                .isPresent());
    }

    @ParameterizedTest
    @EnumSource(Reversal.class)
    @DisplayName("a reversal → a step that the state machine has")
    void steps(Reversal reversal) {
        if (reversal.from() != reversal.to()) {
            assertThat(reversal.from().mayBecome(reversal.to())).isTrue();
        }
    }

    @Test
    @DisplayName("a reversal without an owner, or with two → the application does not start")
    void oneOwner() {
        Owner all = new Owner(EnumSet.allOf(Reversal.class));
        Owner one = new Owner(EnumSet.of(Reversal.HEARD_AGAIN));

        assertThatIllegalStateException()
                .isThrownBy(() -> new ReversalDesks(List.of(one), List.of()))
                .withMessageContaining("0 owners");
        assertThatIllegalStateException()
                .isThrownBy(() -> new ReversalDesks(List.of(all, one), List.of()))
                .withMessageContaining("HEARD_AGAIN has 2 owners");
    }

    private UpholdObjection uphold(OutcomeOwner owner, Neighbour neighbour) {
        return new UpholdObjection(
                objections, applications, publicities, new ReversalDesks(List.of(owner), List.of(neighbour)));
    }

    private void given(String office, Effect effect, ApplicationState about, ApplicationState now) {
        Objection objection = new Objection(
                ID,
                "2026",
                office,
                null,
                "GD2026-1",
                about,
                1L,
                "甲",
                "020-1",
                "applicant-1",
                "不服",
                Instant.EPOCH,
                Instant.EPOCH,
                Objection.State.UPHELD,
                effect,
                "属实",
                "officer",
                Instant.EPOCH,
                null,
                "应当补列",
                null,
                null,
                null);
        when(objections.get(ID)).thenReturn(objection);
        when(applications.get("GD2026-1"))
                .thenReturn(ApplicationFixture.given()
                        .unitId("city-440400")
                        .state(now)
                        .build());
    }

    private class Owner implements OutcomeOwner {

        private final Set<Reversal> reversals;

        Owner(Set<Reversal> reversals) {
            this.reversals = reversals;
        }

        @Override
        public Set<Reversal> reversals() {
            return reversals;
        }

        @Override
        public Plan check(Upheld upheld) {
            done.add("owner checks " + upheld.reversal());
            return new Plan(() -> done.add("owner applies"), () -> done.add("owner tells"));
        }
    }

    private class Follower implements Neighbour {

        private final Set<Reversal> reversals;

        Follower(Set<Reversal> reversals) {
            this.reversals = reversals;
        }

        @Override
        public Set<Reversal> reversals() {
            return reversals;
        }

        @Override
        public Plan check(Upheld upheld) {
            done.add("neighbour checks " + upheld.reversal());
            return new Plan(() -> done.add("neighbour applies"), () -> done.add("neighbour tells"));
        }
    }
}
