package cn.gdpilot.desk.communicationsreview;

import static cn.gdpilot.desk.communicationsreview.CommunicationsReviewVariables.CAMPAIGN_ID;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.SystemStep;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The last of the CA's reviews tells the Department's branch, if it waits already, that the CA is done; else it reads it
 * from the round. What comes late to the CA is reviewed by an instance beside the first. A review that its deadline ends is
 * looked at when the process ends, since it comes to no such step.
 */
@Component
@ForModels(
        name = "告知省厅审核完成",
        help = "最后一个项目审核完后，告知等候中的省厅流程。可用作步骤，也可用作流程的执行监听器（end）。",
        given = Given.CAMPAIGN,
        gives = "等候消息 CommunicationsReviewed 的流程继续。",
        in = "communications-review")
class AnnounceReviewedDelegate implements JavaDelegate {

    private static final String PROCESS = "communications-review";
    private static final String MESSAGE = "CommunicationsReviewed";

    private final CommunicationsDesk desk;
    private final RuntimeService runtime;
    private final SystemStep step;

    AnnounceReviewedDelegate(CommunicationsDesk desk, RuntimeService runtime, SystemStep step) {
        this.desk = desk;
        this.runtime = runtime;
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution execution) {
        step.take(execution, () -> announceIfLast(execution));
    }

    private void announceIfLast(DelegateExecution execution) {
        String campaignId = (String) execution.getVariable(CAMPAIGN_ID);
        desk.hold(campaignId);
        boolean endedEarly = ends(execution) && !desk.isUnderWay(campaignId);
        if (endedEarly || othersRun(campaignId, execution.getProcessInstanceId())) {
            return;
        }
        desk.finish(campaignId);
        runtime.createExecutionQuery()
                .messageEventSubscriptionName(MESSAGE)
                .processVariableValueEquals(CAMPAIGN_ID, campaignId)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(MESSAGE, waiting.getId()));
    }

    /** At the end of the process, also of one that has come to this step already, or that somebody ends before it was due. */
    private static boolean ends(DelegateExecution execution) {
        return ExecutionListener.EVENTNAME_END.equals(execution.getEventName())
                && execution.getProcessDefinitionId().startsWith(PROCESS + ":");
    }

    private boolean othersRun(String campaignId, String own) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(campaignId)
                .list()
                .stream()
                .anyMatch(one -> !one.getId().equals(own));
    }
}
