package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.mail.letters.LetterWords;
import cn.gdpilot.domain.project.DirectionsFixture;
import cn.gdpilot.platform.engine.tables.TableCheck;
import cn.gdpilot.platform.engine.tables.TableContracts;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;

/** The gate for models by itself, for an engine in memory; it takes every bean for listed. */
public final class GateOfTests {

    private GateOfTests() {}

    /** Puts the gate into an engine. */
    public static ProcessEnginePlugin plugin() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomPreDeployers(List.of(new ModelGate(
                        new EveryBean(),
                        new TableCheck(new TableContracts(new LetterWords(), DirectionsFixture.list())))));
            }
        };
    }

    static final class EveryBean extends AbstractMap<Object, Object> {

        @Override
        public boolean containsKey(Object name) {
            return true;
        }

        @Override
        public Set<Map.Entry<Object, Object>> entrySet() {
            return Set.of();
        }
    }
}
