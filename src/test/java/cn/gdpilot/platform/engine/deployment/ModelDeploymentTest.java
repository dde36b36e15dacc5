package cn.gdpilot.platform.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.deployment.FolderFile.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a start deploys, keeps and refuses, on an engine in memory. */
class ModelDeploymentTest {

    private static final String SHORT = "&lt; 300";
    private static final String LONGER = "&lt; 301";

    @TempDir
    Path folder;

    private EngineOfTests engine;
    private ModelDeployment models;

    @BeforeEach
    void givenFolders() throws IOException {
        engine = new EngineOfTests(folder);
        models = new ModelDeployment(
                engine.repository(),
                engine.folder(),
                engine.deploymentRecord(),
                engine.transaction(),
                engine.modelRelease());
        engine.put(
                "video-length.dmn",
                "project-eligibility.dmn",
                "application.bpmn",
                "accept-application.form",
                "correct-application.form",
                "decide-correction.form");
    }

    @Test
    @DisplayName("an unchanged folder at a second start → nothing is deployed")
    void secondStart() {
        models.deploy();
        models.deploy();

        assertThat(engine.repository().createDeploymentQuery().count()).isOne();
        assertThat(engine.version("video-length.dmn")).isOne();
    }

    @Test
    @DisplayName("one file changed in the folder → it alone has a new version")
    void changedInFolder() throws IOException {
        models.deploy();
        engine.change("video-length.dmn", SHORT, LONGER);

        models.deploy();

        assertThat(engine.running("video-length.dmn")).contains(LONGER);
        assertThat(engine.version("project-eligibility.dmn")).isOne();
    }

    @Test
    @DisplayName("deployed over REST, then another file changed in the folder → a restart keeps what REST brought")
    void keptFromRest() throws IOException {
        models.deploy();
        engine.deployAs(
                "designer",
                "Modeler",
                "video-length.dmn",
                engine.text("video-length.dmn").replace(SHORT, LONGER));
        engine.change("project-eligibility.dmn", "R2.5 ", "R2.5  ");

        models.deploy();

        assertThat(engine.running("video-length.dmn")).contains(LONGER);
        assertThat(engine.version("project-eligibility.dmn")).isEqualTo(2);
        assertThat(engine.state("video-length.dmn")).isEqualTo(State.KEPT);
    }

    @Test
    @DisplayName(
            "changed over REST and in the folder → REST's is kept; copied into the folder, later changes count again")
    void adopted() throws IOException {
        models.deploy();
        String rest = engine.text("video-length.dmn").replace(SHORT, LONGER);
        engine.deployAs("designer", "Modeler", "video-length.dmn", rest);
        engine.change("video-length.dmn", SHORT, "&lt; 302");
        models.deploy();
        assertThat(engine.running("video-length.dmn")).isEqualTo(rest);

        engine.write("video-length.dmn", rest);
        models.deploy();
        assertThat(engine.version("video-length.dmn")).isEqualTo(2);
        engine.change("video-length.dmn", LONGER, "&lt; 303");
        models.deploy();

        assertThat(engine.running("video-length.dmn")).contains("&lt; 303");
    }

    @Test
    @DisplayName("a former version handed in under its old name with duplicate filter → it runs")
    void goingBack() throws IOException {
        models.deploy();
        String former = engine.text("video-length.dmn").replace(SHORT, LONGER);
        engine.deployAs("designer", "former", "video-length.dmn", former);
        engine.deployAs("designer", "other", "video-length.dmn", former.replace(LONGER, "&lt; 299"));

        engine.deployAs("designer", "former", "video-length.dmn", former);
        Deployment again = engine.deployAs("designer", "former", "video-length.dmn", former);

        assertThat(engine.running("video-length.dmn")).isEqualTo(former);
        assertThat(engine.version("video-length.dmn"))
                .as("the same again changes nothing: %s", again.getId())
                .isEqualTo(4);
    }

