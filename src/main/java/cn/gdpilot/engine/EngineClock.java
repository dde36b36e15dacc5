package cn.gdpilot.engine;

import cn.gdpilot.calendar.PilotClock;
import cn.gdpilot.calendar.TimePassed;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps the engine's clock with the application's, where a rehearsal has moved it. */
@Component
public class EngineClock {

    private static final Logger LOG = LoggerFactory.getLogger(EngineClock.class);

    private final PilotClock clock;
    private final ManagementService management;
    private final ApplicationEventPublisher events;

    EngineClock(PilotClock clock, ManagementService management, ApplicationEventPublisher events) {
        this.events = events;
        this.clock = clock;
        this.management = management;
    }

    /** Moves both clocks forward. */
    public void moveTo(Instant target) {
        clock.moveTo(target);
        align();
    }

    /** Sets the engine's clock to what the database says, e.g. after a restart in the middle of a rehearsal. */
    public void align() {
        if (clock.offset().isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(clock.offset().toMillis());
        }
    }

    /**
     * Runs every job that is due, and those that follow from it, until none is left: what the job executor does in its
     * own time, done at once after the clock was moved.
     */
    public void settle() {
        events.publishEvent(new TimePassed());
        List<Job> due = due();
        while (!due.isEmpty()) {
            due.forEach(this::run);
            due = due();
        }
    }

    private List<Job> due() {
        return management.createJobQuery().executable().orderByJobDuedate().asc().list();
    }

    private void run(Job job) {
        if (management.createJobQuery().jobId(job.getId()).count() == 0) {
            return; // An earlier one of the same batch has ended its process.
        }
        try {
            management.executeJob(job.getId());
        } catch (OptimisticLockingException | NullValueException done) {
            LOG.debug("Job {} was run by the job executor", job.getId());
        } catch (RuntimeException failure) {
            LOG.warn("Job {} failed and will be tried again: {}", job.getId(), failure.toString());
        }
    }
}
