package cn.gdpilot.domain.eligibility;

import java.time.Instant;
import java.util.List;

/** A port: which version of a table answered at a moment. */
public interface TableHistory {

    /** The tables with the version that was in force then, e.g. "recommendation-quota v2"; those that were not there yet are left out. */
    List<String> inForce(List<String> tables, Instant at);
}
