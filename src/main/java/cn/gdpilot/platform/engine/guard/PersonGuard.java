package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.guard.decision.Fields;
import cn.gdpilot.platform.web.RefusalRecord;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every command of the engine. A signed-in person may read, claim for himself, and complete a task with
 * the answers that its form asks for; the groups that run the system may do what Cockpit, Admin and a deployment need;
 * everything else is refused. What jobs and delegates do is not a person's command and passes.
 *
 * <p>Closes CVE-2026-109432 (expressions inside or-queries of task queries), for which the engine gets no fix.
 */
class PersonGuard extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(PersonGuard.class);

    private final ProcessEngineConfigurationImpl engine;
    private final DeclaredAnswers answers;
    private final TaskHolders holders;
    private final RefusalRecord refusals;
    private final RetriesRecord retriesRecord;

    PersonGuard(ProcessEngineConfigurationImpl engine, RefusalRecord refusals, RetriesRecord retriesRecord) {
        this.retriesRecord = retriesRecord;
        this.engine = engine;
        this.refusals = refusals;
        this.answers = new DeclaredAnswers(engine);
        this.holders = new TaskHolders(engine);
    }

    @Override
    public <T> T execute(Command<T> command) {
        IdentityService identity = engine.getIdentityService();
        Authentication person = identity == null ? null : identity.getCurrentAuthentication();
        if (person == null) {
            return asNobody(command);
        }
        checkExpressions(command, person);
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        try {
            judge(command, person);
            return command instanceof SetJobRetriesCmd retries
                    ? retriesRecord.keep(retries, person.getUserId(), () -> next.execute(command))
                    : next.execute(command);
        } catch (RuntimeException e) {
            RuntimeException told = inPlainWords(command, e);
            LOG.info(
                    "{} for {} ended with: {}",
                    command.getClass().getSimpleName(),
                    person.getUserId(),
                    told.getMessage());
            throw told;
        }
    }

    private void checkExpressions(Command<?> command, Authentication person) {
        if (!QueryExpressions.areHarmless(command)) {
            refusals.write(
                    person.getUserId(), "expression in " + command.getClass().getSimpleName());
            throw new Refused(Texts.of("guard.expression"), Status.FORBIDDEN);
        }
    }

    /** Work of the system's own passes; at the engine's web addresses it is a stranger's call, who may only sign in. */
    private <T> T asNobody(Command<T> command) {
        boolean stranger = WebCall.isOpen() && Context.getCommandContext() == null;
        if (stranger && !AllowedCommands.allowNobody(command)) {
            refusals.write("nobody", command.getClass().getSimpleName());
            throw new Refused(Texts.of("guard.command"), Status.FORBIDDEN);
        }
        return next.execute(command);
    }

    private void judge(Command<?> command, Authentication person) {
        if (!AllowedCommands.allow(command, groups(person))) {
            if (command instanceof DeployCmd) {
                // DeploymentWatch keeps the line, with the files.
                throw new Refused(Texts.of("guard.deployment"), Status.FORBIDDEN);
            }
            refusals.write(person.getUserId(), command.getClass().getSimpleName());
            throw new Refused(
                    Texts.of(AllowedCommands.isAboutAccounts(command) ? "guard.accounts" : "guard.command"),
                    Status.FORBIDDEN);
        }
        if (command instanceof ClaimTaskCmd) {
            holders.checkClaim(
                    (String) Fields.read(command, "taskId"), (String) Fields.read(command, "userId"), person);
        } else if (command instanceof AssignTaskCmd) {
            holders.checkRelease(
                    (String) Fields.read(command, "taskId"), (String) Fields.read(command, "userId"), person);
        } else if (command instanceof CompleteTaskCmd) {
            holders.checkHolder((String) Fields.read(command, "taskId"), person);
            answers.checkTask((String) Fields.read(command, "taskId"), variables(command, "variables"));
        } else if (command instanceof SubmitTaskFormCmd) {
            holders.checkHolder((String) Fields.read(command, "taskId"), person);
            answers.checkTask((String) Fields.read(command, "taskId"), variables(command, "properties"));
        } else if (command instanceof SubmitStartFormCmd) {
            answers.checkStart((String) Fields.read(command, "processDefinitionId"), variables(command, "variables"));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(Command<?> command, String field) {
        Map<String, Object> given = (Map<String, Object>) Fields.read(command, field);
        return given == null ? Map.of() : given;
    }

    private static Set<String> groups(Authentication person) {
        List<String> groups = person.getGroupIds();
        return groups == null ? Set.of() : Set.copyOf(groups);
    }

    /**
     * A desk's refusal keeps its own words; a second click and a lost race say so instead of failing. Not as the engine's
     * own exception: its API would put English before the words.
     */
    private RuntimeException inPlainWords(Command<?> command, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                String rule = refusal.rule() == null ? "" : "（" + refusal.rule() + "）";
                return new Refused(refusal.getMessage() + rule, status(refusal));
            }
        }
        boolean onTask = command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
        if (onTask && (failure instanceof OptimisticLockingException || isGone((String) Fields.read(command, "taskId")))
                || command instanceof GetDeployedTaskFormCmd && failure instanceof NullPointerException) {
            return new Refused(Texts.of("task.done-already"), Status.CONFLICT);
        }
        return EngineFailures.told(failure);
    }

    /** Whoever loses a race meets its end anywhere: no such task, no right to it, nothing where something was. */
    private boolean isGone(String taskId) {
        return WebCall.asSystem(
                engine.getIdentityService(),
                () -> engine.getTaskService().createTaskQuery().taskId(taskId).count() == 0);
    }

    private static Status status(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID, RULE -> Status.BAD_REQUEST;
            case CONFLICT -> Status.CONFLICT;
            case FORBIDDEN -> Status.FORBIDDEN;
            case NOT_FOUND -> Status.NOT_FOUND;
            case UNAVAILABLE -> Status.SERVICE_UNAVAILABLE;
            case TOO_MANY -> Status.TOO_MANY_REQUESTS;
        };
    }
}
