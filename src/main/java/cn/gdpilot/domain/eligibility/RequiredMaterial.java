package cn.gdpilot.domain.eligibility;

import cn.gdpilot.domain.eligibility.Finding.Verdict;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be handed in (R2.13).
 *
 * @param material kind of material
 * @param minCount at least so many files
 * @param formats  accepted formats, e.g. pdf, docx
 * @param rule     rule that asks for it
 */
public record RequiredMaterial(String material, int minCount, List<String> formats, String rule) {

    /** What an application's files leave to be desired: too few of this kind, or some in another format. */
    public List<Finding> check(List<Material> files) {
        List<Material> ofKind = files.stream()
                .filter(file -> file.kind().name().equals(material))
                .toList();
        List<Finding> findings = new ArrayList<>();
        String label = Texts.label("material", material);
        if (ofKind.size() < minCount) {
            findings.add(refusal(Texts.of("material.missing", label, minCount, ofKind.size())));
        }
        ofKind.stream()
                .filter(file -> !formats.contains(file.format()))
                .forEach(file -> findings.add(
                        refusal(Texts.of("material.wrong-format", label, file.name(), String.join("、", formats)))));
        return findings;
    }

    private Finding refusal(String message) {
        return Finding.ofOwnCheck(rule, Verdict.REFUSE, message);
    }
}
