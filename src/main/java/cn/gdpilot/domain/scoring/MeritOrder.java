package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.eligibility.EligibilityTables;
import cn.gdpilot.domain.eligibility.PriorityFacts;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.Words;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The order that the experts' scores propose, and the places that officers moved in it, with their grounds. */
@Service
public class MeritOrder {

    /** For a level that selects under no quota. */
    public static final int NO_QUOTA = Integer.MAX_VALUE;

    private final Panels panels;
    private final ReviewPlans plans;
    private final EligibilityTables tables;
    private final Applications applications;
    private final Rounds rounds;
    private final JdbcClient jdbc;
    private final RecordBook book;
    private final PilotClock clock;

    MeritOrder(
            Panels panels,
            ReviewPlans plans,
            EligibilityTables tables,
            Applications applications,
            Rounds rounds,
            JdbcClient jdbc,
            RecordBook book,
            PilotClock clock) {
        this.panels = panels;
        this.plans = plans;
        this.tables = tables;
        this.applications = applications;
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.book = book;
        this.clock = clock;
    }

    /** The average by which the level ranks in that round. */
    public Average average(String roundId, UnitType level) {
        return plans.of(roundId, level).average();
    }

    /** What the scores say, of the projects that are still in the running. */
    public MeritList proposed(String roundId, UnitType level, int quota) {
        return proposed(roundId, level, average(roundId, level), quota, Map.of());
    }

    /** The order as it stands: the proposal with the officers' moves. */
    public MeritList standing(String roundId, UnitType level, int quota) {
        return moved(proposed(roundId, level, quota), roundId, level);
    }

    /** What they say by that average, with some totals replaced, by assignment: what would follow from them. */
    public MeritList proposed(String roundId, UnitType level, Average average, int quota, Map<Long, Double> changed) {
        List<Panel> all = panels.of(roundId, level);
        Map<Long, List<Assignment>> members = panels.members(roundId, level);
        Map<String, Application> projects =
                applications.all(all.stream().map(Panel::applicationId).toList());
        // Sixteen combinations at most: the table is asked once for each.
        Map<PriorityFacts, Integer> conditions = new HashMap<>();
        return MeritList.of(
                all.stream()
                        .filter(panel ->
                                !projects.get(panel.applicationId()).state().over())
                        .map(panel -> merit(
                                panel,
                                members.getOrDefault(panel.id(), List.of()),
                                conditions.computeIfAbsent(
                                        facts(projects.get(panel.applicationId())),
                                        facts -> tables.priorities(facts).size()),
                                average,
                                changed))
                        .toList(),
                quota);
    }

    private static Merit merit(
            Panel panel, List<Assignment> members, int conditions, Average average, Map<Long, Double> changed) {
        List<Double> totals = members.stream()
                .filter(one -> one.state() == Assignment.State.SCORED)
                .map(one -> changed.getOrDefault(one.id(), one.total()))
                .toList();
        Double score = panel.closed() ? average.of(totals) : null;
        return new Merit(panel.applicationId(), panel.closed() ? totals : List.of(), score, conditions);
    }

    /** What the table of priority conditions is asked about a project. */
    public static PriorityFacts facts(Application one) {
        return PriorityFacts.of(one.facts());
    }

    /** The proposal with the officers' moves, in the order in which they were made. */
    public MeritList moved(MeritList proposed, String roundId, UnitType level) {
        MeritList list = proposed;
        for (Move move : moves(roundId, level)) {
            list = list.moved(move.applicationId(), move.toPlace());
        }
        return list;
    }

    public List<Move> moves(String roundId, UnitType level) {
        return jdbc.sql(
                        "select application_id, from_place, to_place, average_name, grounds, person, at from merit_move where round_id = :round and level_name = :level order by id")
                .param("round", roundId)
                .param("level", level.name())
                .query(Move.class)
                .list();
    }

    /**
     * Moves a project to another place of the list as it stands.
     *
     * @throws Refusal if it is not on the list, there is no such place, or no grounds are given
     */
    @Transactional
    public void move(
            String roundId,
            UnitType level,
            int quota,
            String applicationId,
            int toPlace,
            String grounds,
            Actor officer) {
        rounds.lock(roundId);
        MeritList list = standing(roundId, level, quota);
        int from = list.place(applicationId);
        if (from == 0) {
            throw Refusal.notFound("merit.unknown");
        }
        if (toPlace < 1 || toPlace > list.order().size()) {
            throw Refusal.byRule("R3.6", "merit.place", list.order().size());
        }
        if (Words.none(grounds)) {
            throw Refusal.invalid("task.grounds");
        }
        if (TextLimit.GROUNDS.exceededBy(grounds)) {
            throw Refusal.invalid("guard.answer-long", TextLimit.GROUNDS.length());
        }
        jdbc.sql("""
                insert into merit_move (round_id, level_name, application_id, from_place, to_place, average_name, grounds, person, at)
                values (:round, :level, :application, :from, :to, :average, :grounds, :person, :at)""")
                .param("round", roundId)
                .param("level", level.name())
                .param("application", applicationId)
                .param("from", from)
                .param("to", toPlace)
                .param("average", average(roundId, level).name())
                .param("grounds", grounds.strip())
                .param("person", officer.person())
                .param("at", PilotClock.timestamp(clock.now()))
                .update();
        book.write(new RecordEvent(
                officer,
                "merit.moved",
                applicationId,
                grounds.strip(),
                Texts.of("merit.at", from),
                Texts.of("merit.at", toPlace),
                null));
    }

    /** A move that was made: who, from where, to where, by which average (null of old ones), on what grounds. */
    public record Move(
            String applicationId,
            int fromPlace,
            int toPlace,
            String averageName,
            String grounds,
            String person,
            Instant at) {}
}
