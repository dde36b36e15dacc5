package cn.gdpilot.platform.engine.parts;

/** Sorts of what designers may name, in the order of the page. */
public enum PartKind {
    /** A bean that a step or a listener calls. */
    STEP,
    /** A method that an expression calls. */
    READING,
    /** A form that a user task shows. */
    FORM,
    /** A decision table that a business rule task asks. */
    TABLE,
    /** A fact that tables are asked with. */
    FACT,
    /** A group to which a user task is offered. */
    GROUP,
    /** A letter. */
    LETTER,
    /** A process that a call activity calls. */
    PROCESS,
    /** A number of days or years of a round, on which dates and reminders rest. */
    PERIOD
}
