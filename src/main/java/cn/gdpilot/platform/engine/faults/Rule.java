package cn.gdpilot.platform.engine.faults;

/** The rules of the gate: what must hold, and why. {@code docs/model-rules.md} lists them as they stand here. */
public enum Rule {
    FILE(
            "A-01",
            "A file is a readable .bpmn, .dmn or .form of at most 2 MB",
            "The engine stops, or fills the heap, at others"),
    ID_TWICE("A-02", "Files of one deployment share no name and no id", "Nobody could tell which of them counts"),
    HOME(
            "A-03",
            "A process or table of the program lies in the file of its name",
            "The program starts and asks it by its id"),
    TIME_TO_LIVE("A-04", "History is kept for five years at least", "Every decision can be looked up for years"),
    DIAGRAM("A-05", "Every element is drawn", "A clerk reads the picture, not the file"),
    LABEL(
            "A-06",
            "Every element but a join, and what a form asks and offers, has a Chinese label",
            "A clerk reads the label"),

    LISTED(
            "M-01",
            "Elements, attributes and their values are those of bpmn.txt",
            "All else could run code, or has not been thought of"),
    EXPRESSION(
            "M-02",
            "An expression can be parsed and names what the program offers (page 可用组件), with as many arguments",
            "It would fail, or reach further, when a person acts"),
    VARIABLE(
            "M-03",
            "An expression reads variables that are there, and answers of a form in the transaction of its task only",
            "A misspelt name, or an answer that is gone, stops whoever comes to it"),
    TEXT(
            "M-04",
            "What applicants wrote is read by a user task's input only",
            "A failed job would show it to those who run the system"),

    BEAN("M-05", "A step that works names the bean that does it", "The engine cannot run a step without one"),

    FLOW("M-10", "A flow and a boundary event begin and end at steps", "The engine finds no way"),
    REACHED("M-11", "Every step can be reached from a start", "It would never happen"),
    END("M-12", "Every way comes to an end event", "A way that just stops tells nobody the result"),
    CHOICE(
            "M-13",
            "At an exclusive gateway some flow holds, whatever the answer",
            "The person whose answer finds none cannot complete the task"),
    CONDITION("M-14", "A condition is one expression that is true or false", "The engine stops at any other"),
    STEP_TWICE("M-15", "An id stands once in a file", "The engine keeps one of both"),
    JOIN("M-16", "A join waits for branches that one split has begun", "It would wait for ever"),

    FORM("M-20", "A user task shows a form that is deployed with it", "Nobody could complete the task"),
    GROUP("M-21", "A user task is offered to a group that there is, never to one person", "Nobody would see it"),
    OFFICE(
            "M-22",
            "A task of the contract is offered to the office that decides",
            "Others' answers are refused; two people decide where the notice asks for two"),
    ANSWER(
            "M-23",
            "A condition compares the outcome with an answer of the form before it",
            "Its flow would never be taken"),
    CALENDAR(
            "M-24",
            "Dates and timers ask the round's calendar, and what closes something the moment after its deadline",
            "A literal date ignores extensions and working days; an earlier moment takes the last hours away"),
    ASKED(
            "M-25",
            "The form of a contract's task has the fields and outcomes that its step reads",
            "Nobody could answer"),

    CALL("M-30", "A called process is there, by its id, in its newest version", "The call fails"),
    HANDED_OVER(
            "M-31",
            "A call hands over the variables that the called process reads",
            "The called process stops at its first step"),
    MESSAGE("M-32", "A message has a name that the program sends", "The step would wait for ever"),
    DECISION("M-33", "A business rule task asks a table that there is, by its id", "The step fails"),
    FACTS(
            "M-34",
            "A business rule task gives its table every input",
            "A missing input is unknown to the table: a rule is not applied"),
    TABLE_STEP(
            "M-35",
            "A step that asks one of the program's tables says nothing that it would not do",
            "A setting that is passed over misleads"),

