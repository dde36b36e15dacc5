package cn.gdpilot.desk.campaign;

import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.campaign.review.DepartmentReview;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.duplicate.DuplicateLifted;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class LateListsTest {

    private final Recommendations recommendations = mock();
    private final Rounds rounds = mock();
    private final LateLists late = new LateLists(recommendations, mock(), mock(DepartmentReview.class), rounds);

    @Test
    @DisplayName("a duplicate is none any more → the round is taken before the Department's list")
    void roundFirst() {
        Recommendation list = mock();
        when(list.open()).thenReturn(true);
        when(recommendations.find("2026", "dept-44")).thenReturn(Optional.of(list));

        late.again(new DuplicateLifted("2026", "GD2026-00001"));

        InOrder steps = inOrder(rounds, recommendations);
        steps.verify(rounds).lock("2026");
        steps.verify(recommendations).changed(list);
    }
}
