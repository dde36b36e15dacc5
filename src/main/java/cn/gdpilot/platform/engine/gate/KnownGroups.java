package cn.gdpilot.platform.engine.gate;

/** Groups to which tasks may be offered. */
interface KnownGroups {

    /** True if there is such a group. */
    boolean hasGroup(String id);
}
