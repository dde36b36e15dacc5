package cn.gdpilot.platform.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate as a command. */
class CheckModelsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    @DisplayName("the shipped models, tables and forms → taken, 0")
    void shipped() {
        assertThat(run(".")).as(printed()).isZero();
        assertThat(printed()).contains("未发现问题");
    }

    @Test
    @DisplayName("a step that is gone, a bean that is not listed and a broken form → each told with its file, 1")
    void faults() throws IOException {
        copy("processes/recommendation.bpmn", "${registerSigningDelegate}", "${sendRemindersDelegate}");
        copy("processes/site-check.bpmn", "${registerCheckDelegate}", "${dataSource}");
        copy("processes/video-length.dmn", "typeRef=\"string\"", "typeRef=\"number\"");
        Files.writeString(folder.resolve("record-check.form"), "{");

        assertThat(run(folder.toString())).isEqualTo(1);

        assertThat(printed())
                .contains("recommendation.bpmn", "签发推荐名单")
                .contains("site-check.bpmn", "dataSource")
                .contains("video-length.dmn")
                .contains("record-check.form");
    }

    @Test
    @DisplayName("a bean that works for steps but does not say that models may name it → told with its step, 1")
    void silent() throws IOException {
        copy("processes/site-check.bpmn", "${remindTaskHoldersDelegate}", "${silentDelegate}");

        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(printed()).contains("site-check.bpmn", "silentDelegate", "催办待办事项");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"processes/province-review.bpmn", "forms/sign-recommendation.form", "processes/video-length.dmn"
            })
    @DisplayName("one shipped file by itself → taken, since what it needs comes with the program")
    void alone(String file) throws IOException {
        Files.copy(Path.of(file), folder.resolve(Path.of(file).getFileName()));

        assertThat(run(folder.toString())).as(printed()).isZero();
        assertThat(printed()).contains("共 1 个文件");
    }

    @Test
    @DisplayName("no such folder, or nothing in it → how to call it, 2")
    void nothing() {
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(run(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(printed()).contains("用法");
    }

    @Test
    @DisplayName("a group and a letter that lists in the folder declare → judged by them, and told so")
    void lists() throws IOException {
        Files.writeString(folder.resolve("recommendation.bpmn"), OwnModels.legalCheck());
        Files.writeString(folder.resolve("legal-check.form"), OwnModels.legalForm());
        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(printed())
                .contains(Path.of("content/reference").toAbsolutePath().toString(), "[M-21]", "[M-53]");

        list("reference/further-groups.csv", "group,name\nlegal-check,法规处\n");
        list("reference/further-letters.csv", "letter,to\nlegal-passed,UNIT\n");
        list("letters/legal-passed.txt", "审查通过\n\n已通过。\n");
        printed.reset();

        assertThat(run(folder.toString())).as(printed()).isZero();
        assertThat(printed())
                .contains(
                        folder.resolve("reference").toString(),
                        folder.resolve("letters").toString());
    }

    @Test
    @DisplayName("lists by the setting of the installation → judged by them")
    void setting() throws IOException {
        Files.writeString(folder.resolve("recommendation.bpmn"), OwnModels.legalCheck());
        Files.writeString(folder.resolve("legal-check.form"), OwnModels.legalForm());
        list("installed/further-groups.csv", "group,name\nlegal-check,法规处\n");

        run(folder.toString(), "--pilot.reference-folder=" + folder.resolve("installed"));

        assertThat(printed()).contains(folder.resolve("installed").toString()).doesNotContain("[M-21]");
    }

    private void list(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), content);
    }

    private int run(String... place) {
        return CheckModels.run(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Stream.concat(Stream.of("check-models"), Stream.of(place)).toArray(String[]::new));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void copy(String file, String drawn, String changed) throws IOException {
        String content = Files.readString(Path.of(file));
        assertThat(content).contains(drawn);
        Files.writeString(folder.resolve(Path.of(file).getFileName()), content.replace(drawn, changed));
    }
}
