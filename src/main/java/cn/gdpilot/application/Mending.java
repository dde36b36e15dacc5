package cn.gdpilot.application;

import cn.gdpilot.dossier.MaterialKind;
import cn.gdpilot.eligibility.Finding;
import cn.gdpilot.wording.Texts;

/** Which field of the form mends what a table found. A rule that names no field here is still shown, without a link: what the office
 * looks up itself (R2.3), what only another application can mend (R2.9). */
final class Mending {

    private Mending() {}

    static CheckedFinding of(Finding finding) {
        return new CheckedFinding(finding, field(finding));
    }

    private static String field(Finding finding) {
        return switch (finding.rule()) {
            case "R1.1", "R1.2", "R1.3", "R2.8" -> "direction";
            case "R2.1" -> "section-applicant";
            case "R2.2" -> speaksOf(finding, "legalPerson") ? "legalPerson" : "registeredIn";
            case "R2.4" -> speaksOf(finding, MaterialKind.COMMITMENT_LETTER.name()) ? "commitmentLetter" : "majorAccident";
            case "R2.5", "R2.10" -> "projectName";
            case "R2.6" -> "innovationProject";
            case "R2.7" -> "built";
            default -> null;
        };
    }

    /** Two fields stand under one rule: the sentence says which is meant. */
    private static boolean speaksOf(Finding finding, String item) {
        return finding.message().contains(Texts.label("item", item));
    }
}
