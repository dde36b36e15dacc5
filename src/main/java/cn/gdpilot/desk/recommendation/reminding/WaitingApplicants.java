package cn.gdpilot.desk.recommendation.reminding;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.IntakeDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What is with its applicant, by its date: a draft's is the unit's own day or the notice's (R4.6), a correction's the notice's. A correction
 * that has an earlier day of its own is reminded of that one where it waits, and of the notice's when it has passed.
 */
@Component
class WaitingApplicants {

    private static final Set<ApplicationState> WITH_APPLICANT =
            Set.of(ApplicationState.DRAFT, ApplicationState.RETURNED);

    private final Applications applications;
    private final IntakeDays intakes;
    private final UnitDeadlines deadlines;
    private final CorrectionDates corrections;

    WaitingApplicants(
            Applications applications, IntakeDays intakes, UnitDeadlines deadlines, CorrectionDates corrections) {
        this.applications = applications;
        this.intakes = intakes;
        this.deadlines = deadlines;
        this.corrections = corrections;
    }

    /** The unit's applications that wait for their applicants, by the date that binds each. */
    Map<Deadline, List<Application>> of(Round round, String unitId) {
        Deadline draft = intakes.orEarlier(round.id(), unitId, deadlines.submission(round, unitId));
        return applications.ofUnit(round.id(), unitId, WITH_APPLICANT).stream()
                .filter(one ->
                        one.state() == ApplicationState.DRAFT || !corrections.isOwn(one) || corrections.isPassed(one))
                .collect(Collectors.groupingBy(
                        one -> one.state() == ApplicationState.DRAFT ? draft : corrections.window(one),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
