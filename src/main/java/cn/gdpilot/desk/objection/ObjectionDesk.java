package cn.gdpilot.desk.objection;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.objection.Objection;
import cn.gdpilot.domain.objection.Objection.Effect;
import cn.gdpilot.domain.objection.Objection.Remedy;
import cn.gdpilot.domain.objection.Objections;
import cn.gdpilot.domain.objection.Said;
import cn.gdpilot.domain.objection.UpholdObjection;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to an objection: it is taken, answered, carried out, and those concerned are told. */
@Service
class ObjectionDesk {

    private final Hearing hearing;
    private final UpholdObjection uphold;
    private final Objections objections;
    private final Publicities publicities;
    private final ObjectionProcess process;
    private final ObjectionLetters letters;
    private final AnsweredLate late;
    private final Rounds rounds;

    ObjectionDesk(
            Hearing hearing,
            UpholdObjection uphold,
            Objections objections,
            Publicities publicities,
            ObjectionProcess process,
            ObjectionLetters letters,
            AnsweredLate late,
            Rounds rounds) {
        this.rounds = rounds;
        this.hearing = hearing;
        this.uphold = uphold;
        this.objections = objections;
        this.publicities = publicities;
        this.process = process;
        this.letters = letters;
        this.late = late;
    }

    /**
     * Takes an objection to a public list.
     *
     * @param applicationId the project that it is about; null or blank if it is about the list as a whole
     */
    @Transactional
    public Objection toList(long publicityId, String applicationId, Said said) {
        String project = applicationId == null || applicationId.isBlank() ? null : applicationId.strip();
        return begin(hearing.objectToList(publicityId, project, said));
    }

    /** Takes an applicant's objection to the outcome of its project. */
    @Transactional
    public Objection toOutcome(String applicationId, Said said) {
        return begin(hearing.objectToOutcome(applicationId, said));
    }

    private Objection begin(Objection objection) {
        Round round = rounds.get(objection.roundId());
        if (round.voidAt() != null) {
            throw Refusal.conflict("round.void", round.title());
        }
        letters.received(objection);
        process.begin(objection);
        return objection;
    }

    /** The unit that answers an objection. */
    String unit(long id) {
        return objections.get(id).unitId();
    }

    /**
     * Answers.
     *
     * @param outcome what the officer decided
     */
    @Transactional
    public void answer(long id, ObjectionAnswer outcome, String grounds, Actor officer) {
        boolean upheld = outcome != ObjectionAnswer.DISMISSED;
        Effect effect = switch (outcome) {
            case TAKE_OFF -> Effect.TAKE_OFF;
            case PUT_BACK -> Effect.PUT_BACK;
            case UPHELD, DISMISSED -> Effect.NONE;
        };
        hearing.answer(id, upheld, effect, grounds, officer);
    }

    @Transactional
    public void carryOut(long id, Actor officer) {
        uphold.carryOut(id, officer);
    }

    /**
     * The list has gone already: the lead is asked.
     *
     * @throws Refusal if it has not gone, or the officer's answer does not call for it
     */
    @Transactional
    public void askLead(long id) {
        if (!late.isFor(objections.get(id))) {
            throw Refusal.conflict("objection.lead-not-needed");
        }
        hearing.askLead(id);
    }

    /** The lead's decision where the list has gone already. */
    @Transactional
    public void decideRemedy(long id, boolean add, String grounds, Actor lead) {
        hearing.decideRemedy(id, add ? Remedy.ADDED : Remedy.KEPT, grounds, lead);
    }

    @Transactional
    public void add(long id, Actor lead) {
        uphold.add(id, lead);
    }

    /**
     * Tells those concerned; the last answer ends a publicity whose days are over.
     *
     * @throws Refusal if it is not answered, or the lead has not decided yet
     */
    @Transactional
    public void tell(long id) {
        Objection objection = objections.get(id);
        if (objection.state() == Objection.State.OPEN || objection.remedy() == Remedy.ASKED) {
            throw Refusal.conflict("objection.not-answered");
        }
        letters.answered(objection);
        if (objection.publicityId() != null && hearing.allAnswered(objection.publicityId())) {
            Publicity list = publicities.get(objection.publicityId());
            if (isNewest(list)) {
                process.allAnswered(list);
            }
            hearing.closeIfOver(list.id());
        }
    }

    /** What waits for the last answer waits for that of the office's newest list. */
    private boolean isNewest(Publicity list) {
        return publicities
                .newest(list.roundId(), list.unitId())
                .filter(newest -> newest.id() == list.id())
                .isPresent();
    }
}
