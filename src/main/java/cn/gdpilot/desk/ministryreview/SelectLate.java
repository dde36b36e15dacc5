package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.objection.OutcomeOwner;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.text.Texts;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where an objection is upheld after the announcement, the ministry's lead may add the project to the pilots. */
@Component
class SelectLate implements OutcomeOwner {

    private final MakePilot pilots;

    SelectLate(MakePilot pilots) {
        this.pilots = pilots;
    }

    @Override
    public Set<Reversal> reversals() {
        return Set.of(Reversal.SELECTED_LATE);
    }

    @Override
    public Plan check(Upheld upheld) {
        return pilots.selectLate(
                upheld.applicationId(), Texts.of("objection.upheld-because", upheld.grounds()), upheld.by());
    }
}
