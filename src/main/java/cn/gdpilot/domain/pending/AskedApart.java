package cn.gdpilot.domain.pending;

import java.util.List;

/** Port for desks: what is asked by an instance of a process of its own. Where that instance is lost, nobody is asked any more. */
public interface AskedApart {

    /** Key of the process. */
    String process();

    /** What the tables of a round wait for, as business keys of its instances. */
    List<String> awaited(String roundId);

    /** What people read for such a key: the number of the project or objection, and who is asked for what. */
    String words(String key);

    /** Begins an instance for that key at the step that the tables have come to; no state changes by it. */
    void askAgain(String roundId, String key);
}