    CONTRACT("M-40", "Elements and messages of the contract are there", "Program, pages and outside clients name them"),
    EFFECT(
            "M-41",
            "Behind a task of the contract stands the step that takes its answer up, in the same transaction",
            "A person's decision would change nothing"),
    STARTED(
            "M-42",
            "A process is executable, and only a round is started by hand",
            "The program could not start it, or a case would begin beside its rules"),
    START_TIMER(
            "M-43",
            "A process of the contract begins when the program says so",
            "A case would begin that no table knows"),
    WORK(
            "M-44",
            "Beans whose work the program relies on are called",
            "Lists would stay open, letters unsent, rounds unopened"),

    OWN_STEP(
            "M-50",
            "registerOpinionDelegate and sendLetterDelegate are called by service tasks of application and recommendation",
            "Elsewhere no key names the case"),
    OPINION(
            "M-51",
            "registerOpinionDelegate stands right behind tasks of declared groups, in the same transaction, in no loop",
            "The opinion would be lost, or somebody else's"),
    OPINION_WORDS("M-52", "The form of such a task has a field grounds", "An opinion needs words: nobody could answer"),
    LETTER(
            "M-53",
            "sendLetterDelegate names a declared letter that has a text, and a recipient that it may have",
            "The step fails when somebody comes to it"),

    FORM_LISTED(
            "F-01",
            "Parts and settings of a form are those of forms.txt",
            "The Tasklist cannot show others, or asks elsewhere"),
    FORM_FIELD("F-02", "Fields that the program reads are there", "What a person typed would not arrive"),
    FORM_ANSWER("F-03", "Choices are values that the program knows", "The answer would be refused"),
    FORM_TWICE("F-04", "No two fields share an id or a key", "One would overwrite the other"),
    FORM_SCHEMA("F-05", "A form is of schema 16 at most", "The Tasklist of this engine shows no later one"),
    FORM_EXPRESSION(
            "F-06",
            "FEEL in a form can be parsed and reads fields that are there",
            "A field would stay hidden, or the form break"),
    FORM_SHOWN("F-07", "A text shows variables that its task has", "The person would read an empty sheet"),
    FORM_KEY("F-08", "No field has the name of a key of the case", "The answer would lead the case to another one"),
    FORM_PRESET("F-09", "No decision is made before the person reads", "A click would sign what nobody has looked at"),

    TABLE_LISTED(
            "T-01",
            "Elements, attributes and functions are those of dmn.txt and feel.txt",
            "All else could run code or never end"),
    TABLE_FEEL("T-02", "FEEL can be parsed", "The table fails when it is asked"),
    TABLE_KIND(
            "T-03",
            "A table of the program is a decision table with rows and its hit policy",
            "The program reads its answer so"),
    TABLE_INPUT(
            "T-04", "Inputs have the contract's names and types", "The row could never hit, or a rule is not applied"),
    TABLE_OUTPUT("T-05", "Outputs have the contract's names and types", "The program reads them by name"),
    TABLE_CELL(
            "T-06",
            "A cell holds a value that its column can have",
            "The row never hits, or its answer cannot be read"),
    TABLE_OVERLAP("T-07", "Where one row may answer, no two hit", "The table has no answer then"),
    TABLE_GAP("T-08", "Facts that need an answer have a row", "The program waits for the answer"),
    TABLE_NEVER("T-09", "Every row can be hit", "Whoever wrote it believes that it counts"),
    TABLE_WHOLE("T-10", "All answers together keep to the notice's totals", "The notice's figures bind"),
    TABLE_SLOW("T-11", "A table is tried within its time", "It would hold up everybody who asks it");

    private final String id;
    private final String holds;
    private final String reason;

    Rule(String id, String holds, String reason) {
        this.id = id;
        this.holds = holds;
        this.reason = reason;
    }

    /** Its id, as messages tell it. */
    public String id() {
        return id;
    }

    /** What must hold. */
    public String holds() {
        return holds;
    }

    /** Why it must. */
    public String reason() {
        return reason;
    }
}
