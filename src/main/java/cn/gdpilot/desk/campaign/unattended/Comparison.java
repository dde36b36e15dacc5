package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.desk.campaign.unattended.Unattended.Key;
import cn.gdpilot.desk.campaign.unattended.Work.Instance;
import cn.gdpilot.desk.campaign.unattended.Work.Item;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.pending.Pending;
import cn.gdpilot.domain.pending.PendingMatter;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what the tables say beside what the engine does; an instance that is between two steps is left to the next look. */
class Comparison {

    private static final Map<Pending, String> OWN_TASK = Map.of(
            Pending.ACCEPTANCE, "UserTask_AcceptApplication",
            Pending.CORRECTION, "UserTask_CorrectApplication");
    /** Once the day of a correction has passed, the unit decides whether to wait on; what comes before that still counts. */
    private static final Map<String, String> ALSO_AT =
            Map.of("UserTask_CorrectApplication", "UserTask_DecideCorrection");

    private static final Map<Recommendation.State, String> LIST_TASK = Map.of(
            Recommendation.State.RANKING, "UserTask_RankProjects",
            Recommendation.State.RANKED, "UserTask_SignRecommendation",
            Recommendation.State.SIGNED, "UserTask_HandOver",
            Recommendation.State.SENT, "UserTask_RegisterArrival");
    private static final String REVIEW_TASK = "UserTask_ReviewProject";
    private static final Map<String, Set<ApplicationState>> REVIEWED = Map.of(
            Flow.PROVINCE_REVIEW.key(), EnumSet.of(ApplicationState.RECOMMENDED),
            Flow.MINISTRY_REVIEW.key(), EnumSet.of(ApplicationState.RECOMMENDED, ApplicationState.FORWARDED),
            Flow.COMMUNICATIONS_REVIEW.key(),
                    EnumSet.of(
                            ApplicationState.SUBMITTED,
                            ApplicationState.RETURNED,
                            ApplicationState.ACCEPTED,
                            ApplicationState.RANKED));
    /** Their lists are opened by the round only after their reviews. */
    private static final Set<String> OPENED_LATER = Set.of(Unit.DEPARTMENT, Unit.COMMUNICATIONS);

    private final Collection<RoundMatters> rounds;
    private final Work work;
    private final Map<String, ApplicationState> states;
    private final boolean closing;
    private final Map<Flow, Map<String, List<Instance>>> running;
    private final Map<Item, Long> items;
    private final Map<Key, Unattended> found = new LinkedHashMap<>();

