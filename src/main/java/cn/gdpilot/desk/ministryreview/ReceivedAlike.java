package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.duplicate.Candidate;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.DuplicateSearch;
import cn.gdpilot.domain.duplicate.DuplicateTable;
import cn.gdpilot.domain.duplicate.Evidence;
import cn.gdpilot.domain.duplicate.Match;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has come past the Department is compared by nobody on its way (R2.10): of what the ministry has received, those that
 * may be one project are pointed out, and a person decides.
 */
@Component
class ReceivedAlike {

    private final Applicants applicants;
    private final DuplicateSearch search;
    private final DuplicateTable table;
    private final DuplicatePairs pairs;
    private final RecordBook book;
    private final PilotClock clock;

    ReceivedAlike(
            Applicants applicants,
            DuplicateSearch search,
            DuplicateTable table,
            DuplicatePairs pairs,
            RecordBook book,
            PilotClock clock) {
        this.book = book;
        this.clock = clock;
        this.applicants = applicants;
        this.search = search;
        this.table = table;
        this.pairs = pairs;
    }

    /** All pairs that may be one project and that nobody has held apart, the most alike first. */
    List<Match> of(List<Application> received) {
        return search.among(received.stream().map(this::candidate).toList(), (first, second) -> true).stream()
                .filter(match -> judge(match).needsPerson())
                .filter(match ->
                        !pairs.heldApart(match.first().id(), match.second().id()))
                .sorted(Comparator.comparing(match -> -match.evidence().similarity()))
                .toList();
    }

    /** @throws Refusal if both projects of a pair are among these: one of them stands, or a person holds them apart */
    void checkSelected(List<Application> selected) {
        of(selected).stream().findFirst().ifPresent(match -> {
            throw Refusal.byRule(
                    "R2.10",
                    "selection.alike-both",
                    match.first().id(),
                    match.second().id());
        });
    }

    /** @throws Refusal if the project, which an upheld objection would put among these, may be one with another of them */
    void checkAdded(String project, List<Application> selected) {
        of(selected).stream()
                .filter(match -> match.first().id().equals(project)
                        || match.second().id().equals(project))
                .findFirst()
                .ifPresent(match -> {
                    throw Refusal.byRule(
                            "R2.10",
                            "selection.alike-put-back",
                            match.first().id(),
                            match.second().id());
                });
    }

    /**
     * Keeps that a person takes both for different projects. What the Department had found of them is set aside.
     *
     * @throws Refusal if they are no such pair among the received, or there are no grounds
     */
    @Transactional
    void holdApart(
            String roundId,
            List<Application> received,
            String firstId,
            String secondId,
            String grounds,
            Actor officer) {
        if (Words.none(grounds) || TextLimit.GROUNDS.exceededBy(grounds)) {
            throw Refusal.invalid("selection.alike-grounds", TextLimit.GROUNDS.length());
        }
        Match pair = of(received).stream()
                .filter(match -> match.first().id().equals(firstId)
                        && match.second().id().equals(secondId))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("selection.alike-gone"));
        pairs.add(roundId, firstId, secondId, pair.evidence(), judge(pair), table.verdictSource());
        pairs.of(firstId, secondId)
                .ifPresent(known -> pairs.holdApart(known.id(), grounds.strip(), officer.person(), clock.now()));
        book.write(RecordEvent.of(officer, "duplicate.apart", firstId, secondId + " " + grounds.strip()));
    }

    /** Adds a note with a link to the page that shows all; nothing where no two look alike. */
    void note(Markdown sheet, String roundId, List<Application> received) {
        List<Match> alike = of(received);
        if (!alike.isEmpty()) {
            sheet.paragraph(Texts.of("selection.alike", alike.size()))
                    .link(Texts.of("selection.alike-page"), "/desk/alike/" + roundId)
                    .table(
                            Texts.words("selection.alike-heads"),
                            alike.stream().map(ReceivedAlike::row).toList());
        }
    }

    private Candidate candidate(Application application) {
        Applicant applicant = applicants.get(application.applicantId());
        return new Candidate(
                application.id(),
                applicant.creditCode(),
                applicant.name(),
                application.projectName(),
                application.direction(),
                application.channel().name(),
                Set.of());
    }

    private DuplicateTable.Judgement judge(Match match) {
        Evidence evidence = match.evidence();
        boolean otherChannel = !match.first().channel().equals(match.second().channel());
        return table.judge(evidence.sameApplicant(), evidence.sameDirection(), evidence.similarity(), otherChannel);
    }

    private static List<?> row(Match match) {
        return List.of(
                side(match.first()),
                side(match.second()),
                Math.round(match.evidence().similarity() * 100) + "%");
    }

    private static String side(Candidate one) {
        return Texts.of("selection.alike-side", one.id(), one.projectName(), one.applicant());
    }
}
