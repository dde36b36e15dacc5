package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All rules over drawn models and forms. */
public final class ModelRules {

    private final Contract contract = Contract.load();
    private final Forms forms = new Forms(contract);
    private final List<Family> families;

    /**
     * The rules.
     *
     * @param inputs names of the inputs of each table that the program asks, by its id
     * @param isBean true for names of beans that models may call
     * @param own    rules over what designers draw beside the contract
     */
    public ModelRules(Map<String, List<String>> inputs, Predicate<String> isBean, OwnSteps own) {
        families = List.of(
                new Flows(),
                new Choices(),
                new Tasks(),
                new Calendar(),
                new Calls(),
                new Steps(inputs),
                new Variables(isBean),
                new Lasting(),
                new Effects(),
                new Contracts(),
                own,
                new Readable());
    }

    /** Breaches in a model of a release. */
    public List<Fault> ofModel(String file, Release release) {
        Handed handed = new Handed(file, release.models().get(file), release, contract);
        List<Fault> faults = new ArrayList<>();
        families.forEach(family -> faults.addAll(family.faults(handed)));
        return faults;
    }

    /** Breaches in a form of a release. */
    public List<Fault> ofForm(String file, Release release) {
        DrawnForm form = release.forms().get(file);
        return forms.faults(file, form, release);
    }
}
