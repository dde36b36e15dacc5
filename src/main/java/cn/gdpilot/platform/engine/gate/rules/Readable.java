package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A clerk can read it: everything is drawn and labelled in Chinese; and what happened is kept. */
final class Readable implements Family {

    /** Days for which history is kept at least. */
    static final int KEPT = 1825;

    static final Pattern DAYS = Pattern.compile("P?(\\d{1,6})D?");
    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL);

    @Override
    public List<Fault> faults(Handed handed) {
        List<Fault> faults = new ArrayList<>();
        DrawnModel model = handed.model();
        for (String process : model.processes()) {
            if (!isKept(model.attribute(process, "historyTimeToLive"))) {
                faults.add(handed.fault(Rule.TIME_TO_LIVE, process, "", KEPT));
            }
            if (!isChinese(model.own(process, "name"))) {
                faults.add(handed.fault(Rule.LABEL, process, ""));
            }
        }
        Set<String> drawn = model.drawn();
        if (drawn.isEmpty()) {
            faults.add(handed.fault(Rule.DIAGRAM, handed.process(), ".none"));
        } else {
            Stream.concat(model.nodes().stream(), model.flows().stream().map(DrawnModel.Flow::id))
                    .filter(id -> !drawn.contains(id))
                    .forEach(id -> faults.add(handed.fault(Rule.DIAGRAM, id, ".element")));
        }
        model.nodes().stream()
                .filter(step -> !isJoin(model, step) && !isChinese(model.own(step, "name")))
                .forEach(step -> faults.add(handed.fault(Rule.LABEL, step, "")));
        model.ids("exclusiveGateway").stream()
                .filter(gateway -> model.from(gateway).size() > 1)
                .flatMap(gateway -> model.from(gateway).stream())
                .filter(flow -> !isChinese(model.own(flow.id(), "name")))
                .forEach(flow -> faults.add(handed.fault(Rule.LABEL, flow.id(), "")));
        return faults;
    }

    private static boolean isJoin(DrawnModel model, String step) {
        return model.kind(step).endsWith("Gateway") && model.from(step).size() <= 1;
    }

    /** True if some of it is Chinese. */
    static boolean isChinese(String label) {
        return CHINESE.matcher(label).matches();
    }

    /** True if a time to live is long enough. */
    static boolean isKept(String time) {
        return DAYS.matcher(time).matches() && Integer.parseInt(time.replaceAll("\\D", "")) >= KEPT;
    }
}
