package cn.gdpilot.desk.recommendation;

import cn.gdpilot.desk.recommendation.handover.Dispatch;
import cn.gdpilot.desk.recommendation.ranking.Candidates;
import cn.gdpilot.desk.recommendation.signing.HandOverPapers;
import cn.gdpilot.desk.recommendation.signing.SigningRules;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.WindowReopened;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.papers.SummaryTable;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationClosed;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.RecordAnchors;
import cn.gdpilot.domain.scoring.MeritSnapshot.Occasion;
import cn.gdpilot.domain.scoring.MeritSnapshots;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.shortlist.LeftOutReasons;
import cn.gdpilot.domain.shortlist.ListSigned;
import cn.gdpilot.domain.shortlist.RankingChanges;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a unit does with its list, whichever unit it is. */
@Service
public class RecommendationDesk {

    private final Rounds rounds;
    private final Units units;
    private final QuotaTable quotas;
    private final Recommendations recommendations;
    private final Candidates candidates;
    private final Applications applications;
    private final Applicants applicants;
    private final SummaryTable summaryTable;
    private final RecommendationLetters letters;
    private final SigningRules signing;
    private final RankingChanges changes;
    private final LeftOutReasons reasons;
    private final MeritSnapshots snapshots;
    private final PilotClock clock;
    private final RecordAnchors record;
    private final HandOverPapers papers;
    private final ApplicationEventPublisher events;

    RecommendationDesk(
            Rounds rounds,
            Units units,
            QuotaTable quotas,
            Recommendations recommendations,
            Candidates candidates,
            Applications applications,
            Applicants applicants,
            SummaryTable summaryTable,
            RecommendationLetters letters,
            SigningRules signing,
            RankingChanges changes,
            LeftOutReasons reasons,
            MeritSnapshots snapshots,
            PilotClock clock,
            RecordAnchors record,
            HandOverPapers papers,
            ApplicationEventPublisher events) {
        this.events = events;
        this.papers = papers;
        this.rounds = rounds;
        this.units = units;
        this.quotas = quotas;
        this.recommendations = recommendations;
        this.candidates = candidates;
        this.applications = applications;
        this.applicants = applicants;
        this.summaryTable = summaryTable;
        this.letters = letters;
        this.signing = signing;
        this.changes = changes;
        this.reasons = reasons;
        this.snapshots = snapshots;
        this.clock = clock;
        this.record = record;
    }

    /** Opens the unit's list with what the table says of it; again changes nothing. */
    @Transactional
    public void prepare(String roundId, String unitId) {
        Unit unit = units.get(unitId);
        recommendations.open(roundId, unit, quotas.of(unit), quotas.quotaSource(unit));
    }

    /**
     * Saves an order of priority, to be changed until it is settled.
     *
     * @throws Refusal if it names a project that is not the unit's or not accepted, or more than the quota
     */
    @Transactional
    public void rank(String roundId, String unitId, List<String> order, Actor officer) {
        Recommendation list = recommendations.lock(roundId, unitId);
        Set<String> eligible = candidates.of(roundId, unitId).stream().map(Application::id).collect(Collectors.toSet());
        order.stream().filter(id -> !eligible.contains(id)).findFirst().ifPresent(foreign -> {
            throw Refusal.byRule("R3.6", "ranking.foreign", foreign);
        });
        Set<String> before = new HashSet<>(recommendations.ranked(list));
        recommendations.rank(roundId, unitId, order);
        changes.note(list, officer.person());
        if (!department(unitId)) {
            follow(before, order, officer);
        }
    }

    /** Settles the order: {@code order} if the person gave one, else what is saved. */
    @Transactional
    public void settle(String roundId, String unitId, List<String> order, String reasonForLeavingOut, Actor officer) {
        if (!order.isEmpty()) {
            rank(roundId, unitId, order, officer);
        }
        Recommendation list = recommendations.lock(roundId, unitId);
        boolean empty = recommendations.ranked(list).isEmpty();
        if (empty && !candidates.of(roundId, unitId).isEmpty() && reasonForLeavingOut == null) {
            throw Refusal.byRule("R3.6", "ranking.empty");
        }
        giveReason(list, reasonForLeavingOut);
        recommendations.ranked(list, officer.person());
        keepOrder(list, Occasion.RANKED, officer);
    }

    /** Signs: whoever ranked may not sign; the list is what is recommended from now on. */
    @Transactional
    public void sign(String roundId, String unitId, Actor lead) {
        Recommendation list = recommendations.lock(roundId, unitId);
        signing.check(list, lead);
        Map<String, String> left = reasons.of(list);
        Set<String> ranked = new HashSet<>(recommendations.ranked(list));
        keepOrder(list, Occasion.SIGNED, lead);
        List<Application> all = candidates.of(roundId, unitId);
        // First: what comes back for one that is left out must not come to a list that nobody ranks any more.
        recommendations.signed(list, lead.person(), clock.now());
        Unit unit = units.get(unitId);
        for (Application candidate : all) {
            if (ranked.contains(candidate.id())) {
                applications.advance(candidate.id(), department(unitId) ? ApplicationState.FORWARDED : ApplicationState.RECOMMENDED, lead, Grounds.NONE);
            } else {
                Grounds grounds = EndGrounds.leftOut(unit.name(), unit.type(), list, ranked.size(), left.get(candidate.id()));
                leaveOut(candidate, unit, grounds, lead);
            }
        }
        events.publishEvent(new ListSigned(roundId, unitId, list.destination()));
    }

