package cn.gdpilot.platform.engine.gate;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;

/** The time of a timer (ISO 8601), read as the engine will read it: what it cannot read would fail when the timer is due. */
final class TimerText {

    private static final Map<String, BusinessCalendar> CALENDARS = Map.of(
            "bpmn:timeDate", new DueDateBusinessCalendar(),
            "bpmn:timeDuration", new DurationBusinessCalendar(),
            "bpmn:timeCycle", new CycleBusinessCalendar());

    private TimerText() {}

    static boolean isOne(String element) {
        return CALENDARS.containsKey(element);
    }

    /** @param element date, duration or cycle */
    static boolean isReadable(String element, String text) {
        try {
            CALENDARS.get(element).resolveDuedate(text);
            return true;
        } catch (ProcessEngineException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
