package cn.gdpilot.running;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.SqlSessionFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;

/**
 * Reads the engine's SQL once for each kind of database in a JVM: it took half of the time that an engine needs to start.
 * An engine whose JVM has read it before works with the same statements on its own database; only one engine lives at a time.
 */
class ReadStatements extends AbstractProcessEnginePlugin {

    private static final Map<String, SqlSessionFactory> READ = new ConcurrentHashMap<>();

    private final String database;

    ReadStatements(@Value("${spring.datasource.url}") String url) {
        this.database = url.split(":")[1];
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        SqlSessionFactory read = READ.get(database);
        if (read != null) {
            Environment former = read.getConfiguration().getEnvironment();
            read.getConfiguration()
                    .setEnvironment(
                            new Environment(former.getId(), former.getTransactionFactory(), engine.getDataSource()));
            engine.setSqlSessionFactory(read);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        READ.put(
                database,
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getSqlSessionFactory());
    }
}
