package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.StringUtils;

/** What the program names is there, and processes begin as the program expects it. */
final class Contracts implements Family {

    @Override
    public List<Fault> faults(Handed handed) {
        List<Fault> faults = new ArrayList<>();
        DrawnModel model = handed.model();
        for (String process : model.processes()) {
            Set<String> named =
                    new LinkedHashSet<>(handed.contract().tasks(process).keySet());
            named.addAll(handed.contract().elements(process));
            named.stream()
                    .filter(id -> !model.kind(id).equals(kind(id)))
                    .forEach(id -> faults.add(handed.fault(Rule.CONTRACT, id, ".element", kind(id))));
            Set<String> heard = new HashSet<>(model.messages().values());
            handed.contract().messages(process).stream()
                    .filter(name -> !heard.contains(name))
                    .forEach(name -> faults.add(handed.fault(Rule.CONTRACT, process, ".message", name)));
            Set<String> called = model.called(process);
            handed.contract().work(process).stream()
                    .filter(bean -> !called.contains(bean))
                    .forEach(bean -> faults.add(handed.fault(Rule.WORK, process, "", bean)));
            started(handed, process, faults);
        }
        return faults;
    }

    private static void started(Handed handed, String process, List<Fault> faults) {
        if (!handed.model().own(process, "isExecutable").equals("true")) {
            faults.add(handed.fault(Rule.STARTED, process, ".executable"));
        }
        boolean byHand =
                !handed.model().attribute(process, "isStartableInTasklist").equals("false");
        if (byHand != handed.contract().isStartable(process)) {
            faults.add(handed.fault(Rule.STARTED, process, byHand ? ".by-hand" : ".not-by-hand"));
        }
    }

    /** The kind of element that an id names, e.g. userTask. */
    private static String kind(String id) {
        return StringUtils.uncapitalize(id.substring(0, id.indexOf('_')));
    }
}
