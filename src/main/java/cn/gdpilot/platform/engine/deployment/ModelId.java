package cn.gdpilot.platform.engine.deployment;

/**
 * What a file defines.
 *
 * @param kind process, table or form
 * @param key  id of the process, decision or form
 */
public record ModelId(Kind kind, String key) {

    /** Sorts of files. */
    public enum Kind {
        PROCESS,
        TABLE,
        FORM;

        /** By the file's ending. */
        static Kind of(String file) {
            return file.endsWith(".form") ? FORM : file.endsWith(".dmn") ? TABLE : PROCESS;
        }
    }
}
