package cn.gdpilot.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Asks the database beside the pool, on one connection and one thread of its own, whether it answers. So health is told even
 * when every connection of the pool waits, and requests are refused at once instead of one after another waiting too.
 */
class DatabaseWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final int PAUSE_MILLIS = 250;
    private static final int LONGEST_ANSWER_SECONDS = 1;
    private static final long LONGEST_QUESTION_MILLIS = 1500;

    /** One answer that is missing may be a hiccup; after two in a row requests are not let in to wait. */
    private static final int MISSES_UNTIL_AWAY = 2;

    private final String url;
    private final Properties settings = new Properties();
    private final ScheduledExecutorService thread;
    private final AtomicReference<CompletableFuture<Boolean>> next = new AtomicReference<>();
    private volatile int misses;
    private Connection connection;

    /** @param steady whether it asks all the time, or only when somebody wants to know */
    DatabaseWatch(String url, String username, String password, boolean steady) {
        this.url = url;
        settings.setProperty("user", username == null ? "" : username);
        settings.setProperty("password", password == null ? "" : password);
        this.thread = new ScheduledThreadPoolExecutor(1, run -> {
            Thread watching = new Thread(run, "database-watch");
            watching.setDaemon(true);
            return watching;
        });
        if (steady) {
            String limit = String.valueOf(LONGEST_ANSWER_SECONDS);
            settings.setProperty("connectTimeout", limit);
            settings.setProperty("loginTimeout", limit);
            settings.setProperty("socketTimeout", limit);
            settings.setProperty("ApplicationName", "gdpilot-watch");
            thread.scheduleWithFixedDelay(this::ask, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Whether it has not answered for about two seconds and does not yet. */
    boolean isAway() {
        return misses >= MISSES_UNTIL_AWAY;
    }

    /** Asks now; the answer takes 1.5 s at most, and then is no. Askers of one moment share a question. */
    boolean answers() {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> waiting = next.compareAndExchange(null, mine);
        if (waiting == null) {
            waiting = mine;
            thread.execute(() -> {
                next.set(null);
                mine.complete(ask());
            });
        }
        try {
            return waiting.get(LONGEST_QUESTION_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException noAnswer) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean ask() {
        boolean answered = isAnswered();
        if (answered && isAway()) {
            LOG.warn("The database answers again");
        }
        misses = answered ? 0 : misses + 1;
        if (misses == MISSES_UNTIL_AWAY) {
            LOG.error("The database does not answer: requests get 503 until it does");
        }
        return answered;
    }

    private boolean isAnswered() {
        try {
            if (connection == null) {
                connection = DriverManager.getConnection(url, settings);
            }
            if (connection.isValid(LONGEST_ANSWER_SECONDS)) {
                return true;
            }
        } catch (SQLException noAnswer) {
            LOG.debug("No answer", noAnswer);
        }
        drop();
        return false;
    }

    private void drop() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            LOG.debug("Closed already", gone);
        }
        connection = null;
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdownNow();
        if (thread.awaitTermination(2L * LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS)) {
            drop();
        }
    }
}
