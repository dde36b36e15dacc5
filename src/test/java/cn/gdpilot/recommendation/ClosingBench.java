package cn.gdpilot.recommendation;

import cn.gdpilot.GdPilotApplication;
import cn.gdpilot.PageProbe;
import cn.gdpilot.calendar.PilotClock;
import cn.gdpilot.calendar.Round;
import cn.gdpilot.calendar.Rounds;
import cn.gdpilot.engine.EngineClock;
import cn.gdpilot.project.Closings;
import cn.gdpilot.project.CreditCode;
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
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A deadline with many open applications, on PostgreSQL: how long until the domain is closed and its record written,
 * beside the same in plain SQL and beside one stock timer an application that does the same; and how long until the
 * engine has followed, beside a bare engine with one boundary timer each. All in one run, by hand:
 * {@code java -cp <test class path> cn.gdpilot.recommendation.ClosingBench [applications]}, see docs/figures.md.
 */
public final class ClosingBench {

    private static final String UNIT = "city-440100";
    private static final int PLAIN_ROUNDS = 3;

    private final int applications;
    private final EmbeddedPostgres server;

    private ClosingBench(int applications, EmbeddedPostgres server) {
        this.applications = applications;
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        int applications = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            new ClosingBench(applications, server).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        Figures ours = ours();
        double bare = stock("bare", false);
        double stock = stock("stock", true);
        System.out.printf("%d open applications%n", applications);
        System.out.printf("domain closed, record and batches written: %.2f s; the same in plain SQL: %.2f s (%.2f times); on stock timers: %.1f s (%.0f times faster)%n",
                ours.closed(), ours.plain(), ours.closed() / ours.plain(), stock, stock / ours.closed());
        System.out.printf("engine has followed, letters written: %.1f s; bare engine with a boundary timer each: %.1f s (%.1f times faster)%n",
                ours.followed(), bare, bare / ours.followed());
    }

    private record Figures(double closed, double plain, double followed) {}

