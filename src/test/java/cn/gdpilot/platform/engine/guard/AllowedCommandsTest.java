package cn.gdpilot.platform.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.identity.Group;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.DeploymentQueryImpl;
import org.camunda.bpm.engine.impl.EventSubscriptionQueryImpl;
import org.camunda.bpm.engine.impl.ExecutionQueryImpl;
import org.camunda.bpm.engine.impl.HistoricActivityInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricDetailQueryImpl;
import org.camunda.bpm.engine.impl.HistoricIdentityLinkLogQueryImpl;
import org.camunda.bpm.engine.impl.HistoricJobLogQueryImpl;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricVariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.IncidentQueryImpl;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands count by their class, not by their name or kind. */
class AllowedCommandsTest {

    private static final Set<String> NONE = Set.of();
    private static final Set<String> OPERATOR = Set.of(Group.OPERATOR);
    private static final Set<String> ADMINISTRATOR = Set.of(Group.CAMUNDA_ADMIN);

    /** Has the simple name of a command that everybody may give. */
    static class CompleteTaskCmd implements Command<Void> {

        @Override
        public Void execute(CommandContext context) {
            return null;
        }
    }

    /** Is a command that everybody may give, and more. */
    static class ClaimForAnother extends ClaimTaskCmd {

        private static final long serialVersionUID = 1L;

        ClaimForAnother() {
            super("task", "other");
        }
    }

    @Test
    @DisplayName("an allowed command → passes for everybody")
    void allowed() {
        assertThat(AllowedCommands.allow(new ClaimTaskCmd("task", "me"), NONE)).isTrue();
    }

    @Test
    @DisplayName("a class of the same simple name, a subclass, a command without a name → refused")
    void lookalikes() {
        Command<Void> nameless = context -> null;

        assertThat(AllowedCommands.allow(new CompleteTaskCmd(), ADMINISTRATOR)).isFalse();
        assertThat(AllowedCommands.allow(new ClaimForAnother(), ADMINISTRATOR)).isFalse();
        assertThat(AllowedCommands.allow(new ResolveTaskCmd("task", Map.of()), ADMINISTRATOR))
                .isFalse();
        assertThat(AllowedCommands.allow(nameless, ADMINISTRATOR)).isFalse();
        assertThat(AllowedCommands.allowNobody(nameless)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ProcessInstanceQueryImpl.class,
                HistoricProcessInstanceQueryImpl.class,
                JobQueryImpl.class,
                IncidentQueryImpl.class,
                DeploymentQueryImpl.class,
                AuthorizationQueryImpl.class
            })
    @DisplayName("a list that Cockpit, Admin or the Modeler shows → for those who run the system, for nobody else")
    void used(Class<? extends AbstractQuery<?, ?>> query) throws ReflectiveOperationException {
        Command<?> command = query.getConstructor().newInstance();

        assertThat(AllowedCommands.allow(command, OPERATOR)).isTrue();
        assertThat(AllowedCommands.allow(command, NONE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                HistoricVariableInstanceQueryImpl.class,
                HistoricDetailQueryImpl.class,
                HistoricTaskInstanceQueryImpl.class,
                HistoricActivityInstanceQueryImpl.class,
                HistoricIdentityLinkLogQueryImpl.class,
                HistoricJobLogQueryImpl.class,
                UserOperationLogQueryImpl.class,
                ExecutionQueryImpl.class,
                EventSubscriptionQueryImpl.class
            })
    @DisplayName("a list that no page shows → refused to those who run the system, too")
    void unused(Class<? extends AbstractQuery<?, ?>> query) throws ReflectiveOperationException {
        var maker = query.getDeclaredConstructor();
        maker.setAccessible(true);

        assertThat(AllowedCommands.allow(maker.newInstance(), OPERATOR)).isFalse();
        assertThat(AllowedCommands.allow(maker.newInstance(), ADMINISTRATOR)).isFalse();
    }

    @Test
    @DisplayName("tasks → everybody asks for them; the engine's grants choose which")
    void tasks() {
        assertThat(AllowedCommands.allow(new TaskQueryImpl(), NONE)).isTrue();
    }
}
