package cn.gdpilot.domain.eligibility;

import cn.gdpilot.domain.eligibility.Finding.Verdict;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Whether there is one audit report for each of the last three years (R2.13). */
public final class AuditYears {

    private static final String RULE = "R2.13";
    /** Maximum number of names in one sentence. */
    private static final int MOST_NAMED = 10;

    private AuditYears() {}

    /**
     * What the years leave to be desired. A year that the file itself contradicts goes to a person.
     *
     * @param asked years for which reports are asked, the last one first
     */
    public static List<Finding> check(List<Material> files, List<Integer> asked) {
        List<Material> reports = files.stream()
                .filter(file -> file.kind() == MaterialKind.AUDIT_REPORT)
                .toList();
        List<Finding> findings = new ArrayList<>();
        String unnamed = reports.stream()
                .filter(report -> report.year() == null)
                .map(Material::name)
                .limit(MOST_NAMED)
                .collect(Collectors.joining("、"));
        int first = asked.get(asked.size() - 1);
        int last = asked.get(0);
        if (!unnamed.isEmpty()) {
            findings.add(found(Verdict.REFER, Texts.of("material.year-missing", unnamed, first, last)));
        }
        List<Integer> said =
                reports.stream().map(Material::year).filter(Objects::nonNull).toList();
        said.stream()
                .distinct()
                .filter(year -> !asked.contains(year))
                .forEach(year ->
                        findings.add(found(Verdict.REFUSE, Texts.of("material.year-outside", first, last, year))));
        said.stream()
                .distinct()
                .filter(year -> said.indexOf(year) != said.lastIndexOf(year))
                .forEach(year -> findings.add(found(Verdict.REFUSE, Texts.of("material.year-twice", year))));
        reports.stream()
                .filter(report -> report.year() != null
                        && report.textYear() != null
                        && !report.year().equals(report.textYear()))
                .forEach(report -> findings.add(found(
                        Verdict.REFER,
                        Texts.of("material.year-other", report.name(), report.year(), report.textYear()))));
        return findings;
    }

    private static Finding found(Verdict verdict, String message) {
        return Finding.ofOwnCheck(RULE, verdict, message);
    }
}
