package cn.gdpilot.platform.engine.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page 可用组件 tells of the shipped files, and of what a designer has declared. */
class PartsTest {

    @TempDir
    static Path lists;

    private static List<Part> all;

    @BeforeAll
    static void read() throws IOException {
        all = ElementTemplatesCommand.parts(TestParts.lists(lists)).all(new Drawn(TestParts.files()));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("each kind has parts, each with a place of its own, a help and what to type")
    void kinds(PartKind kind) {
        assertThat(all.stream().filter(part -> part.kind() == kind))
                .isNotEmpty()
                .allSatisfy(part -> {
                    assertThat(part.name()).as(part.key()).isNotBlank();
                    assertThat(part.help()).as(part.key()).isNotBlank();
                    assertThat(part.typed()).as(part.key()).isNotBlank();
                    assertThat(part.where()).isNotBlank();
                });
        assertThat(all.stream().map(Part::place)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "STEP, sendRemindersDelegate, recommendation.bpmn · 发送期限提醒",
        "STEP, announceReviewedDelegate, communications-review.bpmn · 通信管理局审核",
        "READING, correctionDates.of, application.bpmn · 补正申请材料",
        "FORM, hand-over, recommendation.bpmn · 报送推荐材料",
        "TABLE, video-length, application.bpmn · 核对视频时长",
        "FACT, unitType, recommendation.bpmn · 核定名额与份数",
        "GROUP, ministry-lead, ministry-review.bpmn · 确定入选项目",
        "LETTER, reminder, reminder-schedule.dmn · 催办安排",
        "LETTER, legal-passed, recommendation.bpmn · 发送通知",
        "PROCESS, publicity, ministry-review.bpmn · 公示"
    })
    @DisplayName("a part says where running models name it")
    void uses(PartKind kind, String key, String use) {
        assertThat(part(kind, key).orElseThrow().uses()).contains(use);
    }

    @Test
    @DisplayName("a step behind a task of the contract says behind which answer it stands")
    void behind() {
        assertThat(part(PartKind.STEP, "registerReturnDelegate").orElseThrow().notes())
                .contains("须紧接 application.bpmn 的用户任务“审核申请材料”的 RETURN 分支，同一事务");
    }

    @Test
    @DisplayName("a bean that is a listener only → says so")
    void listener() {
        assertThat(part(PartKind.STEP, "askToOpenDelegate").orElseThrow().notes())
                .containsExactly("只用于流程：campaign", "只作执行监听器，不作步骤");
    }

    @Test
    @DisplayName("a method is typed with its arguments")
    void typed() {
        assertThat(part(PartKind.READING, "deadlines.ofUnit").orElseThrow().typed())
                .isEqualTo("${deadlines.ofUnit(campaignId, unit)}");
    }

    @Test
    @DisplayName("a fact is typed as models give it to its table")
    void fact() {
        assertThat(part(PartKind.FACT, "unitType").orElseThrow().typed()).isEqualTo("${factsOfUnit.unitType(unit)}");
    }

    @Test
    @DisplayName("a declared group, letter and question → listed like those of the program")
    void declared() {
        assertThat(part(PartKind.GROUP, "legal-check").orElseThrow().name()).isEqualTo("合法性审查岗");
        assertThat(part(PartKind.LETTER, "legal-passed").orElseThrow().help()).contains("UNIT（单位经办）");
        assertThat(part(PartKind.FACT, "rdShare").orElseThrow().arguments())
                .extracting(Part.Argument::values)
                .containsExactly("数 0..100");
    }

    @Test
    @DisplayName("a form tells its fields, their choices and the inputs that its task must have")
    void form() {
        Part form = part(PartKind.FORM, "sign-recommendation").orElseThrow();
        assertThat(form.name()).isEqualTo("签发推荐名单");
        assertThat(form.help()).contains("view");
        assertThat(form.arguments())
                .anySatisfy(field -> assertThat(field.values()).contains("SIGN", "RETURN"));
    }

    @ParameterizedTest
    @CsvSource({"信函 发送, sendLetterDelegate", "HAND-OVER, hand-over", "报送推荐材料, hand-over"})
    @DisplayName("a search finds a part by its words, in any order and case")
    void search(String words, String key) {
        assertThat(all.stream().filter(part -> part.says(words)).map(Part::key)).contains(key);
        assertThat(all.stream().filter(part -> part.says(words + " 没有的词"))).isEmpty();
    }

    private static Optional<Part> part(PartKind kind, String key) {
        return all.stream()
                .filter(part -> part.kind() == kind && part.key().equals(key))
                .findFirst();
    }
}
