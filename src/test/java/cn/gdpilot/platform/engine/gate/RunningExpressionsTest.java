package cn.gdpilot.platform.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What an expression reaches when it runs, in models that no gate has seen. */
class RunningExpressionsTest {

    private static final String SECRET = "注塑装备数字孪生";

    private static ProcessEngine engine;

    /** Stands for the bean of that name. */
    public static class Sheet {

        public String of(String id) {
            return SECRET + id;
        }

        public String unlisted() {
            return SECRET;
        }
    }

    @BeforeAll
    static void givenEngine() {
        StaticListableBeanFactory factory = new StaticListableBeanFactory();
        factory.addBean("projectSheet", new Sheet());
        factory.addBean("silentDelegate", new SilentDelegate());
        factory.addBean("sendLetterDelegate", (JavaDelegate) execution -> {});
        ExpressionNames names = ExpressionNames.load();
        ModelBeans beans = new ModelBeans(factory, names);
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:expressions;DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName("expressions");
        configuration.setBeans(beans);
        configuration.setExpressionManager(new ModelExpressions(beans, names));
        configuration.setEnforceHistoryTimeToLive(false);
        engine = configuration.buildProcessEngine();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    @DisplayName("a user task of its process asks for an applicant's text → it is shown")
    void answered() {
        deploy("application", userTask("${projectSheet.of(applicationId)}"));

        String instance = start("application");

        assertThat(engine.getRuntimeService()
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .variableName("view")
                        .singleResult()
                        .getValue())
                .isEqualTo(SECRET + "A1");
    }

    @Test
    @DisplayName("a user task of another process asks for it → refused without it")
    void otherProcess() {
        deploy("foreign", userTask("${projectSheet.of(applicationId)}"));

        assertThatThrownBy(() -> start("foreign"))
                .hasMessageContaining("只回答其所属流程的任务")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    @DisplayName("a timer's date asks for it, in its own process → the failed job shows the refusal, not the text")
    void timer() {
        deploy(
                "application",
                "<b:startEvent id='a' c:asyncAfter='true'/><b:sequenceFlow id='f' sourceRef='a' targetRef='t'/><b:intermediateCatchEvent id='t'>"
                        + "<b:timerEventDefinition><b:timeDate>${projectSheet.of(applicationId)}</b:timeDate></b:timerEventDefinition></b:intermediateCatchEvent>");
        String instance = start("application");
        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult();

        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                .isNotNull();

        Job failed = engine.getManagementService()
                .createJobQuery()
                .jobId(job.getId())
                .singleResult();
        assertThat(failed.getExceptionMessage()).contains("未予回答");
        assertThat(engine.getManagementService().getJobExceptionStacktrace(job.getId()))
                .doesNotContain(SECRET);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"sendLetterDelegate, true", "silentDelegate, false"})
    @DisplayName("a step's bean is there for a model if it says so by its annotation")
    void offered(String bean, boolean isThere) {
        deploy(
                "application",
                "<b:startEvent id='a'/><b:sequenceFlow id='f' sourceRef='a' targetRef='s'/><b:serviceTask id='s' c:delegateExpression='${"
                        + bean + "}'/>");

        assertThat(catchThrowable(() -> start("application")) == null).isEqualTo(isThere);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "${projectSheet.unlisted()}",
                "${projectSheet['unlisted']()}",
                "${projectSheet.class}",
                "${''['class']}",
                "${''['getClass']()}",
                "${''['get'.concat('Class')]()}",
                "${execution.processEngineServices}",
                "${execution.setVariable('x', 1)}",
                "${sendLetterDelegate.execute(execution)}",
                "${applicationId.repeat(100000000)}",
                "${applicationId.replaceAll('(a+)+', 'b')}",
                "${applicationId.chars()}"
            })
    @DisplayName("a member that is not listed, in any spelling → refused when it runs")
    void closed(String expression) {
        deploy("application", userTask(expression.replace("'", "&apos;")));

        assertThatThrownBy(() -> start("application")).hasStackTraceContaining("表达式中不能使用");
    }

    @Test
    @DisplayName("texts joined to more than 10,000 characters → refused")
    void large() {
        deploy("application", userTask("${big.concat(big).concat(big)}"));

        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "application", Map.of("big", "长".repeat(3_900), "applicationId", "A1")))
                .hasStackTraceContaining("超过 10000 个字");
    }

    @ParameterizedTest(name = "{0} …")
    @ValueSource(strings = {"${big}", "${list}", "${lists}"})
    @DisplayName("a variable or a list repeated in a text until it is large → refused")
    void repeated(String part) {
        deploy("application", userTask(part.repeat(100)));
        List<String> list = Collections.nCopies(10, "长".repeat(390));
        Map<String, Object> large =
                Map.of("big", "长".repeat(3_900), "list", list, "lists", Collections.nCopies(1_000, list));

        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("application", large))
                .hasStackTraceContaining("个字，已停止");
    }

    private static String start(String process) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(process, Map.of("applicationId", "A1"))
                .getId();
    }

    private static String userTask(String view) {
        return "<b:startEvent id='a'/><b:sequenceFlow id='f' sourceRef='a' targetRef='t'/><b:userTask id='t'><b:extensionElements><c:inputOutput>"
                + "<c:inputParameter name='view'>" + view
                + "</c:inputParameter></c:inputOutput></b:extensionElements></b:userTask>";
    }

    private static void deploy(String process, String steps) {
        engine.getRepositoryService()
                .createDeployment()
                .addString(process + ".bpmn", SmallModel.of(process, steps))
                .deploy();
    }
}
