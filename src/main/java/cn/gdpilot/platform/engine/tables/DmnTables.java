package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.duplicate.DuplicateTable;
import cn.gdpilot.domain.eligibility.ApplicantFacts;
import cn.gdpilot.domain.eligibility.EligibilityTables;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.LimitFacts;
import cn.gdpilot.domain.eligibility.PriorityFacts;
import cn.gdpilot.domain.eligibility.ProjectFacts;
import cn.gdpilot.domain.eligibility.RequiredMaterial;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.mail.ReminderTable;
import cn.gdpilot.domain.project.AuthorityTable;
import cn.gdpilot.domain.quota.Quota;
import cn.gdpilot.domain.quota.QuotaTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
                        .putValue("commitmentLetter", facts.commitmentLetter()));
    }

    @Override
    public List<Finding> project(ProjectFacts facts) {
        return findings(
                "project-eligibility",
                inputs("built", facts.built())
                        .putValue("pilotRunning", facts.pilotRunning())
                        .putValue("innovationProject", facts.innovationProject()));
    }

    @Override
    public List<Finding> limits(LimitFacts facts) {
        return findings(
                "application-limits",
                inputs("othersInCategory", facts.othersInCategory())
                        .putValue("othersInTotal", facts.othersInTotal())
                        .putValue("sameProjectElsewhere", facts.sameProjectElsewhere()));
    }

    @Override
    public List<Finding> video(Integer seconds) {
        return findings("video-length", inputs("seconds", seconds));
    }

    @Override
    public List<RequiredMaterial> materials(String applicantType, String channel) {
        return rows("required-materials", inputs("applicantType", applicantType).putValue("channel", channel)).stream()
                .map(row -> new RequiredMaterial(
                        text(row, "material"),
                        number(row, "minCount"),
                        Arrays.asList(text(row, "formats").split("\\s*,\\s*")),
                        text(row, "rule")))
                .toList();
    }

    @Override
    public List<String> priorities(PriorityFacts facts) {
        VariableMap inputs = inputs("demonstrationBase", facts.demonstrationBase())
                .putValue("innovationAccepted", facts.innovationAccepted())
                .putValue("revolutionaryArea", facts.revolutionaryArea())
                .putValue("markedEffect", facts.markedEffect());
        return rows("priority-conditions", inputs).stream().map(row -> text(row, "message")).toList();
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
        return answers.rows(table, inputs("unitType", unit.type().name()).putValue("region", unit.region()))
                .stream()
                .findFirst()
                .map(row -> new Quota(
                        number(row, "quota"),
                        text(row, "destination"),
                        DeadlineKind.valueOf(text(row, "deadline")),
                        number(row, "tableCopies"),
                        number(row, "paperCopies"),
                        number(row, "discCopies")))
                .orElseThrow(() -> new IllegalStateException("recommendation-quota has no row for " + unit.id()));
    }

    @Override
    public Optional<Authority> of(String direction) {
        return authority(rows("direction-authority", inputs("direction", direction)));
    }

    private static Optional<Authority> authority(List<Map<String, Object>> rows) {
        return rows.stream()
                .findFirst()
                .map(row -> new Authority((Boolean) row.get("department"), (Boolean) row.get("communications")));
    }

    /** Asked for every page with a list of directions: one look for the newest version. */
    @Override
    public Map<String, Authority> of(Collection<String> directions) {
        DecisionDefinition table = answers.newest("direction-authority");
        Map<String, Authority> known = new HashMap<>();
        directions.forEach(direction -> authority(answers.rows(table, inputs("direction", direction)))
                .ifPresent(authority -> known.put(direction, authority)));
        return known;
    }

    @Override
    public Judgement judge(boolean sameApplicant, boolean sameDirection, double similarity, boolean otherChannel) {
        VariableMap inputs = inputs("sameApplicant", sameApplicant)
                .putValue("sameDirection", sameDirection)
                .putValue("similarity", similarity)
                .putValue("otherChannel", otherChannel);
        return rows("duplicate-verdict", inputs).stream()
                .findFirst()
                .map(row -> new Judgement(text(row, "verdict"), text(row, "message")))
                .orElseThrow(() -> new IllegalStateException("duplicate-verdict has no last row"));
    }

    @Override
    public String quotaSource() {
        return source("recommendation-quota");
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
        VariableMap inputs = inputs("deadline", deadline)
                .putValue("daysLeft", daysLeft)
                .putValue("done", done);
        return rows("reminder-schedule", inputs).stream()
                .map(row -> new Reminder(text(row, "recipient"), text(row, "template"), number(row, "escalation")))
                .toList();
    }

    private List<Finding> findings(String table, VariableMap inputs) {
        String source = source(table);
        return rows(table, inputs).stream()
                .map(row -> new Finding(
                        text(row, "rule"),
                        Finding.Verdict.valueOf(text(row, "verdict")),
                        text(row, "message"),
                        source))
                .toList();
    }

    private String source(String table) {
        return table + " v" + answers.newest(table).getVersion();
    }

    private List<Map<String, Object>> rows(String table, VariableMap inputs) {
        return answers.rows(answers.newest(table), inputs);
    }

    private static VariableMap inputs(String name, Object value) {
        return Variables.createVariables().putValue(name, value);
    }

    private static String text(Map<String, Object> row, String output) {
        return String.valueOf(row.get(output));
    }

    private static int number(Map<String, Object> row, String output) {
        return ((Number) row.get(output)).intValue();
    }
}
