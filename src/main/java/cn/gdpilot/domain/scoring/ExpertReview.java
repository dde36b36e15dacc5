package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.duplicate.DuplicateLifted;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationClosed;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.scoring.Assignment.State;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.Words;
import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Experts score a project blind to each other: appointed by field, load and conflict of interest, at least as many as
 * the plan asks for; one more where their totals lie far apart.
 */
@Service
public class ExpertReview {

    private static final int LONGEST_REASON = TextLimit.REASON.length();

    private final Experts experts;
    private final Panels panels;
    private final Scores scores;
    private final Criteria criteria;
    private final ReviewPlans plans;
    private final Bias bias;
    private final ApplicantCities cities;
    private final MeritSnapshots snapshots;
    private final ReviewSettings settings;
    private final Applications applications;
    private final Applicants applicants;
    private final Rounds rounds;
    private final WorkingDays workingDays;
    private final RecordBook book;
    private final PilotClock clock;

    ExpertReview(
            Experts experts,
            Panels panels,
            Scores scores,
            Criteria criteria,
            ReviewPlans plans,
            Bias bias,
            ApplicantCities cities,
            MeritSnapshots snapshots,
            ReviewSettings settings,
            Applications applications,
            Applicants applicants,
            Rounds rounds,
            WorkingDays workingDays,
            RecordBook book,
            PilotClock clock) {
        this.experts = experts;
        this.cities = cities;
        this.panels = panels;
        this.scores = scores;
        this.criteria = criteria;
        this.plans = plans;
        this.bias = bias;
        this.snapshots = snapshots;
        this.settings = settings;
        this.applications = applications;
        this.applicants = applicants;
        this.rounds = rounds;
        this.workingDays = workingDays;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Appoints whom the panel still lacks, as far as there are free and unbiased experts of the field.
     *
     * @param latest no answer is awaited beyond it; null where nothing presses
     * @return those whose answer is awaited now, the newly appointed included
     * @throws Refusal if its unit has not recommended the project yet
     */
    @Transactional
    public List<Assignment> appoint(String roundId, UnitType level, String applicationId, Instant latest) {
        rounds.lock(roundId);
        if (applications.get(applicationId).state().beforeRecommended()) {
            throw Refusal.conflict("expert.too-early");
        }
        criteria.keep(roundId);
        Panel panel = panel(roundId, level, applicationId);
        if (applications.get(applicationId).state().over()) {
            breakOff(panel);
            return List.of();
        }
        ReviewPlan plan = plans.of(roundId, level);
        List<Assignment> members = panels.members(panel.id());
        long lacking = required(plan, members)
                - members.stream()
                        .filter(one -> one.open() || one.state() == State.SCORED)
                        .count();
        if (lacking > 0 && !panel.closed()) {
            Instant now = clock.now();
            Instant end = plan.answerBy(now, latest, workingDays);
            eligible(panel, plan, members).stream().limit(lacking).forEach(expert -> {
                panels.appoint(panel.id(), expert.account(), now, end);
                book.write(
                        RecordEvent.of(Actor.SYSTEM, "expert.appointed", applicationId + " " + expert.account(), null));
            });
        }
        return panels.members(panel.id()).stream().filter(Assignment::open).toList();
    }

    private Panel panel(String roundId, UnitType level, String applicationId) {
        if (panels.find(level, applicationId).isEmpty()) {
            panels.open(roundId, level, applicationId, clock.now());
        }
        return panels.find(level, applicationId).orElseThrow();
    }

    private List<Expert> eligible(Panel panel, ReviewPlan plan, List<Assignment> members) {
        Application application = applications.get(panel.applicationId());
        Applicant applicant = applicants.get(application.applicantId());
        Set<String> notAgain = members.stream()
                .filter(one -> one.state() != State.ENDED)
                .map(Assignment::expert)
                .collect(Collectors.toCollection(HashSet::new));
        // An expert who was bound to the applicant at one of its projects is so at the others.
        notAgain.addAll(panels.biased(applications.ofApplicant(applicant.id()).stream()
                .map(Application::id)
                .toList()));
        return new ExpertChoice(
                        application,
                        notAgain,
                        panels.loads(panel.roundId()),
                        settings.mostProjects(),
                        bias.towards(applicant, barring(plan, applicant, application)))
                .among(experts.all());
    }

    /** The cities whose experts do not score the project; none where the plan lets them. */
    private Set<String> barring(ReviewPlan plan, Applicant applicant, Application application) {
        return plan.sameCityBars() ? cities.of(applicant, application) : Set.of();
    }

    private static int required(ReviewPlan plan, List<Assignment> members) {
        return plan.experts() + (spread(members) > plan.spread() ? 1 : 0);
    }

    /** Points between the highest and the lowest total of those who have scored; 0 where fewer than two have. */
    public static double spread(List<Assignment> members) {
        DoubleSummaryStatistics totals = members.stream()
                .filter(one -> one.state() == State.SCORED)
                .mapToDouble(Assignment::total)
                .summaryStatistics();
        return totals.getCount() < 2 ? 0 : totals.getMax() - totals.getMin();
    }

    /**
     * The expert declares that nothing binds it to the applicant; from now on it may read.
     *
     * @return false if the pool says otherwise by now: the assignment has ended, and somebody else will be asked
     */
    @Transactional
    public boolean declareUnbiased(long assignment, Actor expert) {
        Assignment mine = own(assignment, expert);
        checkState(mine, State.APPOINTED);
        if (endedByThePool(mine)) {
            return false;
        }
        panels.declared(mine.id(), clock.now());
        record("expert.unbiased", mine, expert, null);
        return true;
    }

    /** What was entered in the pool since the appointment holds, too: an expert that is bound, or not asked any more, ends here. */
    private boolean endedByThePool(Assignment mine) {
        Panel panel = panels.get(mine.panelId());
        Expert expert = experts.find(mine.expert()).orElseThrow();
        Application application = applications.get(panel.applicationId());
        Applicant applicant = applicants.get(application.applicantId());
        Set<String> barring = barring(plans.of(panel.roundId(), panel.level()), applicant, application);
        if (!expert.active()) {
            end(mine, State.REMOVED, Texts.of("expert.inactive"), Actor.SYSTEM);
        } else if (bias.stands(expert, applicant, barring)) {
            end(mine, State.BIASED, Texts.of("expert.bound"), Actor.SYSTEM);
        } else {
            return false;
        }
        return true;
    }

    private void end(Assignment assignment, State state, String reason, Actor actor) {
        panels.end(assignment.id(), state, null, reason, clock.now());
        record("expert." + state.name().toLowerCase(Locale.ROOT), assignment, actor, reason);
        // Without an outlier the others' scores may be enough.
        closeIfAllIn(panels.get(assignment.panelId()));
    }

    /**
     * The expert declares a conflict of interest; somebody else will be asked. After scoring as well, until all are in.
     *
     * @throws Refusal if no reason is given
     */
    @Transactional
    public void declareBiased(long assignment, String reason, Actor expert) {
        Assignment mine = own(assignment, expert);
        if (mine.state() != State.SCORED || panels.get(mine.panelId()).closed()) {
            checkOpen(mine);
        }
        checkReason(reason, "expert.bias-reason");
        end(mine, State.BIASED, reason.strip(), expert);
    }

    private static void checkReason(String reason, String missing) {
        if (Words.none(reason)) {
            throw Refusal.invalid(missing);
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("guard.answer-long", LONGEST_REASON);
        }
    }

    /**
     * An officer takes an expert off a panel: what it scored does not count, and where scores are lacking then, they are awaited again.
     *
     * @return the panel as it is then
     * @throws Refusal if no grounds are given, the expert's part has ended, or the project or its list is through
     */
    @Transactional
    public Panel remove(long assignment, String grounds, Actor officer) {
        checkReason(grounds, "task.grounds");
        Assignment removed = panels.lock(assignment);
        Panel panel = panels.get(removed.panelId());
        UnitType level = panel.level();
        rounds.lock(panel.roundId());
        if (!removed.open() && removed.state() != State.SCORED) {
            throw Refusal.conflict("expert.done", Texts.label("assignment", removed.state()));
        }
        if (applications.get(panel.applicationId()).state().over()
                || snapshots.decided(panel.roundId(), level).isPresent()) {
            throw Refusal.conflict("expert.too-late");
        }
        end(removed, State.REMOVED, grounds.strip(), officer);
        List<Assignment> members = panels.members(panel.id());
        if (panel.closed() && scored(members) < required(plans.of(panel.roundId(), level), members)) {
            panels.scoreAgain(panel.id(), clock.now());
        }
        return panels.get(panel.id());
    }

    private static long scored(List<Assignment> members) {
        return members.stream().filter(one -> one.state() == State.SCORED).count();
    }

    /** Keeps a draft. */
    @Transactional
    public void saveDraft(long assignment, Map<String, Score> given, Actor expert) {
        Assignment mine = own(assignment, expert);
        checkState(mine, State.READING);
        scores.write(mine.id(), criteria.of(panels.get(mine.panelId()).roundId()), given);
    }

    /**
     * Hands in. The panel closes when enough are in.
     *
     * @return false if the pool says by now that the expert may not: the assignment has ended without scores
     * @throws Refusal if a criterion lacks points or grounds, or the project is no longer under review
     */
    @Transactional
    public boolean handIn(long assignment, Map<String, Score> given, Actor expert) {
        Assignment mine = own(assignment, expert);
        checkState(mine, State.READING);
        Panel panel = panels.get(mine.panelId());
        rounds.lock(panel.roundId());
        if (panel.closed() || applications.get(panel.applicationId()).state().over()) {
            throw Refusal.conflict("expert.over");
        }
        if (endedByThePool(mine)) {
            return false;
        }
        List<Criterion> asked = criteria.of(panel.roundId());
        scores.write(mine.id(), asked, given);
        double total = Scores.total(asked, scores.of(mine.id()));
        panels.end(mine.id(), State.SCORED, total, null, clock.now());
        record("expert.scored", mine, expert, Texts.of("score.recorded", "%.1f".formatted(total)));
        closeIfAllIn(panel);
        return true;
    }

    private void closeIfAllIn(Panel panel) {
        List<Assignment> members = panels.members(panel.id());
        ReviewPlan plan = plans.of(panel.roundId(), panel.level());
        if (scored(members) >= required(plan, members) && members.stream().noneMatch(Assignment::open)) {
            panels.close(panel.id(), clock.now(), null);
        }
    }

    /**
     * An expert who has not answered in time is not awaited any more.
     *
     * @return false if it has answered meanwhile
     * @throws Refusal if its time still runs by the database's clock
     */
    @Transactional
    public boolean release(long assignment) {
        Assignment absent = panels.lock(assignment);
        if (!absent.open()) {
            return false;
        }
        if (!absent.overdue(clock.now())) {
            throw Refusal.conflict("expert.not-overdue");
        }
        panels.end(absent.id(), State.REPLACED, null, Texts.of("expert.absent"), clock.now());
        record("expert.replaced", absent, Actor.SYSTEM, Texts.of("expert.absent"));
        return true;
    }

    /** An officer ends a panel with the scores that there are. */
    @Transactional
    public void settle(UnitType level, String applicationId, String grounds, Actor officer) {
        Panel panel = panels.find(level, applicationId).orElseThrow();
        panels.close(panel.id(), clock.now(), grounds);
        book.write(RecordEvent.of(officer, "expert.settled", applicationId, grounds));
    }

    /** Of a project that is gone no scores are awaited. */
    @EventListener
    @Transactional
    public void end(ApplicationClosed closed) {
        for (UnitType level : UnitType.values()) {
            panels.find(level, closed.applicationId())
                    .filter(panel -> !panel.closed())
                    .ifPresent(this::breakOff);
        }
    }

    private void breakOff(Panel panel) {
        panels.members(panel.id()).stream()
                .filter(Assignment::open)
                .forEach(one -> panels.end(one.id(), State.ENDED, null, Texts.of("expert.gone"), clock.now()));
        panels.close(panel.id(), clock.now(), Texts.of("expert.gone"));
    }

    /** A project that is a duplicate no more is scored to the end: whose reading was broken off may be asked again. */
    @EventListener
    @Transactional
    public void resume(DuplicateLifted back) {
        panels.find(UnitType.DEPARTMENT, back.applicationId())
                .filter(this::brokenOff)
                .ifPresent(panel -> panels.reopen(panel.id()));
    }

    private boolean brokenOff(Panel panel) {
        List<Assignment> members = panels.members(panel.id());
        return members.stream().anyMatch(one -> one.state() == State.ENDED)
                || members.stream().noneMatch(one -> one.state() == State.SCORED);
    }

    /** When an expert is reminded: in the morning of a working day before its last moment; at once where that is past. */
    public Instant remindAt(Assignment assignment) {
        return ReviewPlan.remindAt(assignment.appointedAt(), assignment.dueAt(), settings.remindBefore(), workingDays);
    }

    private Assignment own(long assignment, Actor expert) {
        Assignment mine = panels.assignment(assignment)
                .filter(one -> one.expert().equals(expert.person()))
                .orElseThrow(() -> Refusal.notFound("expert.unknown"));
        return panels.lock(mine.id());
    }

    private static void checkOpen(Assignment assignment) {
        if (!assignment.open()) {
            throw Refusal.conflict("expert.done", Texts.label("assignment", assignment.state()));
        }
    }

    private static void checkState(Assignment assignment, State state) {
        checkOpen(assignment);
        if (assignment.state() != state) {
            throw Refusal.conflict(state == State.READING ? "expert.declare-first" : "expert.declared");
        }
    }

    private void record(String action, Assignment assignment, Actor actor, String grounds) {
        String subject = panels.get(assignment.panelId()).applicationId() + " " + assignment.expert();
        book.write(RecordEvent.of(actor, action, subject, grounds));
    }
}
