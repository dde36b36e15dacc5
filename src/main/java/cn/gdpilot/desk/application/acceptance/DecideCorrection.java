package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.desk.application.ApplicationLetters;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.text.Refusal;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The day of a correction has passed and nothing has come: a person at the unit sets a later day, or waits no longer. What the
 * applicant hands in before that decision counts, while the unit takes applications.
 */
@Service
class DecideCorrection {

    private final Applications applications;
    private final OpenUnitList unitList;
    private final CorrectionDates dates;
    private final Units units;
    private final ApplicationLetters letters;
    private final LastReturn returns;

    DecideCorrection(
            Applications applications,
            OpenUnitList unitList,
            CorrectionDates dates,
            Units units,
            ApplicationLetters letters,
            LastReturn returns) {
        this.applications = applications;
        this.unitList = unitList;
        this.dates = dates;
        this.units = units;
        this.letters = letters;
        this.returns = returns;
    }

    /**
     * Waits on until that day; the applicant is told why, and again what to correct.
     *
     * @throws Refusal if the day is not later, or later than the unit takes applications
     */
    @Transactional
    public void extend(String id, LocalDate day, String grounds, Actor officer) {
        Application returned = holdReturned(id);
        dates.extend(returned, day, grounds, officer);
        letters.correctionExtended(returned, returns.of(id).grounds(), grounds, dates);
    }

    /** Waits no longer: it is refused (R3.1), and its applicant is told and may object. */
    @Transactional
    public void close(String id, String grounds, Actor officer) {
        Application returned = holdReturned(id);
        Grounds why =
                EndGrounds.correctionMissed(units.get(returned.unitId()).name(), dates.inForce(returned), grounds);
        applications.advance(id, ApplicationState.REFUSED, officer, why);
        letters.refused(applications.get(id), why.rule(), why.text());
    }

    /** The application first, then the list, as an acceptance takes them. */
    private Application holdReturned(String id) {
        Application application = applications.lock(id);
        if (application.state() != ApplicationState.RETURNED) {
            throw Refusal.conflict("correction.not-returned");
        }
        if (!dates.isPassed(application)) {
            throw Refusal.conflict(
                    "correction.not-passed", dates.inForce(application).text());
        }
        unitList.holdOpen(application);
        return application;
    }
}
