package cn.gdpilot.platform.engine.deployment;

/**
 * A file of the folders beside what runs of it.
 *
 * @param file    in the folder
 * @param running what runs of the same id; null if nothing does
 * @param state   how they differ
 */
public record FolderFile(ModelFile file, RunningModel running, State state) {

    /** How a file of the folders and what runs of it differ. */
    public enum State {
        /** Nothing runs of it yet. */
        NEW,
        /** Folder and engine say the same. */
        SAME,
        /** Changed in the folder since both said the same: the folder wins. */
        CHANGED,
        /** Deployed over REST since both said the same: what runs is kept. */
        KEPT
    }

    /** Whether the start deploys it. */
    public boolean isDue() {
        return state == State.NEW || state == State.CHANGED;
    }
}
