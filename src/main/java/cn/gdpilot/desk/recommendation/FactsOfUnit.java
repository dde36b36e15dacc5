package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.springframework.stereotype.Component;

/** What the table recommendation-quota is asked with, as the model asks: {@code ${factsOfUnit.unitType(unit)}}. */
@Component
public class FactsOfUnit {

    private final Units units;

    FactsOfUnit(Units units) {
        this.units = units;
    }

    /** CITY, PLANNED_CITY, COMMS_ADMIN, CENTRAL or DEPARTMENT. */
    @ForModels(
            name = "单位类型",
            help = "规则表的输入：单位类型。",
            given = Given.UNIT,
            gives = "CITY、PLANNED_CITY、COMMS_ADMIN、CENTRAL 或 DEPARTMENT。",
            in = "recommendation")
    public String unitType(String unit) {
        return units.get(unit).type().name();
    }

    /** PRD, EAST, WEST, NORTH or NONE. */
    @ForModels(
            name = "单位所在区域",
            help = "规则表的输入：单位所在区域。",
            given = Given.UNIT,
            gives = "PRD、EAST、WEST、NORTH 或 NONE。",
            in = "recommendation")
    public String region(String unit) {
        return units.get(unit).region();
    }
}
