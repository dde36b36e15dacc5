package cn.gdpilot.platform.engine.offered;

import cn.gdpilot.domain.text.offered.ForModels;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Steps and methods with {@link ForModels}, found among the program's classes. Needs no application. */
public final class OfferedBeans {

    private static final String PROGRAM = "cn.gdpilot";

    /**
     * A bean that a step or a listener calls.
     *
     * @param bean  its name
     * @param words what designers read of it
     */
    public record Step(String bean, ForModels words) {}

    /**
     * A method that an expression may call.
     *
     * @param bean      name of its bean
     * @param method    its own name
     * @param arguments how many it takes
     * @param words     what designers read of it
     */
    public record Reading(String bean, String method, int arguments, ForModels words) {

        /** As models write it, e.g. {@code deadlines.ofUnit}. */
        public String name() {
            return bean + "." + method;
        }
    }

    private final Map<String, Step> steps = new TreeMap<>();
    private final List<Reading> readings;

    private OfferedBeans(Collection<Class<?>> classes) {
        classes.forEach(one -> step(one).ifPresent(step -> steps.put(step.bean(), step)));
        readings = classes.stream()
                .flatMap(OfferedBeans::readings)
                .sorted(Comparator.comparing(Reading::name))
                .toList();
    }

    /** All of the program. */
    public static OfferedBeans all() {
        return Found.ALL;
    }

    /** Those of these classes. */
    public static OfferedBeans of(Class<?>... classes) {
        return new OfferedBeans(List.of(classes));
    }

    /** Steps, by name of the bean. */
    public Collection<Step> steps() {
        return steps.values();
    }

    /** True for a bean that a step or a listener may call. */
    public boolean isStep(String bean) {
        return steps.containsKey(bean);
    }

    /** Methods that expressions may call, by name. */
    public List<Reading> readings() {
        return readings;
    }

    private static Optional<Step> step(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(ForModels.class)).map(words -> new Step(bean(type), words));
    }

    private static Stream<Reading> readings(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ForModels.class))
                .map(method -> new Reading(
                        bean(type),
                        method.getName(),
                        method.getParameterCount(),
                        method.getAnnotation(ForModels.class)));
    }

    /** As Spring names it: a bean has its class's name. */
    private static String bean(Class<?> type) {
        return StringUtils.uncapitalize(type.getSimpleName());
    }

    /** Classes of a running program do not change. */
    private static final class Found {

        static final OfferedBeans ALL = new OfferedBeans(scanned());

        private static List<Class<?>> scanned() {
            ClassPathScanningCandidateComponentProvider scanner =
                    new ClassPathScanningCandidateComponentProvider(false);
            scanner.addIncludeFilter((reader, others) -> isOffered(reader.getAnnotationMetadata()));
            ClassLoader loader = OfferedBeans.class.getClassLoader();
            return scanner.findCandidateComponents(PROGRAM).stream()
                    .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), loader))
                    .toList();
        }

        private static boolean isOffered(AnnotationMetadata type) {
            String name = ForModels.class.getName();
            return type.hasAnnotation(name) || type.hasAnnotatedMethods(name);
        }
    }
}
