package cn.gdpilot.desk.recommendation;

import cn.gdpilot.GdPilotApplication;
import cn.gdpilot.PageProbe;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.closing.Closings;
import cn.gdpilot.domain.deadline.closing.DeadlineClosing;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.platform.engine.jobs.EngineClock;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.rehearsal.SampleMaterials;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A deadline with many open applications, on PostgreSQL: how long until the domain is closed and its record written,
 * beside the same in plain SQL and beside the same model with a stock timer each; and how long until the engine has
 * followed, beside a bare engine with one boundary timer each. Every commit is forced to disk. All in one run, by hand:
 * {@code java -cp <test class path> cn.gdpilot.desk.recommendation.ClosingBench [applications]}, see docs/figures.md.
 */
public final class ClosingBench {

    private static final String UNIT = "city-440100";
    private static final int ROUNDS = 3;

    private static final List<String> TABLES =
            List.of("application", "application_event", "record_entry", "closing", "closing_batch");
    private static final List<String> PLAIN = List.of(
            """
            insert into plain_application_event (application_id, at, actor, office, from_state, to_state, rule, grounds)
            select id, current_timestamp, 'system', null, state, 'MISSED_DEADLINE', 'R4.1', '截止时未作出受理决定' from plain_application
            where state in ('SUBMITTED', 'RETURNED') and unit_id = '%s'""".formatted(UNIT),
            """
            insert into plain_record_entry (seq, at_ms, person, action, subject, became, previous, hash)
            select 1, 0, 'system', 'deadline.closed', '%s', encode(sha256(string_agg(id || ' ' || state, e'\\n' order by id)::bytea), 'hex'), '', ''
            from plain_application where state in ('SUBMITTED', 'RETURNED') and unit_id = '%s'""".formatted(UNIT, UNIT),
            """
            insert into plain_closing_batch (closing_id, batch_no, undecided, application_ids, applications)
            select (select max(id) from plain_closing), n / 100, true, string_agg(id, ' ' order by id), count(*) from (
              select id, row_number() over (order by id) - 1 as n from plain_application
              where state in ('SUBMITTED', 'RETURNED') and unit_id = '%s') numbered group by n / 100""".formatted(UNIT),
            "update plain_application set state = 'MISSED_DEADLINE', version = version + 1 where state in ('SUBMITTED', 'RETURNED') and unit_id = '%s'"
                    .formatted(UNIT));

    private final int applications;
    private final EmbeddedPostgres server;

