package cn.gdpilot.platform.engine.deployment;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Content of the folders' files when folder and engine last said the same, or when a file that differed was first seen.
 * It tells the folder's changes from the Modeler's: what runs is the folder's only if it has this content.
 */
@Repository
public class FolderMemory {

    private final JdbcClient jdbc;

    /** Keeps it in the table model_file. */
    public FolderMemory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hashes by the names of files. */
    Map<String, String> hashes() {
        return jdbc.sql("select name, sha256 from model_file").query(Line.class).list().stream()
                .collect(Collectors.toMap(Line::name, Line::sha256));
    }

    /** Remembers the file as the folder's last word. */
    void keep(ModelFile file) {
        int known = jdbc.sql("update model_file set sha256 = :hash where name = :name")
                .param("hash", file.hash())
                .param("name", file.name())
                .update();
        if (known == 0) {
            insert(file);
        }
    }

    private void insert(ModelFile file) {
        try {
            jdbc.sql("insert into model_file (name, sha256) values (:name, :hash)")
                    .param("name", file.name())
                    .param("hash", file.hash())
                    .update();
        } catch (DuplicateKeyException written) {
            // Another node that starts at the same time has the same file.
        }
    }

    private record Line(String name, String sha256) {}
}
