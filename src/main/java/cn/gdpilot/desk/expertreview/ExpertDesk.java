package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.ExpertReview;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.scoring.Score;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens on the desk: experts are asked, answer on our page, are reminded and replaced. */
@Service
class ExpertDesk {

    private final ExpertReview review;
    private final Panels panels;
    private final Applications applications;
    private final Rounds rounds;
    private final ExpertProcess process;
    private final ExpertLetters letters;

    ExpertDesk(
            ExpertReview review,
            Panels panels,
            Applications applications,
            Rounds rounds,
            ExpertProcess process,
            ExpertLetters letters) {
        this.review = review;
        this.panels = panels;
        this.applications = applications;
        this.rounds = rounds;
        this.process = process;
        this.letters = letters;
    }

    /** Asks whom the panel lacks; what goes on to the ministry must be scored before its deadline (R4.3). */
    @Transactional
    public void appoint(String roundId, UnitType level, String applicationId) {
        Instant latest = level == UnitType.MINISTRY ? null : rounds.get(roundId).ministryDeadline();
        review.appoint(roundId, level, applicationId, latest).forEach(one -> letters.appointed(project(one), one));
    }

    /** False if the expert may not go on; somebody else will be asked. */
    @Transactional
    public boolean declareUnbiased(long assignment, Actor expert) {
        boolean mayRead = review.declareUnbiased(assignment, expert);
        if (!mayRead) {
            process.answered(assignment);
        }
        return mayRead;
    }

    @Transactional
    public void declareBiased(long assignment, String reason, Actor expert) {
        boolean awaited = awaited(assignment);
        review.declareBiased(assignment, reason, expert);
        if (awaited) {
            process.answered(assignment);
        }
    }

    /** False if the expert may not score any more; somebody else will be asked. */
    @Transactional
    public boolean handIn(long assignment, Map<String, Score> given, Actor expert) {
        boolean counts = review.handIn(assignment, given, expert);
        process.answered(assignment);
        return counts;
    }

    /** An officer takes an expert off a panel; a further one is asked, for a panel that was closed as well. */
    @Transactional
    public void remove(long assignment, String grounds, Actor officer) {
        boolean awaited = awaited(assignment);
        boolean wasClosed = panels.get(
                        panels.assignment(assignment).orElseThrow().panelId())
                .closed();
        Panel panel = review.remove(assignment, grounds, officer);
        Assignment removed = panels.assignment(assignment).orElseThrow();
        letters.removed(project(removed), removed);
        if (awaited) {
            process.answered(assignment);
        }
        if (wasClosed && !panel.closed()) {
            process.begin(panel.roundId(), panel.applicationId(), officer.office());
        }
    }

    private boolean awaited(long assignment) {
        return panels.assignment(assignment).filter(Assignment::open).isPresent();
    }

    @Transactional
    public void remind(long assignment) {
        panels.assignment(assignment).filter(Assignment::open).ifPresent(one -> letters.reminder(project(one), one));
    }

    @Transactional
    public void release(long assignment) {
        Assignment absent = panels.assignment(assignment).orElseThrow();
        if (review.release(assignment)) {
            letters.released(project(absent), absent);
        }
    }

    private Application project(Assignment assignment) {
        return applications.get(panels.get(assignment.panelId()).applicationId());
    }
}
