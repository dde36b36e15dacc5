package cn.gdpilot.desk.application.account;

import cn.gdpilot.domain.objection.Objection;
import cn.gdpilot.domain.project.ApplicationState;
import java.time.Instant;

/**
 * An objection as the applicant that raised it takes it away; accounts of officers stay with the office.
 *
 * @param number        that people quote
 * @param application   number of the project; null if it was about a list as a whole
 * @param about         the outcome; null if it was about a list
 * @param person        who objects
 * @param contact       telephone or mail address
 * @param words         what was said
 * @param receivedAt    when it arrived
 * @param dueAt         by when it is to be answered
 * @param state         where it stands
 * @param effect        what follows; null until it is answered
 * @param grounds       the answer; null until it is answered
 * @param answeredAt    null until it is answered
 * @param remedy        what the lead decided; null where nobody was asked
 * @param remedyGrounds why
 * @param remediedAt    when
 */
record OwnObjection(
        String number,
        String application,
        ApplicationState about,
        String person,
        String contact,
        String words,
        Instant receivedAt,
        Instant dueAt,
        Objection.State state,
        Objection.Effect effect,
        String grounds,
        Instant answeredAt,
        Objection.Remedy remedy,
        String remedyGrounds,
        Instant remediedAt) {

    static OwnObjection of(Objection one) {
        return new OwnObjection(
                one.number(),
                one.applicationId(),
                one.aboutState(),
                one.person(),
                one.contact(),
                one.words(),
                one.receivedAt(),
                one.dueAt(),
                one.state(),
                one.effect(),
                one.grounds(),
                one.answeredAt(),
                one.remedy(),
                one.remedyGrounds(),
                one.remediedAt());
    }
}
