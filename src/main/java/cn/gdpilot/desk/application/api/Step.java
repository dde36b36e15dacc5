package cn.gdpilot.desk.application.api;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.text.Texts;
import java.time.OffsetDateTime;

/**
 * A step of an application as its applicant sees it: the office, not the person.
 *
 * @param at        when, Guangdong's time
 * @param office    id of the unit; null for the applicant and the system
 * @param state     state after the step
 * @param stateText the state in Chinese
 * @param rule      rule on which it rests; may be null
 * @param grounds   in words, as the applicant may read them; may be null
 */
record Step(OffsetDateTime at, String office, String state, String stateText, String rule, String grounds) {

    static Step of(TimelineEntry entry) {
        return new Step(
                entry.at().atZone(PilotClock.GUANGDONG).toOffsetDateTime(),
                entry.office(),
                entry.toState(),
                Texts.label("state", entry.toState()),
                entry.rule(),
                entry.grounds());
    }
}
