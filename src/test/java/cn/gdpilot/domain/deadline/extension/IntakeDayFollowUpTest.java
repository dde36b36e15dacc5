package cn.gdpilot.domain.deadline.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.IntakeDaySet;
import cn.gdpilot.domain.deadline.IntakeDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;

class IntakeDayFollowUpTest extends DataTest {

    private static final String CITY = "city-440900";

    @Autowired
    private Units offices;

    @Autowired
    private UnitDeadlines deadlines;

    private final IntakeDays intakes = mock();
    private final RunningDates running = mock();
    private final Outbox outbox = mock();
    private Round round;
    private IntakeDayFollowUp followUp;

    @BeforeEach
    void ownDay() {
        round = givenRound();
        followUp = new IntakeDayFollowUp(offices, deadlines, intakes, applications, running, outbox);
        when(intakes.orEarlier(any(), any(), any()))
                .thenReturn(new Deadline(round.cityDeadline().minus(Duration.ofDays(4))));
    }

    @Test
    @DisplayName("R4.6 own day set → holders of drafts are told both days; what was returned keeps its own day")
    void told() {
        Application draft = applications.get(givenApplication(round, CITY, ApplicationState.DRAFT));
        givenApplication(round, CITY, ApplicationState.SUBMITTED);
        givenApplication(round, CITY, ApplicationState.RETURNED);
        givenApplication(round, "city-440800", ApplicationState.DRAFT);

        followUp.on(new IntakeDaySet(round, CITY, 7));

        ArgumentCaptor<Letter> letter = ArgumentCaptor.captor();
        verify(outbox).post(letter.capture());
        assertThat(letter.getValue().recipient()).isEqualTo(draft.contact().email());
        assertThat(letter.getValue().words())
                .containsEntry("until", new Deadline(round.cityDeadline().minus(Duration.ofDays(4))).text())
                .containsEntry("notice", round.city().text())
                .containsEntry("rule", "粤工信工业互联网函〔2023〕37号第四条第（一）项");
    }

    @Test
    @DisplayName("R4.6 own day set → the last call before it takes its moment")
    void lastCall() {
        followUp.on(new IntakeDaySet(round, CITY, 7));

        verify(running).move(round.id());
    }
}
