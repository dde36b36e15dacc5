package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
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
    @ForModels(
            name = "报送省厅的单位",
            help = "本批次报送省厅的各单位，用作循环的集合。",
            given = Given.CAMPAIGN,
            gives = "单位编号的列表。",
            in = "campaign")
    public List<String> cities(String campaignId) {
        return recommending(DeadlineKind.CITY);
    }

    /** The units that report straight to the ministry, the CA apart (R3.3, R3.4). */
    @ForModels(
            name = "直报部级的单位",
            help = "本批次直接报送部级的各单位（通信管理局除外），用作循环的集合。",
            given = Given.CAMPAIGN,
            gives = "单位编号的列表。",
            in = "campaign")
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
