package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.text.Clauses;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Letters about what the Department decides before it ranks. */
@Component
class ProvinceLetters {

    private final Hearing hearing;
    private final Outbox outbox;

    ProvinceLetters(Hearing hearing, Outbox outbox) {
        this.hearing = hearing;
        this.outbox = outbox;
    }

    /**
     * To the applicant: the project has ended at the Department.
     *
     * @param key what tells this letter from others about the project
     */
    void ended(EndLetter letter, String key, Application application, Grounds grounds) {
        outbox.post(Letter.of(
                        // Another one each time: what was put back may be dropped again.
                        key + "/" + application.version(),
                        application.roundId(),
                        letter.kind(),
                        application.contact().email(),
                        Map.of(
                                "number", application.id(),
                                "project", application.projectName(),
                                "contact", application.contact().name(),
                                "grounds", grounds.text(),
                                "rule", Clauses.of(grounds.rule(), UnitType.DEPARTMENT),
                                "objectUntil", hearing.objectionDeadline(application.id())))
                .forApplicant(application.applicantId()));
    }
}
