package cn.gdpilot.desk.objection;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.objection.Objection;
import cn.gdpilot.domain.objection.Objections;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The last objection to the Department's first public list is answered. */
class ObjectionDeskTest {

    private static final Publicity FIRST = list(1);

    private final Hearing hearing = mock();
    private final Objections objections = mock();
    private final Publicities publicities = mock();
    private final ObjectionProcess process = mock();
    private final ObjectionDesk desk =
            new ObjectionDesk(hearing, mock(), objections, publicities, process, mock(), mock(), mock());

    @BeforeEach
    void lastAnswer() {
        Objection answered = mock();
        when(answered.state()).thenReturn(Objection.State.DISMISSED);
        when(answered.publicityId()).thenReturn(FIRST.id());
        when(objections.get(7)).thenReturn(answered);
        when(publicities.get(FIRST.id())).thenReturn(FIRST);
        when(hearing.allAnswered(FIRST.id())).thenReturn(true);
    }

    @Test
    @DisplayName("R3.5 it is the newest list → what waits for the last answer goes on")
    void newest() {
        when(publicities.newest("2026", "dept-44")).thenReturn(Optional.of(FIRST));

        desk.tell(7);

        verify(process).allAnswered(FIRST);
    }

    @Test
    @DisplayName("R3.5 a later list waits for its own answers → it waits on, the first is over")
    void earlier() {
        when(publicities.newest("2026", "dept-44")).thenReturn(Optional.of(list(2)));

        desk.tell(7);

        verify(process, never()).allAnswered(FIRST);
        verify(hearing).closeIfOver(FIRST.id());
    }

    private static Publicity list(long id) {
        return new Publicity(id, "2026", "dept-44", "officer", Instant.EPOCH, Instant.EPOCH, null);
    }
}
