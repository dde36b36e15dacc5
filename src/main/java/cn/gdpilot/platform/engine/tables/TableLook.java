package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.DomElement;

/** What every table owes those who look at it, also one that the program does not ask: a picture, a Chinese name, history that is kept. */
final class TableLook {

    /** Days for which history is kept at least. */
    private static final int KEPT = 1825;

    private static final Pattern DAYS = Pattern.compile("P?(\\d{1,6})D?");
    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL);

    private TableLook() {}

    static List<Fault> faults(String file, DmnModelInstance model, Decision decision) {
        List<Fault> faults = new ArrayList<>();
        String id = Objects.requireNonNullElse(decision.getId(), "");
        String name = Objects.requireNonNullElse(decision.getName(), "");
        String kept = Objects.requireNonNullElse(decision.getCamundaHistoryTimeToLiveString(), "");
        if (!DAYS.matcher(kept).matches() || Integer.parseInt(kept.replaceAll("\\D", "")) < KEPT) {
            faults.add(new Fault(Rule.TIME_TO_LIVE, file, id, name, Texts.of("rule.A-04", KEPT)));
        }
        if (!CHINESE.matcher(name).matches()) {
            faults.add(new Fault(Rule.LABEL, file, id, name, Texts.of("rule.A-06")));
        }
        if (!isDrawn(model.getDocument().getRootElement(), id)) {
            faults.add(new Fault(Rule.DIAGRAM, file, id, name, Texts.of("rule.A-05.element")));
        }
        return faults;
    }

    private static boolean isDrawn(DomElement element, String id) {
        return element.getLocalName().equals("DMNShape") && id.equals(element.getAttribute("dmnElementRef"))
                || element.getChildElements().stream().anyMatch(inner -> isDrawn(inner, id));
    }
}