    @Test
    @DisplayName("a form changed in the folder → its process comes along, with its other forms")
    void formBringsProcess() throws IOException {
        models.deploy();
        engine.change("accept-application.form", "\"schemaVersion\"", "\"schemaVersion\" ");

        models.deploy();

        assertThat(engine.version("application.bpmn")).isEqualTo(2);
        assertThat(engine.filesBeside("application.bpmn"))
                .containsExactlyInAnyOrder(
                        "application.bpmn",
                        "accept-application.form",
                        "correct-application.form",
                        "decide-correction.form");
        assertThat(engine.version("video-length.dmn")).isOne();
    }

    @Test
    @DisplayName("a process handed in alone → its forms come along as they run, and count as the folder's still")
    void processBringsForms() throws IOException {
        models.deploy();
        engine.deployAs("designer", "Modeler", "application.bpmn", engine.text("application.bpmn") + "\n");

        assertThat(engine.filesBeside("application.bpmn"))
                .contains("accept-application.form", "correct-application.form", "decide-correction.form");
        assertThat(engine.state("accept-application.form")).isEqualTo(State.SAME);
        assertThat(engine.state("application.bpmn")).isEqualTo(State.KEPT);
    }

    @Test
    @DisplayName("a known file with another process's id, or a known id in another file → refused, nothing is replaced")
    void foreignProcess() throws IOException {
        models.deploy();
        String process = engine.text("application.bpmn");
        String foreign = process.replace("<bpmn:process id=\"application\"", "<bpmn:process id=\"campaign\"");
        String own = process.replace("<bpmn:process id=\"application\"", "<bpmn:process id=\"own\"")
                .replaceAll("(projectSheet|correctionSheet|acceptanceSheet)\\.\\w+\\(applicationId\\)", "applicationId")
                .replaceAll(
                        "factsOfApplication\\.\\w+\\(applicationId(, decisionResult)?\\)(\\.\\w+\\(\\))?",
                        "applicationId")
                .replace(
                        "id=\"UserTask_CorrectApplication\"",
                        "id=\"UserTask_Correct\" camunda:candidateGroups=\"${unit}\"")
                .replace("=\"UserTask_CorrectApplication\"", "=\"UserTask_Correct\"")
                .replace("correctionDates.rule(campaignId)", "campaignId")
                .replace("correctionDates.of(execution.processBusinessKey)", "deadlines.ofUnit(campaignId, unit)");

        assertThatThrownBy(() -> engine.deployAs("designer", "Modeler", "application.bpmn", foreign))
                .hasMessageContaining("[A-03] 文件“application.bpmn” · application：文件中没有编号为“application”的流程");
        assertThatThrownBy(() -> engine.deployAs("designer", "Modeler", "new.bpmn", process))
                .hasMessageContaining("[A-03] 文件“new.bpmn” · application：部署后会替换正在运行的流程“application”");
        assertThatCode(() -> engine.deployAs("designer", "Modeler", "own.bpmn", own))
                .doesNotThrowAnyException();
        assertThat(engine.version("application.bpmn")).isOne();
    }

    @Test
    @DisplayName("two files with one id in one deployment → refused in Chinese with both names")
    void twiceTogether() throws IOException {
        String table = engine.text("video-length.dmn");
        String form = engine.text("accept-application.form");
        String own =
                engine.text("application.bpmn").replace("<bpmn:process id=\"application\"", "<bpmn:process id=\"own\"");

        for (String[] one : new String[][] {
            {".dmn", table, "video-length"}, {".form", form, "accept-application"}, {".bpmn", own, "own"}
        }) {
            assertThatThrownBy(() -> engine.repository()
                            .createDeployment()
                            .addString("accept-application.form", form)
                            .addString("correct-application.form", engine.text("correct-application.form"))
                            .addString("decide-correction.form", engine.text("decide-correction.form"))
                            .addString("one" + one[0], one[1])
                            .addString("other" + one[0], one[1])
                            .deploy())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("” · " + one[2] + "：编号与文件“");
        }
    }

