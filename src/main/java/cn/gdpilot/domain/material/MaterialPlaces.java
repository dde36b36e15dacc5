package cn.gdpilot.domain.material;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Places among the files of a kind. An upload has its own from its beginning: files chosen together stand as they were chosen, whichever comes first. */
@Repository
public class MaterialPlaces {

    private final JdbcClient jdbc;

    MaterialPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The place behind all that are there or on their way. */
    public int next(String applicationId, MaterialKind kind) {
        return 1
                + jdbc.sql("""
                        select coalesce(max(place), 0) from (
                          select place from material where application_id = :application and kind = :kind and removed_at is null
                          union all
                          select place from upload where application_id = :application and kind = :kind and done_at is null) places""")
                        .param("application", applicationId)
                        .param("kind", kind.name())
                        .query(Integer.class)
                        .single();
    }

    /** The place that an upload was given when it began; behind all others if another file has been put there since, or it was given none (0). */
    int free(String applicationId, MaterialKind kind, int given) {
        boolean taken = jdbc.sql(
                                "select count(*) from material where application_id = :application and kind = :kind and place = :place and removed_at is null")
                        .param("application", applicationId)
                        .param("kind", kind.name())
                        .param("place", given)
                        .query(Integer.class)
                        .single()
                > 0;
        return taken || given == 0 ? next(applicationId, kind) : given;
    }
}
