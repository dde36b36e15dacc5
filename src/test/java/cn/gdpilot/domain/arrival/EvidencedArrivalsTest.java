package cn.gdpilot.domain.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EvidencedArrivalsTest extends DataTest {

    private static final Instant AT = Instant.parse("2026-12-08T08:40:00Z");

    @Autowired
    private EvidencedArrivals arrivals;

    @Autowired
    private Recommendations lists;

    @Autowired
    private QuotaTable quotas;

    private Round round;

    @BeforeEach
    void round() {
        round = givenRound();
    }

    @Test
    @DisplayName("R4.7 one evidence is accepted → what else waits for that list ends, undecided by anybody")
    void othersEnd() {
        String list = givenList("city-440900");
        add(list, "甲");
        add(list, "乙");
        long accepted = arrivals.of(list).get(1).id();

        arrivals.decide(accepted, true, "second");
        arrivals.endOthers(list);

        List<EvidencedArrival> all = arrivals.of(list);
        assertThat(all).extracting(EvidencedArrival::granted).containsExactly(false, true);
        assertThat(all).extracting(EvidencedArrival::decidedBy).containsExactly(null, "second");
        assertThat(all).extracting(EvidencedArrival::decidedAt).doesNotContainNull();
    }

    @Test
    @DisplayName("R4.7 one evidence is accepted → what waits for another list goes on waiting")
    void otherListsWait() {
        String list = givenList("city-440900");
        String other = givenList("city-440800");
        add(other, "丙");

        arrivals.endOthers(list);

        assertThat(arrivals.of(other).get(0).decidedAt()).isNull();
    }

    private String givenList(String unitId) {
        Unit unit = units.get(unitId);
        lists.open(round.id(), unit, quotas.of(unit), quotas.quotaSource(unit));
        return lists.get(round.id(), unitId).id();
    }

    private void add(String list, String words) {
        arrivals.add(list, AT, EvidencedArrival.Kind.STAMP, words, null, "first");
    }
}
