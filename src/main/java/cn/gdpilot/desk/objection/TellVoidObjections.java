package cn.gdpilot.desk.objection;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.voiding.RoundVoided;
import cn.gdpilot.domain.objection.VoidObjections;
import cn.gdpilot.domain.text.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a round is void, its open objections have ended, and whoever objected is told. */
@Component
class TellVoidObjections {

    private final VoidObjections objections;
    private final ObjectionLetters letters;
    private final Rounds rounds;

    TellVoidObjections(VoidObjections objections, ObjectionLetters letters, Rounds rounds) {
        this.objections = objections;
        this.letters = letters;
        this.rounds = rounds;
    }

    @EventListener
    @Transactional
    public void follow(RoundVoided voided) {
        String title = rounds.get(voided.roundId()).title();
        objections
                .end(voided.roundId(), Texts.of("void.grounds", voided.reason()))
                .forEach(one -> letters.ended(one, title, voided.reason()));
    }
}
