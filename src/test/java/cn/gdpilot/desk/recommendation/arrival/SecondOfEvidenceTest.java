package cn.gdpilot.desk.recommendation.arrival;

import static cn.gdpilot.domain.deadline.DeadlineFixture.MAOMING;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.list;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.arrival.EvidencedArrival;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.decision.DecisionAsked;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

class SecondOfEvidenceTest {

    private final Units units = mock();
    private final ApplicationEventPublisher events = mock();

    @Test
    @DisplayName("R4.7 evidence entered → the receiving office is told what; no day ends its decision")
    void told() {
        when(units.get(MAOMING.id())).thenReturn(MAOMING);

        new SecondOfEvidence(units, new Times(), events)
                .tell(
                        list(MAOMING, State.MISSED, DeadlineKind.CITY),
                        new ProveArrival.Evidence(at("12-08T16:40:00"), EvidencedArrival.Kind.STAMP, " 第17号 ", null),
                        "zhang.san");

        verify(events)
                .publishEvent(new DecisionAsked(
                        "dept-44",
                        "2026",
                        MAOMING.name() + "的推荐材料按凭证于 2026-12-08 16:40:00 送达（补登送达）",
                        "收件章，第17号",
                        "zhang.san",
                        "",
                        "/desk/recommendations/2026/city-440900/evidence"));
    }
}
