package cn.gdpilot.platform.engine.guard.decision;

import java.lang.reflect.Field;
import org.springframework.util.ReflectionUtils;

/** Reads what the engine's commands carry: they have no getters. */
public final class Fields {

    private Fields() {}

    /** The value of a field, by its name. */
    public static Object read(Object target, String name) {
        Field field = ReflectionUtils.findField(target.getClass(), name);
        if (field == null) {
            throw new IllegalStateException(target.getClass().getName() + " has no field " + name);
        }
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, target);
    }
}
