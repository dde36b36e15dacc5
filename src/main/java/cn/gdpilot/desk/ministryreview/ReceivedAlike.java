package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.duplicate.Candidate;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.DuplicateSearch;
import cn.gdpilot.domain.duplicate.DuplicateTable;
import cn.gdpilot.domain.duplicate.Evidence;
import cn.gdpilot.domain.duplicate.Match;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What has come past the Department is compared by nobody on its way (R2.10): of what the ministry has received, those that
 * may be one project are pointed out, and a person decides.
 */
@Component
class ReceivedAlike {

    private static final int MOST = 10;

    private final Applicants applicants;
    private final DuplicateSearch search;
    private final DuplicateTable table;
    private final DuplicatePairs pairs;

    ReceivedAlike(Applicants applicants, DuplicateSearch search, DuplicateTable table, DuplicatePairs pairs) {
        this.applicants = applicants;
        this.search = search;
        this.table = table;
        this.pairs = pairs;
    }

    /** Adds a note; nothing where no two look alike. */
    void note(Markdown sheet, List<Application> received) {
        List<Match> alike =
                search.among(received.stream().map(this::candidate).toList(), (first, second) -> true).stream()
                        .filter(this::needsPerson)
                        .filter(match -> !pairs.heldApart(
                                match.first().id(), match.second().id()))
                        .limit(MOST)
                        .toList();
        if (!alike.isEmpty()) {
            sheet.paragraph(Texts.of("selection.alike"))
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

    private boolean needsPerson(Match match) {
        Evidence evidence = match.evidence();
        boolean otherChannel = !match.first().channel().equals(match.second().channel());
        return table.judge(evidence.sameApplicant(), evidence.sameDirection(), evidence.similarity(), otherChannel)
                .needsPerson();
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
