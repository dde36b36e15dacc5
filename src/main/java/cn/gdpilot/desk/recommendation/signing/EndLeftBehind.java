package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendationLetters;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.pending.LeftBehind;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.stereotype.Component;

/** Ends an application to which nothing can come any more; its applicant is told and may object. */
@Component
class EndLeftBehind implements LeftBehind {

    private final Applications applications;
    private final Units units;
    private final RecommendationLetters letters;

    EndLeftBehind(Applications applications, Units units, RecommendationLetters letters) {
        this.applications = applications;
        this.units = units;
        this.letters = letters;
    }

    /** Of its unit, or of the Department once that has reviewed it. */
    @Override
    public void end(String applicationId, String grounds, Actor lead) {
        ApplicationState state = applications.get(applicationId).state();
        boolean reviewed = state == ApplicationState.REVIEWED;
        ApplicationState next = switch (state) {
            case REVIEWED -> ApplicationState.NOT_FORWARDED;
            case ACCEPTED, RANKED -> ApplicationState.NOT_RECOMMENDED;
            default -> throw Refusal.conflict("unattended.ministry-only", Texts.label("state", state));
        };
        Grounds why = Grounds.byRule(reviewed ? "R3.5" : "R3.6", Texts.of("unattended.end-grounds", grounds));
        Application before = applications.advance(applicationId, next, lead, why);
        letters.leftOut(before, units.get(reviewed ? Unit.DEPARTMENT : before.unitId()), why);
    }
}
