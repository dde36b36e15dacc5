package cn.gdpilot.desk.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicities.Forgone;
import cn.gdpilot.domain.publicity.Publicity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;

/** What the page of a public list says of the office's decision to make it public no further. */
class PublicPagesTest {

    private static final Instant OPENED = Instant.parse("2026-12-09T02:00:00Z");

    private final Publicities publicities = mock();
    private final Rounds rounds = mock(RETURNS_DEEP_STUBS);
    private final Units units = mock(RETURNS_DEEP_STUBS);
    private final UnitContacts contacts = mock(RETURNS_DEEP_STUBS);
    private final Objectors objectors = mock();
    private final PilotClock clock = mock();
    private final PublicPages pages =
            new PublicPages(publicities, mock(), rounds, units, contacts, mock(), objectors, clock);

    @BeforeEach
    void given() {
        when(rounds.get(any()).title()).thenReturn("测试批次");
        when(units.get(any()).name()).thenReturn("办公室");
        when(contacts.of(any()).text()).thenReturn("");
        when(objectors.applicant(any())).thenReturn(Optional.empty());
        when(clock.now()).thenReturn(OPENED);
    }

    @Test
    @DisplayName("the Department's newest list, no further one → told, and what it means for its projects")
    void newest() {
        Publicity list = givenList(1, Unit.DEPARTMENT);
        givenNewest(list);

        assertForgone(list).hasSize(1);
        assertThat((String) shown(list).getAttribute("forgoneMeans")).contains("不列入推荐名单");
    }

    @Test
    @DisplayName("a further list was made public all the same → the former one's page says nothing of it")
    void followed() {
        Publicity former = givenList(1, Unit.DEPARTMENT);
        givenNewest(givenList(2, Unit.DEPARTMENT));

        assertForgone(former).isEmpty();
        assertThat((Publicity) shown(former).getAttribute("newer"))
                .extracting(Publicity::id)
                .isEqualTo(2L);
    }

    @Test
    @DisplayName("the ministry's list → told, and nothing of a list of recommendation, which it has not")
    void ministry() {
        Publicity list = givenList(1, Unit.MINISTRY);
        givenNewest(list);

        assertForgone(list).hasSize(1);
        assertThat((String) shown(list).getAttribute("forgoneMeans")).isEmpty();
    }

    private ListAssert<?> assertForgone(Publicity list) {
        return assertThat((List<?>) shown(list).getAttribute("forgone"));
    }

    private Model shown(Publicity list) {
        Model model = new ConcurrentModel();
        pages.show(list.id(), null, model);
        return model;
    }

    private Publicity givenList(long id, String office) {
        Publicity list = new Publicity(id, "2026", office, "officer", OPENED, OPENED, null);
        when(publicities.get(id)).thenReturn(list);
        when(publicities.forgone("2026"))
                .thenReturn(List.of(new Forgone(office, "来不及", "officer", OPENED.plusSeconds(60))));
        return list;
    }

    private void givenNewest(Publicity list) {
        when(publicities.newest("2026", list.unitId())).thenReturn(Optional.of(list));
    }
}
