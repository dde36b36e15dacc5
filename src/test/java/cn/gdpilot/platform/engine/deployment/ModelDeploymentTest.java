package cn.gdpilot.platform.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.platform.engine.deployment.FolderFile.State;
import java.io.IOException;
import java.nio.file.Path;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start deploys, keeps and refuses, on an engine in memory. */
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
        models = new ModelDeployment(engine.repository(), engine.folder(), engine.transaction());
        engine.put("video-length.dmn", "project-eligibility.dmn", "application.bpmn", "accept-application.form", "correct-application.form");
    }

    @AfterEach
    void end() {
        engine.close();
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
        engine.deployAs("designer", "Modeler", "video-length.dmn", engine.text("video-length.dmn").replace(SHORT, LONGER));
        engine.change("project-eligibility.dmn", "R2.5 ", "R2.5  ");

        models.deploy();

        assertThat(engine.running("video-length.dmn")).contains(LONGER);
        assertThat(engine.version("project-eligibility.dmn")).isEqualTo(2);
        assertThat(engine.state("video-length.dmn")).isEqualTo(State.KEPT);
    }

    @Test
    @DisplayName("changed over REST and in the folder → REST's is kept; copied into the folder, later changes count again")
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
        assertThat(engine.version("video-length.dmn")).as("the same again changes nothing: %s", again.getId()).isEqualTo(4);
    }

    @Test
    @DisplayName("a form changed in the folder → its process comes along, with its other forms")
    void formBringsProcess() throws IOException {
        models.deploy();
        engine.change("accept-application.form", "\"schemaVersion\"", "\"schemaVersion\" ");

        models.deploy();

        assertThat(engine.version("application.bpmn")).isEqualTo(2);
        assertThat(engine.filesBeside("application.bpmn")).containsExactlyInAnyOrder(
                "application.bpmn", "accept-application.form", "correct-application.form");
        assertThat(engine.version("video-length.dmn")).isOne();
    }

    @Test
    @DisplayName("a process handed in alone → its forms come along as they run, and count as the folder's still")
    void processBringsForms() throws IOException {
        models.deploy();
        engine.deployAs("designer", "Modeler", "application.bpmn", engine.text("application.bpmn") + "\n");

        assertThat(engine.filesBeside("application.bpmn")).contains("accept-application.form", "correct-application.form");
        assertThat(engine.state("accept-application.form")).isEqualTo(State.SAME);
        assertThat(engine.state("application.bpmn")).isEqualTo(State.KEPT);
    }

    @Test
    @DisplayName("a process whose form nobody has → refused with both names")
    void formMissing() throws IOException {
        String process = engine.text("application.bpmn");

        assertThatThrownBy(() -> engine.deployAs("designer", "Modeler", "application.bpmn", process))
                .hasMessageContaining("application.bpmn").hasMessageContaining("accept-application");
    }

    @Test
    @DisplayName("a bad table in the folder → refused, its last good version runs, the others are taken")
    void badFile() throws IOException {
        models.deploy();
        engine.change("video-length.dmn", "\"NOTE\"</text>\n        </outputEntry>", "\"OK\"</text>\n        </outputEntry>");
        engine.change("project-eligibility.dmn", "R2.5 ", "R2.5  ");

        models.deploy();

        assertThat(engine.version("video-length.dmn")).isOne();
        assertThat(engine.version("project-eligibility.dmn")).isEqualTo(2);
        assertThat(engine.refusal("video-length.dmn")).contains("video-length.dmn", "（verdict）", "“OK”不认识");
        assertThat(engine.record())
                .anySatisfy(line -> assertThat(line).startsWith("refused null [video-length.dmn] ").contains("“OK”不认识"))
                .last().isEqualTo("accepted null [project-eligibility.dmn]");
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
        engine.repository().createDeployment().name("gdpilot").addString("video-length.dmn", engine.text("video-length.dmn")).deploy();
        engine.change("video-length.dmn", SHORT, LONGER);

        models.deploy();

        assertThat(engine.running("video-length.dmn")).contains(LONGER);
    }
}
