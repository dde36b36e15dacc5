package cn.gdpilot.platform.engine.gate;

/** Which beans a model may call by their names. */
interface KnownBeans {

    /** A bean that a step or a listener of a step may call. */
    boolean isDelegate(String name);
}
