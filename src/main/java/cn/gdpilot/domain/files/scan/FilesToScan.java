package cn.gdpilot.domain.files.scan;

/** Files that a room above keeps and that the scanner looks at; the room names its own table, which the scan does not know. */
public interface FilesToScan {

    /**
     * SQL that selects the SHA-256 of these files as {@code sha256}, without parameters. The scan sets it into its own statement,
     * so that the database leaves out what is scanned already and no run reads the hashes of all files.
     */
    String select();
}
