package cn.gdpilot.platform.engine.steps;

import static cn.gdpilot.platform.engine.variables.CaseVariables.OUTCOME;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.FurtherGroups;
import cn.gdpilot.domain.opinion.TaskOpinion;
import cn.gdpilot.domain.opinion.TaskOpinions;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.OwnAnswer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the opinion of a person of the group that a task of a designer's own asks; its grounds are compulsory. */
@Component
@ForModels(
        name = "登记意见",
        help = "登记自定义任务的意见。须紧接只分派给 further-groups.csv 中岗位组的用户任务，不得异步或循环。",
        given = {Given.OUTCOME, Given.GROUNDS},
        gives = "意见（结果、理由、人、岗位、时间）入卷；未写理由时任务退回办理人。",
        in = {"application", "recommendation"})
class RegisterOpinionDelegate implements JavaDelegate {

    private final TaskOpinions opinions;
    private final FurtherGroups groups;
    private final AskedPerson asked;
    private final PilotClock clock;

    RegisterOpinionDelegate(TaskOpinions opinions, FurtherGroups groups, AskedPerson asked, PilotClock clock) {
        this.opinions = opinions;
        this.groups = groups;
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OwnAnswer given = asked.behindOwnTask(execution, FurtherGroups::isOwn);
        TaskAnswers answers = TaskAnswers.of(execution);
        opinions.keep(
                CaseOf.step(execution),
                new TaskOpinion(
                        clock.now(),
                        given.person().person(),
                        given.group(),
                        groups.name(given.group()),
                        given.task(),
                        given.taskName(),
                        answers.words(OUTCOME),
                        answers.requiredGrounds()));
    }
}
