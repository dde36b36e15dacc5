package cn.gdpilot.domain.publicity;

import cn.gdpilot.domain.text.Refusal;
import java.util.List;

/** A port: what an office would make public. Answered by the desk whose list it is. */
public interface ListToPublish {

    /** Whose list it is. */
    String unitId();

    /** The numbers of the projects in their order, as the list stands. */
    List<String> proposed(String roundId);

    /** Projects whose places may still change, because an expert was taken off and the replacing review is not in. */
    default List<String> scoredAgain(String roundId) {
        return List.of();
    }

    /**
     * Lets a list go to the public.
     *
     * @throws Refusal if it can not be this office's list
     */
    void check(String roundId, List<String> list);
}
