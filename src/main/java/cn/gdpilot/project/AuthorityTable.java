package cn.gdpilot.project;

import java.util.Optional;

/** The table direction-authority (R1.2, R1.3). */
public interface AuthorityTable {

    /** Who is in charge of a direction; empty if the table does not know it. */
    Optional<Authority> of(String direction);

    /**
     * Who is in charge.
     *
     * @param department     the Department
     * @param communications the Communications Administration
     */
    record Authority(boolean department, boolean communications) {}
}
