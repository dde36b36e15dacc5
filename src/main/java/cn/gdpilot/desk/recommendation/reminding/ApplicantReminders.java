package cn.gdpilot.desk.recommendation.reminding;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.ReminderMoment;
import cn.gdpilot.domain.deadline.ReminderMoments;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.ReminderTable;
import cn.gdpilot.domain.mail.ReminderTable.Reminder;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds applicants whose projects wait for them, by the date until which their unit takes applications: the CA's is
 * earlier than that of its list, which does not exist yet when it comes.
 */
@Service
class ApplicantReminders {

    private static final String APPLICANT = "APPLICANT";

    private final Rounds rounds;
    private final Recommendations recommendations;
    private final WaitingApplicants waiting;
    private final ReminderTable table;
    private final ReminderMoments moments;
    private final UnitDeadlines deadlines;
    private final Outbox outbox;

    ApplicantReminders(
            Rounds rounds,
            Recommendations recommendations,
            WaitingApplicants waiting,
            ReminderTable table,
            ReminderMoments moments,
            UnitDeadlines deadlines,
            Outbox outbox) {
        this.rounds = rounds;
        this.recommendations = recommendations;
        this.waiting = waiting;
        this.table = table;
        this.moments = moments;
        this.deadlines = deadlines;
        this.outbox = outbox;
    }

    /** Sends what is due now to a unit's applicants, while it takes applications; asked twice for the same moment, once. */
    @Transactional
    public void send(String roundId, String unitId) {
        if (!takesApplications(roundId, unitId)) {
            return;
        }
        Round round = rounds.get(roundId);
        waiting.of(round, unitId).forEach((deadline, projects) -> send(round, unitId, deadline, projects));
    }

    private void send(Round round, String unitId, Deadline deadline, List<Application> projects) {
        moments.of(deadline).stream()
                .flatMap(moment -> table.due(deadlines.kind(unitId), moment.planned(), false).stream()
                        .filter(reminder -> reminder.recipient().equals(APPLICANT))
                        .map(reminder -> new Due(moment, reminder)))
                .findFirst()
                .ifPresent(due -> addressees(projects).forEach(one -> remind(round, unitId, due, one)));
    }

    /** Once its list is signed, nothing can be handed in any more. */
    private boolean takesApplications(String roundId, String unitId) {
        return recommendations.find(roundId, unitId).map(Recommendation::open).orElse(true);
    }

    private void remind(Round round, String unitId, Due due, Addressee one) {
        Letter letter = due.moment()
                .letter(
                        round,
                        due.reminder().template(),
                        round.id() + "/" + unitId,
                        one.address(),
                        Map.of("unit", one.name(), "project", one.projects(), "state", one.state()));
        outbox.post(one.applicant() == null ? letter : letter.forApplicant(one.applicant()));
    }

    /** Each person once, with all projects that wait for them. */
    private static Collection<Addressee> addressees(List<Application> projects) {
        Map<String, Addressee> byAddress = new LinkedHashMap<>();
        projects.forEach(one -> byAddress.merge(one.contact().email(), Addressee.of(one), Addressee::with));
        return byAddress.values();
    }

    private record Due(ReminderMoment moment, Reminder reminder) {}

    /**
     * Whom a reminder goes to.
     *
     * @param address   mailbox
     * @param applicant for whom the person acts; null if for several
     * @param name      contact
     * @param projects  what waits
     * @param state     where the first of them stands
     */
    private record Addressee(String address, Long applicant, String name, String projects, String state) {

        static Addressee of(Application application) {
            return new Addressee(
                    application.contact().email(),
                    application.applicantId(),
                    application.contact().name(),
                    application.projectName(),
                    Texts.label("state", application.state()));
        }

        Addressee with(Addressee next) {
            Long one = Objects.equals(applicant, next.applicant()) ? applicant : null;
            return new Addressee(address, one, name, Texts.of("reminder.projects", projects, next.projects()), state);
        }
    }
}
