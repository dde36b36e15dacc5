package cn.gdpilot.domain.record;

import cn.gdpilot.domain.text.Limit;
import cn.gdpilot.domain.text.Refusal;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Refusals by a limit of the installation: each is counted ({@code gdpilot_limit_refusals_total{limit="drafts"}}) and leaves a
 * line in the record, at most so many a minute for one person and limit, so that a flood does not fill the record.
 */
@Component
public class LimitRefusals implements MeterBinder {

    private static final int A_MINUTE = 20;

    private final RecordBook book;
    private final Map<Limit, AtomicLong> counts = new EnumMap<>(Limit.class);
    private final Map<String, AtomicInteger> written = new ConcurrentHashMap<>();
    private volatile long minute;

    LimitRefusals(RecordBook book) {
        this.book = book;
        for (Limit limit : Limit.values()) {
            counts.put(limit, new AtomicLong());
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counts.forEach((limit, count) -> FunctionCounter.builder("gdpilot.limit.refusals", count, AtomicLong::get)
                .tag("limit", limit.label())
                .register(registry));
    }

    /**
     * Does the work and notes it if a limit refuses it. Called outside of any transaction: the line is written with a
     * connection of its own, and a caller who holds one meanwhile could starve all others of theirs.
     *
     * @param subject to what, e.g. an application's number; may be null
     * @throws Refusal as the work throws it
     */
    public <T> T watch(Actor actor, String subject, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            if (refusal.limit() != null) {
                note(refusal, actor, subject);
            }
            throw refusal;
        }
    }

    /** Counts and records a refusal by a limit. */
    public void note(Refusal refusal, Actor actor, String subject) {
        counts.get(refusal.limit()).incrementAndGet();
        if (isToBeWritten(refusal.limit() + " " + actor.person() + " " + Caller.address())) {
            book.writeAtOnce(RecordEvent.of(
                    actor, "limit.refused", subject, refusal.limit().label() + ": " + refusal.getMessage()));
        }
    }

    private boolean isToBeWritten(String who) {
        long now = System.nanoTime() / Duration.ofMinutes(1).toNanos();
        if (now != minute) {
            minute = now;
            written.clear();
        }
        return written.computeIfAbsent(who, one -> new AtomicInteger()).incrementAndGet() <= A_MINUTE;
    }
}
