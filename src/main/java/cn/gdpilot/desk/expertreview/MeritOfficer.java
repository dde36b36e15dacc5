package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.security.core.Authentication;

/**
 * An officer who works with scores, and the level of the panels that are the officer's.
 *
 * @param actor officer with office
 * @param level MINISTRY or DEPARTMENT
 */
record MeritOfficer(Actor actor, UnitType level) {

    /** @throws Refusal if the person works for neither of the two offices */
    static MeritOfficer of(Authentication signedIn) {
        Person person = Person.of(signedIn);
        if (!person.worksFor(Unit.DEPARTMENT) && !person.worksFor(Unit.MINISTRY)) {
            throw Refusal.forbidden("merit.not-yours");
        }
        return new MeritOfficer(
                new Actor(person.username(), person.office()),
                person.office().equals(Unit.MINISTRY) ? UnitType.MINISTRY : UnitType.DEPARTMENT);
    }
}
