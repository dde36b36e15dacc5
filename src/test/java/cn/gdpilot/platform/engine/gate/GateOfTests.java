package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.identity.FurtherGroups;
import cn.gdpilot.domain.mail.letters.FurtherLetters;
import cn.gdpilot.domain.mail.letters.LetterWords;
import cn.gdpilot.domain.project.direction.DirectionsFixture;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.platform.engine.gate.rules.OwnSteps;
import cn.gdpilot.platform.engine.offered.OfferedBeans;
import cn.gdpilot.platform.engine.tables.TableCheck;
import cn.gdpilot.platform.engine.tables.TableContracts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;

/** The gate for models by itself, for an engine in memory; it takes each name that ends like one for a delegate or a listener. */
public final class GateOfTests {

    private GateOfTests() {}

    /** Puts the gate into an engine. */
    public static ProcessEnginePlugin plugin() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomPreDeployers(List.of(gate()));
            }
        };
    }

    /** What the program's own gate finds in these files, where the lists stand in that folder. */
    public static List<String> faults(Path lists, Map<String, byte[]> files) {
        return gate(lists, letter -> true, OfferedBeans.all()::isStep).faults(files);
    }

    /** The gate that the engine gets. */
    static ModelGate gate() {
        return gate(Path.of("content/reference"), letter -> true);
    }

    /** The gate by the lists of that folder. */
    static ModelGate gate(Path folder, Predicate<String> hasText) {
        return gate(folder, hasText, new BeansByName());
    }

    private static ModelGate gate(Path folder, Predicate<String> hasText, KnownBeans beans) {
        ReferenceFiles lists = new ReferenceFiles(folder);
        TableContracts contracts =
                new TableContracts(new LetterWords(), DirectionsFixture.list(), DirectionsFixture.totals());
        return new ModelGate(
                ExpressionNames.load(),
                beans,
                new TableCheck(contracts),
                Surroundings.groups(lists),
                new OwnSteps(new FurtherGroups(lists), new FurtherLetters(lists), hasText));
    }

    static final class BeansByName implements KnownBeans {

        @Override
        public boolean isDelegate(String name) {
            return name.endsWith("Delegate");
        }
    }
}
