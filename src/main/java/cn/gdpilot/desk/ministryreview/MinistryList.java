package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.publicity.ListToPublish;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the ministry would make public: what it has selected, all of it and nothing else. */
@Component
class MinistryList implements ListToPublish {

    private final Selections selections;

    MinistryList(Selections selections) {
        this.selections = selections;
    }

    @Override
    public String unitId() {
        return Unit.MINISTRY;
    }

    @Override
    public List<String> proposed(String roundId) {
        return selections.of(roundId);
    }

    @Override
    public void check(String roundId, List<String> list) {
        if (!Set.copyOf(list).equals(Set.copyOf(selections.of(roundId)))) {
            throw Refusal.byRule("R3.8", "publicity.not-the-selection");
        }
    }
}
