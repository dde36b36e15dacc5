package cn.gdpilot.desk.application;

import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.MaterialKinds;
import cn.gdpilot.domain.project.extra.ExtraFact;
import cn.gdpilot.domain.text.Texts;
import java.util.List;

/** Which place of the applicant's pages mends what a table found. Every finding has one: a rule that is new to this list leads to the part
 * of the page that its table judges. */
final class Mending {

    private static final String APPLICANT = "section-applicant";

    private Mending() {}

    static CheckedFinding of(Finding finding) {
        return new CheckedFinding(finding, field(finding));
    }

    /** Findings about what is declared: a sentence that names one of the round's own questions leads to it. */
    static CheckedFinding of(Finding finding, List<ExtraFact> asked) {
        return asked.stream()
                .filter(fact ->
                        finding.rule().equals(fact.rule()) && finding.message().contains(fact.question()))
                .findFirst()
                .map(fact -> new CheckedFinding(finding, fact.place()))
                .orElseGet(() -> of(finding));
    }

    /** What was found about a kind of material; tables may name a kind that the page does not have yet. */
    static CheckedFinding of(Finding finding, String material) {
        return new CheckedFinding(finding, MaterialKinds.isKnown(material) ? material : "section-materials");
    }

    private static String field(Finding finding) {
        return switch (finding.rule()) {
            case "R1.1", "R1.2", "R1.3", "R2.8" -> "direction";
            case "R2.1" -> APPLICANT;
            case "R2.2" -> registration(finding);
            // 信用中国 is asked by name and credit code: these are what an applicant can look at and set right.
            case "R2.3" -> APPLICANT;
            case "R2.4" ->
                speaksOf(finding, MaterialKind.COMMITMENT_LETTER.name()) ? "commitmentLetter" : "majorAccident";
            case "R2.5", "R2.10" -> "projectName";
            case "R2.6" -> "innovationProject";
            case "R2.7" -> "built";
            case "R2.9" -> CheckedFinding.OWN_APPLICATIONS;
            default -> judgedBy(finding);
        };
    }

    private static String registration(Finding finding) {
        if (speaksOf(finding, "regionExplanation")) {
            return "regionExplanation";
        }
        return speaksOf(finding, "legalPerson") ? "legalPerson" : "registeredIn";
    }

    private static String judgedBy(Finding finding) {
        return switch (finding.source().split(" ")[0]) {
            case "application-limits" -> CheckedFinding.OWN_APPLICATIONS;
            case "video-length" -> MaterialKind.VIDEO.name();
            default -> "section-conditions";
        };
    }

    /** Several fields stand under one rule: the sentence says which is meant. */
    private static boolean speaksOf(Finding finding, String item) {
        return finding.message().contains(Texts.label("item", item));
    }
}
