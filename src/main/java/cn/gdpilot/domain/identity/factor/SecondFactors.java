package cn.gdpilot.domain.identity.factor;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second factor of officers: set up by the person, asked for at each sign-in, each code good for once. */
@Service
public class SecondFactors {

    private static final int RECOVERY_CODES = 8;
    private static final int RECOVERY_BYTES = 10;

    private final JdbcClient jdbc;
    private final TimeCodes codes;
    private final SecretBox box;
    private final PilotClock clock;
    private final RecordBook book;
    private final boolean compulsory;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            JdbcClient jdbc,
            TimeCodes codes,
            SecretBox box,
            PilotClock clock,
            RecordBook book,
            @Value("${pilot.security.second-factor-compulsory}") boolean compulsory) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.box = box;
        this.clock = clock;
        this.book = book;
        this.compulsory = compulsory;
    }

    /** What a sign-in with a right password still owes, by the groups of the person. */
    public SecondStep owed(String account, Collection<String> groups) {
        if (isOn(account)) {
            return SecondStep.CODE;
        }
        return isCompulsory(groups) ? SecondStep.SET_UP : SecondStep.NONE;
    }

    /** Whether those who sign for a unit and those who administer must have one: by the setting. */
    public boolean isCompulsory(Collection<String> groups) {
        return compulsory
                && groups.stream().anyMatch(group -> new Group(group).isLead() || Group.ADMINISTRATORS.contains(group));
    }

    public boolean isOn(String account) {
        return find(account).filter(Stored::confirmed).isPresent();
    }

    /** The secret to show while it is being set up, in Base32; a new one at the first call. */
    @Transactional
    public String begin(String account) {
        Optional<Stored> stored = find(account);
        if (stored.filter(Stored::confirmed).isPresent()) {
            throw Refusal.conflict("factor.on-already");
        }
        byte[] secret = stored.map(one -> box.open(account, one.secret())).orElseGet(() -> make(account));
        return new Base32().encodeAsString(secret).replace("=", "");
    }

    /**
     * Ends the setting up with a code from the phone.
     *
     * @return the recovery codes, which are shown once
     * @throws Refusal if the code is not the phone's
     */
    @Transactional
    public List<String> confirm(String account, String code) {
        Stored stored = find(account).orElseThrow(() -> Refusal.conflict("factor.not-begun"));
        if (stored.confirmed() || !use(account, stored, code)) {
            throw Refusal.invalid("factor.wrong");
        }
        jdbc.sql("update second_factor set confirmed_at = :now where account = :account")
                .param("now", PilotClock.timestamp(clock.now()))
                .param("account", account)
                .update();
        book.write(RecordEvent.of(new Actor(account, null), "second-factor.on", account, null));
        return newRecoveryCodes(account);
    }

    /** Whether that code, from the phone or one of the recovery codes, opens now; it does not open again. */
    @Transactional
    public boolean opens(String account, String typed) {
        String code = typed == null ? "" : typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        Optional<Stored> stored = find(account).filter(Stored::confirmed);
        return stored.isPresent() && (use(account, stored.get(), code) || useRecovery(account, code));
    }

    /** Takes it away, e.g. when the phone is lost and the recovery codes too. */
    @Transactional
    public void remove(String account) {
        jdbc.sql("delete from recovery_code where account = :account")
                .param("account", account)
                .update();
        jdbc.sql("delete from second_factor where account = :account")
                .param("account", account)
                .update();
    }

    private byte[] make(String account) {
        byte[] secret = codes.newSecret();
        jdbc.sql("insert into second_factor (account, secret, last_step) values (:account, :secret, 0)")
                .param("account", account)
                .param("secret", box.close(account, secret))
                .update();
        return secret;
    }

    private boolean use(String account, Stored stored, String code) {
        // The moved clock of a rehearsal is not the phone's.
        Instant now = clock.now().minus(clock.offset());
        OptionalLong step = codes.step(box.open(account, stored.secret()), code, now);
        return step.isPresent()
                && jdbc.sql("update second_factor set last_step = :step where account = :account and last_step < :step")
                                .param("step", step.getAsLong())
                                .param("account", account)
                                .update()
                        == 1;
    }

    private boolean useRecovery(String account, String code) {
        return jdbc.sql("delete from recovery_code where account = :account and hash = :hash")
                        .param("account", account)
                        .param("hash", box.hash(account, code))
                        .update()
                == 1;
    }

    private List<String> newRecoveryCodes(String account) {
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            byte[] bytes = new byte[RECOVERY_BYTES];
            random.nextBytes(bytes);
            String code = new Base32().encodeAsString(bytes);
            jdbc.sql("insert into recovery_code (account, hash) values (:account, :hash)")
                    .param("account", account)
                    .param("hash", box.hash(account, code))
                    .update();
            fresh.add(code.replaceAll("(.{4})(?=.)", "$1-"));
        }
        return fresh;
    }

    private Optional<Stored> find(String account) {
        return jdbc.sql(
                        "select secret, case when confirmed_at is null then false else true end as confirmed from second_factor where account = :account")
                .param("account", account)
                .query(Stored.class)
                .optional();
    }

    private record Stored(String secret, boolean confirmed) {}
}
