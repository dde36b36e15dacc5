package cn.gdpilot.platform.engine.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.duplicate.DuplicateVerdict;
import cn.gdpilot.domain.eligibility.ApplicantFacts;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.LimitFacts;
import cn.gdpilot.domain.eligibility.PriorityFacts;
import cn.gdpilot.domain.eligibility.RequiredMaterial;
import cn.gdpilot.domain.eligibility.RequiredMaterials;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.mail.ReminderTable.Reminder;
import cn.gdpilot.domain.mail.letters.LetterWords;
import cn.gdpilot.domain.project.direction.AuthorityTable.Authority;
import cn.gdpilot.domain.project.direction.DirectionsFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table that slipped through with an answer that cannot be read stops neither intake, nor reminders, nor other findings. */
class DmnTablesTest {

    private final TableTroubles troubles = new TableTroubles();
    private static final ProcessEngine ENGINE =
            ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                    .setJdbcUrl("jdbc:h2:mem:tables;DB_CLOSE_DELAY=-1")
                    .setProcessEngineName("tables")
                    .buildProcessEngine();
    private TableAnswers answers;
    private DmnTables tables;

    @BeforeEach
    void givenNoTables() {
        ENGINE.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(one -> ENGINE.getRepositoryService().deleteDeployment(one.getId(), true));
        answers = new TableAnswers(
                ENGINE.getRepositoryService(),
                new TableContracts(new LetterWords(), DirectionsFixture.list(), DirectionsFixture.totals()),
                troubles);
        tables = new DmnTables(answers);
    }

    @Test
    @DisplayName("a row hits → the answer names it")
    void hits() throws IOException {
        deploy("video-length", "", "");

        assertThat(answers.of("video-length", Map.of("seconds", 200)).hits()).containsExactly("Rule_02");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            nullValues = "-",
            value = {"2.9, REFER", "3.0, -", "-, -"})
    @DisplayName("R2.3 a share of R&D below 3 % → a person decides; 3 % or unanswered → nothing found")
    void ownQuestion(Double share, String verdict, @TempDir Path lists) throws IOException {
        ENGINE.getRepositoryService()
                .createDeployment()
                .addInputStream(
                        "applicant-eligibility.dmn", new ByteArrayInputStream(SampleTables.judgingShare("rdShare")))
                .deploy();
        DmnTables asking = new DmnTables(
                new TableAnswers(ENGINE.getRepositoryService(), SampleTables.askingForShare(lists), troubles));
        Map<String, Object> extra = share == null ? Map.of() : Map.of("rdShare", share);

        assertThat(asking.applicant(new ApplicantFacts("IT", "CITY", "GD", true, false, false, true, extra)))
                .extracting(finding -> finding.verdict().name())
                .isEqualTo(verdict == null ? List.of() : List.of(verdict));
    }

