package cn.gdpilot.platform.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.platform.engine.gate.GateOfTests;
import cn.gdpilot.running.DatabaseTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An engine in memory with the rules for deployments, and folders of its own; nothing else of the application. One engine
 * serves all tests of a JVM, one after the other: each finds it as it was after its start.
 */
public final class EngineOfTests {

    private static final DataSource DATABASE =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE);
    private static final RunningModels RUNNING = new RunningModels(JDBC);
    private static final RecordOfTests RECORD = new RecordOfTests();
    private static final DatabaseTemplate TEMPLATE = new DatabaseTemplate(DATABASE);
    private static final ModelRelease RELEASE = release();
    private static final ProcessEngine ENGINE = start();

    private final Path files;
    private final FolderModels folder;

    /** The folder is empty. */
    public EngineOfTests(Path files) {
        TEMPLATE.restore();
        RECORD.clear();
        this.files = files;
        folder = new FolderModels(new ModelFolders(files, files), RUNNING, new FolderMemory(JDBC));
        ReflectionTestUtils.setField(RELEASE, "folder", folder);
        releasedBy("");
    }

    private static ModelRelease release() {
        PilotClock clock = mock();
        when(clock.now()).thenReturn(Instant.parse("2026-12-01T01:00:00Z"));
        ObjectProvider<RepositoryService> repository = mock();
        when(repository.getObject()).thenAnswer(call -> ENGINE.getRepositoryService());
        return new ModelRelease(
                repository,
                RUNNING,
                new WaitingModels(JDBC, clock),
                null,
                RECORD,
                new TransactionTemplate(new DataSourceTransactionManager(DATABASE)),
                "");
    }

    private static ProcessEngine start() {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V202611302321__platform.sql"))
                .execute(DATABASE);
        ProcessEngine engine = engine(List.of(GateOfTests.plugin(), new DeploymentPlugin(RUNNING, RECORD, RELEASE)));
        TEMPLATE.keep();
        return engine;
    }

    private static ProcessEngine engine(List<ProcessEnginePlugin> plugins) {
        SpringTransactionsProcessEngineConfiguration configuration = new SpringTransactionsProcessEngineConfiguration();
        configuration.setDataSource(DATABASE);
        configuration.setTransactionManager(new DataSourceTransactionManager(DATABASE));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        // An id that a former test had does not come again: the engine keeps models by their ids.
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(false);
        configuration.setCmmnEnabled(false);
        configuration.setProcessEnginePlugins(new ArrayList<>(plugins));
        return configuration.buildProcessEngine();
    }

    /** A deployment of a release that had no rules for deployments yet. */
    public void deployBefore(String name, Map<String, String> files) {
        ProcessEngine former = engine(List.of());
        DeploymentBuilder deployment =
                former.getRepositoryService().createDeployment().name(name);
        files.forEach(deployment::addString);
        deployment.deploy();
        former.close();
    }

    /** What is handed in waits until somebody of that group releases it; blank: it does not wait. */
    public void releasedBy(String group) {
        ReflectionTestUtils.setField(RELEASE, "group", group);
    }

    ModelRelease modelRelease() {
        return RELEASE;
    }

    public RepositoryService repository() {
        return ENGINE.getRepositoryService();
    }

    public FolderModels folder() {
        return folder;
    }

    DeploymentRecord deploymentRecord() {
        return RECORD;
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(DATABASE));
    }

    /** The record's lines: action, person, files, reason. */
    public List<String> record() {
        return RECORD.lines();
    }

    /** Puts these files of the project into the folder. */
    public void put(String... names) throws IOException {
        for (String name : names) {
            write(name, Files.readString(Path.of(name.endsWith(".form") ? "forms" : "processes", name)));
        }
    }

    public void write(String name, String content) throws IOException {
        Files.writeString(files.resolve(name), content);
    }

    /** Replaces a text that the file in the folder has. */
    public void change(String name, String was, String became) throws IOException {
        assertThat(text(name)).contains(was);
        write(name, text(name).replace(was, became));
    }

    /** The file as it lies in the folder. */
    public String text(String name) throws IOException {
        return Files.readString(files.resolve(name));
    }

    /** The file as it runs. */
    public String running(String name) {
        return new String(model(name).file().content(), StandardCharsets.UTF_8);
    }

    public int version(String name) {
        return model(name).version();
    }

    public FolderFile.State state(String name) {
        return folder.all().stream()
                .filter(one -> one.file().name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    public String refusal(String name) {
        FolderFile file = folder.all().stream()
                .filter(one -> one.file().name().equals(name))
                .findFirst()
                .orElseThrow();
        return folder.refusal(file.file()).orElse("");
    }

    /** All files of the deployment with which a file runs. */
    public List<String> filesBeside(String name) {
        String deployment = repository()
                .createProcessDefinitionQuery()
                .processDefinitionResourceName(name)
                .latestVersion()
                .singleResult()
                .getDeploymentId();
        return repository().getDeploymentResourceNames(deployment);
    }

    /** As the Modeler does it: one file, with the engine's duplicate filter. */
    public Deployment deployAs(String person, String name, String file, String content) {
        ENGINE.getIdentityService().setAuthenticatedUserId(person);
        try {
            return repository()
                    .createDeployment()
                    .name(name)
                    .source("Camunda Modeler")
                    .enableDuplicateFiltering(false)
                    .addString(file, content)
                    .deploy();
        } finally {
            ENGINE.getIdentityService().clearAuthentication();
        }
    }

    private RunningModel model(String name) {
        return RUNNING.all().stream()
                .filter(one -> one.file().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
