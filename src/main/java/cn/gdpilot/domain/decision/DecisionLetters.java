package cn.gdpilot.domain.decision;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who sign for an office that a decision waits for one of them. */
@Component
class DecisionLetters {

    private final Outbox outbox;
    private final Units units;
    private final Rounds rounds;
    private final PilotClock clock;
    private final String publicAddress;

    DecisionLetters(
            Outbox outbox,
            Units units,
            Rounds rounds,
            PilotClock clock,
            @Value("${pilot.public-address}") String publicAddress) {
        this.outbox = outbox;
        this.units = units;
        this.rounds = rounds;
        this.clock = clock;
        this.publicAddress = publicAddress;
    }

    @EventListener
    void tell(DecisionAsked asked) {
        outbox.post(Letter.of(
                // The same thing may be asked for again, once it is declined.
                "decision-asked" + asked.page() + "/" + clock.now().toEpochMilli(),
                asked.roundId(),
                LetterKind.DECISION_ASKED,
                Group.of(asked.office()).lead().id(),
                Map.of(
                        "unit", units.get(asked.office()).name(),
                        "title",
                                asked.roundId() == null
                                        ? ""
                                        : rounds.get(asked.roundId()).title(),
                        "what", asked.what(),
                        "grounds", asked.grounds(),
                        "person", asked.askedBy(),
                        "until", asked.until(),
                        "page", publicAddress + asked.page())));
    }
}
