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
        return new ExtraFacts(new RoundLists(new ReferenceFiles(folder)));
    }
}
