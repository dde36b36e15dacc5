package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.opinion.Opinion;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.scoring.MeritSnapshot.Occasion;
import cn.gdpilot.domain.scoring.MeritSnapshots;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the ministry decides. */
@Service
class MinistryDesk {

    private static final Set<ApplicationState> HANDED_IN =
            Set.of(ApplicationState.RECOMMENDED, ApplicationState.FORWARDED);

    private final Applications applications;
    private final Applicants applicants;
    private final Recommendations recommendations;
    private final Opinions opinions;
    private final Selections selections;
    private final MeritSnapshots snapshots;
    private final PilotRegister pilots;
    private final Rounds rounds;
    private final Units units;
    private final Hearing hearing;
    private final Outbox outbox;
    private final PilotClock clock;
    private final String publicAddress;

    MinistryDesk(
            Applications applications,
            Applicants applicants,
            Recommendations recommendations,
            Opinions opinions,
            Selections selections,
            MeritSnapshots snapshots,
            PilotRegister pilots,
            Rounds rounds,
            Units units,
            Hearing hearing,
            Outbox outbox,
            PilotClock clock,
            @Value("${pilot.public-address}") String publicAddress) {
        this.publicAddress = publicAddress;
        this.applications = applications;
        this.applicants = applicants;
        this.recommendations = recommendations;
        this.opinions = opinions;
        this.selections = selections;
        this.snapshots = snapshots;
        this.pilots = pilots;
        this.rounds = rounds;
        this.units = units;
        this.hearing = hearing;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The projects of the lists that have arrived at the ministry in time, those withdrawn left out. */
    List<Application> received(String roundId) {
        return recommendations.ofRound(roundId).stream()
                .filter(list -> list.destination().equals(Unit.MINISTRY))
                .filter(list -> list.state() == Recommendation.State.ARRIVED)
                .flatMap(list -> recommendations.ranked(list).stream())
                .map(applications::get)
                .filter(application -> HANDED_IN.contains(application.state()))
                .toList();
    }

    /** A reviewer's opinion on form and video (R3.8). */
    @Transactional
    public void review(String applicationId, String outcome, String grounds, Actor reviewer) {
        if (!HANDED_IN.contains(applications.lock(applicationId).state())) {
            throw Refusal.conflict("application.over");
        }
        opinions.give(UnitType.MINISTRY, applicationId, outcome, grounds, reviewer.person(), clock.now());
    }

    boolean passed(Application application) {
        return opinions.find(UnitType.MINISTRY, application.id())
                .filter(Opinion::passes)
                .isPresent();
    }

    /**
     * Decides the selection.
     *
     * @throws Refusal if it names a project that was not received
     */
    @Transactional
    public void decide(String roundId, List<String> selected, String grounds, Actor lead) {
        Set<String> received = received(roundId).stream().map(Application::id).collect(Collectors.toSet());
        selected.stream().filter(id -> !received.contains(id)).findFirst().ifPresent(foreign -> {
            throw Refusal.byRule("R3.8", "selection.foreign", foreign);
        });
        checkLateLists(roundId);
        selections.replace(roundId, selected.stream().distinct().toList());
        snapshots.keep(roundId, UnitType.MINISTRY, Occasion.SELECTED, MeritOrder.NO_QUOTA, selected, lead);
        selections.decided(roundId, new Selections.Decision(lead.person(), clock.now(), grounds));
    }

    /** What comes through a window that was opened again is reviewed before the selection is decided. */
    private void checkLateLists(String roundId) {
        recommendations.ofRound(roundId).stream()
                .filter(list -> list.destination().equals(Unit.MINISTRY) && list.underWay())
                .findFirst()
                .ifPresent(late -> {
                    throw Refusal.conflict(
                            "selection.late-list", units.get(late.unitId()).name());
                });
        toReview(roundId).stream().findFirst().ifPresent(one -> {
            throw Refusal.conflict("selection.unreviewed", one.id());
        });
    }

    /** What was received and nobody has reviewed yet. */
    List<Application> toReview(String roundId) {
        return received(roundId).stream()
                .filter(one -> opinions.find(UnitType.MINISTRY, one.id()).isEmpty())
                .toList();
    }

    /** The selection is to be decided again. */
    @Transactional
    public void reopen(String roundId) {
        selections.clear(roundId);
        snapshots.setAside(roundId, UnitType.MINISTRY);
    }

    /** Publishes: the selected become pilots for two years, everybody is told, the round is over. */
    @Transactional
    public void publish(String roundId) {
        Set<String> selected = new HashSet<>(selections.of(roundId));
        Optional<Selections.Decision> lead = selections.decision(roundId);
        Map<String, Selections.Decision> changed = selections.changes(roundId);
        for (Application application : received(roundId)) {
            // What an upheld objection changed was not the lead's decision.
            Optional<Selections.Decision> own = Optional.ofNullable(changed.get(application.id()));
            Actor decider = own.or(() -> lead)
                    .map(one -> new Actor(one.decidedBy(), Unit.MINISTRY))
                    .orElse(Actor.SYSTEM);
            if (selected.contains(application.id())) {
                select(
                        application,
                        decider,
                        own.or(() -> lead).map(Selections.Decision::grounds).orElse(null));
            } else {
                Grounds why = own.map(changedFor -> Grounds.byRule("R3.8", changedFor.grounds()))
                        .orElseGet(() -> whyNot(application, selected.size()));
                leaveOut(application, decider, why);
            }
        }
        rounds.announced(roundId, clock.now());
        units.all().forEach(unit -> announce(roundId, unit, selected.size()));
    }

    private void select(Application application, Actor decider, String why) {
        applications.advance(application.id(), ApplicationState.SELECTED, decider, Grounds.byRule("R3.8", why));
        applications.advance(application.id(), ApplicationState.PILOT, Actor.SYSTEM, Grounds.byRule("R3.8", null));
        pilots.enter(applicants.get(application.applicantId()), application, clock.today());
        tell("selected", "result/" + application.id(), application, why);
    }

    private void leaveOut(Application application, Actor decider, Grounds why) {
        applications.advance(application.id(), ApplicationState.NOT_SELECTED, decider, why);
        tell(EndLetter.NOT_SELECTED.kind(), "result/" + application.id(), application, why.text());
    }

    /**
     * Checks whether a project may be added to the pilots after the announcement, since its objection was upheld.
     *
     * @return how it is added; its term begins today
     * @throws Refusal if it was not left out, or its project is a pilot already (R2.5)
     */
    Plan selectLate(String applicationId, String grounds, Actor lead) {
        Application application = applications.lock(applicationId);
        if (application.state() != ApplicationState.NOT_SELECTED) {
            throw Refusal.conflict("application.over");
        }
        Applicant applicant = applicants.get(application.applicantId());
        if (pilots.runs(applicant.creditCode(), application.projectName(), clock.today())) {
            throw Refusal.byRule("R2.5", "objection.pilot-runs");
        }
        return new Plan(
                () -> {
                    applications.advance(
                            applicationId, ApplicationState.SELECTED, lead, Grounds.byRule("R3.8", grounds));
                    applications.advance(applicationId, ApplicationState.PILOT, lead, Grounds.byRule("R3.8", null));
                    pilots.enter(applicant, application, clock.today());
                },
                () -> tell("selected", "result-corrected/" + applicationId, application, grounds));
    }

    private Grounds whyNot(Application application, int selected) {
        return EndGrounds.notSelected(
                selected, opinions.find(UnitType.MINISTRY, application.id()).orElse(null));
    }

    private void tell(String kind, String key, Application application, String why) {
        outbox.post(Letter.of(
                key,
                application.roundId(),
                kind,
                application.contactEmail(),
                Map.of(
                        "number", application.id(),
                        "project", application.projectName(),
                        "contact", application.contactName(),
                        "grounds", why == null ? Texts.of("selection.no-grounds") : why,
                        "rule", Clauses.of("R3.8"),
                        "objectUntil", hearing.objectionDeadline(application.id()))));
    }

    private void announce(String roundId, Unit unit, int selected) {
        outbox.post(Letter.of(
                "announcement/" + roundId + "/" + unit.id(),
                roundId,
                "announcement",
                unit.id(),
                Map.of(
                        "unit", unit.name(),
                        "title", rounds.get(roundId).title(),
                        "count", Texts.of("count", selected),
                        "page", publicAddress + "/results/" + roundId)));
    }
}
