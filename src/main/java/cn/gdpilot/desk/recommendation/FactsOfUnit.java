package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.identity.Units;
import org.springframework.stereotype.Component;

/** What the table recommendation-quota is asked with, as the model asks: {@code ${factsOfUnit.unitType(unit)}}. */
@Component
public class FactsOfUnit {

    private final Units units;

    FactsOfUnit(Units units) {
        this.units = units;
    }

    /** CITY, PLANNED_CITY, COMMS_ADMIN, CENTRAL or DEPARTMENT. */
    public String unitType(String unit) {
        return units.get(unit).type().name();
    }

    /** PRD, EAST, WEST, NORTH or NONE. */
    public String region(String unit) {
        return units.get(unit).region();
    }
}
