package cn.gdpilot.platform.engine.tasks;

import cn.gdpilot.domain.text.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Labels of a task's form, as it is deployed. */
final class FormWords {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEPLOYMENT = "deployment";

    private final JsonNode form;

    private FormWords(JsonNode form) {
        this.form = form;
    }

    /** Id of the task's form; empty if it has none of its own. */
    static String id(TaskEntity task) {
        FormDefinition asked = task.getTaskDefinition().getFormDefinition();
        return asked == null || asked.getCamundaFormDefinitionKey() == null
                ? ""
                : asked.getCamundaFormDefinitionKey().getExpressionText();
    }

    /** The words of the task's form; none if it has no form of its own. */
    static FormWords of(TaskEntity task) {
        FormDefinition asked = task.getTaskDefinition().getFormDefinition();
        CommandContext context = Context.getCommandContext();
        String key = id(task);
        if (key.isEmpty()) {
            return new FormWords(MissingNode.getInstance());
        }
        CamundaFormDefinitionEntity found = DEPLOYMENT.equals(asked.getCamundaFormDefinitionBinding())
                ? context.getCamundaFormDefinitionManager()
                        .findDefinitionByDeploymentAndKey(
                                task.getProcessDefinition().getDeploymentId(), key)
                : context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key);
        if (found == null) {
            return new FormWords(MissingNode.getInstance());
        }
        try {
            return new FormWords(JSON.readTree(context.getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(found.getDeploymentId(), found.getResourceName())
                    .getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if the form has a field of that name. */
    boolean has(String key) {
        return !field(form, key).isMissingNode();
    }

    /** Label of a field; its key if it has none. */
    String label(String key) {
        return field(form, key).path("label").asText(key);
    }

    /** An answer in words: the label of a choice, else the answer as it was given; null if there is none. */
    String shown(String key, Object answer) {
        String text = answer == null ? "" : String.valueOf(answer).strip();
        if (text.isEmpty() || text.equals("[]")) {
            return null;
        }
        JsonNode values = field(form, key).path("values");
        List<String> chosen = new ArrayList<>();
        values.forEach(value -> {
            String one = value.path("value").asText();
            if (text.equals(one) || text.startsWith("[") && text.contains("\"" + one + "\"")) {
                chosen.add(value.path("label").asText(one));
            }
        });
        if (answer instanceof Boolean yes) {
            return Texts.label("yesno", yes);
        }
        return chosen.isEmpty() ? text : String.join("、", chosen);
    }

    private static JsonNode field(JsonNode part, String key) {
        if (part.path("key").asText("").equals(key)) {
            return part;
        }
        for (JsonNode inner : part.path("components")) {
            JsonNode found = field(inner, key);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }
}
