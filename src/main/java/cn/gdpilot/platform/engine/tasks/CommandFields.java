package cn.gdpilot.platform.engine.tasks;

import cn.gdpilot.platform.engine.guard.decision.Fields;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** Values that a command of the engine carries. */
record CommandFields(Command<?> command) {

    String text(String name) {
        return (String) Fields.read(command, name);
    }

    boolean flag(String name) {
        return (Boolean) Fields.read(command, name);
    }

    /** Empty if there is none. */
    @SuppressWarnings("unchecked")
    Map<String, Object> map(String name) {
        Object map = Fields.read(command, name);
        return map == null ? Map.of() : (Map<String, Object>) map;
    }
}
