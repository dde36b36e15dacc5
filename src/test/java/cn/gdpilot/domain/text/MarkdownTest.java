package cn.gdpilot.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sheets of forms: what people wrote stays text, as they wrote it. */
class MarkdownTest {

    @Test
    @DisplayName(
            "what a person wrote in several lines stands in several lines, and none of them begins a list or underlines a heading")
    void severalLines() {
        String sheet = new Markdown()
                .line("异议内容", "\r\n一、评分有误\r\n\r\n- 专利未计\n1. 检测报告未计\n=====")
                .render("");

        assertThat(sheet).isEqualTo("**异议内容**：一、评分有误  \n\\- 专利未计  \n1\\. 检测报告未计  \n\\=====  \n");
    }

    @Test
    @DisplayName("a cell of a table stays one line, whatever was written into it")
    void oneCell() {
        String sheet = new Markdown()
                .table(List.of("编号"), List.of(List.of("a\nb | <b>c</b>")))
                .render("");

        assertThat(sheet).contains("| a b \\| &lt;b&gt;c&lt;/b&gt; |\n");
    }

    @Test
    @DisplayName("nothing known is a dash, not the word null")
    void unknown() {
        assertThat(new Markdown().line("联系方式", null).render("")).isEqualTo("**联系方式**：—  \n");
    }
}