    private ClosingBench(int applications, EmbeddedPostgres server) {
        this.applications = applications;
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        int applications = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        // As in production: every commit is forced to disk, for us and for what stands beside us.
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "256MB")
                .start()) {
            new ClosingBench(applications, server).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        Figures ours = ours();
        double bare = stock("bare", false);
        double stock = stock("stock", true);
        System.out.printf("%d open applications%n", applications);
        System.out.printf(
                "domain closed, record and batches written: %.2f s; the same in plain SQL: %.2f s (%.2f times); on stock timers: %.1f s (%.0f times faster)%n",
                ours.closed(), ours.plain(), ours.closed() / ours.plain(), stock, stock / ours.closed());
        System.out.printf(
                "engine has followed, letters written: %.1f s after it; bare engine with a boundary timer each: %.1f s (%.1f times faster)%n",
                ours.followed(), bare, bare / ours.followed());
    }

    private record Figures(double closed, double plain, double followed) {}

    private Figures ours() throws Exception {
        String url = database("ours");
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(GdPilotApplication.class)
                .profiles("test")
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.hikari.maximum-pool-size=20",
                        "--camunda.bpm.job-execution.enabled=true",
                        "--logging.level.root=warn",
                        "--pilot.store-folder=target/bench-store")) {
            JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
            Round round = givenOpenApplications(application, jdbc);
            double plain = plain(jdbc);

            application.getBean(PilotClock.class).moveTo(round.city().firstMomentAfter());
            DeadlineClosing closing = application.getBean(DeadlineClosing.class);
            double closed = closed(application, jdbc, closing);
            application.getBean(EngineClock.class).align();
            Closings closings = application.getBean(Closings.class);
            double followed;
            // Pages asked for meanwhile take their share of the processors: with -Dpages=true only.
            try (PageProbe probe = Boolean.getBoolean("pages")
                    ? new PageProbe(officer(application), List.of("/", "/desk/closings"))
                    : null) {
                followed = seconds(() -> until(() -> closings.waiting() == 0));
                if (probe != null) {
                    System.out.printf("pages asked for meanwhile: p95 %.0f ms%n", probe.p95());
                }
            }
            check(jdbc, "select count(*) from application where state <> 'MISSED_DEADLINE'", 0);
            check(jdbc, "select count(*) from act_ru_execution where business_key_ like 'GDBENCH%'", 0);
            return new Figures(closed, plain, followed);
        }
    }

    /** The best of three, all but the last rolled back, as in plain SQL; the first one of a fresh JVM is told apart. */
    private double closed(ConfigurableApplicationContext application, JdbcTemplate jdbc, DeadlineClosing closing) {
        TransactionTemplate transaction =
                new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            boolean last = i == ROUNDS - 1;
            double once = seconds(() -> transaction.executeWithoutResult(status -> {
                closing.closeDue();
                if (!last) {
                    // The record is written just before a commit; here as well.
                    TransactionSynchronizationUtils.triggerBeforeCommit(false);
                    status.setRollbackOnly();
                }
            }));
            System.out.printf("closing, round %d: %.2f s%n", i + 1, once);
            best = Math.min(best, once);
            if (!last) {
                TABLES.forEach(table -> jdbc.execute("vacuum analyze " + table));
            }
        }
        return best;
    }

    private static OfficerClient officer(ConfigurableApplicationContext application) {
        return new OfficerClient(base(application), "dept-44", "demo");
    }

    private static URI base(ConfigurableApplicationContext application) {
        return URI.create("http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) application)
                        .getWebServer()
                        .getPort());
    }

    /** One application comes in by the front door, the others are its copies, each with an instance of its own. */
    private Round givenOpenApplications(ConfigurableApplicationContext application, JdbcTemplate jdbc) {
        int year = application.getBean(PilotClock.class).today().getYear() + 1;
        application
                .getBean(EngineClock.class)
                .moveTo(LocalDateTime.of(year, 11, 29, 9, 0)
                        .atZone(PilotClock.GUANGDONG)
                        .toInstant());
        officer(application)
                .start(
                        "campaign",
                        Map.of(
                                "title",
                                "压力测试",
                                "cityDeadline",
                                year + "-12-08T17:30",
                                "ministryDeadline",
                                year + "-12-20T24:00"))
                .ok();
        application.getBean(EngineClock.class).settle();
        String first = submitted(base(application));
        application.getBean(EngineClock.class).settle();
        copy(jdbc, first);
        RuntimeService runtime = application.getBean(RuntimeService.class);
        Round round = application.getBean(Rounds.class).current().orElseThrow();
        inHundreds(application.getBean(ProcessEngineConfigurationImpl.class), applications - 1, i -> {
            String id = id(i);
            runtime.startProcessInstanceByKey(
                    "application",
                    id,
                    Variables.putValue("campaignId", round.id())
                            .putValue("applicationId", id)
                            .putValue("unit", UNIT));
        });
        jdbc.execute("analyze");
        return round;
    }

    /** What is not measured goes faster with a hundred in one transaction. */
    private static void inHundreds(ProcessEngineConfigurationImpl engine, int many, IntConsumer start) {
        for (int from = 1; from <= many; from += 100) {
            IntStream hundred = IntStream.rangeClosed(from, Math.min(many, from + 99));
            engine.getCommandExecutorTxRequired().execute(context -> {
                hundred.forEach(start);
                return null;
            });
        }
    }

    private static String submitted(URI base) {
        String first17 = "91440101MA0000001";
        String code = first17 + CreditCode.checkCharacter(first17);
        ApplicantClient company = new ApplicantClient(base, code, "Testing-123");
        company.register(Map.of(
                        "creditCode",
                        code,
                        "name",
                        "压力测试单位",
                        "applicantType",
                        "INDUSTRIAL",
                        "contactName",
                        "联系人",
                        "contactPhone",
                        "020-12345678",
                        "contactEmail",
                        "bench@example.org",
                        "password",
                        "Testing-123"))
                .ok();
        String id = company.begin(Map.of("unit", UNIT, "projectName", "压力测试项目"))
                .ok()
                .json()
                .get("id")
                .asText();
        company.edit(
                        id,
                        Map.of(
                                "direction",
                                "F01",
                                "summary",
                                "测试",
                                "registeredIn",
                                "GD",
                                "legalPerson",
                                true,
                                "majorAccident",
                                false,
                                "commitmentLetter",
                                true,
                                "built",
                                true,
                                "innovationProject",
                                "NONE"))
                .ok();
        new SampleMaterials(Path.of("src/samples/materials")).attachAll(company, id, false);
        company.submit(id, "bench").ok();
        return id;
    }

    private void copy(JdbcTemplate jdbc, String first) {
        String columns = columns(jdbc, "applicant", List.of("id", "credit_code"));
        jdbc.execute(
                "insert into applicant (credit_code, %s) select 'BENCH' || g, %s from applicant, generate_series(1, %d) g where id = (select applicant_id from application where id = '%s')"
                        .formatted(columns, columns, applications - 1, first));
        columns = columns(jdbc, "application", List.of("id", "applicant_id"));
        jdbc.execute("""
                insert into application (id, applicant_id, %s) select 'GDBENCH-' || substr(p.credit_code, 6), p.id, %s
                from application a, applicant p where a.id = '%s' and p.credit_code like 'BENCH%%'""".formatted(columns, columns.replaceAll("(\\w+)", "a.$1"), first));
    }

    private static String columns(JdbcTemplate jdbc, String table, List<String> without) {
        return jdbc
                .queryForList(
                        "select column_name from information_schema.columns where table_name = ? and table_schema = 'public'",
                        String.class,
                        table)
                .stream()
                .filter(column -> !without.contains(column))
                .collect(Collectors.joining(", "));
    }

    private static String id(int i) {
        return "GDBENCH-" + i;
    }

    /** The best of three, all but the last rolled back: states, timeline, the record's line and the batches, on copies of the tables. */
    private static double plain(JdbcTemplate jdbc) throws Exception {
        TABLES.forEach(table -> jdbc.execute("create table plain_%s (like %s including all)".formatted(table, table)));
        jdbc.execute("insert into plain_application select * from application");
        jdbc.execute(
                "insert into plain_closing (round_id, last_moment, closed_at, lists, applications) select id, current_timestamp, current_timestamp, 0, 0 from campaign_round");
        jdbc.execute(
                "alter table plain_application_event add foreign key (application_id) references plain_application (id)");
        jdbc.execute("alter table plain_closing_batch add foreign key (closing_id) references plain_closing (id)");
        jdbc.execute("analyze");
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            boolean last = i == ROUNDS - 1;
            best = Math.min(best, plain(jdbc, last));
            if (!last) {
                TABLES.forEach(table -> jdbc.execute("vacuum analyze plain_" + table));
            }
        }
        TABLES.forEach(table -> jdbc.execute("drop table plain_" + table + " cascade"));
        return best;
    }

    private static double plain(JdbcTemplate jdbc, boolean last) throws Exception {
        try (Connection connection = jdbc.getDataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            for (String sql : PLAIN) {
                statement.executeUpdate(sql);
            }
            if (last) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    /** A bare engine of the same settings with one boundary timer an instance; with {@code work}, each closes its own application. */
    private double stock(String name, boolean work) throws Exception {
        ClockUtil.reset();
        ProcessEngineConfiguration configuration =
                ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                        .setJdbcUrl(database(name))
                        .setJdbcUsername("postgres")
                        .setJdbcDriver("org.postgresql.Driver")
                        .setDatabaseSchemaUpdate("true")
                        .setHistory("audit")
                        .setProcessEngineName(name)
                        .setJobExecutorActivate(false);
        configuration.setJdbcMaxActiveConnections(20);
        ((ProcessEngineConfigurationImpl) configuration).setEnforceHistoryTimeToLive(false);
        TaskListener none = task -> {};
        ((ProcessEngineConfigurationImpl) configuration)
                .setBeans(Map.of(
                        "deadlines",
                        new Stubs(),
                        "projectSheet",
                        new Stubs(),
                        "acceptApplicationListener",
                        none,
                        "closeMissedApplicationDelegate",
                        new CloseOne()));
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            JdbcTemplate jdbc = new JdbcTemplate(dataSource(configuration.getJdbcUrl()));
            jdbc.execute(
                    "create table application (id varchar(20) primary key, unit_id varchar(64), state varchar(20))");
            jdbc.execute(
                    "create table application_event (id bigint generated by default as identity primary key, application_id varchar(20), at timestamptz, actor varchar(100), from_state varchar(20), to_state varchar(20), rule varchar(10), grounds varchar(2000))");
            jdbc.execute(
                    "insert into application select 'GDBENCH-' || g, '%s', 'SUBMITTED' from generate_series(1, %d) g"
                            .formatted(UNIT, applications));
            BpmnModelInstance model = work ? onTimers() : bare();
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance("stock.bpmn", model)
                    .deploy();
            String key = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            Date due = Date.from(Instant.now().plus(Duration.ofDays(1)));
            inHundreds(
                    (ProcessEngineConfigurationImpl) configuration,
                    applications,
                    i -> engine.getRuntimeService()
                            .startProcessInstanceByKey(
                                    key,
                                    id(i),
                                    Variables.putValue("due", due)
                                            .putValue("campaignId", "2021")
                                            .putValue("applicationId", id(i))
                                            .putValue("unit", UNIT)));
            jdbc.execute("analyze");
            ClockUtil.offset(Duration.ofDays(2).toMillis());
            ((ProcessEngineConfigurationImpl) configuration).getJobExecutor().start();
            double seconds = seconds(() ->
                    until(() -> engine.getManagementService().createJobQuery().count() == 0));
            if (work) {
                check(jdbc, "select count(*) from application where state <> 'MISSED_DEADLINE'", 0);
            }
            return seconds;
        } finally {
            engine.close();
            ClockUtil.reset();
        }
    }

    private static BpmnModelInstance bare() {
        var task = Bpmn.createExecutableProcess("stock").startEvent().userTask("decide");
        task.endEvent();
        return task.boundaryEvent("late").timerWithDate("${due}").endEvent().done();
    }

    /** The application's own model, the message of its event sub-process replaced by a timer, as one would model it at first. */
    private static BpmnModelInstance onTimers() {
        BpmnModelInstance model =
                Bpmn.readModelFromFile(Path.of("processes/application.bpmn").toFile());
        model.getModelElementById("MessageEventDefinition_DeadlinePassed")
                .getParentElement()
                .removeChildElement(model.getModelElementById("MessageEventDefinition_DeadlinePassed"));
        TimerEventDefinition timer = model.newInstance(TimerEventDefinition.class);
        TimeDate date = model.newInstance(TimeDate.class);
        date.setTextContent("${due}");
        timer.setTimeDate(date);
        StartEvent start = model.getModelElementById("StartEvent_Deadline");
        start.addChildElement(timer);
        return model;
    }

    /** What the model asks of beans, for nothing. */
    public static final class Stubs {

        public Date ofUnit(String round, String unit) {
            return new Date();
        }

        public Date followUpOfUnit(String round, String unit) {
            return new Date();
        }

        public String subject(String application) {
            return "压力测试项目";
        }

        public String of(String application) {
            return "申报单位：压力测试单位";
        }
    }

    /** What a timer of each application would do: state and timeline of one. */
    public static final class CloseOne implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) throws Exception {
            Connection connection = Context.getCommandContext()
                    .getDbSqlSession()
                    .getSqlSession()
                    .getConnection();
            update(
                    connection,
                    "update application set state = 'MISSED_DEADLINE' where id = ? and state in ('SUBMITTED', 'RETURNED')",
                    execution);
            update(
                    connection,
                    "insert into application_event (application_id, at, actor, from_state, to_state, rule, grounds) values (?, current_timestamp, 'system', 'SUBMITTED', 'MISSED_DEADLINE', 'R4.1', '截止')",
                    execution);
        }

        private static void update(Connection connection, String sql, DelegateExecution execution) throws Exception {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, execution.getProcessBusinessKey());
                statement.executeUpdate();
            }
        }
    }

    private String database(String name) {
        new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + name);
        return server.getJdbcUrl("postgres", name);
    }

    private static DataSource dataSource(String url) {
        return new DriverManagerDataSource(url, "postgres", "");
    }

    private static void check(JdbcTemplate jdbc, String sql, int expected) {
        Integer found = jdbc.queryForObject(sql, Integer.class);
        if (found != expected) {
            throw new IllegalStateException(sql + ": " + found);
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static double seconds(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
