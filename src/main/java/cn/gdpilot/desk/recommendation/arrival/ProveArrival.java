package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.domain.arrival.EvidencedArrival;
import cn.gdpilot.domain.arrival.EvidencedArrivals;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.extension.ReopenedWindow;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Words;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters an arrival after the deadline, with evidence, by two people of the office that received it (R4.7). */
@Service
class ProveArrival {

    private final Rounds rounds;
    private final Recommendations recommendations;
    private final UnitDeadlines deadlines;
    private final EvidencedArrivals arrivals;
    private final EvidenceRule rule;
    private final ProvenArrival proven;
    private final RecordBook book;
    private final SecondOfEvidence second;

    ProveArrival(
            Rounds rounds,
            Recommendations recommendations,
            UnitDeadlines deadlines,
            EvidencedArrivals arrivals,
            EvidenceRule rule,
            ProvenArrival proven,
            RecordBook book,
            SecondOfEvidence second) {
        this.second = second;
        this.rounds = rounds;
        this.recommendations = recommendations;
        this.deadlines = deadlines;
        this.arrivals = arrivals;
        this.rule = rule;
        this.proven = proven;
        this.book = book;
    }

    /**
     * Enters what the evidence shows.
     *
     * @throws Refusal if the person does not work for the receiving office, something is missing, or as {@link EvidenceRule#check} does
     */
    @Transactional
    public void ask(String roundId, String unitId, Evidence evidence, Person person) {
        Round round = rounds.lock(roundId);
        Recommendation list = recommendations.lock(roundId, unitId);
        Actor officer = officer(list, person);
        rule.check(round, list, evidence.arrivedAt());
        rule.checkGrace(list);
        if (Words.none(evidence.words()) || TextLimit.REASON.exceededBy(evidence.words())) {
            throw Refusal.invalid("evidence.words");
        }
        if (evidence.kind() == EvidencedArrival.Kind.PHOTO && evidence.picture() == null) {
            throw Refusal.invalid("evidence.picture");
        }
        arrivals.add(
                list.id(),
                evidence.arrivedAt(),
                evidence.kind(),
                evidence.words().strip(),
                evidence.picture(),
                officer.person());
        keep("arrival.evidence-entered", officer, list, evidence.words().strip(), evidence.arrivedAt());
        second.tell(list, evidence, officer.person());
    }

    /**
     * Another person of that office decides; granted, the list has arrived at that moment, and what the deadline had closed is back.
     *
     * @throws Refusal if the person does not work there or has entered it, is no lead where that opens a lead's decision again, it is decided, or as {@link EvidenceRule#check} does
     */
    @Transactional
    public void decide(String roundId, String unitId, long id, boolean granted, Person person) {
        Round round = rounds.lock(roundId);
        Recommendation list = recommendations.lock(roundId, unitId);
        Actor officer = officer(list, person);
        EvidencedArrival asked = arrivals.take(list.id(), id);
        if (asked.askedBy().equals(officer.person())) {
            throw Refusal.byRule("R4.7", "evidence.second-person");
        }
        if (granted) {
            rule.check(round, list, asked.arrivedAt());
            holdLead(list, person);
        }
        arrivals.decide(id, granted, officer.person());
        if (granted) {
            arrivals.endOthers(list.id());
        }
        keep(
                granted ? "arrival.evidence-accepted" : "arrival.evidence-declined",
                officer,
                list,
                asked.words(),
                asked.arrivedAt());
        if (granted) {
            ReopenedWindow window =
                    new ReopenedWindow(roundId, unitId, asked.words(), deadlines.delivery(roundId, unitId), true);
            proven.apply(list, asked.arrivedAt(), window, officer);
        }
    }

    /** A lead opens again only what a lead has signed or decided. */
    private void holdLead(Recommendation list, Person person) {
        boolean lead =
                person.groups().contains(Group.of(list.destination()).lead().id());
        if (!lead && rule.opensDecided(list)) {
            throw Refusal.byRule("R4.7", "evidence.lead");
        }
    }

    private void keep(String action, Actor officer, Recommendation list, String words, Instant at) {
        book.write(new RecordEvent(officer, action, list.id(), words, null, String.valueOf(at), null));
    }

    private static Actor officer(Recommendation list, Person person) {
        if (!person.worksFor(list.destination())) {
            throw Refusal.forbidden("evidence.not-yours");
        }
        return new Actor(person.username(), list.destination());
    }

    /**
     * What the officer enters.
     *
     * @param arrivedAt when it arrived
     * @param kind      what shows it
     * @param words     its number, or what the picture shows
     * @param picture   key in the store; null if there is none
     */
    record Evidence(Instant arrivedAt, EvidencedArrival.Kind kind, String words, String picture) {}
}
