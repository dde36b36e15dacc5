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
 * Asks the database beside the pool, on one connection of its own, whether it answers. So health is told even when every
 * connection of the pool waits, and requests are refused at once instead of one after another waiting too.
 */
class DatabaseWatch implements DisposableBean {

    static final String NAME = "gdpilot-watch";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final int PAUSE_MILLIS = 250;
    private static final long LONGEST_QUESTION_MILLIS = 1500;

    /** A late answer is an answer: the connection stays, since a new one may not be had while all are taken. */
    private static final int SECONDS_UNTIL_NEW_CONNECTION = 5;

    private static final int SECONDS_TO_CONNECT = 2;

    private final BoundedPool pool;
    private final DatabasePresence presence;
    private final ScheduledExecutorService asking = thread(NAME);
    private final ScheduledExecutorService telling = thread(NAME + "-log");
    private final AtomicReference<CompletableFuture<Boolean>> next = new AtomicReference<>();
    private volatile boolean refused;
    private Connection connection;

    /**
     * @param pool   whose database it asks, with the same user and the same properties of the driver
     * @param steady true if it asks all the time, false if only when somebody wants to know
     */
    DatabaseWatch(BoundedPool pool, DatabasePresence presence, boolean steady) {
        this.pool = pool;
        this.presence = presence;
        if (steady) {
            asking.scheduleWithFixedDelay(this::ask, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            telling.scheduleWithFixedDelay(presence::tell, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Asks now; the answer takes 1.5 s at most, and then is no. Askers of one moment share a question. */
    boolean answers() {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> waiting = next.compareAndExchange(null, mine);
        if (waiting == null) {
            waiting = mine;
            asking.execute(() -> {
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

    /** The pool's properties of the driver, certificates among them, with the watch's own limits. */
    static Properties settings(BoundedPool pool) {
        Properties settings = new Properties();
        pool.getDataSourceProperties()
                .forEach((name, value) -> settings.setProperty(name.toString(), value.toString()));
        settings.setProperty("user", pool.getUsername() == null ? "" : pool.getUsername());
        settings.setProperty("password", pool.getPassword() == null ? "" : pool.getPassword());
        if (pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            settings.setProperty("connectTimeout", String.valueOf(SECONDS_TO_CONNECT));
            settings.setProperty("loginTimeout", String.valueOf(SECONDS_TO_CONNECT));
            settings.setProperty("socketTimeout", String.valueOf(SECONDS_UNTIL_NEW_CONNECTION));
            settings.setProperty("ApplicationName", NAME);
        }
        return settings;
    }

    private boolean ask() {
        boolean answered = isAnswered();
        if (answered) {
            presence.answered();
        }
        return answered;
    }

    private boolean isAnswered() {
        try {
            if (connection == null) {
                connection = DriverManager.getConnection(pool.getJdbcUrl(), settings(pool));
                refused = false;
            }
            if (connection.isValid(SECONDS_UNTIL_NEW_CONNECTION)) {
                return true;
            }
        } catch (SQLException failure) {
            LOG.debug("No answer", failure);
            if (DatabaseFailure.isRefusal(failure)) {
                tellRefused(failure);
                return true;
            }
        }
        drop();
        return false;
    }

    /** A server that has no place for one more connection, or does not let this user in, is there: the pool may well go on. */
    private void tellRefused(SQLException failure) {
        if (!refused) {
            LOG.warn("The database refuses the watch's own connection: {}", failure.getMessage());
        }
        refused = true;
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

    private static ScheduledExecutorService thread(String name) {
        return new ScheduledThreadPoolExecutor(1, run -> {
            Thread watching = new Thread(run, name);
            watching.setDaemon(true);
            return watching;
        });
    }

    @Override
    public void destroy() throws InterruptedException {
        telling.shutdownNow();
        asking.shutdownNow();
        if (asking.awaitTermination(SECONDS_TO_CONNECT, TimeUnit.SECONDS)) {
            drop();
        }
    }
}
