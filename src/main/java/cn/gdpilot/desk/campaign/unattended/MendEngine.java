package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.desk.campaign.unattended.Matters.Matter;
import cn.gdpilot.desk.campaign.unattended.Work.Instance;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.springframework.stereotype.Component;

/** Brings the engine to where the tables are; no application changes its state by it. */
@Component
class MendEngine {

    private static final String DELIVERED = "EndEvent_Delivered";
    /** What waits for one application hears that it has ended. */
    private static final Set<Flow> TOLD =
            EnumSet.complementOf(EnumSet.of(Flow.CAMPAIGN, Flow.RECOMMENDATION, Flow.PUBLICITY, Flow.OBJECTION));

    private final EngineWork work;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Applications applications;
    private final BeginAnew anew;

    MendEngine(
            EngineWork work,
            RuntimeService runtime,
            ManagementService management,
            Applications applications,
            BeginAnew anew) {
        this.work = work;
        this.runtime = runtime;
        this.management = management;
        this.applications = applications;
        this.anew = anew;
    }

    /**
     * Mends it.
     *
     * @throws Refusal if that kind needs somebody who knows the engine, as a late project does that no review hears of
     */
    void mend(Matter matter) {
        switch (matter.fault()) {
            case NOTHING_WAITS -> anew.begin(flow(matter), matter.roundId(), matter.subject());
            case WAITS_TWICE -> endYounger(matter);
            case WRONG_STEP -> move(matter);
            case LEFT_OVER -> end(matter);
            case STUCK -> management.setJobRetries(matter.subject(), 1);
            case NO_WAY -> throw new IllegalArgumentException("Ended by a person, not by the engine");
        }
    }

    private void endYounger(Matter matter) {
        List<Instance> waiting = instances(matter);
        if (waiting.size() < 2) {
            throw byHand();
        }
        waiting.stream().skip(1).forEach(this::end);
    }

    private void move(Matter matter) {
        Instance waiting = instances(matter).stream().findFirst().orElseThrow(MendEngine::byHand);
        if (waiting.tasks().isEmpty()) {
            throw byHand();
        }
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(waiting.id());
        waiting.tasks().forEach(change::cancelAllForActivity);
        change.startBeforeActivity(matter.expected().substring(matter.expected().indexOf(' ') + 1))
                .execute();
    }

    private void end(Matter matter) {
        String about = matter.expected().split(" ", 2)[1];
        if (TOLD.contains(flow(matter))) {
            applications.tellAgain(about.split("/", 2)[0]);
        }
        Work now = work.read();
        now.instances().stream()
                .filter(one -> one.id().equals(matter.subject()))
                .forEach(this::end);
        if (now.items().stream()
                .anyMatch(item -> matter.subject().equals(item.process() + "/" + item.applicationId()))) {
            throw byHand();
        }
    }

    /** The engine has something else than the mend knows; nothing is changed. */
    private static Refusal byHand() {
        return Refusal.conflict("unattended.by-hand");
    }

    /** An instance that another one has called ends by its own end, so that the caller goes on. */
    private void end(Instance instance) {
        if (Flow.of(instance.process()) == Flow.RECOMMENDATION) {
            ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(instance.id());
            for (ActivityInstance one :
                    runtime.getActivityInstance(instance.id()).getChildActivityInstances()) {
                change.cancelActivityInstance(one.getId());
            }
            change.startBeforeActivity(DELIVERED).execute();
        } else {
            runtime.deleteProcessInstance(instance.id(), Texts.of("unattended.deleted"));
        }
    }

    private List<Instance> instances(Matter matter) {
        return work.read().instances().stream()
                .filter(one -> one.process().equals(flow(matter).key())
                        && matter.subject().equals(one.businessKey()))
                .toList();
    }

    /** Which process is expected; its key is the first word. */
    private static Flow flow(Matter matter) {
        return Flow.of(matter.expected().split(" ", 2)[0]);
    }
}
