package cn.gdpilot.platform.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Puts {@link TableStep} in the place of the engine's own step where a model names one of this program's tables. */
class TableStepReading extends AbstractBpmnParseListener {

    private static final String TABLE = "gdpilotTable";

    private final Set<String> tables;
    private final AskedTables asked;

    TableStepReading(Set<String> tables, AskedTables asked) {
        this.tables = tables;
        this.asked = asked;
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl step) {
        String table = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "decisionRef");
        if (tables.contains(table)) {
            step.setProperty(TABLE, table);
        }
    }

    /** The inputs of a step are known only when its process is read. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        read(process.getActivities());
    }

    private void read(List<ActivityImpl> steps) {
        for (ActivityImpl step : steps) {
            String table = (String) step.getProperty(TABLE);
            if (table != null) {
                IoMapping mapping = step.getIoMapping() == null ? new IoMapping() : step.getIoMapping();
                step.setActivityBehavior(new TableStep(
                        table,
                        mapping.getInputParameters() == null ? new ArrayList<>() : mapping.getInputParameters(),
                        mapping.getOutputParameters() == null ? new ArrayList<>() : mapping.getOutputParameters(),
                        asked));
                step.setIoMapping(null);
            }
            read(step.getActivities());
        }
    }
}
