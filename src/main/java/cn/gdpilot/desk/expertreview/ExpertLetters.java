package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.calendar.Daytime;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.Expert;
import cn.gdpilot.domain.scoring.Experts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Letters to experts go out by day: a model's timers may fire at night. */
@Component
class ExpertLetters {

    private final Outbox outbox;
    private final Experts experts;
    private final Times times;
    private final Daytime daytime;
    private final PilotClock clock;

    ExpertLetters(Outbox outbox, Experts experts, Times times, Daytime daytime, PilotClock clock) {
        this.daytime = daytime;
        this.clock = clock;
        this.outbox = outbox;
        this.experts = experts;
        this.times = times;
    }

    void appointed(Application project, Assignment assignment) {
        post(LetterKind.EXPERT_APPOINTED, project, assignment);
    }

    void reminder(Application project, Assignment assignment) {
        post(LetterKind.EXPERT_REMINDER, project, assignment);
    }

    void released(Application project, Assignment assignment) {
        post(LetterKind.EXPERT_RELEASED, project, assignment);
    }

    void removed(Application project, Assignment assignment) {
        post(LetterKind.EXPERT_REMOVED, project, assignment);
    }

    private void post(LetterKind kind, Application project, Assignment assignment) {
        Expert expert = experts.find(assignment.expert()).orElseThrow();
        outbox.post(Letter.of(
                        // An expert asked again, since the project came back, is written again.
                        kind.text() + "/" + assignment.id() + "/"
                                + assignment.appointedAt().getEpochSecond(),
                        project.roundId(),
                        kind,
                        expert.email(),
                        Map.of(
                                "expert", expert.name(),
                                "number", project.id(),
                                "project", project.projectName(),
                                "due", times.until(assignment.dueAt())))
                .within(daytime.atOrAfter(clock.now()), null)
                .forReader(expert.account()));
    }
}
