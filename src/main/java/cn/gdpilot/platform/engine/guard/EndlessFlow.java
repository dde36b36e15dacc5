package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.text.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Ends a command in which one instance takes more steps than any honest flow: a circle without a step that waits would
 * go on until the memory is full, since the engine keeps all of a command's steps until its end.
 */
class EndlessFlow extends AbstractBpmnParseListener implements ExecutionListener {

    /** All projects of a round at once, several steps each, are fewer. */
    static final int MOST = 50_000;

    /** Steps by instance, for each command that this thread is in. */
    private final ThreadLocal<Map<CommandContext, Map<String, Integer>>> steps =
            ThreadLocal.withInitial(WeakHashMap::new);

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        listen(process);
    }

    private void listen(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addListener(EVENTNAME_START, this);
            listen(activity);
        }
    }

    /** @throws Refusal at the first step too many */
    @Override
    public void notify(DelegateExecution execution) {
        int taken = steps.get()
                .computeIfAbsent(Context.getCommandContext(), command -> new HashMap<>())
                .merge(execution.getProcessInstanceId(), 1, Integer::sum);
        if (taken > MOST) {
            throw Refusal.conflict("model.endless", MOST);
        }
    }
}
