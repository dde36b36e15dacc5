package cn.gdpilot.desk.provincereview;

import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class ReviewAgainOrderTest {

    private final Applications applications = mock();
    private final Recommendations recommendations = mock();
    private final Rounds rounds = mock();
    private final ReviewAgain again =
            new ReviewAgain(applications, recommendations, mock(), mock(), mock(), mock(), mock(), rounds);

    @Test
    @DisplayName("an objection is upheld → the round is taken before the project and the Department's list")
    void roundFirst() {
        Application project = mock();
        when(project.state()).thenReturn(Reversal.NO_DUPLICATE.from());
        when(applications.lock("GD2026-00001")).thenReturn(project);
        Recommendation list = mock();
        when(list.unitId()).thenReturn("dept-44");
        when(list.open()).thenReturn(true);
        when(recommendations.find("2026", "dept-44")).thenReturn(Optional.of(list));
        when(recommendations.lock("2026", "dept-44")).thenReturn(list);

        again.check(new Upheld(
                Reversal.NO_DUPLICATE, "2026", "dept-44", "GD2026-00001", "两条产线", new Actor("officer", "dept-44")));

        InOrder steps = inOrder(rounds, applications, recommendations);
        steps.verify(rounds).lock("2026");
        steps.verify(applications).lock("GD2026-00001");
        steps.verify(recommendations).lock("2026", "dept-44");
    }
}