    private Figures ours() throws Exception {
        String url = database("ours");
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(GdPilotApplication.class)
                .profiles("test")
                .run("--spring.datasource.url=" + url, "--spring.datasource.username=postgres", "--spring.datasource.hikari.maximum-pool-size=20",
                        "--camunda.bpm.job-execution.enabled=true", "--logging.level.root=warn", "--pilot.store-folder=target/bench-store")) {
            JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
            Round round = givenOpenApplications(application, jdbc);
            double plain = plain(jdbc);

            application.getBean(PilotClock.class).moveTo(round.city().firstMomentAfter());
            DeadlineClosing closing = application.getBean(DeadlineClosing.class);
            double closed = seconds(closing::closeDue);
            application.getBean(EngineClock.class).align();
            Closings closings = application.getBean(Closings.class);
            double followed;
            // Pages asked for meanwhile take their share of the processors: with -Dpages only.
            try (PageProbe probe = Boolean.getBoolean("pages") ? new PageProbe(officer(application), List.of("/", "/desk/closings")) : null) {
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

    private static OfficerClient officer(ConfigurableApplicationContext application) {
        return new OfficerClient(base(application), "dept-44", "demo");
    }

    private static URI base(ConfigurableApplicationContext application) {
        return URI.create("http://127.0.0.1:" + ((ServletWebServerApplicationContext) application).getWebServer().getPort());
    }

    /** One application comes in by the front door, the others are its copies, each with an instance of its own. */
    private Round givenOpenApplications(ConfigurableApplicationContext application, JdbcTemplate jdbc) {
        int year = application.getBean(PilotClock.class).today().getYear() + 1;
        application.getBean(EngineClock.class)
                .moveTo(LocalDateTime.of(year, 11, 29, 9, 0).atZone(PilotClock.GUANGDONG).toInstant());
        officer(application)
                .start("campaign", Map.of("title", "压力测试", "cityDeadline", year + "-12-08T17:30", "ministryDeadline", year + "-12-20T24:00"))
                .ok();
        application.getBean(EngineClock.class).settle();
        String first = submitted(base(application));
        application.getBean(EngineClock.class).settle();
        copy(jdbc, first);
        RuntimeService runtime = application.getBean(RuntimeService.class);
        Round round = application.getBean(Rounds.class).current().orElseThrow();
        for (int i = 1; i < applications; i++) {
            String id = id(i);
            runtime.startProcessInstanceByKey("application", id,
                    Variables.putValue("campaignId", round.id()).putValue("applicationId", id).putValue("unit", UNIT));
        }
        jdbc.execute("analyze");
        return round;
    }

    private static String submitted(URI base) {
        String first17 = "91440101MA0000001";
        String code = first17 + CreditCode.checkCharacter(first17);
        ApplicantClient company = new ApplicantClient(base, code, "Testing-123");
        company.register(Map.of("creditCode", code, "name", "压力测试单位", "applicantType", "INDUSTRIAL", "contactName", "联系人",
                "contactPhone", "020-12345678", "contactEmail", "bench@example.org", "password", "Testing-123")).ok();
        String id = company.begin(Map.of("unit", UNIT, "projectName", "压力测试项目")).ok().json().get("id").asText();
        company.edit(id, Map.of("direction", "F01", "summary", "测试", "registeredIn", "GD", "legalPerson", true, "majorAccident", false,
                "commitmentLetter", true, "built", true, "innovationProject", "NONE")).ok();
        new SampleMaterials(Path.of("samples/materials")).attachAll(company, id, false);
        company.submit(id, "bench").ok();
        return id;
    }

    private void copy(JdbcTemplate jdbc, String first) {
        String columns = columns(jdbc, "applicant", List.of("id", "credit_code"));
        jdbc.execute("insert into applicant (credit_code, %s) select 'BENCH' || g, %s from applicant, generate_series(1, %d) g where id = (select applicant_id from application where id = '%s')"
                .formatted(columns, columns, applications - 1, first));
        columns = columns(jdbc, "application", List.of("id", "applicant_id"));
        jdbc.execute("""
                insert into application (id, applicant_id, %s) select 'GDBENCH-' || substr(p.credit_code, 6), p.id, %s
                from application a, applicant p where a.id = '%s' and p.credit_code like 'BENCH%%'"""
                .formatted(columns, columns.replaceAll("(\\w+)", "a.$1"), first));
    }

    private static String columns(JdbcTemplate jdbc, String table, List<String> without) {
        return jdbc.queryForList("select column_name from information_schema.columns where table_name = ? and table_schema = 'public'", String.class, table)
                .stream()
                .filter(column -> !without.contains(column))
                .collect(Collectors.joining(", "));
    }

    private static String id(int i) {
        return "GDBENCH-" + i;
    }

    /** The best of three: states and timeline by two statements on copies of the tables, each rolled back. */
    private static double plain(JdbcTemplate jdbc) throws Exception {
        jdbc.execute("create table plain_application (like application including all)");
        jdbc.execute("insert into plain_application select * from application");
        jdbc.execute("create table plain_event (like application_event including all)");
        jdbc.execute("analyze");
        double best = Double.MAX_VALUE;
        for (int i = 0; i < PLAIN_ROUNDS; i++) {
            try (Connection connection = jdbc.getDataSource().getConnection()) {
                connection.setAutoCommit(false);
                long begin = System.nanoTime();
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate("""
                            insert into plain_event (application_id, at, actor, office, from_state, to_state, rule, grounds)
                            select id, current_timestamp, 'system', null, state, 'MISSED_DEADLINE', 'R4.1', '截止时未作出受理决定' from plain_application
                            where state in ('SUBMITTED', 'RETURNED') and unit_id = '%s'""".formatted(UNIT));
                    statement.executeUpdate(
                            "update plain_application set state = 'MISSED_DEADLINE' where state in ('SUBMITTED', 'RETURNED') and unit_id = '%s'".formatted(UNIT));
                }
                boolean last = i == PLAIN_ROUNDS - 1;
                if (last) {
                    connection.commit();
                }
                best = Math.min(best, (System.nanoTime() - begin) / 1e9);
                if (!last) {
                    connection.rollback();
                }
            }
        }
        jdbc.execute("drop table plain_application");
        jdbc.execute("drop table plain_event");
        return best;
    }

    /** A bare engine of the same settings with one boundary timer an instance; with {@code work}, each closes its own application. */
    private double stock(String name, boolean work) throws Exception {
        ClockUtil.reset();
        ProcessEngineConfiguration configuration = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setJdbcUrl(database(name))
                .setJdbcUsername("postgres")
                .setJdbcDriver("org.postgresql.Driver")
                .setDatabaseSchemaUpdate("true")
                .setHistory("audit")
                .setProcessEngineName(name)
                .setJobExecutorActivate(false);
        configuration.setJdbcMaxActiveConnections(20);
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            JdbcTemplate jdbc = new JdbcTemplate(dataSource(configuration.getJdbcUrl()));
            jdbc.execute("create table application (id varchar(20) primary key, unit_id varchar(64), state varchar(20))");
            jdbc.execute("create table application_event (id bigint generated by default as identity primary key, application_id varchar(20), at timestamptz, actor varchar(100), from_state varchar(20), to_state varchar(20), rule varchar(10), grounds varchar(2000))");
            jdbc.execute("insert into application select 'GDBENCH-' || g, '%s', 'SUBMITTED' from generate_series(1, %d) g".formatted(UNIT, applications));
            engine.getRepositoryService().createDeployment().addModelInstance("stock.bpmn", model(work)).deploy();
            Date due = Date.from(Instant.now().plus(Duration.ofDays(1)));
            for (int i = 1; i <= applications; i++) {
                engine.getRuntimeService().startProcessInstanceByKey("stock", id(i), Variables.putValue("due", due));
            }
            jdbc.execute("analyze");
            ClockUtil.offset(Duration.ofDays(2).toMillis());
            ((ProcessEngineConfigurationImpl) configuration).getJobExecutor().start();
            double seconds = seconds(() -> until(() -> engine.getManagementService().createJobQuery().count() == 0));
            if (work) {
                check(jdbc, "select count(*) from application where state <> 'MISSED_DEADLINE'", 0);
            }
            return seconds;
        } finally {
            engine.close();
            ClockUtil.reset();
        }
    }

    private static BpmnModelInstance model(boolean work) {
        var task = Bpmn.createExecutableProcess("stock").camundaHistoryTimeToLive(1).startEvent().userTask("decide");
        task.endEvent();
        var timer = task.boundaryEvent("late").timerWithDate("${due}");
        return work ? timer.serviceTask().camundaClass(CloseOne.class.getName()).endEvent().done() : timer.endEvent().done();
    }

    /** What a timer of each application would do: state and timeline of one. */
    public static final class CloseOne implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) throws Exception {
            Connection connection = Context.getCommandContext().getDbSqlSession().getSqlSession().getConnection();
            update(connection, "update application set state = 'MISSED_DEADLINE' where id = ? and state in ('SUBMITTED', 'RETURNED')", execution);
            update(connection, "insert into application_event (application_id, at, actor, from_state, to_state, rule, grounds) values (?, current_timestamp, 'system', 'SUBMITTED', 'MISSED_DEADLINE', 'R4.1', '截止')", execution);
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
