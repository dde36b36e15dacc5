package cn.gdpilot.domain.eligibility.credit;

import cn.gdpilot.domain.eligibility.credit.CreditAnswer.State;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Texts;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Stands in for 信用中国, which has no public interface that could be called here, and says so in every answer. Knows the
 * codes of {@code credit-stand-in.csv}, for rehearsals; switched off it is a registry that nobody has connected.
 */
@Component
class StandInRegistry implements CreditRegistry {

    private final Map<String, State> known = new HashMap<>();
    private final boolean on;

    StandInRegistry(ReferenceFiles files, @Value("${pilot.credit.stand-in}") boolean on) {
        this.on = on;
        files.rows("credit-stand-in.csv").forEach(row -> known.put(row.get("code"), State.valueOf(row.get("answer"))));
    }

    @Override
    public String name() {
        return Texts.of(on ? "credit.stand-in" : "credit.not-connected");
    }

    @Override
    public CreditAnswer look(String creditCode) {
        State state = on ? known.getOrDefault(creditCode, State.CLEAN) : State.UNAVAILABLE;
        return new CreditAnswer(state, Texts.of("credit.answer." + (on ? state : "OFF")));
    }
}
