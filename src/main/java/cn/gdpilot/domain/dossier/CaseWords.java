package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.opinion.FormAnswers;
import cn.gdpilot.domain.opinion.TaskOpinions;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.text.Texts;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a round asks and a designer draws beside what every year has, as one cell of a table. */
@Component
public class CaseWords {

    private final ExtraFacts extra;
    private final FormAnswers answers;
    private final TaskOpinions opinions;

    CaseWords(ExtraFacts extra, FormAnswers answers, TaskOpinions opinions) {
        this.extra = extra;
        this.answers = answers;
        this.opinions = opinions;
    }

    /** The round's own questions with their answers; empty if it asks none. */
    public String questions(Application application) {
        return extra.shown(application.roundId(), application.facts().extra()).entrySet().stream()
                .map(one -> Texts.of("case.answer", one.getKey(), one.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Further answers of forms, and opinions; empty if there are none. */
    public String noted(Application application) {
        return Stream.concat(
                        answers.of(application).stream().map(one -> Texts.of("case.answer", one.label(), one.answer())),
                        opinions.of(application).stream()
                                .map(one -> Texts.of(
                                        "case.opinion",
                                        one.groupName(),
                                        one.taskName(),
                                        one.outcome() == null ? "" : one.outcome(),
                                        one.grounds())))
                .collect(Collectors.joining("\n"));
    }
}
