package cn.gdpilot.desk.application.api;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.text.Refusal;
import java.util.Map;

/**
 * A new draft: the unit that it is handed in to, and whatever of the form is known already.
 *
 * @param unit    id of the recommending unit; may be left out with channel COMMS_ADMIN, which has one unit
 * @param channel kind of the unit; may be left out, the unit says it
 */
record NewApplication(
        String unit,
        String channel,
        String projectName,
        String direction,
        String summary,
        String registeredIn,
        Boolean legalPerson,
        Boolean majorAccident,
        Boolean commitmentLetter,
        Boolean built,
        String innovationProject,
        Boolean demonstrationBase,
        Boolean innovationAccepted,
        Boolean revolutionaryArea,
        Boolean markedEffect,
        String contactName,
        String contactPhone,
        String contactEmail,
        String regionExplanation,
        Map<String, String> extra) {

    /** The unit that takes the application. */
    String recipient() {
        if (unit != null && !unit.isBlank()) {
            return unit.strip();
        }
        if (UnitType.COMMS_ADMIN.name().equals(channel)) {
            return Unit.COMMUNICATIONS;
        }
        throw Refusal.byRule("R3.1", "unit.missing");
    }

    ApplicationForm facts() {
        return new ApplicationForm(
                projectName,
                direction,
                summary,
                registeredIn,
                legalPerson,
                majorAccident,
                commitmentLetter,
                built,
                innovationProject,
                demonstrationBase,
                innovationAccepted,
                revolutionaryArea,
                markedEffect,
                contactName,
                contactPhone,
                contactEmail,
                regionExplanation,
                extra);
    }
}
