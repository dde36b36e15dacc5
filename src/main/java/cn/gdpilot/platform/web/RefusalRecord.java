package cn.gdpilot.platform.web;

import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** A refusal of guard, fence or the check of foreign pages goes into the record, whatever becomes of the call; at most so many a minute for a person. */
@Component
public class RefusalRecord {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalRecord.class);
    private static final int A_MINUTE = 20;
    private static final int LONGEST = 150;

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final BeanFactory beans;
    private final Map<String, AtomicInteger> written = new ConcurrentHashMap<>();
    private volatile long minute;

    RefusalRecord(BeanFactory beans) {
        this.beans = beans;
    }

    /** A call that was turned away before anybody looked who it is: the session tells, if there is one. */
    public void write(HttpServletRequest request, int status) {
        Authentication signedIn = sessions.loadDeferredContext(request).get().getAuthentication();
        String address = request.getRequestURI().replaceAll("[^\\w/.;%-]", "?");
        String what = status + " " + request.getMethod().replaceAll("\\W", "?") + " "
                + address.substring(0, Math.min(address.length(), LONGEST));
        write(signedIn == null ? "nobody" : signedIn.getName(), what);
    }

    public void write(String person, String what) {
        LOG.warn("Refused {} for {}", what, person);
        long now = System.nanoTime() / Duration.ofMinutes(1).toNanos();
        if (now != minute) {
            minute = now;
            written.clear();
        }
        if (written.computeIfAbsent(person, one -> new AtomicInteger()).incrementAndGet() <= A_MINUTE) {
            beans.getBean(RecordBook.class)
                    .writeAtOnce(RecordEvent.of(new Actor(person, null), "guard.refused", what, null));
        }
    }
}
