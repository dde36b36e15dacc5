package cn.gdpilot.domain.mail.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The letters' texts: what an officer edits is taken over, and a broken text never reaches anybody. */
class LetterTextsTest {

    private static final String KIND = "announcement";

    @TempDir
    Path folder;

    private final LetterWords words = new LetterWords();

    @Test
    @DisplayName(
            "every shipped letter has its words listed, every listed kind has its letter, and all fill without a gap")
    void shippedLetters() throws IOException {
        LetterTexts texts = texts();
        try (Stream<Path> files = Files.list(Path.of("content/letters"))) {
            List<String> shipped = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.replace(".txt", ""))
                    .collect(Collectors.toList());
            assertThat(shipped).containsExactlyInAnyOrderElementsOf(words.kinds());
        }
        for (String kind : words.kinds()) {
            LetterTexts.Filled letter = texts.fill(kind, words.samples(kind));
            assertThat(letter.subject() + letter.body() + letter.html())
                    .as(kind)
                    .doesNotContain("{{")
                    .doesNotContain("}}");
            assertThat(Texts.label("letter", kind)).as("kind in Chinese").isNotEqualTo(kind);
            assertThat(letter.subject()).as(kind).isNotBlank().hasSizeLessThanOrEqualTo(300);
        }
    }

    @Test
    @DisplayName("opening without a notice number → no empty brackets")
    void openingWithoutNumber() {
        Map<String, String> given = new HashMap<>(words.samples("opening"));
        assertThat(texts().fill("opening", given).body()).contains("（" + given.get("notice") + "）已开通");

        given.put("notice", "");

        assertThat(texts().fill("opening", given).body())
                .contains(given.get("title") + "已开通")
                .doesNotContain("（）");
    }

    @Test
    @DisplayName("R2.13 R4.1 return → the letter names the day until which the correction must arrive")
    void returnNamesTheDay() {
        assertThat(texts().fill("return", words.samples("return")).body())
                .contains(words.samples("return").get("deadline"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusal", "left-out", "not-recommended", "not-forwarded", "duplicate", "not-selected"})
    @DisplayName("negative outcome → the letter names the right to object and until when, if there is one")
    void rightToObject(String kind) {
        Map<String, String> given = new HashMap<>(words.samples(kind));
        assertThat(texts().fill(kind, given).body()).contains("异议", given.get("objectUntil"));

        given.put("objectUntil", "");

        assertThat(texts().fill(kind, given).body()).doesNotContain("异议");
    }

    @Test
    @DisplayName("a change in the folder is taken over at the next letter")
    void takenOver() throws IOException {
        LetterTexts texts = texts();
        write("announcement.txt", "改过的主题 {{title}}\n改过的正文 {{count}}", 1);

        LetterTexts.Filled letter = texts.fill(KIND, words.samples(KIND));

        assertThat(letter.subject()).startsWith("改过的主题 2026年");
        assertThat(letter.body()).isEqualTo("改过的正文 3 项");
        assertThat(letter.html()).contains("<p>改过的正文 3 项</p>");
        assertThat(texts.isOwn(KIND)).isTrue();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{{titel}} 主题~正文                     | 没有“titel”这个词",
                "主题~正文 {{#count}}没有结束             | 标记有误",
                "主题~正文 {{>另一个}}                    | 不能引用其他文件",
                "只有主题                                 | 第一行须是主题",
                "{{#unit}}~主题{{/unit}}                  | 第一行须是主题",
                "{{unit}}~正文                            | 第一行须是主题",
                "主题~正文 {{count.class.name}}           | 没有“count.class.name”这个词"
            })
    @DisplayName("a broken text is refused and told of, and the last good one stays in use")
    void broken(String text, String trouble) throws IOException {
        write("announcement.txt", "好的主题\n好的正文", 1);
        LetterTexts texts = texts();
        write("announcement.txt", text.replace('~', '\n'), 2);

        LetterTexts.Filled letter = texts.fill(KIND, words.samples(KIND));

        assertThat(letter.subject()).isEqualTo("好的主题");
        assertThat(texts.trouble(KIND)).startsWith("announcement.txt：").contains(trouble);

        write("announcement.txt", "改好的主题\n正文", 3);
        assertThat(texts.fill(KIND, words.samples(KIND)).subject()).isEqualTo("改好的主题");
        assertThat(texts.trouble(KIND)).isNull();
    }

    @Test
    @DisplayName("a text that is broken from the start does not stop the start: the shipped one is used")
    void brokenFromTheStart() throws IOException {
        write("announcement.txt", "{{nothing}}\nx", 1);

        LetterTexts texts = texts();

        assertThat(texts.fill(KIND, words.samples(KIND)).subject()).contains("结果已公布");
        assertThat(texts.trouble(KIND)).contains("nothing");
    }

    @Test
    @DisplayName("HTML of an officer's own: words are escaped, unescaped places refused")
    void html() throws IOException {
        write("announcement.html", "<h2>{{title}}</h2>", 1);
        LetterTexts texts = texts();
        Map<String, String> given = new HashMap<>(words.samples(KIND));
        given.put("title", "<script>alert(1)</script>");

        assertThat(texts.fill(KIND, given).html())
                .contains("<h2>&lt;script&gt;")
                .doesNotContain("<script>");

        write("announcement.html", "<h2>{{{title}}}</h2>", 2);
        assertThat(texts.fill(KIND, given).html())
                .contains("<h2>&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(texts.trouble(KIND)).startsWith("announcement.html：").contains("不转义");
    }

    @Test
    @DisplayName("plain texts become HTML with every word escaped, too")
    void plainAsHtml() {
        Map<String, String> given = new HashMap<>(words.samples(KIND));
        given.put("unit", "<b>甲</b>&乙");

        assertThat(texts().fill(KIND, given).html()).contains("&lt;b&gt;甲&lt;/b&gt;&amp;乙");
    }

    @Test
    @DisplayName(
            "what would not fit into the outbox is refused, and words that make it too long undo nobody's business")
    void tooLong() throws IOException {
        write("announcement.txt", "主题\n" + "长".repeat(5000), 1);
        write("layout.html", "{{{content}}}<img src=\"data:" + "A".repeat(20_000) + "\">", 1);
        LetterTexts texts = texts();
        assertThat(texts.trouble(KIND)).contains("文件太长");

        Map<String, String> given = new HashMap<>(words.samples(KIND));
        given.put("title", "长".repeat(9000));
        LetterTexts.Filled letter = texts.fill(KIND, given);
        assertThat(letter.subject()).hasSize(300);
        assertThat(letter.body()).hasSizeLessThanOrEqualTo(8000);
    }

    @Test
    @DisplayName("a frame without a place for the letter is refused")
    void frame() throws IOException {
        write("layout.html", "<p>{{subject}}</p>", 1);

        LetterTexts texts = texts();

        assertThat(texts.fill(KIND, words.samples(KIND)).html()).contains("共入选 3 项");
        assertThat(texts.trouble(KIND)).contains("{{{content}}}");
    }

    @Test
    @DisplayName("a letter without a text → a refusal that names the file")
    void missing() {
        assertThatThrownBy(() -> texts().fill("legal-passed", Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("legal-passed.txt");
    }

    private LetterTexts texts() {
        return new LetterTexts(folder, words);
    }

    private void write(String name, String text, int seconds) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(seconds * 1000L));
    }
}
