package cn.gdpilot.platform.engine.feel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Time that all FEEL of one piece of work may take together, on the thread that does it. It is the processor's time: a server
 * that is busy elsewhere, or stands still for a moment, makes no answer fail.
 */
public final class FeelTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<Long> END = new ThreadLocal<>();

    private FeelTime() {}

    /** Runs a piece of work; within another one the earlier end counts. */
    public static <T> T within(Duration most, Supplier<T> work) {
        Long outer = END.get();
        long end = now() + most.toNanos();
        END.set(outer == null || end - outer < 0 ? Long.valueOf(end) : outer);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                END.remove();
            } else {
                END.set(outer);
            }
        }
    }

    /** True if the time of this thread's work is over. */
    public static boolean isOver() {
        Long end = END.get();
        return end != null && now() - end > 0;
    }

    /** Processor's time of this thread, in nanoseconds. */
    static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
