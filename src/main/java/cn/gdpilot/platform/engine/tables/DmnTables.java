package cn.gdpilot.platform.engine.tables;

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
import cn.gdpilot.domain.mail.ReminderTable;
import cn.gdpilot.domain.project.direction.AuthorityTable;
import cn.gdpilot.domain.quota.Quota;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The capabilities' tables, answered by the decisions of {@code processes/} in their newest version. */
@Component
class DmnTables implements EligibilityTables, QuotaTable, AuthorityTable, DuplicateTable, ReminderTable {

    private final TableAnswers answers;

    DmnTables(TableAnswers answers) {
        this.answers = answers;
    }

    @Override
    public List<Finding> applicant(ApplicantFacts facts) {
        return findings(
                "applicant-eligibility",
                inputs("applicantType", facts.applicantType())
                        .putValue("channel", facts.channel())
                        .putValue("registeredIn", facts.registeredIn())
                        .putValue("legalPerson", facts.legalPerson())
                        .putValue("seriousDishonesty", facts.seriousDishonesty())
                        .putValue("majorAccident", facts.majorAccident())
                        .putValue("commitmentLetter", facts.commitmentLetter()),
                facts.extra());
    }

    @Override
    public List<Finding> project(ProjectFacts facts) {
        return findings(
                "project-eligibility",
                inputs("built", facts.built())
                        .putValue("pilotRunning", facts.pilotRunning())
                        .putValue("innovationProject", facts.innovationProject()),
                facts.extra());
    }

    @Override
    public List<Finding> limits(LimitFacts facts) {
        VariableMap inputs = inputs("othersInCategory", facts.othersInCategory())
                .putValue("othersInTotal", facts.othersInTotal())
                .putValue("sameProjectElsewhere", facts.sameProjectElsewhere());
        DecisionDefinition table = answers.newest("application-limits");
        return answers.readable(table, inputs, DmnTables::read).orElseGet(() -> closed(answers.of(table, inputs)));
    }

    @Override
    public List<Finding> video(Integer seconds) {
        return findings("video-length", inputs("seconds", seconds));
    }

    @Override
    public RequiredMaterials materials(String applicantType, String channel) {
        TableAnswer answer = answers.of(
                "required-materials", inputs("applicantType", applicantType).putValue("channel", channel));
        return new RequiredMaterials(
                answer.rows().stream()
                        .map(row -> new RequiredMaterial(
                                row.text("material"),
                                row.number("minCount"),
                                Arrays.asList(row.text("formats").strip().split("\\s*,\\s*")),
                                row.text("rule")))
                        .toList(),
                unclear(answer));
    }

    @Override
    public List<String> priorities(PriorityFacts facts) {
        VariableMap inputs = inputs("demonstrationBase", facts.demonstrationBase())
                .putValue("innovationAccepted", facts.innovationAccepted())
                .putValue("revolutionaryArea", facts.revolutionaryArea())
                .putValue("markedEffect", facts.markedEffect());
        TableAnswer answer = answers.of("priority-conditions", inputs);
        // A condition counts that is met, whether or not its sentence can be read.
        return Stream.concat(
                        answer.rows().stream().map(row -> row.text("message")),
                        Collections.nCopies(answer.unclear(), Texts.of("table.unclear.priority", answer.name()))
                                .stream())
                .toList();
    }

    @Override
    public String prioritiesSource() {
        return source("priority-conditions");
    }

    @Override
    public Quota of(Unit unit) {
        return quota(answers.newest("recommendation-quota"), unit);
    }

    @Override
    public Map<String, Quota> ofAll(Collection<Unit> units) {
        DecisionDefinition table = answers.newest("recommendation-quota");
        return units.stream().collect(Collectors.toMap(Unit::id, unit -> quota(table, unit)));
    }

    private Quota quota(DecisionDefinition table, Unit unit) {
        return quotaRow(
                table,
                unit,
                (answer, row) -> new Quota(
                        row.number("quota"),
                        UnitType.valueOf(row.text("destination")),
                        DeadlineKind.valueOf(row.text("deadline")),
                        row.number("tableCopies"),
                        row.number("paperCopies"),
                        row.number("discCopies")));
    }

    @Override
    public String quotaSource(Unit unit) {
        return quotaRow(answers.newest("recommendation-quota"), unit, (answer, row) -> answer.source());
    }

