package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The passwords that people chose themselves: the last five may not come back, and the newest tells whose choice it is. */
@Repository
public class OwnPasswords {

    private static final int REMEMBERED = 5;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final PilotClock clock;

    OwnPasswords(JdbcClient jdbc, PasswordEncoder encoder, PilotClock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** @throws Refusal if the password is one of the account's last five */
    public void checkNew(String account, String password) {
        if (last(account).stream().anyMatch(hash -> encoder.matches(password, hash))) {
            throw Refusal.invalid("password.used", REMEMBERED);
        }
    }

    /** Remembers a password that the person has chosen, as the hash that is stored for it. */
    public void chosen(String account, String hash) {
        jdbc.sql("insert into own_password (account, hash, chosen_at) values (:account, :hash, :at)")
                .param("account", account)
                .param("hash", hash)
                .param("at", PilotClock.timestamp(clock.now()))
                .update();
    }

    /** Whether the stored password is the person's own choice, and not the one with which somebody opened the account. */
    public boolean isOwn(String account, String hash) {
        return last(account).stream().limit(1).anyMatch(hash::equals);
    }

    private List<String> last(String account) {
        return jdbc.sql("select hash from own_password where account = :account order by id desc limit 5")
                .param("account", account)
                .query(String.class)
                .list();
    }
}
