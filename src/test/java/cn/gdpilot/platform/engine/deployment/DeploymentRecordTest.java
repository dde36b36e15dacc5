package cn.gdpilot.platform.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.gdpilot.domain.record.RecordBook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The log tells only of deployments that stay. */
class DeploymentRecordTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(DeploymentRecord.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "")));
    private DeploymentRecord record;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void listen() {
        ObjectProvider<RecordBook> book = mock(ObjectProvider.class);
        when(book.getObject()).thenReturn(mock(RecordBook.class));
        record = new DeploymentRecord(book);
        told.start();
        // Another class of this JVM may have started an application that logs less.
        log.setLevel(Level.INFO);
        log.addAppender(told);
    }

    @AfterEach
    void end() {
        log.detachAppender(told);
        log.setLevel(null);
    }

    @Test
    @DisplayName("a deployment that is rolled back → not logged")
    void undone() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            accept();
        });

        assertThat(told.list).isEmpty();
    }

    @Test
    @DisplayName("a deployment that is committed → logged once, after the commit")
    void committed() {
        transaction.executeWithoutResult(status -> {
            accept();
            assertThat(told.list).isEmpty();
        });

        assertThat(told.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).contains("own.dmn"));
    }

    private void accept() {
        record.accepted(
                "designer", "1", "Modeler", List.of(ModelFile.of("own.dmn", "<a/>".getBytes(StandardCharsets.UTF_8))));
    }
}
