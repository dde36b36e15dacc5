package cn.gdpilot.engine.guard;

import cn.gdpilot.audit.Actor;
import cn.gdpilot.audit.RecordBook;
import cn.gdpilot.audit.RecordEvent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;

/** What the guard refused goes into the record, whatever becomes of the call; at most so many a minute for a person. */
class RefusalRecord {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalRecord.class);
    private static final int A_MINUTE = 20;

    private final BeanFactory beans;
    private final Map<String, AtomicInteger> written = new ConcurrentHashMap<>();
    private volatile long minute;

    RefusalRecord(BeanFactory beans) {
        this.beans = beans;
    }

    void write(String person, String what) {
        LOG.warn("Refused {} for {}", what, person);
        long now = System.nanoTime() / Duration.ofMinutes(1).toNanos();
        if (now != minute) {
            minute = now;
            written.clear();
        }
        if (written.computeIfAbsent(person, one -> new AtomicInteger()).incrementAndGet() <= A_MINUTE) {
            beans.getBean(RecordBook.class).writeAtOnce(RecordEvent.of(new Actor(person, null), "guard.refused", what, null));
        }
    }
}
