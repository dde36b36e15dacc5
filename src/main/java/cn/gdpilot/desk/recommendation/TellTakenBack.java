package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.shortlist.ListTakenBack;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the destination of a list that was taken back. */
@Component
class TellTakenBack {

    private final RecommendationLetters letters;

    TellTakenBack(RecommendationLetters letters) {
        this.letters = letters;
    }

    @EventListener
    void tell(ListTakenBack back) {
        letters.takenBack(back);
    }
}
