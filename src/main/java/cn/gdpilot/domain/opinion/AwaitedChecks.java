package cn.gdpilot.domain.opinion;

import java.util.List;

/** Port: the checks that the Department was asked for, as its desk reads them from the engine. */
public interface AwaitedChecks {

    /** Those of a round that have no result yet, as people read them. */
    List<String> withoutResult(String roundId);
}
