package cn.gdpilot.security;

import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.ApplicationContext;

/**
 * A bean of the program that a model may call as a step or at a task's event.
 *
 * @param bean     name of the bean
 * @param listener true if it is called at an event of a task
 * @param decides  true if it asks for a person, or the domain for the time
 * @param task     id of the task at which the shipped models call it; "work" where they draw no task
 * @param outcome  an answer that the task's form offers; "-" where it offers none
 */
record ModelStep(String bean, boolean listener, boolean decides, String task, String outcome) {

    /** All that there are, in the order of their names. */
    static List<ModelStep> all(ApplicationContext context) {
        return Stream.concat(
                        Arrays.stream(context.getBeanNamesForType(JavaDelegate.class))
                                .map(name -> of(context, name, false)),
                        Arrays.stream(context.getBeanNamesForType(TaskListener.class))
                                .map(name -> of(context, name, true)))
                .distinct()
                .sorted((one, other) -> one.bean.compareTo(other.bean))
                .toList();
    }

    private static ModelStep of(ApplicationContext context, String bean, boolean listener) {
        boolean decides = Arrays.stream(context.getType(bean).getDeclaredFields())
                .anyMatch(field -> field.getType() == AskedPerson.class || field.getType() == SystemStep.class);
        String task = listener ? task(bean) : null;
        return new ModelStep(
                bean,
                listener,
                decides,
                task == null ? "work" : attribute(task, "id"),
                task == null ? "-" : outcome(attribute(task, "camunda:formRef")));
    }

    /** The user task of the shipped models that names the bean, as text; null where none does. */
    private static String task(String bean) {
        return files("processes")
                .flatMap(model -> Pattern.compile("(?s)<bpmn:userTask .*?</bpmn:userTask>")
                        .matcher(model)
                        .results()
                        .map(found -> found.group()))
                .filter(task -> task.contains("${" + bean + "}"))
                .findFirst()
                .orElse(null);
    }

    private static String attribute(String element, String name) {
        Matcher value = Pattern.compile(" " + name + "=\"([^\"]+)\"").matcher(element);
        return value.find() ? value.group(1) : null;
    }

    private static String outcome(String form) {
        return files("forms")
                .map(ModelStep::json)
                .filter(one -> one.path("id").asText().equals(form))
                .flatMap(one -> one.findParents("key").stream())
                .filter(field -> field.path("key").asText().equals("outcome"))
                .map(field -> field.at("/values/0/value").asText(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("-");
    }

    private static Stream<String> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList().stream().map(ModelStep::text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
