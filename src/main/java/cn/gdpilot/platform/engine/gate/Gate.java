package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.identity.FurtherGroups;
import cn.gdpilot.domain.mail.letters.FurtherLetters;
import cn.gdpilot.domain.mail.letters.LetterTexts;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.platform.engine.feel.BoundedFeelEngine;
import cn.gdpilot.platform.engine.gate.rules.OwnSteps;
import cn.gdpilot.platform.engine.tables.TableCheck;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.BeanFactory;

/** Puts the gate for models into an engine. */
public final class Gate {

    private final ExpressionNames names = ExpressionNames.load();
    private final ModelBeans beans;
    private final TableCheck tables;
    private final KnownGroups groups;
    private final OwnSteps own;

    /** A gate that lets models name these beans as far as they are listed. */
    public Gate(BeanFactory beans, TableCheck tables) {
        this.beans = new ModelBeans(beans, names);
        this.tables = tables;
        this.groups = Surroundings.groups(beans.getBean(ReferenceFiles.class));
        this.own = new OwnSteps(
                beans.getBean(FurtherGroups.class),
                beans.getBean(FurtherLetters.class),
                letter -> beans.getBean(LetterTexts.class).has(letter));
    }

    /** No bean but the listed ones exists for a model. */
    public void limitBeans(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(beans);
    }

    /** Files are judged before they are deployed; expressions reach what is listed only, and FEEL stays within limits. */
    public void close(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new ModelExpressions(beans, names));
        List<Deployer> gates = new ArrayList<>();
        gates.add(new ModelGate(names, beans, tables, groups, own));
        engine.setCustomPreDeployers(gates);
        engine.setDmnEngineConfiguration(BoundedFeelEngine.configuration());
    }
}
