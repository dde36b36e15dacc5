package cn.gdpilot.running;

import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.papers.template.RepeatedDocuments;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A class of tests that runs the whole application. Classes of the same settings share one, which each
 * test finds as it was after its start; jobs are run by hand and the clock is moved.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"test", "rehearsal"})
@AutoConfigureObservability(tracing = false)
@ContextConfiguration(initializers = OnPostgres.IfAsked.class)
@Import({
    FreshStart.class,
    SettingSwitch.class,
    RepeatedInspection.class,
    SlowLine.class,
    RepeatedDocuments.class,
    ReadStatements.class
})
@TestExecutionListeners(listeners = OneApplication.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@Tag("application")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApplicationTest {}
