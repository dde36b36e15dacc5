package cn.gdpilot.rules;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.duplicate.DuplicateTable;
import cn.gdpilot.domain.duplicate.DuplicateVerdict;
import cn.gdpilot.domain.eligibility.ApplicantFacts;
import cn.gdpilot.domain.eligibility.EligibilityTables;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.LimitFacts;
import cn.gdpilot.domain.eligibility.PriorityFacts;
import cn.gdpilot.domain.eligibility.ProjectFacts;
import cn.gdpilot.domain.eligibility.RequiredMaterial;
import cn.gdpilot.domain.eligibility.RequiredMaterials;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.direction.AuthorityTable;
import cn.gdpilot.domain.quota.Quota;
import cn.gdpilot.domain.quota.QuotaTable;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tables of {@code processes/} behind the domain's ports, for tests without the process engine. Facts are records: each
 * component is the table's input of that name.
 */
public final class ShippedTables implements EligibilityTables, QuotaTable, AuthorityTable, DuplicateTable {

    private static final String VERSION = " v1";

    @Override
    public List<Finding> applicant(ApplicantFacts facts) {
        return findings("applicant-eligibility", facts(facts));
    }

    @Override
    public List<Finding> project(ProjectFacts facts) {
        return findings("project-eligibility", facts(facts));
    }

    @Override
    public List<Finding> limits(LimitFacts facts) {
        return findings("application-limits", facts(facts));
    }

    @Override
    public List<Finding> video(Integer seconds) {
        return findings("video-length", Tables.facts("seconds", seconds));
    }

    @Override
    public RequiredMaterials materials(String applicantType, String channel) {
        return new RequiredMaterials(
                Tables.ask("required-materials", Tables.facts("applicantType", applicantType, "channel", channel))
                        .stream()
                        .map(row -> new RequiredMaterial(
                                text(row, "material"),
                                number(row, "minCount"),
                                List.of(text(row, "formats").split(",")),
                                text(row, "rule")))
                        .toList(),
                List.of());
    }

    @Override
    public List<String> priorities(PriorityFacts facts) {
        return Tables.messages("priority-conditions", facts(facts));
    }

    @Override
    public String prioritiesSource() {
        return "priority-conditions" + VERSION;
    }

    @Override
    public Quota of(Unit unit) {
        Map<String, Object> row = Tables.askOne(
                "recommendation-quota", Tables.facts("unitType", unit.type().name(), "region", unit.region()));
        return new Quota(
                number(row, "quota"),
                UnitType.valueOf(text(row, "destination")),
                DeadlineKind.valueOf(text(row, "deadline")),
                number(row, "tableCopies"),
                number(row, "paperCopies"),
                number(row, "discCopies"));
    }

    @Override
    public Map<String, Quota> ofAll(Collection<Unit> units) {
        return units.stream().collect(Collectors.toMap(Unit::id, this::of));
    }

    @Override
    public String quotaSource(Unit unit) {
        return "recommendation-quota" + VERSION;
    }

    @Override
    public Optional<Authority> of(String direction) {
        return Tables.ask("direction-authority", Tables.facts("direction", direction)).stream()
                .findFirst()
                .map(row -> new Authority((boolean) row.get("department"), (boolean) row.get("communications")));
    }

    @Override
    public Map<String, Authority> of(Collection<String> directions) {
        return directions.stream()
                .filter(direction -> of(direction).isPresent())
                .collect(Collectors.toMap(
                        Function.identity(), direction -> of(direction).orElseThrow()));
    }

    @Override
    public Judgement judge(boolean sameApplicant, boolean sameDirection, double similarity, boolean otherChannel) {
        Map<String, Object> row = Tables.askOne(
                "duplicate-verdict",
                Tables.facts(
                        "sameApplicant",
                        sameApplicant,
                        "sameDirection",
                        sameDirection,
                        "similarity",
                        similarity,
                        "otherChannel",
                        otherChannel));
        return new Judgement(DuplicateVerdict.valueOf(text(row, "verdict")), text(row, "message"));
    }

    @Override
    public String verdictSource() {
        return "duplicate-verdict" + VERSION;
    }

    private static List<Finding> findings(String table, Map<String, Object> facts) {
        return Tables.ask(table, facts).stream()
                .map(row -> new Finding(
                        text(row, "rule"),
                        Finding.Verdict.valueOf(text(row, "verdict")),
                        text(row, "message"),
                        table + VERSION))
                .toList();
    }

    private static Map<String, Object> facts(Record facts) {
        Map<String, Object> all = new HashMap<>();
        for (RecordComponent component : facts.getClass().getRecordComponents()) {
            try {
                all.put(component.getName(), component.getAccessor().invoke(facts));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }

    private static String text(Map<String, Object> row, String output) {
        return (String) row.get(output);
    }

    private static int number(Map<String, Object> row, String output) {
        return ((Number) row.get(output)).intValue();
    }
}
