package cn.gdpilot.domain.deadline.voiding;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.decision.DecisionAsked;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.Words;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a round void before its result is announced: an officer of the Department asks with a reason, another person who signs there decides. In a
 * rehearsal one person is enough.
 */
@Service
public class VoidRound {

    private final Rounds rounds;
    private final VoidRequests requests;
    private final VoidFollowUp followUp;
    private final RoundInstances instances;
    private final RecordBook book;
    private final PilotClock clock;
    private final ApplicationEventPublisher events;
    private final boolean alone;

    VoidRound(
            Rounds rounds,
            VoidRequests requests,
            VoidFollowUp followUp,
            RoundInstances instances,
            RecordBook book,
            PilotClock clock,
            ApplicationEventPublisher events,
            @Value("${pilot.rounds.void-alone:false}") boolean alone) {
        this.rounds = rounds;
        this.requests = requests;
        this.followUp = followUp;
        this.instances = instances;
        this.book = book;
        this.clock = clock;
        this.events = events;
        this.alone = alone;
    }

    /** True in a rehearsal, where one person makes a round void. */
    public boolean alone() {
        return alone;
    }

    /** True if the person may decide what another one asked. */
    public static boolean decides(Person person) {
        return person.groups().contains(Group.of(Unit.DEPARTMENT).lead().id());
    }

    /**
     * Asks for it; in a rehearsal it is decided with that.
     *
     * @return whether the round is void now
     * @throws Refusal if the person does not work for the Department, the round is over, there is no reason, or it is asked for already
     */
    @Transactional
    public boolean ask(String roundId, String reason, Person person) {
        Actor officer = officer(person);
        Round round = open(roundId);
        if (Words.none(reason) || reason.length() > TextLimit.REASON.length()) {
            throw Refusal.invalid("void.reason");
        }
        if (waiting(requests.of(roundId))) {
            throw Refusal.conflict("void.asked-already");
        }
        long id = requests.add(roundId, reason.strip(), alone, officer.person());
        keep("round.void-asked", officer, round, reason.strip());
        if (alone) {
            requests.decide(id, true, officer.person());
            apply(round, reason.strip(), officer);
        } else {
            events.publishEvent(new DecisionAsked(
                    Unit.DEPARTMENT,
                    round.id(),
                    Texts.of("decision.void"),
                    reason.strip(),
                    officer.person(),
                    Texts.of("decision.void-until"),
                    "/desk/rounds/" + round.id()));
        }
        return alone;
    }

    /**
     * Another person's decision; granted, everything of the round ends.
     *
     * @throws Refusal if the person does not sign for the Department or has asked for it, it is decided, or the round is over
     */
    @Transactional
    public void decide(String roundId, long id, boolean granted, Person person) {
        Actor officer = officer(person);
        if (!decides(person)) {
            throw Refusal.forbidden("void.lead");
        }
        Round round = open(roundId);
        VoidRequest asked = requests.take(roundId, id);
        if (asked.askedBy().equals(officer.person())) {
            throw Refusal.forbidden("void.second-person");
        }
        requests.decide(id, granted, officer.person());
        if (granted) {
            apply(round, asked.reason(), officer);
        } else {
            keep("round.void-declined", officer, round, asked.reason());
        }
    }

    private void apply(Round round, String reason, Actor officer) {
        rounds.voided(round.id(), clock.now());
        followUp.endApplications(round.id(), reason, officer);
        followUp.tellOffices(round, reason);
        keep("round.voided", officer, round, reason);
        instances.end(round.id());
    }

    private Round open(String roundId) {
        Round round = rounds.lock(roundId);
        if (!round.open()) {
            throw Refusal.conflict("void.over");
        }
        return round;
    }

    private static boolean waiting(List<VoidRequest> asked) {
        return asked.stream().anyMatch(one -> one.decidedAt() == null);
    }

    private void keep(String action, Actor officer, Round round, String reason) {
        book.write(new RecordEvent(officer, action, round.id(), reason, null, null, null));
    }

    private static Actor officer(Person person) {
        if (!person.worksFor(Unit.DEPARTMENT)) {
            throw Refusal.forbidden("void.not-yours");
        }
        return new Actor(person.username(), Unit.DEPARTMENT);
    }
}
