package cn.gdpilot.domain.duplicate.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an officer types into the words and weights: taken as typed, or told by its line what is wrong. */
class NameRuleFormTest {

    private final NameRuleFiles files = new NameRuleFiles(new ReferenceFiles(Path.of("content/reference")));
    private final Map<String, String> fields = asShipped();

    @Test
    @DisplayName("what is shipped can be saved as it is, and is read back as it was")
    void shipped() {
        NameRuleText text = NameRuleForm.read(fields, files.meanings().keySet());

        assertThat(text.changesSince(files.text())).isEmpty();
        assertThat(NameRuleText.parsed(text.words(), text.weightLines())).isEqualTo(text);
        assertThat(text.rules()).usingRecursiveComparison().isEqualTo(files.current());
    }

    @Test
    @DisplayName("what was added and what was taken away is told list by list")
    void changes() {
        fields.merge("generic", "联合体", (before, word) -> before + "\n\n  " + word + "  \n");
        fields.merge("rewrite", "旧名重工＝新名装备", (before, line) -> before + "\n" + line);
        fields.put("weight.contrast", "0.5");

        NameRuleText text = NameRuleForm.read(fields, files.meanings().keySet());

        assertThat(text.changesSince(files.text()))
                .extracting(change -> change.list() + " " + change.come() + " " + change.gone())
                .containsExactly("generic [联合体] []", "rewrite [旧名重工=新名装备] []", "weights [contrast=0.5] [contrast=0.6]");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "generic | 一个长得没有人会这样写的通用词语 | 第 1 行“一个长得没有人会这样写的通用词语”不是一个词",
                "generic | 甲，乙 | 第 1 行“甲，乙”不是一个词",
                "light | <b>粗</b> | 第 1 行“<b>粗</b>”不是一个词",
                "light | ！！！ | 第 1 行“！！！”不是一个词",
                "generic | 家具 | 只保留一处",
                "rewrite | 旧名重工 | 第 1 行“旧名重工”：须有一个等号",
                "rewrite | =新名 | 第 1 行“=新名”：须有一个等号",
                "rewrite | 家電=家电 | 与自己相同",
                "contrast | 甲=乙=丙 | 第 1 行“甲=乙=丙”：须有一个等号",
                "weight.contrast | 1.01 | 0 至 1 之间",
                "weight.contrast | -0.1 | 0 至 1 之间",
                "weight.contrast | 半 | 0 至 1 之间",
                "weight.contrast | NaN | 0 至 1 之间",
                "weight.file-shared-by-at-most | 0 | 1 至 1000 之间的整数",
                "weight.file-shared-by-at-most | 2.5 | 1 至 1000 之间的整数",
                "weight.files-count-from | 0.1 | 不得低于"
            })
    @DisplayName("what can not be is refused in words that say where and why")
    void refused(String field, String typed, String told) {
        fields.put(field, typed);

        assertThatThrownBy(() -> NameRuleForm.read(fields, files.meanings().keySet()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getMessage()).contains(told));
    }

    @Test
    @DisplayName("a variant of a variant, a figure left out, and a flood of words are refused")
    void refusedTogether() {
        fields.put("rewrite", "甲名=乙名\n乙名=丙名");
        assertThatThrownBy(() -> NameRuleForm.read(fields, files.meanings().keySet()))
                .hasMessageContaining("直接写到最后的标准写法");
        fields.put("rewrite", "甲名=乙名\n甲名=丙名");
        assertThatThrownBy(() -> NameRuleForm.read(fields, files.meanings().keySet()))
                .hasMessageContaining("第 2 行");
        fields.put("rewrite", "");
        fields.put(
                "legal",
                java.util.stream.IntStream.range(0, 5001).mapToObj(i -> "词" + i).collect(Collectors.joining("\n")));
        assertThatThrownBy(() -> NameRuleForm.read(fields, files.meanings().keySet()))
                .hasMessageContaining("词语过多");
        fields.remove("weight.contained");
        assertThatThrownBy(() -> NameRuleForm.read(fields, files.meanings().keySet()))
                .hasMessageContaining("0 至 1 之间");
    }

    private Map<String, String> asShipped() {
        NameRuleText text = files.text();
        Map<String, String> typed = new HashMap<>();
        typed.put("generic", String.join("\n", text.generic()));
        typed.put("light", String.join("\r\n", text.light()));
        typed.put("legal", String.join("\n", text.legal()));
        typed.put("rewrite", lines(text.rewrite()));
        typed.put("contrast", lines(text.contrast()));
        text.weights().forEach((name, value) -> typed.put("weight." + name, value.toString()));
        return typed;
    }

    private static String lines(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("\n"));
    }
}
