package cn.gdpilot.domain.record;

/**
 * Something that the record shall keep.
 *
 * @param actor   who
 * @param action  what, e.g. "application.step"
 * @param subject to what, e.g. an application's number; may be null
 * @param grounds why; may be null
 * @param was     state before; may be null
 * @param became  state after; may be null
 * @param model   version of the process that asked; may be null
 */
public record RecordEvent(
        Actor actor, String action, String subject, String grounds, String was, String became, String model) {

    /** An event without before and after. */
    public static RecordEvent of(Actor actor, String action, String subject, String grounds) {
        return new RecordEvent(actor, action, subject, grounds, null, null, null);
    }
}
