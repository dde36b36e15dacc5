package cn.gdpilot.domain.project.extra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A round's own questions: which there are, and which answers fit. */
class ExtraFactsTest {

    private static final String HEADS = "round,key,question,hint,type,range,required,asked,table,rule\n";
    private static final String LIST = HEADS + """
            ,rdShare,研发投入占比（%）,,NUMBER,0..100,true,APPLICANT,applicant-eligibility,R2.3
            ,listed,是否上市,,YESNO,,false,APPLICANT,,R2.3
            ,scale,企业规模,,TEXT,大型;中型;小微,false,APPLICANT,,R2.1
            ,builtOn,建成日期,,DATE,2020-01-01..,false,APPLICANT,,R2.7
            2027,note,备注,,TEXT,,false,APPLICANT,,R2.13
            ,visited,是否已现场核查,,YESNO,,true,ACCEPTANCE,project-eligibility,R2.7
            """;

    @TempDir
    Path folder;

    private RoundLists lists;

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource({
        "rdShare, 2.50, 2.5",
        "rdShare, 0, 0",
        "rdShare, 100, 100",
        "rdShare, '', ''",
        "listed, true, true",
        "scale, 中型, 中型",
        "builtOn, 2020-01-01, 2020-01-01"
    })
    @DisplayName("an answer that fits → kept in one form")
    void fits(String key, String typed, String kept) throws IOException {
        assertThat(facts(LIST).normal("2026", Map.of(key, typed))).isEqualTo(Map.of(key, kept));
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource({
        "rdShare, 三, 请填数字",
        "rdShare, 1e9, 请填数字",
        "rdShare, 100.1, 应在 0 至 100 之间",
        "rdShare, -0.1, 应在 0 至 100 之间",
        "listed, maybe, 请填是或否",
        "scale, 巨型, 大型、中型、小微",
        "builtOn, 2019-12-31, 应在",
        "builtOn, 2026-02-30, 请填日期",
        "note, 某事, 没有“note”",
        "gone, 1, 没有“gone”"
    })
    @DisplayName("an answer of another type, out of range, or to a question that the round does not ask → refused")
    void fitsNot(String key, String typed, String words) throws IOException {
        ExtraFacts facts = facts(LIST);

        assertThatThrownBy(() -> facts.normal("2026", Map.of(key, typed)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    @Test
    @DisplayName("a question of one round → asked by that round alone")
    void ofOneRound() throws IOException {
        assertThat(facts(LIST).of("2026")).hasSize(4);
        assertThat(facts(LIST).of("2027")).hasSize(5);
    }

    @Test
    @DisplayName("a question of the acceptance → not the applicant's, and its table's input")
    void atAcceptance() throws IOException {
        ExtraFacts facts = facts(LIST);

        assertThat(facts.atAcceptance("2026")).extracting(ExtraFact::key).containsExactly("visited");
        assertThat(facts.inputs("2026", "project-eligibility", Map.of("visited", "true")))
                .isEqualTo(Map.of("visited", true));
        assertThatThrownBy(() -> facts.normal("2026", Map.of("visited", "true")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("what is not answered → null for its table, missing where it must be answered")
    void unanswered() throws IOException {
        ExtraFacts facts = facts(LIST);
        Map<String, Object> unknown = new HashMap<>();
        unknown.put("rdShare", null);

        assertThat(facts.inputs("2026", "applicant-eligibility", Map.of())).isEqualTo(unknown);
        assertThat(facts.inputs("2026", "applicant-eligibility", Map.of("rdShare", "2.5")))
                .isEqualTo(Map.of("rdShare", 2.5));
        assertThat(facts.missing("2026", Map.of("listed", "true")))
                .extracting(ExtraFact::key)
                .containsExactly("rdShare");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "',rdShare,问题,,NUMBER,0..100%,true,APPLICANT,,R2.3', 不带百分号",
        "',rdShare,问题,,NUMBER,0-100,true,APPLICANT,,R2.3', 0..100",
        "',rdShare,问题,,NUMBER,100..0,true,APPLICANT,,R2.3', 范围",
        "',rdShare,问题,,NUMBER,..,true,APPLICANT,,R2.3', 范围",
        "',builtOn,问题,,DATE,2026/1/1..,true,APPLICANT,,R2.3', 2026-01-01",
        "',listed,问题,,YESNO,是;否,true,APPLICANT,,R2.3', 是非题",
        "',scale,问题,,TEXT,大型;;小微,true,APPLICANT,,R2.3', 英文分号",
        "',rdShare,问题,,NUMBER,,yes,APPLICANT,,R2.3', required",
        "',rdShare,问题,,NUMBERS,,true,APPLICANT,,R2.3', YESNO",
        "',rdShare,问题,,NUMBER,,true,APPLICANT,,第二条', R2.7",
        "',rdShare,问题,,NUMBER,,true,APPLICANT,,R99.9', 条款对照表",
        "',rdShare,问题,,NUMBER', 表头"
    })
    @DisplayName("a line that cannot be read → told by its row and what may stand there, in Chinese")
    void told(String line, String words) throws IOException {
        facts(LIST);

        assertThat(lists.fault(ExtraFacts.FILE, LIST + line + "\n"))
                .get()
                .asString()
                .startsWith("第 8 行：")
                .contains(words)
                .doesNotContain("cn.gdpilot", "Exception");
    }

    @Test
    @DisplayName("one key for all rounds and for one → the round's own line; of another type → refused")
    void ownLine() throws IOException {
        ExtraFacts facts =
                facts(LIST + "2027,rdShare,本年研发占比,,NUMBER,0..50,false,APPLICANT,applicant-eligibility,R2.3\n");

        assertThat(facts.of("2027"))
                .filteredOn(fact -> fact.key().equals("rdShare"))
                .extracting(ExtraFact::question)
                .containsExactly("本年研发占比");
        assertThat(facts.of("2026"))
                .filteredOn(fact -> fact.key().equals("rdShare"))
                .hasSize(1);
        for (String own : List.of("summary", "direction", "built", "outcome")) {
            assertThat(lists.fault(ExtraFacts.FILE, LIST + "," + own + ",问题,,TEXT,,true,APPLICANT,,R2.3\n"))
                    .as(own)
                    .get()
                    .asString()
                    .contains("重名");
        }
        assertThat(lists.fault(
                        ExtraFacts.FILE, LIST + "2027,rdShare,问题,,TEXT,,true,APPLICANT,applicant-eligibility,R2.3\n"))
                .get()
                .asString()
                .contains("不一致");
    }

    @Test
    @DisplayName("an answer of before the question got another type → not answered for its table")
    void otherType() throws IOException {
        ExtraFacts facts = facts(LIST);

        assertThat(facts.inputs("2026", "applicant-eligibility", Map.of("rdShare", "约3")))
                .containsEntry("rdShare", null);
        assertThat(facts.inputs("2026", "project-eligibility", Map.of("visited", "去过")))
                .containsEntry("visited", null);
    }

    @Test
    @DisplayName("a list that Excel saved with a mark before it → read like any other")
    void mark() throws IOException {
        assertThat(facts("\uFEFF" + LIST).of("2026")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "',RD SHARE,问题,,NUMBER,,true,APPLICANT,,R2.3'",
        "',rdShare,问题,,NUMBERS,,true,APPLICANT,,R2.3'",
        "',rdShare,问题,,NUMBER,,true,APPLICANT,application-limits,R2.3'",
        "',rdShare,,,NUMBER,,true,APPLICANT,,R2.3'"
    })
    @DisplayName("a line that cannot be read → the list is not used, the shipped one is")
    void broken(String line) throws IOException {
        assertThat(facts(HEADS + line + "\n").of("2026")).isEmpty();
    }

    private ExtraFacts facts(String list) throws IOException {
        Files.writeString(folder.resolve(ExtraFacts.FILE), list);
        lists = new RoundLists(new ReferenceFiles(folder));
        return new ExtraFacts(lists);
    }
}
