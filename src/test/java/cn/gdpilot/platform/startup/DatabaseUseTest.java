package cn.gdpilot.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.gdpilot.ImportedLists;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.platform.engine.identity.DemoPeople;
import cn.gdpilot.platform.security.PasswordHashes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.env.MockEnvironment;

/** Which kind of start a database takes, and with which accounts; the application is not started. */
class DatabaseUseTest {

    @TempDir
    Path lists;

    private static final int ROUNDS = 1000;
    private static final String STRANGE = "9144010100000000%02d";

    private final SingleConnectionDataSource database =
            new SingleConnectionDataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", true);
    private String mailHost = "mail.example.org";
    private final JdbcClient jdbc = JdbcClient.create(database);

    @AfterEach
    void close() {
        database.destroy();
    }

    @Test
    @DisplayName("production after production → starts; any other start after it → refused in plain lines")
    void databaseOfProduction() {
        migrate("production");
        migrate("production");

        assertThat(problems(catchThrowable(() -> migrate("rehearsal"))))
                .singleElement()
                .asString()
                .contains("belongs to production", "正式运行");
    }

    @Test
    @DisplayName(
            "production on a database that any other start used → refused, and the database is not marked as production's")
    void databaseOfDemo() {
        migrate("default");

        assertThat(problems(catchThrowable(() -> migrate("production"))))
                .singleElement()
                .asString()
                .contains("demo_mark", "演示");
        assertThatCode(() -> migrate("rehearsal")).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("production on a database of an earlier release with demo applicants or experts → refused")
    void databaseOfEarlierDemo() {
        migrate("production");
        jdbc.sql("delete from production_mark").update();
        long demo = givenApplicant(DemoPeople.CREDIT_CODES + "001X");

        assertThat(problems(catchThrowable(() -> migrate("production"))))
                .singleElement()
                .asString()
                .contains("people of the demo");

        jdbc.sql("delete from applicant where id = :id").param("id", demo).update();
        migrate("production");
        jdbc.sql("""
                insert into expert (account, name, employer, city, email, fields, interests, active)
                values ('expert-1', '甲', '某院', '广州市', 'expert-1@example.org', '工厂类', '', true)""").update();
        assertThat(problems(catchThrowable(() -> migrate("production"))))
                .singleElement()
                .asString()
                .contains("people of the demo");
    }

    @Test
    @DisplayName(
            "any account with the demo's password, hashed now or by an earlier release → named in a line of its own")
    void anyAccount() {
        givenOfficers();
        PasswordHashes hashes = hashes("production");
        officer("expert-3", hashes.encode("demo"));
        officer("wang.wu", withoutMark(hashes.encode("demo")));
        officer("zhao-liu", hashes.encode("Harbour-Light-5"));
        applicantAccount("factory-7", withoutMark(hashes.encode("demo")));
        applicantAccount("factory-8", hashes.encode("Harbour-Light-6"));
        applicantAccount("odd", "{pbkdf2-1000}no hash at all");

        assertThat(problems(catchThrowable(() -> migrate("production"))))
                .hasSize(3)
                .anyMatch(line -> line.contains("Account expert-3 "))
                .anyMatch(line -> line.contains("Account wang.wu "))
                .anyMatch(line -> line.contains("Account factory-7 "));
    }

    @Test
    @Timeout(60)
    @DisplayName(
            "thousands of accounts with costly hashes → asked in seconds; marked and shared hashes are found all the same")
    void thousands() {
        givenOfficers();
        PasswordHashes costly = new PasswordHashes(60_000, new MockEnvironment());
        String unknown = costly.encode("Harbour-Light-5");
        IntStream.range(0, 3000)
                .forEach(i -> officer("person-" + i, unknown.substring(0, unknown.length() - 4) + "%04x".formatted(i)));
        officer("last-marked", costly.encode("demo"));
        String old = withoutMark(costly.encode("demo"));
        officer("last-shared-1", old);
        officer("last-shared-2", old);

        long begun = System.nanoTime();
        assertThat(new DemoPasswords(costly, Duration.ofSeconds(3)).accounts(new FoundDatabase(connection())))
                .containsExactly("last-marked", "last-shared-1", "last-shared-2");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("trying them all takes minutes")
                .isLessThan(Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("the demo's password matches its hash in the demo, and no hash in production")
    void neverInProduction() {
        String marked = hashes("default").encode("demo");

        assertThat(List.of(marked, withoutMark(marked))).allSatisfy(hash -> {
            assertThat(hashes("default").matches("demo", hash)).isTrue();
            assertThat(hashes("production").matches("demo", hash)).isFalse();
        });
        assertThat(hashes("production")
                        .matches("Harbour-Light-5", hashes("production").encode("Harbour-Light-5")))
                .isTrue();
    }

    @Test
    @DisplayName("nobody in camunda-admin and nobody named in the settings → told")
    void nobodyAdministers() {
        assertThat(problems(catchThrowable(() -> migrate("production", ""))))
                .singleElement()
                .asString()
                .contains("camunda-admin");
        assertThatThrownBy(
                        () -> jdbc.sql("select * from production_mark").query().listOfRows())
                .as("nothing was written")
                .isNotNull();
    }

    @Test
    @DisplayName("another node marks the new database in the same instant → no failure, and the transaction goes on")
    void markedByBoth() throws SQLException {
        migrate("default");
        Connection connection = connection();
        connection.setAutoCommit(false);

        DatabaseUse.insert(connection, DatabaseUse.DEMO);

        assertThat(jdbc.sql("select count(*) from demo_mark")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        connection.setAutoCommit(true);
        assertThatCode(() -> DatabaseUse.insert(connection, DatabaseUse.DEMO)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("production without a mail host → told in one line, and no table is made")
    void noMailHost() {
        mailHost = " ";

        assertThat(problems(catchThrowable(() -> migrate("production"))))
                .singleElement()
                .asString()
                .contains("pilot.mail.host", "邮件服务器");
        assertThatThrownBy(
                        () -> jdbc.sql("select * from production_mark").query().listOfRows())
                .as("nothing was written")
                .isNotNull();
    }

    @Test
    @DisplayName("demo database with many accounts → its mark first, the settings, ten accounts, how many more")
    void manyAccounts() {
        migrate("default");
        String hash = hashes("default").encode("demo");
        IntStream.range(10, 33).forEach(i -> applicantAccount("factory-" + i, hash));
        mailHost = "";

        List<String> told = problems(catchThrowable(() -> migrate("production", "")));

        assertThat(told).hasSize(14);
        assertThat(told.get(0)).contains("demo_mark");
        assertThat(told.get(1)).contains("pilot.mail.host");
        assertThat(told.get(2)).contains("camunda-admin");
        assertThat(told.subList(3, 13)).allMatch(line -> line.startsWith("Account factory-"));
        assertThat(told.get(13)).contains("另有 13 个账号");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "202611300901"})
    @DisplayName("database of an unreleased version → refused in plain lines, and nothing is changed in it")
    void unreleased(String version) {
        jdbc.sql("""
                create table "flyway_schema_history" ("installed_rank" int primary key, "version" varchar(50), "description" varchar(200) not null,
                  "type" varchar(20) not null, "script" varchar(1000) not null, "checksum" int, "installed_by" varchar(100) not null,
                  "installed_on" timestamp default current_timestamp not null, "execution_time" int not null, "success" boolean not null)""").update();
        jdbc.sql("""
                insert into "flyway_schema_history" values (1, :version, 'domain', 'SQL', 'V1__domain.sql', 1, 'sa', current_timestamp, 1, true)""").param("version", version).update();

        assertThat(problems(catchThrowable(() -> migrate("default"))))
                .singleElement()
                .asString()
                .contains("before release 0.2.0", "不能升级", "./data");
        assertThat(jdbc.sql("select count(*) from \"flyway_schema_history\"")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** The engine's accounts, which the engine makes itself in the running application. */
    private void givenOfficers() {
        migrate("production");
        jdbc.sql("create table act_id_user (id_ varchar(64) primary key, pwd_ varchar(255))")
                .update();
    }

    private void officer(String account, String hash) {
        jdbc.sql("insert into act_id_user (id_, pwd_) values (?, ?)")
                .param(account)
                .param("{gdpilot}" + hash)
                .update();
    }

    private void applicantAccount(String account, String hash) {
        long applicant = givenApplicant(STRANGE.formatted(
                jdbc.sql("select count(*) from applicant").query(Integer.class).single()));
        jdbc.sql(
                        "insert into applicant_account (username, applicant_id, password_hash, created_at) values (?, ?, ?, current_timestamp)")
                .param(account)
                .param(applicant)
                .param(hash)
                .update();
    }

    private long givenApplicant(String code) {
        jdbc.sql("""
                insert into applicant (credit_code, name, applicant_type, city, contact_name, contact_phone, contact_email, created_at)
                values (?, '某公司', 'INDUSTRIAL', '广州市', '某', '1', 'a@b.cn', current_timestamp)""").param(code).update();
        return jdbc.sql("select id from applicant where credit_code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    private static String withoutMark(String hash) {
        return hash.replace("{demo-", "{");
    }

    private static PasswordHashes hashes(String profile) {
        return new PasswordHashes(ROUNDS, environment(profile));
    }

    private static MockEnvironment environment(String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return environment;
    }

    private void migrate(String profile) {
        migrate(profile, "chief");
    }

    private void migrate(String profile, String firstAdministrator) {
        MockEnvironment environment = environment(profile)
                .withProperty("spring.datasource.password", "a-password")
                .withProperty("pilot.audit.key", "0123456789abcdef0123456789abcdef")
                .withProperty("pilot.public-address", "https://pilot.example.org")
                .withProperty("pilot.mail.host", mailHost)
                .withProperty("pilot.security.password-iterations", "600000")
                .withProperty("pilot.engine.guard", "true")
                .withProperty("pilot.engine.fence", "true")
                .withProperty("pilot.engine.self-test", "true");
        Optional<ProductionChecks> checks = profile.equals("production")
                ? Optional.of(new ProductionChecks(
                        new ProductionSettings(environment),
                        new DemoPasswords(hashes(profile)),
                        new ReferenceFiles(ImportedLists.in(lists)),
                        firstAdministrator))
                : Optional.empty();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .callbacks(new UnreleasedSchema(), new DatabaseUse(environment, checks))
                .load()
                .migrate();
    }

    private Connection connection() {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> problems(Throwable refused) {
        Throwable cause = refused;
        while (!(cause instanceof UnsafeStart)) {
            assertThat(cause).as("refused by plain lines").isNotNull();
            cause = cause.getCause();
        }
        return ((UnsafeStart) cause).problems();
    }
}
