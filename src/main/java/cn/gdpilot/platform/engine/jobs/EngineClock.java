package cn.gdpilot.platform.engine.jobs;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.TimePassed;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
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

    /** Longer than a job takes. */
    private static final Duration HOLD = Duration.ofMinutes(5);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final PilotClock clock;
    private final ManagementService management;
    private final ProcessEngineConfigurationImpl configuration;
    private final ApplicationEventPublisher events;
    private final String owner = "clock-" + UUID.randomUUID();

    EngineClock(
            PilotClock clock,
            ManagementService management,
            ProcessEngineConfigurationImpl configuration,
            ApplicationEventPublisher events) {
        this.events = events;
        this.configuration = configuration;
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
     * own time, done at once after the clock was moved. What the executor has in hand is waited for.
     */
    public void settle() {
        events.publishEvent(new TimePassed());
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            if (due.stream().filter(this::run).count() == 0) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    private List<Job> due() {
        return management
                .createJobQuery()
                .executable()
                .orderByJobDuedate()
                .asc()
                .list();
    }

    /** False if somebody else runs it, or it is gone: an earlier one of the same batch has ended its process. */
    private boolean run(Job job) {
        if (!reserve(job.getId())) {
            return false;
        }
        try {
            management.executeJob(job.getId());
        } catch (OptimisticLockingException | NullValueException done) {
            LOG.debug("Job {} is done", job.getId());
        } catch (RuntimeException failure) {
            LOG.warn("Job {} failed and will be tried again: {}", job.getId(), failure.toString());
        }
        return true;
    }

    /** As the job executor does it: of two that would run a job at once, one does. */
    private boolean reserve(String jobId) {
        try {
            return configuration.getCommandExecutorTxRequired().execute(context -> {
                JobEntity job = context.getJobManager().findJobById(jobId);
                Date now = ClockUtil.getCurrentTime();
                if (job == null
                        || job.getLockExpirationTime() != null
                                && job.getLockExpirationTime().after(now)) {
                    return false;
                }
                job.setLockOwner(owner);
                job.setLockExpirationTime(new Date(now.getTime() + HOLD.toMillis()));
                return true;
            });
        } catch (OptimisticLockingException another) {
            return false;
        }
    }
}