    /**
     * @param states  of every application that the work names, by number
     * @param closing whether the engine still follows a deadline or a void round: what has ended may still have its instance
     */
    Comparison(Collection<RoundMatters> rounds, Work work, Map<String, ApplicationState> states, boolean closing) {
        this.rounds = rounds;
        this.work = work;
        this.states = states;
        this.closing = closing;
        this.running = work.instances().stream()
                .filter(one -> one.businessKey() != null)
                .collect(Collectors.groupingBy(
                        one -> Flow.of(one.process()), Collectors.groupingBy(Instance::businessKey)));
        this.items = work.items().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** The matters on which the two disagree, each once. */
    Collection<Unattended> faults() {
        rounds.forEach(this::compare);
        work.instances().stream().filter(one -> !one.moving()).forEach(this::leftOver);
        items.keySet().forEach(this::leftOver);
        items.forEach((item, times) -> {
            if (times > 1) {
                add(Fault.WAITS_TWICE, item.applicationId(), item.round(), item.process(), times.toString());
            }
        });
        work.failed()
                .forEach(step -> add(
                        Fault.STUCK, step.jobId(), null, step.process() + " " + step.businessKey(), step.element()));
        return found.values();
    }

    private void compare(RoundMatters round) {
        round.asked().forEach((flow, keys) -> keys.forEach(key -> one(flow, key, key, round.id(), null)));
        if (round.over()) {
            round.matters().forEach(one -> noWay(one));
            return;
        }
        one(Flow.CAMPAIGN, round.id(), round.id(), round.id(), null);
        branches(round);
        round.lists().stream()
                .filter(list -> list.underWay() && !isCalledBack(list))
                .forEach(list ->
                        one(Flow.RECOMMENDATION, list.id(), list.id(), round.id(), LIST_TASK.get(list.state())));
        round.matters().forEach(one -> compare(one, round));
    }

    /** An instance that has lost one of its branches would wait for it for ever at the next join. */
    private void branches(RoundMatters round) {
        if (!round.lost().isEmpty() && !isMoving(round.id())) {
            String steps = round.lost().stream().map(Branch::step).collect(Collectors.joining(" "));
            add(Fault.NOTHING_WAITS, round.id(), round.id(), Flow.CAMPAIGN.key() + " " + steps, "");
        }
    }

    /** Also where a list or a review has ended that the round's instance has not followed yet. */
    private boolean isMoving(String roundId) {
        return closing
                || work.instances().stream()
                        .filter(one -> one.businessKey() != null)
                        .filter(one -> one.businessKey().equals(roundId)
                                || one.businessKey().startsWith(roundId + "/"))
                        .anyMatch(Instance::moving);
    }

    /** A late list calls the Department from its own list back to its reviews; the round leads on to the list again. */
    private boolean isCalledBack(Recommendation list) {
        return list.unitId().equals(Unit.DEPARTMENT)
                && running.getOrDefault(Flow.PROVINCE_REVIEW, Map.of()).containsKey(list.roundId());
    }

    private void compare(PendingMatter matter, RoundMatters round) {
        if (matter.waitsFor() == null) {
            noWay(matter);
        } else if (matter.waitsFor() == Pending.FIRST_REVIEW) {
            firstReview(matter, round);
        } else if (OWN_TASK.containsKey(matter.waitsFor())) {
            one(
                    Flow.APPLICATION,
                    matter.applicationId(),
                    matter.applicationId(),
                    matter.roundId(),
                    OWN_TASK.get(matter.waitsFor()));
        } else if (!matter.listOpened() && !OPENED_LATER.contains(matter.listUnit())) {
            String list = matter.roundId() + "/" + matter.listUnit();
            one(Flow.RECOMMENDATION, list, list, matter.roundId(), null);
        }
    }

    /** Projects that arrive before the cities' deadline wait for the round to begin its review; later ones are in the loop at once. */
    private void firstReview(PendingMatter matter, RoundMatters round) {
        Item expected = new Item(Flow.PROVINCE_REVIEW.key(), round.id(), matter.applicationId());
        if (hasBegunReview(round) && !isBetweenSteps(round.id()) && !items.containsKey(expected)) {
            add(Fault.NOTHING_WAITS, matter.applicationId(), round.id(), expected.process() + " " + REVIEW_TASK, "");
        }
    }

    private boolean hasBegunReview(RoundMatters round) {
        return running.getOrDefault(Flow.PROVINCE_REVIEW, Map.of()).containsKey(round.id())
                || round.lists().stream().anyMatch(list -> list.unitId().equals(Unit.DEPARTMENT));
    }

    private boolean isBetweenSteps(String roundId) {
        return closing
                || Stream.of(Flow.CAMPAIGN, Flow.PROVINCE_REVIEW)
                        .flatMap(flow -> running.getOrDefault(flow, Map.of()).getOrDefault(roundId, List.of()).stream())
                        .anyMatch(Instance::moving);
    }

    /** One instance, and no more, waits for that matter, at that task. */
    private void one(Flow flow, String businessKey, String subject, String round, String task) {
        List<Instance> waiting = running.getOrDefault(flow, Map.of()).getOrDefault(businessKey, List.of());
        String expected = task == null ? flow.key() : flow.key() + " " + task;
        if (waiting.isEmpty()) {
            add(Fault.NOTHING_WAITS, subject, round, expected, "");
        } else if (waiting.size() > 1) {
            add(Fault.WAITS_TWICE, subject, round, expected, String.valueOf(waiting.size()));
        } else if (task != null && !isAt(waiting.get(0), task)) {
            add(
                    Fault.WRONG_STEP,
                    subject,
                    round,
                    expected,
                    String.join(" ", waiting.get(0).tasks()));
        }
    }

    private boolean isAt(Instance instance, String task) {
        return instance.moving()
                || isOpen(instance, task)
                || isOpen(instance, ALSO_AT.get(task))
                || work.hasFailed(instance);
    }

    private static boolean isOpen(Instance instance, String task) {
        return task != null && instance.tasks().equals(Set.of(task));
    }

    private void noWay(PendingMatter matter) {
        add(
                Fault.NO_WAY,
                matter.applicationId(),
                matter.roundId(),
                matter.state().name(),
                matter.listUnit());
    }

    private void leftOver(Instance instance) {
        if (isOver(instance)) {
            add(Fault.LEFT_OVER, instance.id(), null, instance.process() + " " + instance.businessKey(), "");
        }
    }

    private boolean isOver(Instance instance) {
        String about = instance.businessKey();
        if (about == null) {
            return false;
        }
        if (instance.process().equals(Flow.APPLICATION.key())) {
            ApplicationState state = states.get(about);
            return state != ApplicationState.SUBMITTED && state != ApplicationState.RETURNED && !isFollowed(state);
        }
        if (instance.process().equals(Flow.EXPERT_REVIEW.key())
                || instance.process().equals(Flow.SITE_CHECK.key())) {
            ApplicationState state = states.get(about.substring(0, Math.max(0, about.indexOf('/'))));
            return state != null && state.over() && !isFollowed(state);
        }
        if (instance.process().equals(Flow.RECOMMENDATION.key())) {
            return rounds.stream()
                    .anyMatch(round -> round.lists().stream()
                            .anyMatch(
                                    list -> list.id().equals(about) && (round.over() && !closing || !list.underWay())));
        }
        return !closing
                && Flow.WITH_THE_ROUND.stream().anyMatch(flow -> flow.key().equals(instance.process()))
                && rounds.stream().anyMatch(round -> round.id().equals(about) && round.over());
    }

    private void leftOver(Item item) {
        ApplicationState state = states.get(item.applicationId());
        if (!REVIEWED.get(item.process()).contains(state) && !isFollowed(state)) {
            add(
                    Fault.LEFT_OVER,
                    item.process() + "/" + item.applicationId(),
                    item.round(),
                    item.process() + " " + item.applicationId(),
                    String.valueOf(state));
        }
    }

    private boolean isFollowed(ApplicationState state) {
        return closing && (state == ApplicationState.MISSED_DEADLINE || state == ApplicationState.VOID);
    }

    private void add(Fault fault, String subject, String round, String expected, String what) {
        Unattended one = new Unattended(fault, subject, round, expected, what);
        found.putIfAbsent(one.key(), one);
    }
}
