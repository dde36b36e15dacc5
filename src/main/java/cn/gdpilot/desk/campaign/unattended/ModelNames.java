package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.domain.text.Texts;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** Names of processes and steps as the deployed models give them, so that the page follows a designer who renames one. */
@Component
class ModelNames {

    private final RepositoryService repository;

    ModelNames(RepositoryService repository) {
        this.repository = repository;
    }

    /** Keys of a process and its steps by the names that its newest model gives them, states by theirs; others stay as they are. */
    String words(String process, String keys) {
        return Arrays.stream(keys.split(" ")).map(key -> word(process, key)).collect(Collectors.joining(" "));
    }

    private String word(String process, String key) {
        return (key.equals(process) ? processName(process) : stepName(process, key))
                .orElseGet(() -> Texts.label("unattended.at", key));
    }

    private Optional<String> processName(String process) {
        return newest(process).map(ProcessDefinition::getName);
    }

    private Optional<String> stepName(String process, String key) {
        return newest(process)
                .map(one -> repository.getBpmnModelInstance(one.getId()).<FlowElement>getModelElementById(key))
                .map(FlowElement::getName)
                .map(name -> Texts.of("unattended.step", name));
    }

    private Optional<ProcessDefinition> newest(String process) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult());
    }
}
