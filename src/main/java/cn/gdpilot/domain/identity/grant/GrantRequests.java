package cn.gdpilot.domain.identity.grant;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** What was asked for accounts and who decided it. */
@Repository
class GrantRequests {

    private final JdbcClient jdbc;
    private final PilotClock clock;

    GrantRequests(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that nobody has decided, the oldest first. */
    List<GrantRequest> open() {
        return jdbc.sql("select * from grant_request where decided_at is null order by id")
                .query(GrantRequests::read)
                .list();
    }

    /** Locks a request that is still open. */
    GrantRequest take(long id) {
        return jdbc.sql("select * from grant_request where id = :id and decided_at is null for update")
                .param("id", id)
                .query(GrantRequests::read)
                .optional()
                .orElseThrow(() -> Refusal.conflict("grant.decided"));
    }

    /** Keeps a request; the same one twice is refused while it is open. */
    long add(GrantKind kind, String account, String group, String grounds, String askedBy) {
        boolean asked = open().stream()
                .anyMatch(one -> one.kind() == kind
                        && one.account().equals(account)
                        && String.valueOf(one.group()).equals(String.valueOf(group)));
        if (asked) {
            throw Refusal.conflict("grant.asked");
        }
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into grant_request (kind, account, group_id, grounds, asked_by, asked_at)
                        values (:kind, :account, :group, :grounds, :by, :at)""")
                .param("kind", kind.name())
                .param("account", account)
                .param("group", group)
                .param("grounds", grounds)
                .param("by", askedBy)
                .param("at", PilotClock.timestamp(clock.now()))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    void decide(long id, String by, boolean granted, boolean alone) {
        jdbc.sql(
                        "update grant_request set decided_by = :by, decided_at = :at, granted = :granted, alone = :alone where id = :id")
                .param("by", by)
                .param("at", PilotClock.timestamp(clock.now()))
                .param("granted", granted)
                .param("alone", alone)
                .param("id", id)
                .update();
    }

    /** Ends what is open for an account that is closed. */
    void forget(String account, String by) {
        open().stream().filter(one -> one.account().equals(account)).forEach(one -> decide(one.id(), by, false, true));
    }

    private static GrantRequest read(ResultSet row, int number) throws SQLException {
        return new GrantRequest(
                row.getLong("id"),
                GrantKind.valueOf(row.getString("kind")),
                row.getString("account"),
                row.getString("group_id"),
                row.getString("grounds"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant());
    }
}
