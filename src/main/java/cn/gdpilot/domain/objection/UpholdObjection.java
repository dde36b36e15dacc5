package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.Decider;
import cn.gdpilot.domain.publicity.PublicProject;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries an upheld objection out: all desks concerned check it, then all change what is theirs, then all tell. Runs in the
 * transaction of the answer, so that a refusal is the officer's to read and the answer is not given then.
 */
@Service
public class UpholdObjection {

    private final Objections objections;
    private final Applications applications;
    private final Publicities publicities;
    private final ReversalDesks desks;

    UpholdObjection(Objections objections, Applications applications, Publicities publicities, ReversalDesks desks) {
        this.objections = objections;
        this.applications = applications;
        this.publicities = publicities;
        this.desks = desks;
    }

    /**
     * Carries out what the office's answer says.
     *
     * @throws Refusal if it is too late for it, or a rule forbids it; nothing is changed then
     */
    @Transactional
    public void carryOut(long id, Actor officer) {
        Objection objection = objections.get(id);
        ApplicationState now = state(objection);
        Reversal reversal = Reversal.byAnswer(Decider.of(objection.unitId()), objection.effect(), now)
                .orElseThrow(() -> Upheld.tooLate(now));
        carryOut(
                id,
                upheld(objection, reversal, objection.grounds(), officer),
                Plan.change(() -> showOnTheList(objection)));
    }

    /**
     * Carries out that the office's lead adds the project where its list has gone already.
     *
     * @throws Refusal if the quota is used up, the next office is done, or a rule forbids it; nothing is changed then
     */
    @Transactional
    public void add(long id, Actor lead) {
        Objection objection = objections.get(id);
        Reversal reversal = Reversal.byLead(Decider.of(objection.unitId()), objection.aboutState())
                .orElseThrow(() -> Upheld.tooLate(state(objection)));
        carryOut(id, upheld(objection, reversal, objection.remedyGrounds(), lead), Plan.NOTHING);
    }

    private void carryOut(long id, Upheld upheld, Plan publicList) {
        // Check.
        List<Plan> plans = Stream.concat(
                        Stream.of(publicList),
                        desks.of(upheld.reversal()).stream().map(desk -> desk.check(upheld)))
                .toList();
        // Apply.
        plans.forEach(Plan::apply);
        objections.carriedOut(id, upheld.reversal());
        // Tell.
        plans.forEach(Plan::tell);
    }

    private void showOnTheList(Objection objection) {
        PublicProject.State becomes = objection.effect() == Objection.Effect.TAKE_OFF
                ? PublicProject.State.TAKEN_OFF
                : PublicProject.State.PUT_BACK;
        // Several may stand beside each other, and each says what became of its project.
        publicities.ofRound(objection.roundId()).stream()
                .filter(list -> list.unitId().equals(objection.unitId()))
                .forEach(list -> publicities.change(list.id(), objection.applicationId(), becomes));
    }

    private ApplicationState state(Objection objection) {
        return applications.get(objection.applicationId()).state();
    }

    private static Upheld upheld(Objection objection, Reversal reversal, String grounds, Actor by) {
        return new Upheld(reversal, objection.roundId(), objection.unitId(), objection.applicationId(), grounds, by);
    }
}
