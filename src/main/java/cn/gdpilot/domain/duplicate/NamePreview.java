package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.duplicate.DuplicateTable.Judgement;
import cn.gdpilot.domain.duplicate.names.NameRuleText;
import cn.gdpilot.domain.duplicate.names.NameRules;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Two names compared by words and weights that need not hold yet, and what the table would say. */
@Component
public class NamePreview {

    private final DuplicateTable table;

    NamePreview(DuplicateTable table) {
        this.table = table;
    }

    /** What an officer wants to know of two names under these words and weights. */
    public Outcome of(Tried tried, NameRuleText text) {
        NameRules rules = text.rules();
        Candidate one = new Candidate("1", "1", tried.firstApplicant(), tried.firstName(), "1", "1", Set.of());
        Candidate other = new Candidate(
                "2",
                "2",
                tried.secondApplicant(),
                tried.secondName(),
                tried.sameDirection() ? "1" : "2",
                tried.otherChannel() ? "2" : "1",
                Set.of());
        List<Prepared> both = DuplicateSearch.prepare(List.of(one, other), rules);
        Evidence evidence = new Comparer(rules).compare(both.get(0), both.get(1));
        Judgement judgement = table.judge(
                evidence.sameApplicant(), evidence.sameDirection(), evidence.similarity(), tried.otherChannel());
        PairEvidence shown = PairEvidence.of(evidence);
        return new Outcome(
                evidence,
                evidence.sameApplicant() || evidence.similarity() >= rules.weight("least-similarity"),
                judgement,
                PairEvidence.runs(tried.firstName(), shown.firstMarks()),
                PairEvidence.runs(tried.secondName(), shown.secondMarks()));
    }

    /**
     * What is tried.
     *
     * @param firstName       a project's name
     * @param firstApplicant  its applicant's
     * @param secondName      another's
     * @param secondApplicant its applicant's
     * @param sameDirection   whether both are in one direction
     * @param otherChannel    whether the second comes by another channel
     */
    public record Tried(
            String firstName,
            String firstApplicant,
            String secondName,
            String secondApplicant,
            boolean sameDirection,
            boolean otherChannel) {}

    /**
     * What came out.
     *
     * @param evidence  why
     * @param compared  false if they would not even be compared
     * @param judgement the table's answer
     * @param first     the first name, shared pieces marked
     * @param second    the second name
     */
    public record Outcome(
            Evidence evidence,
            boolean compared,
            Judgement judgement,
            List<PairEvidence.Run> first,
            List<PairEvidence.Run> second) {}
}
