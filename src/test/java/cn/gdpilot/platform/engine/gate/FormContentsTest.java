package cn.gdpilot.platform.engine.gate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form may contain. */
class FormContentsTest {

    private final FormContents contents = new FormContents();

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    @DisplayName("a shipped form → taken")
    void taken(Path file) {
        assertThatCode(() -> contents.check("x.form", Files.readAllBytes(file))).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{'type':'textfield','key':'x','label':'意见','validate':{'required':true,'maxLength':20,'pattern':'^a$'},'appearance':{'prefixAdorner':'¥'},'properties':{'own':'x'}}",
                "{'type':'select','key':'x','values':[{'label':'甲','value':'A'}],'searchable':true,'defaultValue':'A','readonly':'=a','conditional':{'hide':'=b'}}",
                "{'type':'group','label':'组','path':'p','showOutline':true,'components':[{'type':'number','key':'n','increment':'1','decimalDigits':2}]}",
                "{'type':'datetime','subtype':'datetime','dateLabel':'日期','timeLabel':'时间','timeInterval':15,'use24h':true,'timeSerializingFormat':'utc_normalized'}",
                "{'type':'table','dataSource':'=list','rowCount':10,'columns':[{'label':'名','key':'n'}]}",
                "{'type':'image','source':'/static/x.png','alt':'图'}"
            })
    @DisplayName("a part as the Modeler writes it → taken")
    void usual(String part) {
        assertThatCode(() -> check(part)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{'type':'iframe','url':'https://example.org'} ~ iframe",
                "{'type':'html','content':'<script>1</script>'} ~ html",
                "{'type':'filepicker','key':'x'} ~ filepicker",
                "{'type':'expression','expression':'=1'} ~ expression",
                "{'type':'script'} ~ script",
                "{'type':'button','onclick':'alert(1)'} ~ onclick",
                "{'type':'textfield','key':'x','validate':{'validator':'java.lang.Object'}} ~ validator",
                "{'type':'select','values':[{'label':'a','value':'b','script':'1'}]} ~ script",
                "{'type':'textfield','defaultValue':{'a':1}} ~ defaultValue",
                "{'type':'group','components':[{'type':'text','href':'x'}]} ~ href",
                "{'type':'image','source':'https://example.org/x.png','label':'图'} ~ 其他网站",
                "{'type':'image','source':'//example.org/x.png','label':'图'} ~ 其他网站"
            })
    @DisplayName("a part or a setting that is not listed → refused by name")
    void refused(String part, String told) {
        assertThatThrownBy(() -> check(part)).isInstanceOf(Refusal.class).hasMessageContaining(told);
    }

    private void check(String part) {
        String form = "{'type':'default','id':'x','components':[" + part + "]}";
        contents.check("x.form", form.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
