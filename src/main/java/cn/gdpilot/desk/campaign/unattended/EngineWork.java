package cn.gdpilot.desk.campaign.unattended;

import static cn.gdpilot.platform.engine.variables.CaseVariables.APPLICATION_ID;

import cn.gdpilot.desk.campaign.unattended.Work.FailedStep;
import cn.gdpilot.desk.campaign.unattended.Work.Instance;
import cn.gdpilot.desk.campaign.unattended.Work.Item;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reads from the engine what runs for rounds. */
@Component
class EngineWork {

    private static final String REVIEW_TASK = "UserTask_ReviewProject";

    private final HistoryService history;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;

    EngineWork(HistoryService history, RuntimeService runtime, TaskService tasks, ManagementService management) {
        this.history = history;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
    }

    /** Everything that runs now. */
    Work read() {
        Map<String, Set<String>> open = openTasks();
        List<Job> due = management.createJobQuery().executable().list();
        Set<String> moving = Stream.concat(due.stream(), retried().stream())
                .map(Job::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        boolean following = due.stream().anyMatch(job -> job.getProcessInstanceId() == null);
        List<Instance> instances = history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKeyIn(Flow.keys())
                .unfinished()
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(one -> instance(one, open, moving))
                .toList();
        Map<String, Instance> known = instances.stream().collect(Collectors.toMap(Instance::id, Function.identity()));
        return new Work(instances, items(known), failed(known), following);
    }

    private static Instance instance(HistoricProcessInstance one, Map<String, Set<String>> open, Set<String> moving) {
        return new Instance(
                one.getId(),
                one.getProcessDefinitionKey(),
                one.getBusinessKey(),
                open.getOrDefault(one.getId(), Set.of()),
                moving.contains(one.getId()));
    }

    private Map<String, Set<String>> openTasks() {
        return tasks
                .createTaskQuery()
                .processDefinitionKeyIn(Flow.APPLICATION.key(), Flow.RECOMMENDATION.key())
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Task::getProcessInstanceId,
                        Collectors.mapping(Task::getTaskDefinitionKey, Collectors.toSet())));
    }

    /** Steps that have failed and will be tried again. */
    private List<Job> retried() {
        return management.createJobQuery().withException().withRetriesLeft().list();
    }

    private List<Item> items(Map<String, Instance> known) {
        return tasks.createTaskQuery().taskDefinitionKey(REVIEW_TASK).list().stream()
                .filter(task -> known.containsKey(task.getProcessInstanceId()))
                .flatMap(task -> project(task).stream().map(project -> item(project, known, task)))
                .toList();
    }

    private static Item item(String project, Map<String, Instance> known, Task task) {
        Instance review = known.get(task.getProcessInstanceId());
        return new Item(review.process(), review.businessKey(), project);
    }

    /** Empty where the task has been answered since it was listed. */
    private Optional<String> project(Task task) {
        try {
            return Optional.ofNullable((String) runtime.getVariable(task.getExecutionId(), APPLICATION_ID));
        } catch (NullValueException answered) {
            return Optional.empty();
        }
    }

    private List<FailedStep> failed(Map<String, Instance> known) {
        return management.createJobQuery().noRetriesLeft().list().stream()
                .filter(job -> known.containsKey(job.getProcessInstanceId()))
                .map(job -> step(job, known.get(job.getProcessInstanceId())))
                .toList();
    }

    private static FailedStep step(Job job, Instance instance) {
        return new FailedStep(
                job.getId(),
                instance.id(),
                instance.process(),
                instance.businessKey(),
                Objects.requireNonNullElse(job.getFailedActivityId(), ""));
    }
}
