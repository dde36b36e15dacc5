package cn.gdpilot;

import static org.mockito.Mockito.mock;

import cn.gdpilot.desk.application.ApplicationProcess;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.opinion.AwaitedChecks;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.ApplicantType;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.Contact;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.rules.ShippedTables;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A test of classes that read and write the database, on the schema of the migrations, without engine and web. The beans of
 * domain and desks are made when a test asks for them. It runs on H2 unless the class is {@link OnPostgres}; all such
 * classes of a JVM share one database of each kind. A test's transaction is rolled back; a test that needs several
 * transactions is {@link Committed} and has a round of its own.
 */
@SpringBootTest(
        classes = DataTest.Beans.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "spring.main.lazy-initialization=true",
            // As in operation: a slow machine does not turn a wait for the other transaction into a refusal.
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;QUERY_CACHE_SIZE=512"
        })
@ActiveProfiles("test")
@Transactional
public abstract class DataTest {

    protected static final Actor OFFICER = new Actor("officer", "city-440100");

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicInteger NEXT_YEAR = new AtomicInteger(2100);
    private static final int LONGEST_SECONDS = 60;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Rounds rounds;

    @Autowired
    protected Units units;

    @Autowired
    protected Applicants applicants;

    @Autowired
    protected Applications applications;

    @Autowired
    private PlatformTransactionManager transactions;

    /** A round that no other test knows, its deadlines 12-08 and 12-20 of a year to come. */
    protected Round givenRound() {
        int year = NEXT_YEAR.getAndIncrement();
        return rounds.add(
                year,
                "测试批次",
                "",
                LocalDateTime.of(year, 12, 8, 9, 30).toInstant(ZoneOffset.UTC),
                LocalDateTime.of(year, 12, 20, 16, 0).toInstant(ZoneOffset.UTC),
                Instant.parse("2026-11-29T00:00:00Z"));
    }

    protected Applicant givenApplicant() {
        int number = NEXT.incrementAndGet();
        String first17 = "91440101MA%07d".formatted(number);
        long id = applicants.add(
                new CreditCode(first17 + CreditCode.checkCharacter(first17)),
                "测试单位" + number,
                ApplicantType.INDUSTRIAL,
                "广州市",
                Contact.of("联系人", "020-12345678", "someone@example.org"),
                Instant.parse("2026-11-29T00:00:00Z"));
        return applicants.get(id);
    }

    /** An application in that state, without the steps that lead there; for a project of its own. */
    protected String givenApplication(Round round, String unitId, ApplicationState state) {
        return givenApplication(round, unitId, givenApplicant(), "测试项目" + NEXT.incrementAndGet(), state);
    }

    protected String givenApplication(
            Round round, String unitId, Applicant applicant, String projectName, ApplicationState state) {
        String id = applications.begin(
                round.roundYear(), round.id(), applicant, units.get(unitId), projectName, new Actor("applicant", null));
        jdbc.sql("update application set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
        return id;
    }

    protected List<String> givenApplications(int count, Round round, String unitId, ApplicationState state) {
        Applicant applicant = givenApplicant();
        return IntStream.range(0, count)
                .mapToObj(n -> givenApplication(round, unitId, applicant, "测试项目" + NEXT.incrementAndGet(), state))
                .toList();
    }

    protected ApplicationState state(String applicationId) {
        return applications.get(applicationId).state();
    }

    /** Does the work in a transaction that is committed. */
    protected <T> T committed(Callable<T> work) {
        return new TransactionTemplate(transactions).execute(status -> called(work));
    }

    /** Does each work in a thread and a transaction of its own, all begun before one of them works. */
    @SafeVarargs
    protected final <T> List<Outcome<T>> atOnce(Callable<T>... works) throws Exception {
        CyclicBarrier begun = new CyclicBarrier(works.length);
        ExecutorService threads = Executors.newFixedThreadPool(works.length);
        try {
            List<Future<T>> futures = Arrays.stream(works)
                    .map(work -> threads.submit(() -> committed(() -> {
                        begun.await();
                        return work.call();
                    })))
                    .toList();
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<T> future : futures) {
                outcomes.add(Outcome.of(future));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What came of one of several works at once.
     *
     * @param value   what it returned; null if it failed
     * @param failure why it was rolled back; null if it was committed
     */
    public record Outcome<T>(T value, Throwable failure) {

        public boolean committed() {
            return failure == null;
        }

        private static <T> Outcome<T> of(Future<T> future) throws Exception {
            try {
                return new Outcome<>(future.get(LONGEST_SECONDS, TimeUnit.SECONDS), null);
            } catch (ExecutionException e) {
                return new Outcome<>(null, e.getCause());
            }
        }
    }

    /** A test whose transactions are committed, so that others see them. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public @interface Committed {}

    /**
     * Database, migrations, transactions, domain and desks; the tables are the shipped files. No configuration by annotation,
     * because an application that a test starts would find it.
     */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {"cn.gdpilot.domain", "cn.gdpilot.desk"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = ActingByThemselves.class))
    @ConfigurationPropertiesScan("cn.gdpilot.domain")
    @Import(ShippedTables.class)
    static class Beans {

        /** There is no engine that it could tell. */
        @Bean
        @Primary
        ApplicationProcess noProcess() {
            return mock(ApplicationProcess.class);
        }

        /** Nothing was asked by it. */
        @Bean
        @Primary
        AwaitedChecks noChecks() {
            return mock(AwaitedChecks.class);
        }
    }

    /** Classes that act by themselves, at the start or on an event of another room: tests of the whole hold what they do. */
    static class ActingByThemselves implements TypeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory others) {
            return type.getAnnotationMetadata().hasAnnotatedMethods(EventListener.class.getName())
                    || List.of(type.getClassMetadata().getInterfaceNames()).contains(ApplicationRunner.class.getName());
        }
    }
}
