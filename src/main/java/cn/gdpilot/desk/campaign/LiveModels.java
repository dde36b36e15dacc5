package cn.gdpilot.desk.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** The deployed models and how many tokens wait at each of their elements, over all versions that still run. */
@Component
class LiveModels {

    private final RepositoryService repository;
    private final ManagementService management;

    LiveModels(RepositoryService repository, ManagementService management) {
        this.repository = repository;
        this.management = management;
    }

    /** All processes that are deployed, by their names. */
    List<Name> names() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(one -> new Name(one.getKey(), one.getName()))
                .sorted(Comparator.comparing(Name::name))
                .toList();
    }

    /** The newest model as BPMN 2.0 XML; empty if there is none of that key. */
    Optional<byte[]> drawing(String key) {
        return newest(key).map(definition -> {
            try (InputStream model = repository.getProcessModel(definition.getId())) {
                return model.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What stands at the elements of a process now, those with the most first; elements that only older versions have keep their id. */
    List<Count> counts(String key) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (ProcessDefinition version : repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .list()) {
            for (ActivityStatistics one :
                    management.createActivityStatisticsQuery(version.getId()).list()) {
                numbers.merge(one.getId(), one.getInstances(), Integer::sum);
            }
        }
        Optional<BpmnModelInstance> model = model(key);
        return numbers.entrySet().stream()
                .map(one -> new Count(
                        one.getKey(),
                        model.map(drawn -> label(drawn, one.getKey())).orElse(one.getKey()),
                        one.getValue()))
                .sorted(Comparator.comparingInt(Count::number).reversed().thenComparing(Count::label))
                .toList();
    }

    /** What the newest model of a process calls an element; its id where that model does not have it. */
    String label(String key, String element) {
        return model(key).map(drawn -> label(drawn, element)).orElse(element);
    }

    private Optional<BpmnModelInstance> model(String key) {
        return newest(key).map(definition -> repository.getBpmnModelInstance(definition.getId()));
    }

    private Optional<ProcessDefinition> newest(String key) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult());
    }

    private static String label(BpmnModelInstance model, String element) {
        String id = element.replaceAll("#multiInstanceBody$", "");
        return model.getModelElementById(id) instanceof FlowElement drawn && drawn.getName() != null
                ? drawn.getName()
                : element;
    }

    /**
     * A process.
     *
     * @param key  id of the process
     * @param name its name
     */
    record Name(String key, String name) {}

    /**
     * What stands at an element.
     *
     * @param element id
     * @param label   what the model calls it
     * @param number  how many
     */
    record Count(String element, String label, int number) {}
}
