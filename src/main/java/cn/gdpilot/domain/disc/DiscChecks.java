package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who has checked which disc, when, and what came out. */
@Repository
public class DiscChecks {

    private final JdbcClient jdbc;
    private final PilotClock clock;
    private final RecordBook book;

    DiscChecks(JdbcClient jdbc, PilotClock clock, RecordBook book) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.book = book;
    }

    /** Keeps what came out of a check. */
    @Transactional
    public void keep(String listId, DiscFindings findings, Actor checker) {
        jdbc.sql("""
                insert into disc_check (recommendation_id, volume, volumes, scope, whole, missing, changed, extra, checked_by, office, checked_at)
                values (:list, :volume, :volumes, :scope, :whole, :missing, :changed, :extra, :person, :office, :now)""")
                .param("list", listId)
                .param("volume", findings.volume())
                .param("volumes", findings.volumes())
                .param("scope", findings.scope().name())
                .param("whole", findings.whole())
                .param("missing", findings.missing().size())
                .param("changed", findings.changed().size())
                .param("extra", findings.extra().size())
                .param("person", checker.person())
                .param("office", checker.office())
                .param("now", PilotClock.timestamp(clock.now()))
                .update();
        book.write(RecordEvent.of(checker, "disc.checked", listId, told(findings)));
    }

    /**
     * All checks of a list's discs, the newest first.
     *
     * @param signedAt since when the discs are what they are: those of a list that was taken back count no more
     */
    public List<DiscCheck> of(String listId, Instant signedAt) {
        return jdbc.sql(
                        "select * from disc_check where recommendation_id = :list and checked_at >= :signed order by id desc")
                .param("list", listId)
                .param("signed", PilotClock.timestamp(signedAt))
                .query(DiscCheck.class)
                .list();
    }

    /** The last check of each of the list's discs, by the disc's number; empty while nobody has checked any. */
    public List<DiscCheck> last(String listId, Instant signedAt) {
        Map<Integer, DiscCheck> last = new LinkedHashMap<>();
        of(listId, signedAt).forEach(check -> last.putIfAbsent(check.volume(), check));
        List<DiscCheck> checks = new ArrayList<>(last.values());
        checks.sort(Comparator.comparingInt(DiscCheck::volume));
        return checks;
    }

    private static String told(DiscFindings findings) {
        String outcome = Texts.of(
                "disc.checked",
                findings.volume(),
                findings.volumes(),
                Texts.label("disc.scope", findings.scope()),
                findings.missing().size(),
                findings.changed().size(),
                findings.extra().size());
        List<String> names = new ArrayList<>(findings.missing());
        names.addAll(findings.changed());
        names.addAll(findings.extra());
        return names.isEmpty() ? outcome : outcome + "\n" + String.join("\n", names);
    }
}
