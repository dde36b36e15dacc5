package cn.gdpilot.desk.application;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.closing.Closings;
import cn.gdpilot.domain.identity.ApplicantAccounts;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.jobs.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Thousands submit around the second of the deadline, 16 at once, on PostgreSQL, while the application closes it by
 * itself: what was let in, what was refused, and that nothing with a later arrival has a receipt.
 *
 * <p>By hand: {@code java -cp target/test-classes:target/classes:CLASSPATH cn.gdpilot.desk.application.IntakeBench [DRAFTS]};
 * 4,000 drafts unless said.
 */
public final class IntakeBench {

    private static final int CLIENTS = 16;
    private static final Duration BEFORE = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BenchApplication application;
    private final JdbcClient jdbc;
    private final PilotClock clock;

    private IntakeBench(BenchApplication application) {
        this.application = application;
        this.jdbc = application.jdbc();
        this.clock = application.bean(PilotClock.class);
    }

    public static void main(String[] arguments) throws Exception {
        int drafts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4000;
        try (BenchApplication application = BenchApplication.start()) {
            new IntakeBench(application).run(drafts);
        }
        System.exit(0);
    }

    private void run(int drafts) throws Exception {
        BenchData data = new BenchData(application);
        data.applicants(1, drafts);
        data.applications(1, drafts, "i", "'DRAFT'", null);
        Deadline deadline =
                application.bean(Rounds.class).current().orElseThrow().city();
        timersOfThePast(deadline.lastMoment().minus(Duration.ofMinutes(10)));
        move(deadline.firstMomentAfter().minus(BEFORE));
        long second = System.nanoTime()
                + Duration.between(clock.now(), deadline.firstMomentAfter()).toNanos();

        CompletableFuture<Double> closing = CompletableFuture.supplyAsync(() -> closed(second));
        List<Long> refused = submitAll(drafts, second);
        double closed = closing.get();
        Closings closings = application.bean(Closings.class);
        Awaitility.await().atMost(PATIENCE).until(() -> closings.waiting() == 0);
        System.out.printf(
                "%d drafts, %d clients; in time: %d (the last arrived %d ms before the first late instant), refused: %d, the first answered %.0f ms after it%n",
                drafts,
                CLIENTS,
                drafts - refused.size(),
                lastArrival(deadline),
                refused.size(),
                refused.stream().mapToLong(one -> one).min().orElse(0) / 1e6);
        System.out.printf(
                "receipts with a later arrival: %d; all closed %.1f s after it, the engine has followed %.1f s after it%n",
                later(deadline), closed, since(second));
    }

    /** When, after the second, no application is open any more; looked at while everybody goes on submitting. */
    private double closed(long second) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> System.nanoTime() > second
                        && count("select count(*) from application where state = 'SUBMITTED'") == 0);
        return since(second);
    }

    /** Everybody submits as fast as the system lets them; a refusal's answer is told in nanoseconds after the second. */
    private List<Long> submitAll(int drafts, long second) throws Exception {
        SubmitApplication desk = application.bean(SubmitApplication.class);
        ApplicantAccounts accounts = application.bean(ApplicantAccounts.class);
        AtomicInteger next = new AtomicInteger(1);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<List<Long>>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                work.add(() -> {
                    List<Long> refused = new ArrayList<>();
                    for (int i = next.getAndIncrement(); i <= drafts; i = next.getAndIncrement()) {
                        try {
                            desk.submit(
                                    accounts.find("bench-" + i).orElseThrow().applicantId(),
                                    BenchData.number(i),
                                    "key",
                                    new Actor("bench-" + i, null));
                        } catch (Refusal late) {
                            refused.add(System.nanoTime() - second);
                        }
                    }
                    return refused;
                });
            }
            List<Long> refused = new ArrayList<>();
            for (Future<List<Long>> done : threads.invokeAll(work)) {
                refused.addAll(done.get());
            }
            return refused;
        } finally {
            threads.shutdown();
        }
    }

    /** Reminders and the like of the weeks that are skipped are over before it begins. */
    private void timersOfThePast(Instant eve) {
        move(eve);
        ManagementService management = application.bean(ManagementService.class);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> management.createJobQuery().executable().count() == 0);
    }

    private void move(Instant target) {
        application.bean(EngineClock.class).moveTo(target);
    }

    private long lastArrival(Deadline deadline) {
        Instant last = jdbc.sql("select max(arrived_at) as last from receipt")
                .query((row, n) -> row.getTimestamp("last").toInstant())
                .single();
        return Duration.between(last, deadline.firstMomentAfter()).toMillis();
    }

    private int later(Deadline deadline) {
        return jdbc.sql("select count(*) from receipt where arrived_at >= :late")
                .param("late", PilotClock.timestamp(deadline.firstMomentAfter()))
                .query(Integer.class)
                .single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static double since(long second) {
        return (System.nanoTime() - second) / 1e9;
    }
}
