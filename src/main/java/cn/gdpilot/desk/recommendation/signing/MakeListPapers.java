package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendedProjects;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.papers.SummaryTable;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.RecordAnchors;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the summary table and the papers of a signed list. */
@Service
public class MakeListPapers {

    private final Rounds rounds;
    private final Units units;
    private final Recommendations recommendations;
    private final RecommendedProjects projects;
    private final Applicants applicants;
    private final SummaryTable summaryTable;
    private final RecordAnchors record;
    private final HandOverPapers papers;

    MakeListPapers(
            Rounds rounds,
            Units units,
            Recommendations recommendations,
            RecommendedProjects projects,
            Applicants applicants,
            SummaryTable summaryTable,
            RecordAnchors record,
            HandOverPapers papers) {
        this.rounds = rounds;
        this.units = units;
        this.recommendations = recommendations;
        this.projects = projects;
        this.applicants = applicants;
        this.summaryTable = summaryTable;
        this.record = record;
        this.papers = papers;
    }

    /**
     * Makes the summary table of the signed list, and the papers that go with it. The list is locked only to keep them:
     * making them takes its time, and a deadline, which locks the lists too, does not wait for that.
     *
     * @throws Refusal if the list is not signed
     * @throws IllegalStateException if the list changed while they were made: they are to be made again
     */
    @Transactional
    public void make(String roundId, String unitId) {
        Recommendation list = recommendations.get(roundId, unitId);
        if (list.open()) {
            throw Refusal.conflict("list.not-signed");
        }
        Round round = rounds.get(roundId);
        String title = Texts.of("summary.title", round.roundYear());
        List<SummaryTable.Line> lines = lines(list);
        RecordAnchors.Anchor end = record.now();
        String summary = summaryTable.make(title, units.get(unitId).name(), lines, end);
        Map<String, String> made = papers.make(round, list, title, lines, end);
        Recommendation now = recommendations.lock(roundId, unitId);
        if (!lines(now).equals(lines)) {
            throw new IllegalStateException("The list " + list.id() + " changed while its papers were made");
        }
        recommendations.summaryMade(now, summary);
        papers.keep(now, made);
    }

    private List<SummaryTable.Line> lines(Recommendation list) {
        return projects.of(list).stream().map(this::line).toList();
    }

    private SummaryTable.Line line(Application application) {
        Applicant applicant = applicants.get(application.applicantId());
        return new SummaryTable.Line(
                application.id(),
                application.projectName(),
                applicant.name(),
                applicant.creditCode(),
                application.category(),
                application.direction(),
                application.contact().name(),
                application.contact().phone());
    }
}
