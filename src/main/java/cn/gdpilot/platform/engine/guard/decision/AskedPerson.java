package cn.gdpilot.platform.engine.guard.decision;

import static cn.gdpilot.platform.engine.variables.CaseVariables.APPLICATION_ID;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.web.RefusalRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The person who decides: one of the office that the case asks, by completing the very task, or sending the very start form,
 * of the contract at which it asks.
 * Whatever a model draws, nothing else decides: no timer, message or job, no other event, task or process.
 */
@Component
public class AskedPerson {

    /** The process whose business key is the application. */
    private static final String OF_ONE_APPLICATION = "application";

    /** Their instances' keys name the case, so that an answer to a task of a designer's own is about it. */
    private static final Set<String> WITH_OWN_TASKS = Set.of(OF_ONE_APPLICATION, "recommendation");

    private static final String NOT_ASKED = "task.not-asked";
    private static final String NOT_BEGUN = "round.not-begun";

    private final IdentityService identity;
    private final RefusalRecord refusals;

    AskedPerson(@Lazy IdentityService identity, RefusalRecord refusals) {
        this.identity = identity;
        this.refusals = refusals;
    }

    /**
     * Hears that a task is completed: notes the person whose command completes that very task.
     *
     * @param keys of the case that the task is about, by the names of variables
     */
    public void hear(DelegateTask task, Map<String, String> keys) {
        Completion completion = Completion.now();
        Authentication signedIn = identity.getCurrentAuthentication();
        if (completion != null
                && signedIn != null
                && completion.isOf(task.getId(), signedIn.getUserId())
                && TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())) {
            String process = ((TaskEntity) task).getProcessDefinition().getKey();
            completion.decided(
                    new ContractTask(process, task.getTaskDefinitionKey()), task.getProcessInstanceId(), keys);
            completion.asks(
                    named((TaskEntity) task), Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()));
        }
    }

    /** Groups of the model in plain words: an expression reads variables, which a person may have written. */
    private static Set<String> named(TaskEntity task) {
        return task.getTaskDefinition().getCandidateGroupIdExpressions().stream()
                .filter(Expression::isLiteralText)
                .map(Expression::getExpressionText)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The form shows the application of the variable and the answer decides that of the key: a foreign caller may give two. */
    private static boolean showsItsCase(DelegateExecution effect, ContractTask asked) {
        return !asked.process().equals(OF_ONE_APPLICATION)
                || Objects.equals(effect.getProcessBusinessKey(), effect.getVariable(APPLICATION_ID));
    }

    /**
     * The person whose decision takes effect here, in the transaction of the completion.
     *
     * @param asked  the task behind which the effect is drawn
     * @param office who decides this case; found in the tables, never in a variable that says something else than the case
     * @throws Refusal if no such decision was taken in this transaction, or by a person of another office; recorded
     */
    public Actor behind(DelegateExecution effect, ContractTask asked, Group office) {
        Completion completion = Completion.now();
        Actor person = person(asked, office, Drawn.in(effect), NOT_ASKED);
        boolean isAsked = completion != null
                && completion.hasDecided(asked, effect)
                && asked.process()
                        .equals(((ExecutionEntity) effect)
                                .getProcessDefinition()
                                .getKey())
                && showsItsCase(effect, asked);
        if (!isAsked) {
            throw refused(person.person(), asked, Drawn.in(effect), NOT_ASKED);
        }
        return person;
    }

    /**
     * The person whose answer to a task of a designer's own is kept here, in the transaction of the completion.
     *
     * @param mayAsk true for groups that such tasks may ask
     * @throws Refusal if no such answer was given in this transaction, or by a person of another group; recorded
     */
    public OwnAnswer behindOwnTask(DelegateExecution effect, Predicate<String> mayAsk) {
        Completion completion = Completion.now();
        String process = ((ExecutionEntity) effect).getProcessDefinition().getKey();
        ContractTask given = completion == null ? null : completion.decidedFor(effect);
        Authentication signedIn = identity.getCurrentAuthentication();
        String username = signedIn == null || signedIn.getUserId() == null ? "nobody" : signedIn.getUserId();
        List<String> groups = signedIn == null || signedIn.getGroupIds() == null ? List.of() : signedIn.getGroupIds();
        boolean isAsked = given != null
                && WITH_OWN_TASKS.contains(process)
                && given.process().equals(process);
        return Stream.of(isAsked)
                .filter(Boolean::booleanValue)
                .flatMap(any -> completion.groups().stream())
                .filter(group -> mayAsk.test(group) && groups.contains(group))
                .sorted()
                .findFirst()
                .map(group -> new OwnAnswer(
                        new Actor(username, new Person(username, Set.copyOf(groups)).office()),
                        group,
                        given.task(),
                        completion.taskName()))
                .orElseThrow(
                        () -> refused(username, new ContractTask(process, "own task"), Drawn.in(effect), NOT_ASKED));
    }

    /**
     * The person who begins this process by its start form. Passes once for the person's command.
     *
     * @param start  the start event whose form the person has sent
     * @param office who may begin it
     * @throws Refusal if nobody begins it, or a person of another office does; recorded
     */
    public Actor beginning(DelegateExecution effect, ContractTask start, Group office) {
        Completion completion = Completion.now();
        Actor person = person(start, office, Drawn.in(effect), NOT_BEGUN);
        boolean isBegun = completion != null
                && start.process()
                        .equals(((ExecutionEntity) effect)
                                .getProcessDefinition()
                                .getKey())
                && completion.begins(effect.getProcessDefinitionId(), person.person(), start);
        if (!isBegun) {
            throw refused(person.person(), start, Drawn.in(effect), NOT_BEGUN);
        }
        return person;
    }

    private Actor person(ContractTask asked, Group office, String model, String words) {
        Authentication signedIn = identity.getCurrentAuthentication();
        if (signedIn == null || signedIn.getUserId() == null) {
            throw refused("nobody", asked, model, words);
        }
        List<String> groups = signedIn.getGroupIds();
        if (groups == null || !groups.contains(office.id())) {
            throw refused(signedIn.getUserId(), asked, model, words);
        }
        return new Actor(signedIn.getUserId(), new Person(signedIn.getUserId(), Set.copyOf(groups)).office());
    }

    private Refusal refused(String person, ContractTask asked, String model, String words) {
        refusals.write(person, "decision of " + asked.process() + "/" + asked.task() + " by " + model);
        return Refusal.forbidden(words);
    }
}
