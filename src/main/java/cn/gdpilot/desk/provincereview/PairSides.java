package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.pilot.Pilot;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Texts;
import org.springframework.stereotype.Component;

/** Both sides of a pair, looked up alike for the form and the page. */
@Component
class PairSides {

    private final Applications applications;
    private final Applicants applicants;
    private final PilotRegister register;
    private final Units units;
    private final Rounds rounds;

    PairSides(Applications applications, Applicants applicants, PilotRegister register, Units units, Rounds rounds) {
        this.applications = applications;
        this.applicants = applicants;
        this.register = register;
        this.units = units;
        this.rounds = rounds;
    }

    PairSide first(DuplicatePair pair) {
        return application(pair.firstId());
    }

    PairSide second(DuplicatePair pair) {
        return pair.withPilot() ? pilot(register.get(pair.pilotId())) : application(pair.secondId());
    }

    /** The pilot's term in words; null of a pair without one. */
    String term(DuplicatePair pair) {
        if (!pair.withPilot()) {
            return null;
        }
        Pilot pilot = register.get(pair.pilotId());
        return Texts.of("duplicate.term-text", pilot.startsOn(), pilot.endsOn());
    }

    private PairSide application(String id) {
        Application project = applications.get(id);
        Applicant applicant = applicants.get(project.applicantId());
        return new PairSide(
                id,
                project.projectName(),
                applicant.name(),
                applicant.creditCode(),
                project.direction(),
                units.get(project.unitId()).name(),
                project,
                null);
    }

    private PairSide pilot(Pilot pilot) {
        Application led = pilot.applicationId() == null
                ? null
                : applications.find(pilot.applicationId()).orElse(null);
        return new PairSide(
                Texts.of("duplicate.pilot-number", pilot.id()),
                pilot.projectName(),
                pilot.applicantName(),
                pilot.creditCode(),
                led == null ? null : led.direction(),
                led == null
                        ? Texts.of("duplicate.pilot-list", pilot.source())
                        : rounds.get(led.roundId()).title(),
                null,
                pilot);
    }
}
