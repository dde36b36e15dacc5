package cn.gdpilot.platform.startup;

import cn.gdpilot.domain.project.direction.AuthorityTable;
import cn.gdpilot.domain.project.direction.DirectionList;
import cn.gdpilot.domain.project.direction.DirectionTotals;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.deployment.ModelDeployment;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Refuses a start whose list of directions and table of who is in charge do not belong together (R1.1 to R1.3). */
@Component
class DirectionsAddUp {

    private static final Logger LOG = LoggerFactory.getLogger(DirectionsAddUp.class);
    private static final String TABLE = "direction-authority.dmn";

    private final DirectionList list;
    private final AuthorityTable authorities;
    private final DirectionTotals totals;
    private final ModelDeployment models;

    DirectionsAddUp(DirectionList list, AuthorityTable authorities, DirectionTotals totals, ModelDeployment models) {
        this.list = list;
        this.authorities = authorities;
        this.totals = totals;
        this.models = models;
    }

    /** @throws UnsafeStart with what does not add up, a line each; not while the table waits for its release, which needs a start */
    void check() {
        List<String> faults = new ArrayList<>(totals.faults(authorities.of(list.codes())));
        if (faults.isEmpty()) {
            return;
        }
        if (models.isWaiting(TABLE)) {
            faults.forEach(fault -> LOG.error("{} waits for its release, and until then: {}", TABLE, fault));
            return;
        }
        faults.add(Texts.of("direction.total.not-imported"));
        throw new UnsafeStart(faults);
    }
}