    /** The lead sends the list back. */
    @Transactional
    public void giveBack(String roundId, String unitId) {
        recommendations.reopened(recommendations.lock(roundId, unitId));
    }

    /**
     * Makes the summary table of the signed list, and the papers that go with it. The list is locked only to keep them:
     * making them takes its time, and a deadline, which locks the lists too, does not wait for that.
     *
     * @throws IllegalStateException if the list changed while they were made: they are to be made again
     */
    @Transactional
    public void makeSummary(String roundId, String unitId) {
        Recommendation list = recommendations.get(roundId, unitId);
        Round round = rounds.get(roundId);
        String title = Texts.of("summary.title", round.roundYear());
        List<SummaryTable.Line> lines = lines(list);
        RecordAnchors.Anchor end = record.now();
        String summary = summaryTable.make(title, units.get(unitId).name(), lines, end);
        Map<String, String> made = papers.make(round, list, title, lines, end);
        Recommendation now = recommendations.lock(roundId, unitId);
        if (!lines(now).equals(lines)) {
            throw new IllegalStateException("The list " + list.id() + " changed while its papers were made");
        }
        recommendations.summaryMade(now, summary);
        papers.keep(now, made);
    }

    private List<SummaryTable.Line> lines(Recommendation list) {
        return recommended(list).stream().map(this::line).toList();
    }

    /**
     * Notes that the materials have left.
     *
     * @throws Refusal if what the unit says of it can not be
     */
    @Transactional
    public void handOver(String roundId, String unitId, Dispatch.Said said) {
        Recommendation list = recommendations.lock(roundId, unitId);
        Dispatch dispatch = Dispatch.of(said, list.signedAt(), clock.now());
        recommendations.sent(list, dispatch.by(), dispatch.courierNumber(), dispatch.at());
        letters.sent(rounds.get(roundId), recommendations.get(roundId, unitId));
    }

    /** The window is open again: the list goes back where it was when it missed its deadline. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    public void reinstate(WindowReopened reopened) {
        recommendations.reinstated(recommendations.lock(reopened.roundId(), reopened.unitId()));
    }

    /** The projects of a list in order of priority, those left out that have been withdrawn. */
    public List<Application> recommended(Recommendation list) {
        List<String> ranked = recommendations.ranked(list);
        Map<String, Application> all = applications.all(ranked);
        return ranked.stream()
                .map(all::get)
                .filter(application -> application.state() != ApplicationState.WITHDRAWN)
                // On a list that was opened again: its applicant has used its places elsewhere meanwhile.
                .filter(application -> list.state() == Recommendation.State.MISSED
                        || application.state() != ApplicationState.MISSED_DEADLINE)
                .toList();
    }

    /** By which scores and places the list came to be as it is. */
    private void keepOrder(Recommendation list, Occasion occasion, Actor person) {
        snapshots.keep(
                list.roundId(), units.get(list.unitId()).type(), occasion, list.quota(), recommendations.ranked(list), person);
    }

    /** One reason for all who are left out and have none of their own. */
    private void giveReason(Recommendation list, String reason) {
        if (reason == null) {
            return;
        }
        Set<String> spared = new HashSet<>(recommendations.ranked(list));
        spared.addAll(reasons.of(list).keySet());
        candidates.of(list.roundId(), list.unitId()).stream()
                .map(Application::id)
                .filter(id -> !spared.contains(id))
                .forEach(id -> reasons.write(list, id, reason));
    }

    private void follow(Set<String> before, List<String> order, Actor officer) {
        order.stream()
                .filter(id -> !before.contains(id))
                .forEach(id -> applications.advance(id, ApplicationState.RANKED, officer, Grounds.NONE));
        before.stream()
                .filter(id -> !order.contains(id))
                .forEach(id -> applications.advance(id, ApplicationState.ACCEPTED, officer, Grounds.NONE));
    }

    private void leaveOut(Application candidate, Unit unit, Grounds grounds, Actor lead) {
        Application before = applications.advance(
                candidate.id(),
                department(unit.id()) ? ApplicationState.NOT_FORWARDED : ApplicationState.NOT_RECOMMENDED,
                lead,
                grounds);
        letters.leftOut(before, unit, grounds);
        // Of two that are one project, what was dropped for this one goes on again.
        events.publishEvent(new ApplicationClosed(candidate.id()));
    }

    private static boolean department(String unitId) {
        return unitId.equals(Unit.DEPARTMENT);
    }

    private SummaryTable.Line line(Application application) {
        Applicant applicant = applicants.get(application.applicantId());
        return new SummaryTable.Line(
                application.id(),
                application.projectName(),
                applicant.name(),
                applicant.creditCode(),
                application.category(),
                application.direction(),
                application.contactName(),
                application.contactPhone());
    }
}
