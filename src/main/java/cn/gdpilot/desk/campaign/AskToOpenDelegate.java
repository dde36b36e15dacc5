package cn.gdpilot.desk.campaign;

import static cn.gdpilot.desk.campaign.CampaignVariables.CITY_DEADLINE;
import static cn.gdpilot.desk.campaign.CampaignVariables.MINISTRY_DEADLINE;
import static cn.gdpilot.desk.campaign.CampaignVariables.NOTICE_NUMBER;
import static cn.gdpilot.desk.campaign.CampaignVariables.TITLE;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.ContractTask;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Keeps what the start form of a round says, and who sent it. */
@Component
@ForModels(
        name = "登记启动申请",
        help = "登记启动表单的内容和申请人。用作批次流程开始事件的执行监听器（end）。",
        given = Given.INSTANCE,
        gives = "启动申请等待另一人复核。",
        in = "campaign",
        listener = true)
class AskToOpenDelegate implements JavaDelegate {

    private static final ContractTask START = new ContractTask("campaign", "StartEvent_CampaignOpened");

    private final OpeningRequests requests;
    private final FirstRound firstRound;
    private final AskedPerson asked;

    AskToOpenDelegate(OpeningRequests requests, FirstRound firstRound, AskedPerson asked) {
        this.requests = requests;
        this.firstRound = firstRound;
        this.asked = asked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (firstRound.isDue()) {
            return;
        }
        requests.ask(
                execution.getProcessInstanceId(),
                (String) execution.getVariable(TITLE),
                (String) execution.getVariable(NOTICE_NUMBER),
                (String) execution.getVariable(CITY_DEADLINE),
                (String) execution.getVariable(MINISTRY_DEADLINE),
                waiting(execution),
                asked.beginning(execution, START, Group.of(Unit.DEPARTMENT)));
    }

    private static List<String> waiting(DelegateExecution execution) {
        return execution
                .getProcessEngineServices()
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("UserTask_ConfirmOpening")
                .list()
                .stream()
                .map(Task::getProcessInstanceId)
                .toList();
    }
}
