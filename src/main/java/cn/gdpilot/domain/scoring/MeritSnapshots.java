package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.eligibility.EligibilityTables;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.scoring.MeritSnapshot.About;
import cn.gdpilot.domain.scoring.MeritSnapshot.Line;
import cn.gdpilot.domain.scoring.MeritSnapshot.Occasion;
import cn.gdpilot.domain.scoring.MeritSnapshot.Placed;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Orders of merit as they stood at decisions: what is recomputed later knows neither who has gone nor an older table. */
@Repository
public class MeritSnapshots {

    private static final String ABOUT =
            "select id, level_name as level, occasion, average_name, cut_line, table_source, person, taken_at from merit_snapshot";

    private final MeritOrder merits;
    private final EligibilityTables tables;
    private final JdbcClient jdbc;
    private final PilotClock clock;

    MeritSnapshots(MeritOrder merits, EligibilityTables tables, JdbcClient jdbc, PilotClock clock) {
        this.merits = merits;
        this.tables = tables;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps the order as it stands, before the projects move on; nothing where no experts were asked.
     *
     * @param quota how many may go on; {@link MeritOrder#NO_QUOTA} where none holds
     * @param list  what is decided, in its order
     */
    @Transactional
    public void keep(String roundId, UnitType level, Occasion occasion, int quota, List<String> list, Actor person) {
        MeritList proposed = merits.proposed(roundId, level, quota);
        if (proposed.order().isEmpty()) {
            return;
        }
        long id = write(roundId, level, occasion, quota, person);
        MeritList moved = merits.moved(proposed, roundId, level);
        moved.order().forEach(merit -> write(id, merit, proposed, moved, list));
    }

    private long write(String roundId, UnitType level, Occasion occasion, int quota, Actor person) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into merit_snapshot (round_id, level_name, occasion, average_name, cut_line, table_source, person, taken_at)
                values (:round, :level, :occasion, :average, :line, :source, :person, :at)""")
                .param("round", roundId)
                .param("level", level.name())
                .param("occasion", occasion.name())
                .param("average", merits.average(roundId, level).name())
                .param("line", quota == MeritOrder.NO_QUOTA ? null : quota)
                .param("source", tables.prioritiesSource())
                .param("person", person.person())
                .param("at", PilotClock.timestamp(clock.now()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    private void write(long snapshot, Merit merit, MeritList proposed, MeritList moved, List<String> list) {
        int listed = list.indexOf(merit.applicationId());
        jdbc.sql("""
                insert into merit_snapshot_line (snapshot_id, application_id, score, conditions, proposed_place, place, listed_place)
                values (:snapshot, :application, :score, :conditions, :proposed, :place, :listed)""")
                .param("snapshot", snapshot)
                .param("application", merit.applicationId())
                .param("score", merit.score())
                .param("conditions", merit.conditions())
                .param("proposed", proposed.place(merit.applicationId()))
                .param("place", moved.place(merit.applicationId()))
                .param("listed", listed < 0 ? null : listed + 1)
                .update();
    }

    /** The decision is to be made again: what was kept stays, and stands no longer. */
    public void setAside(String roundId, UnitType level) {
        jdbc.sql(
                        "update merit_snapshot set set_aside_at = :at where round_id = :round and level_name = :level and set_aside_at is null")
                .param("at", PilotClock.timestamp(clock.now()))
                .param("round", roundId)
                .param("level", level.name())
                .update();
    }

    /** The order by which a level has signed or selected; empty while it has not. */
    public Optional<MeritSnapshot> decided(String roundId, UnitType level) {
        return jdbc.sql(ABOUT + """
                 where round_id = :round and level_name = :level and occasion <> 'RANKED' and set_aside_at is null
                order by id desc fetch first 1 rows only""")
                .param("round", roundId)
                .param("level", level.name())
                .query(About.class)
                .optional()
                .map(about -> new MeritSnapshot(about, lines(about.id())));
    }

    private List<Line> lines(long snapshot) {
        return jdbc.sql("""
                select application_id, score, conditions, proposed_place, place, listed_place from merit_snapshot_line
                where snapshot_id = :snapshot order by place""").param("snapshot", snapshot).query(Line.class).list();
    }

    /** Where a project stood at every decision, the earliest first; those to be made again included. */
    public List<Placed> ofProject(String applicationId) {
        return jdbc
                .sql(
                        ABOUT
                                + " where id in (select snapshot_id from merit_snapshot_line where application_id = :application) order by id")
                .param("application", applicationId)
                .query(About.class)
                .list()
                .stream()
                .flatMap(about -> lines(about.id()).stream()
                        .filter(line -> line.applicationId().equals(applicationId))
                        .map(line -> new Placed(about, line)))
                .toList();
    }
}
