package cn.gdpilot.desk.objection;

import cn.gdpilot.domain.objection.Objection;
import cn.gdpilot.domain.objection.Objections;
import cn.gdpilot.domain.pending.AskedApart;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import org.springframework.stereotype.Component;

/** The objections that wait for an answer of the office, or for its lead (R3.5, R3.8). */
@Component
class AwaitedAnswers implements AskedApart {

    private final Objections objections;
    private final ObjectionProcess process;

    AwaitedAnswers(Objections objections, ObjectionProcess process) {
        this.objections = objections;
        this.process = process;
    }

    @Override
    public String process() {
        return ObjectionProcess.KEY;
    }

    @Override
    public List<String> awaited(String roundId) {
        return objections.waiting(roundId).stream().map(Objection::number).toList();
    }

    @Override
    public String words(String key) {
        return Texts.of("objection.awaited", key);
    }

    @Override
    public void askAgain(String roundId, String key) {
        objections.waiting(roundId).stream()
                .filter(one -> one.number().equals(key))
                .forEach(process::goOn);
    }
}
