package cn.gdpilot.desk.recommendation.arrival;

import static cn.gdpilot.domain.deadline.DeadlineFixture.MAOMING;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.recommendation.RecommendationLetters;
import cn.gdpilot.desk.recommendation.signing.TakenBack;
import cn.gdpilot.domain.deadline.extension.LateApplications;
import cn.gdpilot.domain.deadline.extension.ReopenedWindow;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** R4.7 what a city's list that arrived in time meets at the Department. */
class NextOfficeTest {

    private static final Actor LEAD = new Actor("lead", "dept-44");

    private final EvidenceRule rule = mock();
    private final TakenBack back = mock();
    private final LateApplications applications = mock();
    private final RecommendationLetters letters = mock();
    private final Units units = mock();
    private final Recommendation city = mock();
    private final Recommendation department = mock();
    private final ReopenedWindow window = new ReopenedWindow("2026", "city-440900", "收件章 12 号", null, true);
    private final NextOffice next = new NextOffice(rule, back, applications, letters, units);

    @Test
    @DisplayName("R4.7 Department's list is open → the projects are back")
    void open() {
        when(rule.gone(city)).thenReturn(Optional.empty());

        next.meet(city, window, LEAD);

        verify(applications).reinstate(window);
        verifyNoInteractions(back);
    }

    @Test
    @DisplayName("R4.7 Department's list has gone → it is opened again, then the projects are back")
    void gone() {
        when(rule.gone(city)).thenReturn(Optional.of(department));
        when(city.unitId()).thenReturn(MAOMING.id());
        when(units.get(MAOMING.id())).thenReturn(MAOMING);

        next.meet(city, window, LEAD);

        InOrder steps = inOrder(rule, back, applications);
        steps.verify(rule).checkSelection(department);
        steps.verify(back).check(department);
        steps.verify(back).open(department, MAOMING.name() + "的推荐材料按凭证于截止前送达，补登送达已采信（凭证：收件章 12 号）", LEAD);
        steps.verify(applications).reinstate(window);
    }

    @Test
    @DisplayName(
            "R4.3 Department's own deadline has passed → projects stay closed, applicants and the ministry are told")
    void closed() {
        when(rule.isNextClosed(city)).thenReturn(true);
        when(applications.tellWaiting(window)).thenReturn(List.of("GD2026-00001"));

        next.meet(city, window, LEAD);

        verify(letters).waitsForMinistry(city, "收件章 12 号", List.of("GD2026-00001"));
        verify(applications, never()).reinstate(any());
        verifyNoInteractions(back);
    }

    @Test
    @DisplayName("R4.3 nothing on the list would come back → the ministry is not asked")
    void nobodyWaits() {
        when(rule.isNextClosed(city)).thenReturn(true);

        next.meet(city, window, LEAD);

        verifyNoInteractions(letters);
    }
}
