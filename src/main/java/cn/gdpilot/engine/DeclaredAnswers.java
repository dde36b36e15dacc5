package cn.gdpilot.engine;

import cn.gdpilot.wording.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task takes the answers that its form asks for, and no other variable: names, types and sizes. */
class DeclaredAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(DeclaredAnswers.class);
    private static final int LONGEST = 4000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngineConfigurationImpl engine;

    DeclaredAnswers(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    void checkTask(String taskId, Map<String, Object> given) {
        if (!given.isEmpty()) {
            check(given, asSystem(() -> fields(engine.getFormService().getDeployedTaskForm(taskId))));
        }
    }

    void checkStart(String processDefinitionId, Map<String, Object> given) {
        if (!given.isEmpty()) {
            check(given, asSystem(() -> fields(engine.getFormService().getDeployedStartForm(processDefinitionId))));
        }
    }

    private static void check(Map<String, Object> given, Set<String> asked) {
        given.forEach((name, value) -> {
            Object plain = value instanceof TypedValue typed ? typed.getValue() : value;
            boolean simple = plain == null || plain instanceof String || plain instanceof Number || plain instanceof Boolean;
            if (!asked.contains(name) || !simple) {
                LOG.warn("Refused an answer that the form does not ask for: {}", name.replaceAll("[^\\w-]", "?"));
                throw new RestException(Status.FORBIDDEN, Texts.of("guard.answer"));
            }
            if (plain instanceof String text && text.length() > LONGEST) {
                throw new RestException(Status.BAD_REQUEST, Texts.of("guard.answer-long", LONGEST));
            }
        });
    }

    private static Set<String> fields(InputStream form) {
        try (form) {
            Set<String> keys = new HashSet<>();
            collect(JSON.readTree(form), keys);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode node, Set<String> keys) {
        if (node.hasNonNull("key") && !node.path("readonly").asBoolean() && !node.path("disabled").asBoolean()) {
            keys.add(node.get("key").asText());
        }
        node.path("components").forEach(part -> collect(part, keys));
    }

    /** The form is read on behalf of the application: the person may see the task only by the engine's own check, later. */
    private <T> T asSystem(Supplier<T> read) {
        IdentityService identity = engine.getIdentityService();
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return read.get();
        } catch (NullValueException | BadUserRequestException gone) {
            throw new RestException(Status.CONFLICT, Texts.of("task.done-already"));
        } finally {
            identity.setAuthentication(person);
        }
    }
}
