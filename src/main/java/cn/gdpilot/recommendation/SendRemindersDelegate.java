package cn.gdpilot.recommendation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendRemindersDelegate implements JavaDelegate {

    private final Reminders reminders;

    SendRemindersDelegate(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.send((String) execution.getVariable("campaignId"), (String) execution.getVariable("unit"));
    }
}
