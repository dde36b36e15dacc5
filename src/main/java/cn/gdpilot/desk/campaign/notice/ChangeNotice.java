package cn.gdpilot.desk.campaign.notice;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.RoundEditions;
import cn.gdpilot.domain.calendar.RoundListChange;
import cn.gdpilot.domain.calendar.RoundLists;
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
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the lists of a running round: a person of the Department asks with grounds, another one who signs there releases. */
@Service
class ChangeNotice {

    /** Excel and Notepad write it before a text. */
    private static final String MARK = "\uFEFF";

    private static final int LONGEST = 200_000;

    private final Rounds rounds;
    private final RoundLists lists;
    private final RoundEditions editions;
    private final RecordBook book;
    private final ApplicationEventPublisher events;

    ChangeNotice(
            Rounds rounds,
            RoundLists lists,
            RoundEditions editions,
            RecordBook book,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.lists = lists;
        this.editions = editions;
        this.book = book;
        this.events = events;
    }

    /** True if the person may release what another one asked for. */
    static boolean releases(Person person) {
        return person.groups().contains(Group.of(Unit.DEPARTMENT).lead().id());
    }

    /**
     * Asks for another text of a list.
     *
     * @param seen edition that the person saw
     * @throws Refusal if the round is over, the text cannot be read, there are no grounds, or it is another edition now
     */
    @Transactional
    public void ask(String roundId, String list, int seen, String typed, String grounds, Person person) {
        String content = typed.startsWith(MARK) ? typed.substring(MARK.length()) : typed;
        Actor officer = officer(person);
        Round round = open(roundId);
        if (!lists.names().contains(list)) {
            throw Refusal.invalid("notice.list");
        }
        if (Words.none(grounds) || TextLimit.REASON.exceededBy(grounds)) {
            throw Refusal.invalid("notice.grounds", TextLimit.REASON.length());
        }
        if (content.length() > LONGEST) {
            throw Refusal.invalid("notice.long", LONGEST);
        }
        String present = lists.text(roundId, list);
        String header = present.lines().findFirst().orElse("");
        if (!content.stripLeading().lines().findFirst().orElse("").strip().equals(header.strip())) {
            throw Refusal.invalid("notice.header", list, header);
        }
        if (content.strip().lines().toList().equals(present.strip().lines().toList())) {
            throw Refusal.invalid("notice.same", list);
        }
        Optional<String> fault = lists.fault(list, content);
        if (fault.isPresent()) {
            throw Refusal.invalid("notice.unreadable", list, fault.get());
        }
        unchangedSince(roundId, list, seen);
        editions.ask(roundId, list, seen, content, grounds.strip(), officer.person());
        keep("notice.change-asked", officer, round, list, grounds.strip());
        events.publishEvent(new DecisionAsked(
                Unit.DEPARTMENT,
                round.id(),
                Texts.of("decision.notice", list),
                grounds.strip(),
                officer.person(),
                "",
                "/desk/notice/" + round.id()));
    }

    /**
     * Another person's decision.
     *
     * @param grounds why not; may be blank where it is released
     * @throws Refusal if the person does not sign for the Department or has asked for it, it is decided, or another edition holds
     *     meanwhile
     */
    @Transactional
    public void decide(String roundId, long id, boolean released, String grounds, Person person) {
        Actor officer = officer(person);
        if (!releases(person)) {
            throw Refusal.forbidden("notice.lead");
        }
        Round round = open(roundId);
        RoundListChange change = editions.take(roundId, id).orElseThrow(() -> Refusal.conflict("notice.decided"));
        if (change.askedBy().equals(officer.person())) {
            throw Refusal.forbidden("notice.second-person");
        }
        if (!released && (Words.none(grounds) || TextLimit.REASON.exceededBy(grounds))) {
            throw Refusal.invalid("notice.grounds", TextLimit.REASON.length());
        }
        if (released) {
            unchangedSince(roundId, change.list(), change.basedOn());
        }
        editions.decide(change, released, released ? null : grounds.strip(), officer.person());
        keep(
                released ? "notice.change-released" : "notice.change-declined",
                officer,
                round,
                change.list(),
                released ? change.grounds() : grounds.strip());
    }

    private void unchangedSince(String roundId, String list, int seen) {
        if (editions.newest(roundId, list) != seen) {
            throw Refusal.conflict("notice.changed-meanwhile", list);
        }
    }

    private Round open(String roundId) {
        Round round = rounds.lock(roundId);
        if (!round.open()) {
            throw Refusal.conflict("notice.over");
        }
        return round;
    }

    private void keep(String action, Actor officer, Round round, String list, String grounds) {
        book.write(new RecordEvent(officer, action, round.id() + " " + list, grounds, null, null, null));
    }

    static Actor officer(Person person) {
        if (!person.worksFor(Unit.DEPARTMENT)) {
            throw Refusal.forbidden("notice.not-yours");
        }
        return new Actor(person.username(), Unit.DEPARTMENT);
    }
}
