package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Texts;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * Properties and methods that a running expression may use: the listed ones of plain values, of readers within their
 * processes, and of a task or an execution. Holds for models that were deployed before the list, too.
 */
class PlainValues extends BeanELResolver {

    /** Longest text that a method may make, in characters. */
    private static final int LONGEST = 10_000;

    private final ExpressionNames names;
    private final ModelBeans beans;

    PlainValues(ExpressionNames names, ModelBeans beans) {
        this.names = names;
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null) {
            check(context, base, String.valueOf(property));
        }
        return super.getValue(context, base, property);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base != null) {
            throw closed(property);
        }
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base != null) {
            check(context, base, String.valueOf(method));
        }
        Object value = super.invoke(context, base, method, types, arguments);
        if (base instanceof CharSequence && value instanceof CharSequence text && text.length() > LONGEST) {
            throw new ELException(Texts.of("guard.expression-large", LONGEST));
        }
        return value;
    }

    private void check(ELContext context, Object base, String member) {
        if (base instanceof VariableScope) {
            require(names.isOfScope(member), member);
            return;
        }
        String reader = beans.readerName(base);
        if (reader.isEmpty()) {
            require(names.isMember(member) && isPlain(base), member);
            return;
        }
        ExpressionNames.Method method = names.method(reader, member).orElseThrow(() -> closed(member));
        if (!AskingTask.of(context).mayAsk(method)) {
            throw new ELException(Texts.of("guard.expression-other-process", reader + "." + member));
        }
    }

    private static void require(boolean open, String member) {
        if (!open) {
            throw closed(member);
        }
    }

    private static ELException closed(Object member) {
        return new ELException(Texts.of("guard.expression-closed", member));
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
                || isOwn(base) && !(base instanceof JavaDelegate) && !(base instanceof TaskListener);
    }

    private static boolean isOwn(Object base) {
        return base.getClass().getName().startsWith("cn.gdpilot.");
    }
}
