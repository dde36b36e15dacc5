package cn.gdpilot.domain.opinion;

/** Port: how the instances of the Department's first review stand beside each other, as its desk reads it from the engine. */
public interface RunningReviews {

    /** True if that instance reviews what came late, called by one that was there before. */
    boolean isBesideAnother(String instanceId);

    /** True if the project has its task of the first review. */
    boolean isReviewing(String applicationId);

    /** True if a review of that round has its experts still before it, and asks those that are lacking. */
    boolean hasExpertsAhead(String roundId);

    /** The same of its site visits and legal checks. */
    boolean hasChecksAhead(String roundId);
}
