package cn.gdpilot.desk.application.acceptance.tables;

import static cn.gdpilot.platform.engine.variables.CaseVariables.OUTCOME;

import cn.gdpilot.desk.application.ApplicationFacts;
import cn.gdpilot.desk.application.acceptance.AcceptanceAnswer;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.extra.ExtraFact;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.rules.FurtherInputs;
import cn.gdpilot.platform.engine.tasks.AskedQuestions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The round's own questions around an acceptance: its form's answers to them must fit, and the tables that a model asks get all
 * answers. An instance that is older than a question has a form without it: the table gets no answer, and its rules say what
 * follows.
 */
@Component
class OwnQuestions implements FurtherInputs, AskedQuestions {

    private static final String PROCESS = "application";

    private final Applications applications;
    private final ExtraFacts extra;
    private final ApplicationFacts facts;

    OwnQuestions(Applications applications, ExtraFacts extra, ApplicationFacts facts) {
        this.applications = applications;
        this.extra = extra;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> of(String table, String process, String businessKey) {
        return process.equals(PROCESS) ? facts.own(applications.get(businessKey), table) : Map.of();
    }

    @Override
    public Set<String> check(
            String process, String task, String businessKey, Map<String, Object> given, Predicate<String> shown) {
        if (!process.equals(PROCESS) || !task.equals(ApplicationFacts.ACCEPTANCE) || businessKey == null) {
            return Set.of();
        }
        boolean accepts = AcceptanceAnswer.ACCEPT.name().equals(given.get(OUTCOME));
        List<ExtraFact> asked = applications.find(businessKey).stream()
                .flatMap(application -> extra.atAcceptance(application.roundId()).stream())
                .filter(question -> shown.test(question.key()))
                .toList();
        asked.forEach(question -> check(question, given.get(question.key()), accepts));
        return asked.stream().map(ExtraFact::key).collect(Collectors.toSet());
    }

    private static void check(ExtraFact question, Object answer, boolean accepts) {
        String kept = question.normal(Objects.toString(answer, ""));
        if (kept.isEmpty() && question.required() && accepts) {
            throw Refusal.byRule(question.rule(), "extra.missing-here", question.question());
        }
    }
}
