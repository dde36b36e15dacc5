package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.desk.campaign.unattended.Matters.Matter;
import cn.gdpilot.domain.decision.DecisionAsked;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.pending.LeftBehind;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.Words;
import java.util.Collections;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mends a matter that nobody has: one person asks, another decides, both with the record. */
@Service
class Mend {

    private static final Set<String> OPERATORS = Set.of(Group.OPERATOR, Group.CAMUNDA_ADMIN);

    private final Matters matters;
    private final UnattendedCheck check;
    private final MendEngine engine;
    private final LeftBehind ending;
    private final MatterWords words;
    private final RecordBook book;
    private final ApplicationEventPublisher events;

    Mend(
            Matters matters,
            UnattendedCheck check,
            MendEngine engine,
            LeftBehind ending,
            MatterWords words,
            RecordBook book,
            ApplicationEventPublisher events) {
        this.events = events;
        this.matters = matters;
        this.check = check;
        this.engine = engine;
        this.ending = ending;
        this.words = words;
        this.book = book;
    }

    /**
     * Admits operators and the Department.
     *
     * @throws Refusal for everybody else
     */
    static Actor admitted(Person person) {
        if (person.worksFor(Unit.DEPARTMENT)) {
            return new Actor(person.username(), Unit.DEPARTMENT);
        }
        if (Collections.disjoint(person.groups(), OPERATORS)) {
            throw Refusal.forbidden("unattended.not-yours");
        }
        return new Actor(person.username(), null);
    }

    /** True if this person may decide on the mend that another has asked for. */
    static boolean mayDecide(Matter matter, Person person) {
        return matter.askedBy() != null
                && !matter.askedBy().equals(person.username())
                && (!matter.fault().endsApplication()
                        || person.groups()
                                .contains(Group.of(Unit.DEPARTMENT).lead().id()));
    }

    /**
     * Asks for the mend of a matter.
     *
     * @throws Refusal if it is gone, somebody has asked already, or there are no grounds
     */
    @Transactional
    public void ask(long id, String grounds, Person person) {
        Actor actor = admitted(person);
        if (Words.none(grounds) || TextLimit.REASON.exceededBy(grounds)) {
            throw Refusal.invalid("unattended.grounds", TextLimit.REASON.length());
        }
        Matter matter = matters.hold(id);
        if (matter.askedBy() != null) {
            throw Refusal.conflict("unattended.asked-already", matter.askedBy());
        }
        holdThere(matter);
        matters.ask(matter, grounds.strip(), actor.person());
        book.write(RecordEvent.of(actor, "unattended.asked", matter.subject(), words(matter, grounds)));
        events.publishEvent(new DecisionAsked(
                Unit.DEPARTMENT,
                matter.roundId(),
                Texts.of("decision.mend", words.title(matter.fault(), matter.subject(), matter.expected())),
                grounds.strip(),
                actor.person(),
                "",
                "/desk/unattended"));
    }

    /**
     * Another person's decision; granted, the matter is mended.
     *
     * @throws Refusal if it is gone, nobody has asked, this person has, or an application would end and this is not the
     *     Department's lead
     */
    @Transactional
    public void decide(long id, boolean granted, Person person) {
        Actor actor = admitted(person);
        Matter matter = matters.hold(id);
        if (!mayDecide(matter, person)) {
            throw Refusal.conflict("unattended.second-person");
        }
        matters.decide(matter, granted, actor.person());
        book.write(RecordEvent.of(
                actor,
                granted ? "unattended.mended" : "unattended.refused",
                matter.subject(),
                words(matter, matter.grounds())));
        if (granted) {
            holdThere(matter);
            if (matter.fault().endsApplication()) {
                ending.end(matter.subject(), matter.grounds(), actor);
            } else {
                engine.mend(matter);
            }
            matters.gone(matter.id());
        }
    }

    /** The mend of another matter may have mended this one, too, as that of a round does its lists. */
    private void holdThere(Matter matter) {
        if (check.look().stream().noneMatch(one -> one.key().equals(matter.key()))) {
            throw Refusal.conflict("unattended.gone");
        }
    }

    private static String words(Matter matter, String grounds) {
        return Texts.of("unattended." + matter.fault()) + "：" + grounds.strip();
    }
}
