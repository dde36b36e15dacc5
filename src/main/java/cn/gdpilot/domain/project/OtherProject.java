package cn.gdpilot.domain.project;

import java.util.Optional;

/** Tells an applicant which project its own one repeats: another of its own, or a pilot, which is public. Another applicant's stays untold. */
public interface OtherProject {

    /** What the applicant of that dropped project is told, in words; empty where it is another applicant's. */
    Optional<String> told(String duplicateId);
}
