package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.pilot.Pilot;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells holders before a pilot's term ends, and ends it on its day (R3.8). No rule waits for it: R2.5 compares dates. */
@Component
public class PilotTerms {

    private final PilotRegister pilots;
    private final Applications applications;
    private final Outbox outbox;
    private final PilotClock clock;
    private final TransactionTemplate transactions;
    private final int daysBefore;

    PilotTerms(
            PilotRegister pilots,
            Applications applications,
            Outbox outbox,
            PilotClock clock,
            TransactionTemplate transactions,
            @Value("${pilot.term.remind-days-before}") int daysBefore) {
        this.pilots = pilots;
        this.applications = applications;
        this.outbox = outbox;
        this.clock = clock;
        this.transactions = transactions;
        this.daysBefore = daysBefore;
    }

    /** What is due today, each pilot in a transaction of its own; on several nodes each is done once. */
    @Scheduled(cron = "${pilot.term.daily}", zone = "Asia/Shanghai")
    public void run() {
        LocalDate today = clock.today();
        pilots.toRemind(today.plusDays(daysBefore))
                .forEach(pilot -> transactions.executeWithoutResult(status -> remind(pilot, today)));
        pilots.toEnd(today).forEach(pilot -> transactions.executeWithoutResult(status -> end(pilot)));
    }

    private void remind(Pilot pilot, LocalDate today) {
        if (pilots.reminded(pilot.id(), clock.now()) && pilot.endsOn().isAfter(today)) {
            tell(LetterKind.PILOT_ENDING, pilot);
        }
    }

    private void end(Pilot pilot) {
        if (!pilots.ended(pilot.id(), clock.now()) || pilot.applicationId() == null) {
            return;
        }
        if (applications.lock(pilot.applicationId()).state() == ApplicationState.PILOT) {
            applications.advance(
                    pilot.applicationId(), ApplicationState.PILOT_ENDED, Actor.SYSTEM, Grounds.byRule("R3.8", null));
            tell(EndLetter.PILOT_ENDED.kind(), pilot);
        }
    }

    /** Of earlier years' pilots no address is known. */
    private void tell(LetterKind kind, Pilot pilot) {
        if (pilot.applicationId() == null) {
            return;
        }
        Application application = applications.get(pilot.applicationId());
        outbox.post(Letter.of(
                        kind.text() + "/" + pilot.id(),
                        application.roundId(),
                        kind,
                        application.contact().email(),
                        Map.of(
                                "number", application.id(),
                                "project", application.projectName(),
                                "contact", application.contact().name(),
                                "end", pilot.endsOn().toString()))
                .forApplicant(application.applicantId()));
    }
}
