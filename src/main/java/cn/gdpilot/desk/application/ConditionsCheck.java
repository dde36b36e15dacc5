package cn.gdpilot.desk.application;

import cn.gdpilot.domain.eligibility.CreditCodeCheck;
import cn.gdpilot.domain.eligibility.EligibilityTables;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.direction.Directions;
import cn.gdpilot.domain.project.extra.ExtraFact;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the tables for the conditions of applicants and projects (R2.1–R2.7), and for the direction (R1.1). */
@Component
class ConditionsCheck {

    private final Directions directions;
    private final EligibilityTables tables;
    private final CreditCodeCheck codes;
    private final ApplicationFacts facts;
    private final ExtraFacts extra;

    ConditionsCheck(
            Directions directions,
            EligibilityTables tables,
            CreditCodeCheck codes,
            ApplicationFacts facts,
            ExtraFacts extra) {
        this.extra = extra;
        this.codes = codes;
        this.directions = directions;
        this.tables = tables;
        this.facts = facts;
    }

    /** Findings about direction, applicant and project. */
    List<Finding> of(Application application, Applicant applicant) {
        List<Finding> findings = new ArrayList<>(direction(application));
        findings.addAll(tables.applicant(facts.ofApplicant(application, applicant)));
        findings.addAll(tables.project(facts.ofProject(application, applicant)));
        findings.addAll(codes.of(applicant, application));
        extra.missing(application.roundId(), application.facts().extra())
                .forEach(fact -> findings.add(missing(application, fact)));
        return findings;
    }

    /** A question that came to a running round afterwards cannot be held against what is submitted: a person decides. */
    private static Finding missing(Application application, ExtraFact fact) {
        return application.state().editable()
                ? OwnFinding.refusal(fact.rule(), Texts.of("extra.missing", fact.question()))
                : Finding.ofOwnCheck(fact.rule(), Finding.Verdict.REFER, Texts.of("extra.came-later", fact.question()));
    }

    private List<Finding> direction(Application application) {
        if (application.direction() == null) {
            return List.of(OwnFinding.refusal("R1.1", Texts.of("direction.missing")));
        }
        try {
            directions.get(application.direction(), application.channel());
            return List.of();
        } catch (Refusal refusal) {
            return List.of(OwnFinding.refusal(refusal.rule(), refusal.getMessage()));
        }
    }
}
