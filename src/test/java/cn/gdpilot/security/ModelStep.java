package cn.gdpilot.security;

import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationContext;

/**
 * A bean of the program that a model may call as a step.
 *
 * @param bean    name of the bean
 * @param decides true if it asks for a person, or the domain for the time
 */
record ModelStep(String bean, boolean decides) {

    /** The gate takes them in two processes alone, behind tasks and with inputs that are declared: OwnStepsTest. */
    private static final Set<String> WITHIN_THEIR_PROCESSES = Set.of("registerOpinionDelegate", "sendLetterDelegate");

    /** All that there are, in the order of their names. */
    static List<ModelStep> all(ApplicationContext context) {
        return Arrays.stream(context.getBeanNamesForType(JavaDelegate.class))
                .filter(bean -> !WITHIN_THEIR_PROCESSES.contains(bean))
                .sorted()
                .map(bean -> new ModelStep(bean, decides(context.getType(bean))))
                .toList();
    }

    private static boolean decides(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .anyMatch(field -> field.getType() == AskedPerson.class || field.getType() == SystemStep.class);
    }
}
