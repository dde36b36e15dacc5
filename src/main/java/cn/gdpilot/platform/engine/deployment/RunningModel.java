package cn.gdpilot.platform.engine.deployment;

import java.time.Instant;

/**
 * The newest version of a process, table or form: what runs.
 *
 * @param file       as it was deployed
 * @param version    number of the version
 * @param deployment name of the deployment
 * @param source     where it came from; null in deployments of earlier releases
 * @param deployedAt when
 */
public record RunningModel(ModelFile file, int version, String deployment, String source, Instant deployedAt) {

    /** Whether the start deployed it from the folders, or from the jar. */
    public boolean fromFolder() {
        return ModelSource.FOLDER.equals(source) || source == null && ModelSource.NAME.equals(deployment);
    }
}
