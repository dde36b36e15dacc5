package cn.gdpilot.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.MortalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.flyway.FlywayProperties;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pool and watch with a real PostgreSQL; the application is not started. */
class BoundedPoolTest {

    private static final Duration REQUEST = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(1700);

    private static MortalPostgres server;
    private static String url;

    private final AtomicLong nanos = new AtomicLong();
    private final DatabasePresence presence = new DatabasePresence(true, nanos::get);
    private final AtomicBoolean answered = new AtomicBoolean();
    private final BoundedPool pool = pool("postgres");

    @BeforeAll
    static void start() {
        Map<String, Supplier<Object>> properties = new HashMap<>();
        server = new MortalPostgres();
        server.use(properties::put);
        url = properties.get("spring.datasource.url").get().toString();
    }

    @AfterAll
    static void thaw() throws Exception {
        server.thaw();
    }

    @AfterEach
    void close() {
        RequestThread.end();
        pool.close();
    }

    @Test
    @DisplayName("two waits of one request, each shorter than its limit → given up at the limit of both together")
    void twoWaits() throws SQLException {
        JdbcClient.create(pool).sql("select 1").query(Integer.class).single();
        long begun = System.nanoTime();
        givenRequest();
        try (Connection connection = pool.getConnection()) {
            wait(connection, "0.7");
            assertThatThrownBy(() -> wait(connection, "0.7")).matches(DatabaseFailure::isOne);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1350));
        assertThatThrownBy(pool::getConnection).as("its time is used up").matches(DatabaseFailure::isOne);
    }

    @Test
    @DisplayName("all connections taken → a request waits for its own limit, not for the pool's")
    void poolWait() throws SQLException {
        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            assertThat(one.isValid(1) && other.isValid(1)).isTrue();
            givenRequest();
            long begun = System.nanoTime();

            assertThatThrownBy(pool::getConnection).matches(DatabaseFailure::isOne);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
        }
    }

    @Test
    @DisplayName(
            "no request, or an answer that has begun → the limit of work, and the pool has its connection back as it was")
    void work() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            wait(connection, "1.2");
        }
        givenRequest();
        try (Connection connection = pool.getConnection()) {
            answered.set(true);
            wait(connection, "1.2");
        }
    }

    @Test
    @DisplayName("a pooled connection answers, or says no → the database is there, whatever the watch hears")
    void pooledAnswer() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            assertThat(presence.isAway()).isTrue();
            wait(connection, "0");
            assertThat(presence.isAway()).isFalse();

            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            assertThatThrownBy(() -> connection.createStatement().execute("select nothing"))
                    .isInstanceOf(SQLException.class);
            assertThat(presence.isAway()).isFalse();
        }
    }

    @Test
    @DisplayName("no connection left for the watch (53300), or its password refused (28P01) → the database is there")
    void refused() throws Exception {
        admin("create role few login connection limit 1 password 'x'");
        try (Connection all = DriverManager.getConnection(url, "few", "x");
                BoundedPool few = pool("few")) {
            assertThat(all.isValid(1)).isTrue();
            DatabaseWatch watch = new DatabaseWatch(few, presence, false);
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());

            assertThat(watch.answers()).isTrue();
            assertThat(presence.isAway()).isFalse();
            watch.destroy();
        }
        assertThat(DatabaseFailure.isRefusal(new SQLException("wrong password", "28P01")))
                .isTrue();
        assertThat(DatabaseFailure.isRefusal(new SQLException("broken", "08006")))
                .isFalse();
    }

    @Test
    @DisplayName("frozen for longer than one question and thawed → the watch goes on with the connection that it had")
    void sameConnection() throws Exception {
        DatabaseWatch watch = new DatabaseWatch(pool, presence, false);
        assertThat(watch.answers()).isTrue();
        int before = watching();

        server.freeze();
        assertThat(watch.answers()).isFalse();
        server.thaw();

        Awaitility.await().until(watch::answers);
        assertThat(watching()).isEqualTo(before);
        watch.destroy();
    }

    @Test
    @DisplayName("a client certificate among the pool's properties → the watch presents it too, with its own limits")
    void properties() {
        pool.addDataSourceProperty("sslcert", "/etc/pilot/client.crt");
        pool.addDataSourceProperty("socketTimeout", "60");

        assertThat(DatabaseWatch.settings(pool))
                .containsEntry("sslcert", "/etc/pilot/client.crt")
                .containsEntry("socketTimeout", "5")
                .containsEntry("user", "postgres");
    }

    @Test
    @DisplayName("an address or a user of the migrations' own → kept; neither → the pool without limits")
    void migrations() {
        FlywayProperties own = new FlywayProperties();
        own.setUser("owner");

        assertThat(migrated(own).getDataSource()).isNull();
        assertThat(migrated(new FlywayProperties()).getDataSource()).isNotNull();
    }

    private FluentConfiguration migrated(FlywayProperties migrations) {
        DataSourceProperties settings = new DataSourceProperties();
        settings.setUrl(url);
        FluentConfiguration flyway = new FluentConfiguration();
        new DatabaseSetUp().patientMigrations(pool, settings, migrations).customize(flyway);
        return flyway;
    }

    private BoundedPool pool(String user) {
        BoundedPool made = new BoundedPool(presence, Duration.ofSeconds(10));
        made.setJdbcUrl(url);
        made.setUsername(user);
        made.setPassword("x");
        made.setMaximumPoolSize(2);
        made.setConnectionTimeout(5000);
        return made;
    }

    private void givenRequest() {
        RequestThread.begin(new RequestTime(REQUEST, answered::get));
    }

    private static void wait(Connection connection, String seconds) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_sleep(" + seconds + ")")) {
            statement.execute();
        }
    }

    /** The server's process that serves the watch. */
    private static int watching() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "x");
                var found = connection
                        .createStatement()
                        .executeQuery("select pid from pg_stat_activity where application_name = '" + DatabaseWatch.NAME
                                + "'")) {
            assertThat(found.next()).isTrue();
            return found.getInt(1);
        }
    }

    private static void admin(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "x");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
