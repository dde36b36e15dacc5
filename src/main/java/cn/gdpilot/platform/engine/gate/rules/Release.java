package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import java.util.Map;

/**
 * What is handed in together, and what is there beside it.
 *
 * @param models by file
 * @param forms  by file
 * @param beside what runs, or comes with the program
 */
public record Release(Map<String, DrawnModel> models, Map<String, DrawnForm> forms, Beside beside) {

    /** What a deployment finds. */
    public interface Beside {

        /** True if a process of that id is there. */
        boolean hasProcess(String id);

        /** True if a table of that id is there. */
        boolean hasTable(String id);

        /** True if a form of that id is there. */
        boolean hasForm(String id);

        /** True if tasks may be offered to that group. */
        boolean hasGroup(String id);
    }

    /** The form of that id among those handed in; null if it is not. */
    DrawnForm form(String id) {
        return forms.values().stream()
                .filter(form -> form.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    boolean hasForm(String id) {
        return form(id) != null || beside.hasForm(id);
    }

    boolean hasProcess(String id) {
        return models.values().stream().anyMatch(model -> model.processes().contains(id)) || beside.hasProcess(id);
    }
}
