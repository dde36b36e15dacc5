package cn.gdpilot.domain.identity;

/** The groups of the offices' people; the engine's user store keeps them. */
public interface OfficeGroups {

    /** Makes those that are missing. */
    void make();
}
