package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.duplicate.Likenesses.Likeness;
import cn.gdpilot.domain.objection.Neighbour;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.text.Refusal;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A project that another office brings back is held against what the Department decided of projects that are the same
 * (R2.5, R3.7). What the Department itself reviews again is compared in that review.
 */
@Component
class SameProjectBack implements Neighbour {

    private final DuplicateFinder finder;
    private final StandsAgain standsAgain;

    SameProjectBack(DuplicateFinder finder, StandsAgain standsAgain) {
        this.finder = finder;
        this.standsAgain = standsAgain;
    }

    @Override
    public Set<Reversal> reversals() {
        return Set.of(
                Reversal.HEARD_AGAIN,
                Reversal.RANKED_AGAIN,
                Reversal.RECOMMENDED_LATE,
                Reversal.FORWARDED_LATE,
                Reversal.SELECTED_LATE);
    }

    @Override
    public Plan check(Upheld upheld) {
        if (upheld.reversal() == Reversal.FORWARDED_LATE) {
            checkElsewhere(upheld.applicationId());
        }
        return standsAgain.check(upheld.applicationId(), upheld.by());
    }

    /** A project that failed the first review was compared with nothing: it must not be what another channel recommends or runs as a pilot. */
    private void checkElsewhere(String id) {
        finder.of(id).stream().filter(Likeness::sure).findFirst().ifPresent(other -> {
            throw Refusal.conflict("objection.stands-elsewhere", other.number());
        });
    }
}
