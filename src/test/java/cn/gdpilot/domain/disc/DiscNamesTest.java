package cn.gdpilot.domain.disc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R2.13 R4.2: names that Windows takes too, for whoever opens the disc there. */
class DiscNamesTest {

    @ParameterizedTest(name = "“{0}” → “{1}”")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "CON.pdf,_CON.pdf",
                "aux,_aux",
                "nul.tar.gz,_nul.tar.gz",
                "con .pdf,_con .pdf",
                "COM1.pdf,_COM1.pdf",
                "lpt².pdf,_lpt².pdf",
                "CONIN$,_CONIN$",
                "x.pdf.,x.pdf",
                "x.pdf ,x.pdf",
                "x.pdf . .,x.pdf",
                "...,_",
                " x.pdf,_x.pdf",
                "a:b.pdf,a_b.pdf",
                "a|b?.pdf,a_b_.pdf",
                "a\u0007b.pdf,a_b.pdf",
                "a\u0085b.pdf,a_b.pdf",
                "a\u202Efdp.exe,a_fdp.exe"
            })
    @DisplayName("R2.13 name that Windows cannot hold → safe name on the disc")
    void unfit(String name, String onDisc) {
        assertThat(new DiscNames().file("data", name)).isEqualTo("data/" + onDisc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract.pdf", "console.pdf", "a.b.pdf", "审计报告（2023）.pdf", "com10.pdf", "a b.pdf"})
    @DisplayName("R2.13 name that Windows can hold → the same on the disc")
    void fit(String name) {
        assertThat(new DiscNames().file("data", name)).isEqualTo("data/" + name);
    }

    @ParameterizedTest
    @CsvSource({"A.pdf,a.pdf", "x.pdf,x.pdf.", "a:b.pdf,a_b.pdf", "STRASSE.pdf,straße.pdf"})
    @DisplayName("R2.13 two names that are one on Windows → the second is numbered")
    void collision(String first, String second) {
        DiscNames names = new DiscNames();
        names.file("data", first);

        assertThat(names.file("data", second)).endsWith("(2).pdf");
    }

    @Test
    @DisplayName("R2.13 files renamed on the disc → the index tells former and new name")
    void told() {
        String index = new DiscFixture()
                .project("项目", "A.pdf", "a.pdf", "con.pdf")
                .discs(1L << 30)
                .index();

        assertThat(index.lines().filter(line -> line.contains("原文件名")))
                .map(String::strip)
                .isEqualTo(List.of(
                        "原文件名“a.pdf”，光盘上为“01_GD2026-001_项目/佐证材料/a(2).pdf”",
                        "原文件名“con.pdf”，光盘上为“01_GD2026-001_项目/佐证材料/_con.pdf”"));
    }
}
