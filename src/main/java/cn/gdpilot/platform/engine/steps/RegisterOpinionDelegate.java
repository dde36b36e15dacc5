package cn.gdpilot.platform.engine.steps;

import static cn.gdpilot.platform.engine.variables.CaseVariables.OUTCOME;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.FurtherGroups;
import cn.gdpilot.domain.opinion.TaskOpinion;
import cn.gdpilot.domain.opinion.TaskOpinions;
import cn.gdpilot.platform.engine.guard.decision.AskedPerson;
import cn.gdpilot.platform.engine.guard.decision.OwnAnswer;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the opinion of a person of the group that a task of a designer's own asks; its grounds are compulsory. */
@Component
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
