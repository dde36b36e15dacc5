package cn.gdpilot;

import cn.gdpilot.rehearsal.OfficerClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Asks for pages one after the other as an officer does, beside something else that runs, and tells how long they took. */
public final class PageProbe implements AutoCloseable {

    private final Thread thread;
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean running = true;

    /**
     * @param officer who asks
     * @param pages   addresses, asked for in turn
     */
    public PageProbe(OfficerClient officer, List<String> pages) {
        thread = new Thread(() -> {
            for (int i = 0; running; i++) {
                long begin = System.nanoTime();
                officer.send("GET", pages.get(i % pages.size()), null).ok();
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        });
        thread.start();
    }

    /** The 95th percentile of the answers so far, in milliseconds. */
    public double p95() {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    /** How many answers there were. */
    public int count() {
        return millis.size();
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join();
    }
}
