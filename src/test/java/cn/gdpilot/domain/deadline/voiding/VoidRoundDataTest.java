package cn.gdpilot.domain.deadline.voiding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.decision.DecisionAsked;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class VoidRoundDataTest extends DataTest {

    private static final Person HANDLER = new Person("handler", Set.of("dept-44"));
    private static final Person LEAD = new Person("lead", Set.of("dept-44-lead"));

    @Autowired
    private VoidRequests requests;

    @Autowired
    private VoidFollowUp followUp;

    @Autowired
    private RecordBook book;

    @Autowired
    private PilotClock clock;

    @Autowired
    private Timeline timeline;

    private final RoundInstances instances = mock(RoundInstances.class);
    private final ApplicationEventPublisher events = mock();
    private Round round;
    private VoidRound voiding;

    @BeforeEach
    void opened() {
        round = givenRound();
        voiding = voiding(false);
    }

    private VoidRound voiding(boolean alone) {
        return new VoidRound(rounds, requests, followUp, instances, book, clock, events, alone);
    }

    private long asked() {
        voiding.ask(round.id(), "通知已撤销", HANDLER);
        return requests.of(round.id()).get(0).id();
    }

    @Test
    @DisplayName("handler asks, lead decides → the round is void, live applications end with actor and grounds")
    void voided() {
        String live = givenApplication(round, "city-440100", ApplicationState.RANKED);
        String ended = givenApplication(round, "city-440100", ApplicationState.REFUSED);

        voiding.decide(round.id(), asked(), true, LEAD);

        assertThat(rounds.get(round.id()).voidAt()).isNotNull();
        assertThat(state(live)).isEqualTo(ApplicationState.VOID);
        assertThat(state(ended)).isEqualTo(ApplicationState.REFUSED);
        assertThat(timeline.last(live).actor()).isEqualTo("lead");
        assertThat(timeline.last(live).grounds()).contains("通知已撤销");
        verify(instances).end(round.id());
    }

    @Test
    @DisplayName("handler asks → the Department's lead is told what, why and until when")
    void secondTold() {
        asked();

        verify(events)
                .publishEvent(new DecisionAsked(
                        "dept-44", round.id(), "作废本批次申报工作", "通知已撤销", "handler", "结果公布", "/desk/rounds/" + round.id()));
    }

    @Test
    @DisplayName("only asked → nothing ends")
    void onlyAsked() {
        asked();

        assertThat(rounds.get(round.id()).open()).isTrue();
        verifyNoInteractions(instances);
    }

    @Test
    @DisplayName("the person who asked decides → refused, whatever groups")
    void samePerson() {
        Person both = new Person("handler", Set.of("dept-44", "dept-44-lead"));
        long id = asked();

        assertThatThrownBy(() -> voiding.decide(round.id(), id, true, both)).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("a second handler decides → refused: the lead does")
    void notTheLead() {
        Person colleague = new Person("colleague", Set.of("dept-44"));
        long id = asked();

        assertThatThrownBy(() -> voiding.decide(round.id(), id, true, colleague))
                .isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("the lead declines → the round goes on and may be asked for again")
    void declined() {
        voiding.decide(round.id(), asked(), false, LEAD);

        assertThat(rounds.get(round.id()).open()).isTrue();
        assertThat(asked()).isPositive();
    }

    @Test
    @DisplayName("one person in a rehearsal → void at once")
    void alone() {
        assertThat(voiding(true).ask(round.id(), "演练", HANDLER)).isTrue();

        assertThat(rounds.get(round.id()).open()).isFalse();
        verifyNoInteractions(events);
    }

    @Test
    @DisplayName("R3.8 an announced round → cannot become void")
    void announced() {
        rounds.announced(round.id(), Instant.parse("2026-12-30T01:00:00Z"));

        assertThatThrownBy(this::asked).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("another office's person → refused")
    void otherOffice() {
        Person other = new Person("city", Set.of("city-440100"));

        assertThatThrownBy(() -> voiding.ask(round.id(), "理由", other)).isInstanceOf(Refusal.class);
    }

    @Test
    @Committed
    @DisplayName("two leads decide in one instant → the round is void once, the other is told")
    void race() throws Exception {
        Round open = committed(this::givenRound);
        committed(() -> voiding.ask(open.id(), "通知已撤销", HANDLER));
        long id = requests.of(open.id()).get(0).id();

        List<Outcome<Boolean>> outcomes = atOnce(() -> granted(open, id, "lead-1"), () -> granted(open, id, "lead-2"));

        assertThat(outcomes).filteredOn(Outcome::committed).hasSize(1);
        verify(instances).end(open.id());
    }

    @Test
    @Committed
    @DisplayName("an application takes a step in the instant of the decision → it has ended afterwards")
    void stepMeanwhile() throws Exception {
        Round open = committed(this::givenRound);
        String id = committed(() -> givenApplication(open, "city-440100", ApplicationState.SUBMITTED));
        committed(() -> voiding.ask(open.id(), "通知已撤销", HANDLER));
        long request = requests.of(open.id()).get(0).id();

        atOnce(() -> granted(open, request, "lead"), () -> {
            applications.advance(id, ApplicationState.ACCEPTED, OFFICER, Grounds.NONE);
            return true;
        });

        assertThat(state(id)).isEqualTo(ApplicationState.VOID);
    }

    private boolean granted(Round open, long request, String lead) {
        voiding.decide(open.id(), request, true, new Person(lead, Set.of("dept-44-lead")));
        return true;
    }

    @Test
    @DisplayName("applicants of a void round are told in batches → each once, in order of numbers")
    void toldInBatches() {
        String first = givenApplication(round, "city-440100", ApplicationState.ACCEPTED);
        String second = givenApplication(round, "city-440100", ApplicationState.ACCEPTED);
        voiding.decide(round.id(), asked(), true, LEAD);

        assertThat(followUp.tellNext(round.id(), "", 1)).contains(first);
        assertThat(followUp.tellNext(round.id(), first, 1)).contains(second);
        assertThat(followUp.tellNext(round.id(), second, 1)).isEmpty();
    }
}
