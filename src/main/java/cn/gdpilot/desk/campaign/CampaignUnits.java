package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who recommends in a round, as the model asks: {@code ${campaignUnits.cities(campaignId)}}. */
@Component
public class CampaignUnits {

    private final Units units;
    private final UnitDeadlines deadlines;

    CampaignUnits(Units units, UnitDeadlines deadlines) {
        this.units = units;
        this.deadlines = deadlines;
    }

    /** The units that report to the Department (R3.1). */
    public List<String> cities(String campaignId) {
        return recommending(DeadlineKind.CITY);
    }

    /** The units that report straight to the ministry, the CA apart (R3.3, R3.4). */
    public List<String> direct(String campaignId) {
        return recommending(DeadlineKind.MINISTRY).stream()
                .filter(unit -> !unit.equals(Unit.COMMUNICATIONS))
                .toList();
    }

    private List<String> recommending(DeadlineKind deadline) {
        return units.takingApplications().stream()
                .map(Unit::id)
                .filter(unit -> deadlines.kind(unit) == deadline)
                .toList();
    }
}