    @Test
    @DisplayName("R2.13 a computed kind of material is unknown → the others are asked for, and a person looks at it")
    void unknownMaterial() throws IOException {
        deploy(
                "required-materials",
                "\"INDEX\"</text>\n        </outputEntry>",
                "\"LICENCE\" + \"_2\"</text>\n        </outputEntry>");

        RequiredMaterials asked = tables.materials("INDUSTRIAL", "CITY");

        assertThat(asked.kinds())
                .extracting(RequiredMaterial::material)
                .contains("APPLICATION_FORM", "VIDEO", "AUDIT_REPORT")
                .doesNotContain("INDEX")
                .hasSize(7);
        assertThat(asked.unclear()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Finding.Verdict.REFER);
            assertThat(finding.message()).contains("规则表“应提交的材料”的结果无法识别", "联系");
            assertThat(finding.source()).isEqualTo("required-materials v1");
        });
        assertThat(troubles.all())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.what()).contains("LICENCE_2"));
    }

    @Test
    @DisplayName("R2.13 the newest version cannot be evaluated → the earlier one asks, and a person looks at it")
    void cannotBeEvaluated() throws IOException {
        deploy("required-materials", "x", "x");
        deploy("required-materials", "<text>3</text>", "<text>\"three\" + \"\"</text>");

        RequiredMaterials asked = tables.materials("INDUSTRIAL", "CITY");

        assertThat(asked.kinds()).hasSize(8);
        assertThat(asked.unclear()).extracting(Finding::source).containsExactly("required-materials v1");
    }

    @Test
    @DisplayName("R2.12 a verdict is null → one finding that refers the question to a person, told once")
    void nullVerdict() throws IOException {
        deploy("video-length", "<text>\"NOTE\"</text>", "<text>null</text>");

        List<Finding> found = tables.video(400);
        tables.video(401);

        assertThat(found)
                .extracting(Finding::rule, Finding::verdict)
                .containsExactly(tuple("R2.12", Finding.Verdict.REFER));
        assertThat(tables.video(10)).extracting(Finding::verdict).containsExactly(Finding.Verdict.REFUSE);
        assertThat(troubles.all()).hasSize(1);
    }

    @Test
    @DisplayName("R2.5 one row has an unknown verdict → the other rows' findings stand beside the question")
    void otherRows() throws IOException {
        deploy("applicant-eligibility", "<text>\"REFER\"</text>", "<text>\"ASK\" + \"ED\"</text>");

        assertThat(tables.applicant(new ApplicantFacts(null, "CITY", "GD", true, null, false, true, Map.of())))
                .extracting(Finding::rule, Finding::verdict)
                .containsExactlyInAnyOrder(tuple("R2.1", Finding.Verdict.REFER), tuple("R2.1", Finding.Verdict.REFUSE));
    }

    @Test
    @DisplayName("R1.2 a direction without a row → nobody is in charge, told once with its code")
    void directionWithoutRow() throws IOException {
        deploy("direction-authority", "<text>\"T01\"</text>", "<text>\"T0l\"</text>");

        assertThat(tables.of("T01")).isEmpty();
        assertThat(tables.of(List.of("T01", "T02"))).containsOnlyKeys("T02");
        assertThat(troubles.all()).singleElement().satisfies(trouble -> {
            assertThat(trouble.source()).isEqualTo("direction-authority v1");
            assertThat(trouble.what()).contains("没有一行回答（direction=T01）");
        });
    }

    @Test
    @DisplayName("R2.9 the limits' verdict is unknown → the earlier version refuses the third application")
    void limitsBefore() throws IOException {
        deploy("application-limits", "x", "x");
        deploy("application-limits", "<text>\"REFUSE\"</text>", "<text>\"REFUSE\" + string(othersInTotal)</text>");

        assertThat(tables.limits(new LimitFacts(0, 2, false)))
                .extracting(Finding::rule, Finding::verdict, Finding::source)
                .containsExactly(tuple("R2.9", Finding.Verdict.REFUSE, "application-limits v1"));
        assertThat(tables.limits(new LimitFacts(0, 1, false))).isEmpty();
        assertThat(troubles.all()).isNotEmpty();
    }

    @Test
    @DisplayName("R2.9 no version of the limits can be read → no further application passes")
    void limitsClosed() throws IOException {
        deploy("application-limits", "<text>\"REFUSE\"</text>", "<text>“REFUSE”</text>");

        assertThat(tables.limits(new LimitFacts(0, 2, false))).singleElement().satisfies(finding -> {
            assertThat(finding.refuses()).isTrue();
            assertThat(finding.message()).contains("申报数量限制", "暂不能提交", "联系");
        });
    }

    @Test
    @DisplayName("R4.1 a letter in Chinese quotes → the earlier version reminds")
    void chineseQuotes() throws IOException {
        deploy("reminder-schedule", "x", "x");
        deploy("reminder-schedule", "<text>\"reminder\"</text>", "<text>“reminder”</text>");

        assertThat(tables.due(DeadlineKind.CITY, 14, false))
                .extracting(Reminder::template)
                .contains("reminder", "draft-reminder");
        assertThat(troubles.all())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.what()).startsWith("算不出结果"));
    }

    @Test
    @DisplayName("R2.2 a condition in Chinese quotes, no earlier version → the question goes to a person")
    void chineseQuotesInCondition() throws IOException {
        deploy("applicant-eligibility", "<text>\"CENTRAL\"</text>", "<text>“CENTRAL”</text>");

        assertThat(tables.applicant(new ApplicantFacts("IT", "CITY", "GD", true, false, false, true, Map.of())))
                .extracting(Finding::verdict)
                .containsExactly(Finding.Verdict.REFER);
    }

    @Test
    @DisplayName("R4.1 a letter whose words a reminder does not give → not sent, the other reminders are due")
    void letterOfOthers() throws IOException {
        deploy("reminder-schedule", "<text>\"escalation\"</text>", "<text>\"refusal\"</text>");

        assertThat(tables.due(DeadlineKind.CITY, 0, false))
                .extracting(Reminder::template)
                .contains("reminder", "digest")
                .doesNotContain("refusal");
    }

    @Test
    @DisplayName("R4.1 a kind of letter or a recipient is unknown → the other reminders of the day are due")
    void unknownLetter() throws IOException {
        deploy("reminder-schedule", "<text>\"escalation\"</text>", "<text>\"esca\" + \"late\"</text>");

        assertThat(tables.due(DeadlineKind.CITY, 0, false))
                .extracting(Reminder::template)
                .contains("reminder", "digest", "draft-reminder")
                .doesNotContain("escalate", "escalation");
        assertThat(troubles.all()).hasSize(1);
    }

    @Test
    @DisplayName("R3.2 a quota is no number → the unit keeps the earlier version's, the others have the new one's")
    void quota() throws IOException {
        Unit shenzhen = unit(UnitType.PLANNED_CITY, "PRD");
        Unit guangzhou = unit(UnitType.CITY, "PRD");
        deploy("recommendation-quota", "x", "x");
        deploy("recommendation-quota", "<text>15</text>", "<text>\"fifteen\" + \"\"</text>");

        assertThat(tables.of(shenzhen).quota()).isEqualTo(15);
        assertThat(tables.quotaSource(shenzhen)).isEqualTo("recommendation-quota v1");
        assertThat(tables.quotaSource(guangzhou)).isEqualTo("recommendation-quota v2");
        assertThat(tables.ofAll(List.of(shenzhen, guangzhou)))
                .hasSize(2)
                .allSatisfy((id, one) -> assertThat(one.quota()).isPositive());
    }

    @Test
    @DisplayName("R3.2 two rows answer for one unit → it keeps the earlier version's answer")
    void twoRows() throws IOException {
        deploy("recommendation-quota", "x", "x");
        deploy(
                "recommendation-quota",
                "\"EAST\",\"WEST\",\"NORTH\"</text>\n        </inputEntry>",
                "\"PRD\",\"WEST\"</text>\n        </inputEntry>");

        assertThat(tables.of(unit(UnitType.CITY, "PRD")).quota()).isEqualTo(8);
    }

    @Test
    @DisplayName("R1.2 a direction's authority is null → the earlier version's answer")
    void authority() throws IOException {
        deploy("direction-authority", "x", "x");
        Authority before = tables.of("T01").orElseThrow();
        deploy("direction-authority", "<text>true</text>", "<text>null</text>");

        assertThat(tables.of("T01")).contains(before);
        assertThat(tables.of(List.of("T01"))).containsEntry("T01", before);
    }

    @Test
    @DisplayName("R2.10 a verdict on a pair is unknown → a person decides")
    void duplicates() throws IOException {
        deploy("duplicate-verdict", "<text>\"SAME\"</text>", "<text>\"EQUAL\" + \"\"</text>");

        assertThat(tables.judge(true, true, 1.0, false)).satisfies(judgement -> {
            assertThat(judgement.verdict()).isEqualTo(DuplicateVerdict.SUSPECT);
            assertThat(judgement.message()).contains("结果无法识别");
        });
    }

    @Test
    @DisplayName("R2.14 the sentence of a condition that is met is null → the condition counts all the same")
    void priorities() throws IOException {
        deploy("priority-conditions", "\"项目位于革命老区，同等条件下请优先考虑。\"", "null");

        assertThat(tables.priorities(new PriorityFacts(true, false, true, false)))
                .hasSize(2)
                .anyMatch(one -> one.contains("有一条说明无法识别"));
    }

    private void deploy(String table, String was, String became) throws IOException {
        String model = Files.readString(Path.of("processes", table + ".dmn"));
        assertThat(model).contains(was);
        ENGINE.getRepositoryService()
                .createDeployment()
                .addString(table + ".dmn", model.replace(was, became))
                .deploy();
    }

    private static Unit unit(UnitType type, String region) {
        return new Unit("city-" + type, type, "440000", "某市", "某市", region);
    }
}
