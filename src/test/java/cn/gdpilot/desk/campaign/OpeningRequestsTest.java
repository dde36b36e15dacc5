package cn.gdpilot.desk.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.RoundOpening;
import cn.gdpilot.domain.calendar.RoundOpenings;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;

class OpeningRequestsTest extends DataTest {

    private static final Actor FIRST = new Actor("first", "dept-44");
    private static final Actor SECOND = new Actor("second", "dept-44");

    private final String instance = UUID.randomUUID().toString();

    @Autowired
    private RoundOpenings openings;

    @Autowired
    private RecordBook book;

    @Autowired
    private PilotClock clock;

    private final Outbox outbox = mock();

    private OpeningRequests requests;

    @BeforeEach
    void secondPersonAsked() {
        requests = requests(true);
    }

    private OpeningRequests requests(boolean secondPerson) {
        return new OpeningRequests(openings, rounds, book, outbox, clock, secondPerson);
    }

    private void asked(OpeningRequests desk) {
        asked(desk, nextYear());
    }

    private void asked(OpeningRequests desk, int year) {
        desk.ask(instance, "试点示范推荐", "", year + "-12-08T17:30", year + "-12-20T24:00", List.of(), FIRST);
    }

    private int nextYear() {
        return clock.now().atZone(PilotClock.GUANGDONG).getYear() + 1;
    }

    @Test
    @DisplayName("R4.1 asked by one person, not confirmed → no round may open")
    void waits() {
        asked(requests);

        assertThatThrownBy(() -> requests.take(instance)).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("R4.1 a second person confirms → what was asked may open")
    void confirmed() {
        asked(requests);
        requests.decide(instance, true, null, SECOND);

        assertThat(requests.take(instance))
                .extracting(RoundOpening::askedBy, RoundOpening::decidedBy)
                .containsExactly("first", "second");
    }

    @Test
    @DisplayName("R4.1 another opening of the year waits for its second person → refused at once; declined → asked")
    void another() {
        asked(requests);
        String other = UUID.randomUUID().toString();

        assertThatThrownBy(() -> ask(other, nextYear()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("first");
        requests.decide(instance, false, "文号有误", SECOND);
        assertThatCode(() -> ask(other, nextYear())).doesNotThrowAnyException();
    }

    private void ask(String other, int year) {
        requests.ask(other, "试点示范推荐", "", year + "-12-08T17:30", year + "-12-20T24:00", List.of(instance), SECOND);
    }

    @Test
    @DisplayName("the first person confirms → refused")
    void samePerson() {
        asked(requests);

        assertThatThrownBy(() -> requests.decide(instance, true, null, FIRST)).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("a second person declines → no round may open")
    void declined() {
        asked(requests);
        requests.decide(instance, false, "文号有误", SECOND);

        assertThatThrownBy(() -> requests.take(instance)).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("a second person declines without grounds → refused; with grounds → whoever asked can read them")
    void declinedWithGrounds() {
        asked(requests);

        assertThatThrownBy(() -> requests.decide(instance, false, null, SECOND)).isInstanceOf(Refusal.class);
        assertThat(openings.declined()).extracting(RoundOpening::instance).doesNotContain(instance);

        requests.decide(instance, false, "文号有误", SECOND);

        assertThat(openings.declined())
                .filteredOn(one -> one.instance().equals(instance))
                .extracting(RoundOpening::askedBy, RoundOpening::decidedBy, RoundOpening::decidedGrounds)
                .containsExactly(tuple("first", "second", "文号有误"));
    }

    @Test
    @DisplayName("a second person declines → the office that asked gets a letter with the grounds")
    void declinedIsTold() {
        asked(requests);

        requests.decide(instance, false, "文号有误", SECOND);

        ArgumentCaptor<Letter> letter = ArgumentCaptor.captor();
        verify(outbox).post(letter.capture());
        assertThat(letter.getValue().kind()).isEqualTo(LetterKind.OPENING_DECLINED.text());
        assertThat(letter.getValue().recipient()).isEqualTo(Unit.DEPARTMENT);
        assertThat(letter.getValue().words()).containsEntry("person", "first").containsEntry("grounds", "文号有误");
    }

    @Test
    @DisplayName("a second person confirms → no letter says no")
    void confirmedIsNotTold() {
        asked(requests);

        requests.decide(instance, true, null, SECOND);

        verifyNoInteractions(outbox);
    }

    @Test
    @DisplayName("a second person is not asked for → one person opens")
    void onePerson() {
        asked(requests(false));

        assertThat(requests.take(instance).year()).isEqualTo(nextYear());
    }

    @Test
    @DisplayName("R4.1 dates that lie more than two years ahead → refused, and nothing is asked")
    void yearsAhead() {
        assertThatThrownBy(() -> asked(requests, 9999)).hasMessageContaining("请核对两个截止日期的年份");
        assertThat(openings.lock(instance)).isEmpty();
    }

    @Test
    @DisplayName("what was asked has been opened → it opens no second round")
    void once() {
        asked(requests(false));
        Round other = givenRound();
        requests.opened(instance, other);

        assertThatThrownBy(() -> requests.take(instance)).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("nobody asked → no round may open")
    void nobodyAsked() {
        assertThatThrownBy(() -> requests.take("unknown")).isInstanceOf(Refusal.class);
    }
}
