package cn.gdpilot.platform.engine.instances;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Instances of a process by their business keys: those that run, and those that there ever were. */
@Component
public class Instances {

    private final RuntimeService runtime;
    private final HistoryService history;

    Instances(RuntimeService runtime, HistoryService history) {
        this.runtime = runtime;
        this.history = history;
    }

    /** True if one runs under that key. */
    public boolean isRunning(String process, String businessKey) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0;
    }

    /** Those of the keys under which one was ever begun, whatever has become of it: history keeps also what was lost. */
    public Set<String> begunAmong(String process, Collection<String> businessKeys) {
        return businessKeys.isEmpty()
                ? Set.of()
                : history
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKeyIn(businessKeys.toArray(String[]::new))
                        .list()
                        .stream()
                        .map(HistoricProcessInstance::getBusinessKey)
                        .collect(Collectors.toSet());
    }
}
