package cn.gdpilot.platform.engine.steps;

import cn.gdpilot.domain.opinion.CaseKey;
import cn.gdpilot.domain.text.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** The case of an instance, from its key: a person may have written any variable. */
final class CaseOf {

    private CaseOf() {}

    /** @throws Refusal if the process is none of those whose keys name a case */
    static CaseKey step(DelegateExecution step) {
        String process = ((ExecutionEntity) step).getProcessDefinition().getKey();
        String key = step.getProcessBusinessKey();
        if (process.equals("application") && key != null) {
            return CaseKey.ofApplication(key);
        }
        if (process.equals("recommendation") && key != null && key.indexOf('/') > 0) {
            int slash = key.indexOf('/');
            return CaseKey.ofList(key.substring(0, slash), key.substring(slash + 1));
        }
        throw Refusal.forbidden("task.not-asked");
    }
}
