package cn.gdpilot.platform.engine.deployment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest version of each process, table and form, whatever deployment it came with. */
@Component
public class RunningModels {

    /** The engine has no query for forms, and one for each file would be many. */
    private static final String NEWEST = """
            select m.version_ as version, m.resource_name_ as file, d.name_ as deployment, d.source_ as source,
                   d.deploy_time_ as deployed_at, b.bytes_ as content
            from %1$s m
              join act_re_deployment d on d.id_ = m.deployment_id_
              join act_ge_bytearray b on b.deployment_id_ = m.deployment_id_ and b.name_ = m.resource_name_
            where m.version_ = (select max(o.version_) from %1$s o where o.key_ = m.key_)""";

    private static final List<String> TABLES = List.of("act_re_procdef", "act_re_decision_def", "act_re_camformdef");

    private final JdbcClient jdbc;

    /** Reads the engine's tables. */
    public RunningModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All running models, by the names of files. */
    public List<RunningModel> all() {
        return TABLES.stream()
                .flatMap(table -> jdbc.sql(NEWEST.formatted(table)).query((row, number) -> model(row)).list().stream())
                .sorted(Comparator.comparing(model -> model.file().name()))
                .toList();
    }

    private static RunningModel model(ResultSet row) throws SQLException {
        return new RunningModel(
                ModelFile.of(row.getString("file"), row.getBytes("content")),
                row.getInt("version"),
                row.getString("deployment"),
                row.getString("source"),
                row.getTimestamp("deployed_at").toInstant());
    }
}
