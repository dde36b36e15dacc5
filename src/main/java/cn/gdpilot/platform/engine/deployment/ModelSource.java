package cn.gdpilot.platform.engine.deployment;

/** How deployments are marked by where they come from. */
public final class ModelSource {

    /** Name of the deployments that the start makes. */
    public static final String NAME = "gdpilot";
    /** From the folders, or from the jar where there are none. */
    public static final String FOLDER = "folder";
    /** Over REST by a client that does not say what it is. */
    static final String REST = "rest";

    private ModelSource() {}
}