    @Test
    @DisplayName("a condition without its closing brace → refused in Chinese with file and sequence flow")
    void openBrace() throws IOException {
        models.deploy();
        String process = engine.text("application.bpmn").replace("${outcome == 'ACCEPT'}", "${outcome == 'ACCEPT'");

        assertThatThrownBy(() -> engine.deployAs("designer", "Modeler", "application.bpmn", process))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("[M-02] 文件“application.bpmn” · SequenceFlow_AcceptDecisionToRecordCredit · 受理")
                .hasMessageContaining("“${outcome == 'ACCEPT'”无法识别");
    }

    @Test
    @DisplayName("a process whose form nobody has → refused with its task, beside the other faults of the file")
    void formMissing() throws IOException {
        String process = engine.text("application.bpmn").replace("P1825D", "P1D");

        assertThatThrownBy(() -> engine.deployAs("designer", "Modeler", "application.bpmn", process))
                .hasMessageContaining("[M-20] 文件“application.bpmn” · UserTask_AcceptApplication · ")
                .hasMessageContaining("没有编号为“accept-application”的表单")
                .hasMessageContaining("[A-04]");
    }

    @Test
    @DisplayName("a bad table in the folder → refused, its last good version runs, the others are taken")
    void badFile() throws IOException {
        models.deploy();
        engine.change(
                "video-length.dmn", "\"NOTE\"</text>\n        </outputEntry>", "\"OK\"</text>\n        </outputEntry>");
        engine.change("project-eligibility.dmn", "R2.5 ", "R2.5  ");

        models.deploy();

        assertThat(engine.version("video-length.dmn")).isOne();
        assertThat(engine.version("project-eligibility.dmn")).isEqualTo(2);
        assertThat(engine.refusal("video-length.dmn")).contains("video-length.dmn", "（verdict）", "“OK”不认识");
        assertThat(engine.record())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("refused null [video-length.dmn] ")
                        .contains("“OK”不认识"))
                .last()
                .isEqualTo("accepted null [project-eligibility.dmn]");
    }

    @Test
    @DisplayName("two files of the folder define one table → both are refused, the last good version runs")
    void contradiction() throws IOException {
        models.deploy();
        engine.change("video-length.dmn", SHORT, LONGER);
        engine.write("copy.dmn", engine.text("video-length.dmn").replace(LONGER, "&lt; 302"));

        models.deploy();

        assertThat(engine.version("video-length.dmn")).isOne();
        assertThat(engine.refusal("video-length.dmn")).isNotEmpty();
    }

    @Test
    @DisplayName("a stray copy of a table beside another change → only the copy is refused, the change is taken")
    void strayCopy() throws IOException {
        models.deploy();
        engine.write("video-length (2).dmn", engine.text("video-length.dmn").replace(SHORT, LONGER));
        engine.change("project-eligibility.dmn", "R2.5 ", "R2.5  ");

        models.deploy();

        assertThat(engine.version("video-length.dmn")).isOne();
        assertThat(engine.version("project-eligibility.dmn")).isEqualTo(2);
        assertThat(engine.refusal("video-length (2).dmn")).contains("video-length.dmn", "video-length (2).dmn", "只留一个");
        assertThat(engine.record())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("refused null [video-length (2).dmn]")
                        .contains("只留一个"));
    }

    @Test
    @DisplayName("stray copies of a process and a form at the first start → the program's own run, the rest is taken")
    void strayCopyAtFirstStart() throws IOException {
        engine.write("application (2).bpmn", engine.text("application.bpmn") + "\n");
        engine.write("accept-application (2).form", engine.text("accept-application.form") + "\n");

        models.deploy();

        assertThat(engine.running("application.bpmn")).isEqualTo(engine.text("application.bpmn"));
        assertThat(engine.running("accept-application.form")).isEqualTo(engine.text("accept-application.form"));
        assertThat(engine.version("video-length.dmn")).isOne();
    }

    @Test
    @DisplayName("two files with one id that the program does not bring, first start → refused with both names")
    void ownTwiceAtFirstStart() throws IOException {
        String own = engine.text("video-length.dmn").replace("\"video-length\"", "\"own\"");
        engine.write("own.dmn", own);
        engine.write("own-copy.dmn", own);

        assertThatThrownBy(models::deploy)
                .isInstanceOf(BrokenModels.class)
                .hasMessageContaining("own.dmn")
                .hasMessageContaining("own-copy.dmn")
                .hasMessageNotContaining("video-length");
    }

    @Test
    @DisplayName("a bad form at the first start → the program's own runs, with the folder's process")
    void badFormAtFirstStart() throws IOException {
        String form = engine.text("accept-application.form");
        engine.write(
                "accept-application.form",
                "{\"id\": \"accept-application\", \"components\": [{\"type\": \"iframe\"}]}");
        engine.write("application.bpmn", engine.text("application.bpmn") + "\n");

        models.deploy();

        assertThat(engine.running("accept-application.form")).isEqualTo(form);
        assertThat(engine.running("application.bpmn")).isEqualTo(engine.text("application.bpmn"));
        assertThat(engine.refusal("accept-application.form")).contains("accept-application");
        assertThat(engine.refusal("application.bpmn")).isEmpty();
    }

    @Test
    @DisplayName("a bad form whose good version runs → its changed process is taken with the form that runs")
    void badFormLater() throws IOException {
        models.deploy();
        engine.write(
                "accept-application.form",
                "{\"id\": \"accept-application\", \"components\": [{\"type\": \"iframe\"}]}");
        engine.write("application.bpmn", engine.text("application.bpmn") + "\n");

        models.deploy();

        assertThat(engine.running("application.bpmn")).isEqualTo(engine.text("application.bpmn"));
        assertThat(engine.running("accept-application.form")).doesNotContain("iframe");
    }

    @Test
    @DisplayName("REST's process of a former release, then a changed form → two starts keep REST's process")
    void keptFromFormerRelease() throws IOException {
        String accept = engine.text("accept-application.form");
        String correct = engine.text("correct-application.form");
        String designers = engine.text("application.bpmn") + "\n<!-- designer's -->\n";
        engine.deployBefore(
                "gdpilot",
                Map.of(
                        "application.bpmn",
                        engine.text("application.bpmn"),
                        "accept-application.form",
                        accept,
                        "correct-application.form",
                        correct,
                        "decide-correction.form",
                        engine.text("decide-correction.form")));
        engine.deployBefore("Modeler", Map.of("application.bpmn", designers));
        engine.change("accept-application.form", "\"schemaVersion\"", "\"schemaVersion\" ");

        models.deploy();
        assertThat(engine.running("accept-application.form")).isEqualTo(engine.text("accept-application.form"));
        assertThat(engine.running("application.bpmn")).isEqualTo(designers);
        models.deploy();

        assertThat(engine.running("application.bpmn")).isEqualTo(designers);
        assertThat(engine.state("application.bpmn")).isEqualTo(State.KEPT);
    }

    @Test
    @DisplayName("a bad table at the first start → the program's own runs in its place")
    void badFileAtFirstStart() throws IOException {
        engine.change("video-length.dmn", "name=\"verdict\"", "name=\"result\"");

        models.deploy();

        assertThat(engine.running("video-length.dmn")).contains("name=\"verdict\"");
        assertThat(engine.refusal("video-length.dmn")).contains("缺少名为“verdict”的输出列");
    }

    @Test
    @DisplayName("a bad file at the first start that the program does not bring → the start is refused with its reason")
    void badOwnFileAtFirstStart() throws IOException {
        engine.write("own.bpmn", "<bpmn/>");

        assertThatThrownBy(models::deploy).isInstanceOf(BrokenModels.class).hasMessageContaining("own.bpmn");
    }

    @Test
    @DisplayName("a deployment of an earlier release, without a mark → its files are the folder's")
    void earlierRelease() throws IOException {
        engine.repository()
                .createDeployment()
                .name("gdpilot")
                .addString("video-length.dmn", engine.text("video-length.dmn"))
                .deploy();
        engine.change("video-length.dmn", SHORT, LONGER);

        models.deploy();

        assertThat(engine.running("video-length.dmn")).contains(LONGER);
    }
}
