package cn.gdpilot.domain.opinion;

/** Port: how the instances of the Department's first review stand beside each other, as its desk reads it from the engine. */
public interface RunningReviews {

    /** True if that instance reviews what came late, called by one that was there before. */
    boolean isBesideAnother(String instanceId);

    /** True if the project has its task of the first review. */
    boolean isReviewing(String applicationId);
}
