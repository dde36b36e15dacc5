package cn.gdpilot.domain.dossier;

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
    private final CaseNotes notes;

    CaseWords(ExtraFacts extra, CaseNotes notes) {
        this.extra = extra;
        this.notes = notes;
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
                        notes.answers(application).stream()
                                .map(one -> Texts.of("case.answer", one.label(), one.answer())),
                        notes.opinions(application).stream()
                                .map(one -> Texts.of(
                                        "case.opinion",
                                        one.groupName(),
                                        one.taskName(),
                                        one.outcome() == null ? "" : one.outcome(),
                                        one.grounds())))
                .collect(Collectors.joining("\n"));
    }
}
