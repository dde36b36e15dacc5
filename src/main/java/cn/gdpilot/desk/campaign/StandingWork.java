package cn.gdpilot.desk.campaign;

import static cn.gdpilot.desk.campaign.CampaignVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.campaign.CampaignVariables.UNIT;
import static cn.gdpilot.platform.engine.variables.CaseVariables.APPLICATION_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.SUBJECT;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** What stands at an element of a model now, over all versions that still run: which project, which unit, since when. */
@Component
class StandingWork {

    /** Lines of a page. */
    static final int MOST = 500;

    /** Lines of a table to take away. */
    static final int MOST_EXPORTED = 20_000;

    private final RepositoryService repository;
    private final HistoryService history;
    private final RuntimeService runtime;
    private final Applications applications;
    private final Units units;

    StandingWork(
            RepositoryService repository,
            HistoryService history,
            RuntimeService runtime,
            Applications applications,
            Units units) {
        this.repository = repository;
        this.history = history;
        this.runtime = runtime;
        this.applications = applications;
        this.units = units;
    }

    /** At most that many, those that stand there longest first. */
    List<Standing> at(String process, String element, int most) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(process).list().stream()
                .map(ProcessDefinition::getId)
                .flatMap(version -> history
                        .createHistoricActivityInstanceQuery()
                        .processDefinitionId(version)
                        .activityId(element)
                        .unfinished()
                        .orderByHistoricActivityInstanceStartTime()
                        .asc()
                        .listPage(0, most)
                        .stream())
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
                .limit(most)
                .map(this::standing)
                .toList();
    }

    private Standing standing(HistoricActivityInstance one) {
        Map<String, Object> keys =
                runtime.getVariables(one.getExecutionId(), List.of(CAMPAIGN_ID, UNIT, APPLICATION_ID));
        Optional<Application> project =
                Optional.ofNullable((String) keys.get(APPLICATION_ID)).flatMap(applications::find);
        String unit = project.map(Application::unitId).orElse((String) keys.get(UNIT));
        return new Standing(
                (String) keys.get(CAMPAIGN_ID),
                unit == null ? null : units.find(unit).map(Unit::name).orElse(unit),
                project.orElse(null),
                subject(one.getTaskId()),
                one.getStartTime().toInstant());
    }

    /** A subject is kept with its task. */
    private String subject(String task) {
        return task == null
                ? null
                : Optional.ofNullable(runtime.createVariableInstanceQuery()
                                .taskIdIn(task)
                                .variableName(SUBJECT)
                                .singleResult())
                        .map(found -> (String) found.getValue())
                        .orElse(null);
    }

    /**
     * A token.
     *
     * @param round   id of the round; null where the model has none
     * @param unit    name of the unit that it is about; null where it is about none
     * @param project null where it is about none
     * @param subject what the task list says that it is about; null where it says nothing
     * @param since   when it came to the element
     */
    record Standing(String round, String unit, Application project, String subject, Instant since) {}
}
