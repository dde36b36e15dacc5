package cn.gdpilot.platform.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.deployment.WaitingModels.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a group releases models, what one person hands in takes effect only when another has said so. */
class ModelReleaseTest {

    private static final String TABLE = "video-length.dmn";
    private static final String SHORT = "&lt; 300";
    private static final String LONGER = "&lt; 301";
    private static final String LONGEST = "&lt; 302";
    private static final Person KEEPER = new Person("keeper", Set.of("security"));

    @TempDir
    Path folder;

    private EngineOfTests engine;
    private ModelDeployment models;
    private ModelRelease release;

    @BeforeEach
    void givenRunning() throws IOException {
        engine = new EngineOfTests(folder);
        release = engine.modelRelease();
        models = new ModelDeployment(
                engine.repository(), engine.folder(), engine.deploymentRecord(), engine.transaction(), release);
        engine.put(TABLE, "project-eligibility.dmn");
        models.deploy();
        engine.releasedBy("security");
    }

    @Test
    @DisplayName("handed in → the former version is in force; the answer and the record say that it waits")
    void waits() throws IOException {
        Deployment answer = handIn(LONGER);

        assertThat(engine.running(TABLE)).contains(SHORT);
        assertThat(answer.getName()).contains("尚未生效");
        assertThat(engine.record()).last().isEqualTo("waits designer [video-length.dmn]");
        assertThat(release.open()).singleElement().satisfies(one -> {
            assertThat(one.handedInBy()).isEqualTo("designer");
            assertThat(one.files()).extracting(ModelFile::name).containsExactly(TABLE);
            assertThat(release.problem(one)).isEmpty();
        });
    }

    @Test
    @DisplayName("another person releases it → in force, on the record with both persons and grounds")
    void released() throws IOException {
        handIn(LONGER);

        release(only(), KEEPER);

        assertThat(engine.running(TABLE)).contains(LONGER);
        assertThat(engine.version(TABLE)).isEqualTo(2);
        assertThat(release.open()).isEmpty();
        assertThat(engine.record()).last().isEqualTo("released keeper designer [video-length.dmn] 已核对");
    }

    @Test
    @DisplayName("who handed it in, though of the group → refused, it waits on")
    void alone() throws IOException {
        handIn(LONGER);
        Person both = new Person("designer", Set.of("designer", "security"));

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> release(only(), both));

        assertThat(engine.running(TABLE)).contains(SHORT);
        assertThat(release.open()).hasSize(1);
    }

    @Test
    @DisplayName("a person of another group, or no grounds → refused")
    void notOfTheGroup() throws IOException {
        handIn(LONGER);
        Waiting one = only();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> release(one, new Person("runner", Set.of("operator"))))
                .matches(refusal -> refusal.kind() == Refusal.Kind.FORBIDDEN);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> release.release(one.id(), release.base(one), " ", KEEPER));
    }

    @Test
    @DisplayName("sent back → the former version stays, a second decision is refused")
    void sentBack() throws IOException {
        handIn(LONGER);
        Waiting one = only();

        release.sendBack(one.id(), "数值有误", KEEPER);

        assertThat(engine.running(TABLE)).contains(SHORT);
        assertThat(engine.record()).last().isEqualTo("sent back keeper designer [video-length.dmn] 数值有误");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> release(one, KEEPER));
    }

    @Test
    @DisplayName("something else runs since the page was opened → refused until it is looked at again")
    void baseMoved() throws IOException {
        handIn(LONGER);
        handIn(LONGEST);
        Waiting first = release.open().get(0);
        Waiting second = release.open().get(1);
        String seen = release.base(second);
        release(first, KEEPER);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> release.release(second.id(), seen, "已核对", KEEPER))
                .withMessageContaining("已经改变");

        release(second, KEEPER);
        assertThat(engine.running(TABLE)).contains(LONGEST);
    }

    @Test
    @DisplayName("what the gate refuses → refused when it is handed in; nothing waits")
    void refusedAtOnce() {
        assertThatThrownBy(() -> engine.deployAs("designer", "Modeler", TABLE, "<no table"));

        assertThat(release.open()).isEmpty();
        assertThat(engine.record()).last().asString().startsWith("refused designer");
    }

    @Test
    @DisplayName("handed in as it runs → unchanged, nothing waits")
    void unchanged() throws IOException {
        engine.deployAs("designer", "Modeler", TABLE, engine.text(TABLE));

        assertThat(release.open()).isEmpty();
        assertThat(engine.record()).last().isEqualTo("unchanged designer [video-length.dmn]");
    }

    @Test
    @DisplayName(
            "a file changed in the folder waits at the restart, once; released, the folder's later changes count again")
    void folder() throws IOException {
        engine.change(TABLE, SHORT, LONGER);

        models.deploy();
        models.deploy();

        assertThat(engine.running(TABLE)).contains(SHORT);
        assertThat(only().handedInBy()).isNull();

        release(only(), KEEPER);
        engine.change(TABLE, LONGER, LONGEST);
        models.deploy();

        assertThat(engine.running(TABLE)).contains(LONGER);
        assertThat(only().files()).extracting(ModelFile::hash).isNotEmpty();
    }

    @Test
    @DisplayName(
            "a file of the folder that was sent back → not handed in again; as shipped with the program → in force at once")
    void folderSentBack() throws IOException {
        String shipped = engine.text(TABLE);
        engine.change(TABLE, SHORT, LONGER);
        models.deploy();
        release.sendBack(only().id(), "不采用", KEEPER);

        models.deploy();
        assertThat(release.open()).isEmpty();

        engine.releasedBy("");
        models.deploy();
        assertThat(engine.running(TABLE)).contains(LONGER);
        engine.releasedBy("security");
        engine.write(TABLE, shipped);
        models.deploy();
        assertThat(engine.running(TABLE)).contains(SHORT);
    }

    private Deployment handIn(String value) throws IOException {
        return engine.deployAs("designer", "Modeler", TABLE, engine.text(TABLE).replace(SHORT, value));
    }

    private Waiting only() {
        return release.open().get(0);
    }

    private void release(Waiting one, Person by) {
        release.release(one.id(), release.base(one), "已核对", by);
    }
}
