package cn.gdpilot.platform.engine.guard.decision;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Notes which task a signed-in person completes, or which process a person begins, for as long as that command runs. */
public class CompletionWatch extends CommandInterceptor {

    private final ProcessEngineConfigurationImpl engine;

    public CompletionWatch(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        IdentityService identity = engine.getIdentityService();
        Authentication person = identity == null ? null : identity.getCurrentAuthentication();
        if (person == null || person.getUserId() == null || Context.getCommandContext() != null) {
            return next.execute(command);
        }
        if (command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd) {
            return Completion.of(
                    (String) Fields.read(command, "taskId"), person.getUserId(), () -> next.execute(command));
        }
        if (command instanceof SubmitStartFormCmd) {
            return Completion.starting(
                    (String) Fields.read(command, "processDefinitionId"),
                    person.getUserId(),
                    () -> next.execute(command));
        }
        return next.execute(command);
    }
}
