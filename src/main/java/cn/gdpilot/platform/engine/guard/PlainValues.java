package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.text.Texts;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * Properties and methods that an expression may use: those of plain values and of this application's own objects; of a
 * task or an execution the few that read or keep a variable. Never an object's class, from which all else can be reached.
 */
class PlainValues extends BeanELResolver {

    private static final Set<String> NEVER =
            Set.of("class", "getClass", "declaringClass", "getDeclaringClass", "wait", "notify", "notifyAll");
    private static final Set<String> OF_A_SCOPE = Set.of(
            "id",
            "getId",
            "name",
            "getName",
            "assignee",
            "getAssignee",
            "dueDate",
            "getDueDate",
            "businessKey",
            "getBusinessKey",
            "processBusinessKey",
            "getProcessBusinessKey",
            "currentActivityId",
            "getCurrentActivityId",
            "taskDefinitionKey",
            "getTaskDefinitionKey",
            "processInstanceId",
            "getProcessInstanceId",
            "processDefinitionId",
            "getProcessDefinitionId",
            "hasVariable",
            "getVariable",
            "getVariableLocal",
            "setVariable",
            "setVariableLocal");

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null) {
            check(base, property);
        }
        return super.getValue(context, base, property);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base != null) {
            throw new ELException(Texts.of("guard.expression-closed", property));
        }
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base != null) {
            check(base, method);
        }
        return super.invoke(context, base, method, types, arguments);
    }

    private static void check(Object base, Object member) {
        String name = String.valueOf(member);
        boolean open = base instanceof VariableScope ? OF_A_SCOPE.contains(name) : isPlain(base);
        if (!open || NEVER.contains(name)) {
            throw new ELException(Texts.of("guard.expression-closed", name));
        }
    }

    private static boolean isPlain(Object base) {
        return base instanceof CharSequence
                || base instanceof Number
                || base instanceof Boolean
                || base instanceof Date
                || base instanceof Temporal
                || base instanceof TemporalAmount
                || base instanceof Collection<?>
                || base instanceof Map<?, ?>
                || base instanceof Enum<?>
                || base.getClass().getName().startsWith("cn.gdpilot.");
    }
}
