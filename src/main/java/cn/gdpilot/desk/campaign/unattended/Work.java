package cn.gdpilot.desk.campaign.unattended;

import java.util.List;
import java.util.Set;

/**
 * What runs in the engine for rounds.
 *
 * @param instances instances of the rounds' processes, the oldest of a process first
 * @param items     projects in the reviews' loops
 * @param failed    jobs that nobody tries again
 * @param following whether a closing or a void round is being followed, a batch a job
 */
record Work(List<Instance> instances, List<Item> items, List<FailedStep> failed, boolean following) {

    /** Whether a step of that instance has failed for good. */
    boolean hasFailed(Instance instance) {
        return failed.stream().anyMatch(step -> step.instanceId().equals(instance.id()));
    }

    /**
     * A process instance.
     *
     * @param id          its id
     * @param process     key of its process
     * @param businessKey what it is about
     * @param tasks       keys of its open tasks
     * @param moving      true if a step of it is due or being tried: it will not stay where it is
     */
    record Instance(String id, String process, String businessKey, Set<String> tasks, boolean moving) {}

    /**
     * A project in the loop of a review.
     *
     * @param process       the review's process
     * @param round         the round's id
     * @param applicationId the project
     */
    record Item(String process, String round, String applicationId) {}

    /**
     * A step that has failed for good.
     *
     * @param jobId       its job
     * @param instanceId  its instance
     * @param process     key of its process
     * @param businessKey what the instance is about
     * @param element     id of the element that failed; empty where the engine does not say
     */
    record FailedStep(String jobId, String instanceId, String process, String businessKey, String element) {}
}
