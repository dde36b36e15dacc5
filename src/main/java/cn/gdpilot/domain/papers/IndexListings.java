package cn.gdpilot.domain.papers;

import cn.gdpilot.domain.files.store.Sha256;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which files, titles and order a generated index shows. Indexes that applicants made themselves are not known here. */
@Repository
public class IndexListings {

    private final JdbcClient jdbc;

    IndexListings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what an index has been made of. */
    public void keep(Material index, List<Material> listed) {
        jdbc.sql("insert into index_listing (material_id, digest) values (:index, :digest)")
                .param("index", index.id())
                .param("digest", digest(listed))
                .update();
    }

    /** Whether a generated index among these files shows others than these, or shows them otherwise. */
    public boolean isStale(List<Material> files) {
        return files.stream()
                .filter(file -> file.kind() == MaterialKind.INDEX)
                .anyMatch(index ->
                        jdbc.sql("select count(*) from index_listing where material_id = :index and digest <> :digest")
                                        .param("index", index.id())
                                        .param("digest", digest(files))
                                        .query(Integer.class)
                                        .single()
                                > 0);
    }

    /** Without the indexes: none can list itself. */
    private static String digest(List<Material> files) {
        return Sha256.of(files.stream()
                .filter(file -> file.kind() != MaterialKind.INDEX)
                .map(file ->
                        file.kind() + " " + file.name() + " " + file.sha256() + " " + file.title() + " " + file.label())
                .collect(Collectors.joining("\n")));
    }
}
