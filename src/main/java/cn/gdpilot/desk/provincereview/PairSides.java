package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.pilot.Pilot;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.OtherProject;
import cn.gdpilot.domain.text.Texts;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Both sides of a pair, looked up alike for the form and the page. */
@Component
class PairSides implements OtherProject {

    private final DuplicatePairs pairs;
    private final Applications applications;
    private final Applicants applicants;
    private final PilotRegister register;
    private final Units units;
    private final Rounds rounds;

    PairSides(
            DuplicatePairs pairs,
            Applications applications,
            Applicants applicants,
            PilotRegister register,
            Units units,
            Rounds rounds) {
        this.pairs = pairs;
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

    @Override
    public Optional<String> told(String duplicateId) {
        Application own = applications.get(duplicateId);
        return pairs.onceSame(own.roundId()).stream()
                .filter(pair -> dropped(pair).equals(duplicateId))
                .max(Comparator.comparing(DuplicatePair::resolvedAt))
                .flatMap(pair -> told(own, pair));
    }

    private Optional<String> told(Application own, DuplicatePair pair) {
        if (pair.withPilot()) {
            Pilot pilot = register.get(pair.pilotId());
            return Optional.of(Texts.of("outcome.pilot-named", pilot.projectName(), pilot.endsOn()));
        }
        Application kept = applications.get(pair.keptId());
        return kept.applicantId() == own.applicantId()
                ? Optional.of(Texts.of(
                        "outcome.duplicate-own",
                        kept.id(),
                        kept.projectName(),
                        units.get(kept.unitId()).name()))
                : Optional.empty();
    }

    private static String dropped(DuplicatePair pair) {
        return pair.withPilot() || !pair.firstId().equals(pair.keptId()) ? pair.firstId() : pair.secondId();
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