    private <T> T quotaRow(DecisionDefinition table, Unit unit, BiFunction<TableAnswer, TableRow, T> read) {
        VariableMap inputs = inputs("unitType", unit.type().name()).putValue("region", unit.region());
        return answers.readable(
                        table,
                        inputs,
                        answer -> answer.rows().stream()
                                .findFirst()
                                .map(row -> read.apply(answer, row))
                                .orElseThrow(() ->
                                        new IllegalStateException("recommendation-quota has no row for " + unit.id())))
                .orElseThrow(() -> Refusal.unavailable("table.unclear.quota", unit.name()));
    }

    @Override
    public Optional<Authority> of(String direction) {
        return authority(answers.newest("direction-authority"), direction);
    }

    private Optional<Authority> authority(DecisionDefinition table, String direction) {
        VariableMap inputs = inputs("direction", direction);
        return answers.readable(
                table,
                inputs,
                answer -> answer.rows().stream()
                        .findFirst()
                        .map(row -> new Authority(row.isTrue("department"), row.isTrue("communications")))
                        .orElseGet(() -> {
                            answers.tellMissing(answer, inputs);
                            return null;
                        }));
    }

    /** Asked for every page with a list of directions: one look for the newest version. */
    @Override
    public Map<String, Authority> of(Collection<String> directions) {
        DecisionDefinition table = answers.newest("direction-authority");
        Map<String, Authority> known = new HashMap<>();
        directions.forEach(
                direction -> authority(table, direction).ifPresent(authority -> known.put(direction, authority)));
        return known;
    }

    @Override
    public Judgement judge(boolean sameApplicant, boolean sameDirection, double similarity, boolean otherChannel) {
        VariableMap inputs = inputs("sameApplicant", sameApplicant)
                .putValue("sameDirection", sameDirection)
                .putValue("similarity", similarity)
                .putValue("otherChannel", otherChannel);
        TableAnswer answer = answers.of("duplicate-verdict", inputs);
        return answer.rows().stream()
                .findFirst()
                .map(row -> new Judgement(DuplicateVerdict.valueOf(row.text("verdict")), row.text("message")))
                .orElseGet(() ->
                        new Judgement(DuplicateVerdict.SUSPECT, Texts.of("table.unclear.verdict", answer.name())));
    }

    @Override
    public String verdictSource() {
        return source("duplicate-verdict");
    }

    @Override
    public List<Reminder> due(DeadlineKind deadline, int daysLeft, boolean done) {
        return reminders(deadline.name(), daysLeft, done);
    }

    @Override
    public List<Reminder> dueForWork(int daysLeft) {
        return reminders("WORK", daysLeft, false);
    }

    private List<Reminder> reminders(String deadline, int daysLeft, boolean done) {
        VariableMap inputs =
                inputs("deadline", deadline).putValue("daysLeft", daysLeft).putValue("done", done);
        return answers.of("reminder-schedule", inputs).rows().stream()
                .map(row -> new Reminder(row.text("recipient"), row.text("template"), row.number("escalation")))
                .toList();
    }

    private List<Finding> findings(String table, VariableMap inputs, Map<String, Object> further) {
        further.forEach(inputs::putIfAbsent);
        return findings(table, inputs);
    }

    private List<Finding> findings(String table, VariableMap inputs) {
        TableAnswer answer = answers.of(table, inputs);
        List<Finding> findings = new ArrayList<>(unclear(answer));
        findings.addAll(read(answer));
        return findings;
    }

    /** Findings of the rows that can be read. */
    private static List<Finding> read(TableAnswer answer) {
        return answer.rows().stream()
                .map(row -> new Finding(
                        row.text("rule"),
                        Finding.Verdict.valueOf(row.text("verdict")),
                        row.text("message"),
                        answer.source()))
                .toList();
    }

    /** The limits hold without exception (R2.8–R2.10): while no version can be read, no further application passes. */
    private static List<Finding> closed(TableAnswer answer) {
        Finding refusal = new Finding(
                answer.rule(),
                Finding.Verdict.REFUSE,
                Texts.of("table.unclear.limits", answer.name()),
                answer.source());
        return Stream.concat(Stream.of(refusal), read(answer).stream()).toList();
    }

    /** One finding that refers the table's question to a person; empty if the whole answer can be read. */
    private static List<Finding> unclear(TableAnswer answer) {
        return answer.isClear()
                ? List.of()
                : List.of(new Finding(
                        answer.rule(),
                        Finding.Verdict.REFER,
                        Texts.of("table.unclear", answer.name()),
                        answer.source()));
    }

    private String source(String table) {
        return table + " v" + answers.newest(table).getVersion();
    }

    private static VariableMap inputs(String name, Object value) {
        return Variables.createVariables().putValue(name, value);
    }
}
