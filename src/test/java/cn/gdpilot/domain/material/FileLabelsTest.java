package cn.gdpilot.domain.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.text.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FileLabelsTest extends DataTest {

    @Autowired
    Materials materials;

    @Autowired
    FileLabels labels;

    private Round round;
    private Application application;
    private int last;

    @BeforeEach
    void draft() {
        round = givenRound();
        application = applications.get(givenApplication(round, "city-440100", ApplicationState.DRAFT));
        last = round.roundYear() - 1;
    }

    @Test
    @DisplayName("R2.13 years before the round's year → the last three are asked for")
    void years() {
        assertThat(labels.years(application)).containsExactly(last, last - 1, last - 2);
    }

    @Test
    @DisplayName("R2.13 report for the round's own year → refused before its file comes")
    void outside() {
        refused("须为近三年", () -> check("new.pdf", last + 1, null));
        refused("须为近三年", () -> check("new.pdf", last - 3, null));
    }

    @Test
    @DisplayName("R2.13 year of another report → refused; of the replaced one → taken")
    void twice() {
        Material first = add("first.pdf", last);

        refused("已有一份", () -> check("new.pdf", last, null));
        check("new.pdf", last, first.id());
        check("first.pdf", last, null);
    }

    @Test
    @DisplayName("R2.13 two years exchanged at once → written")
    void exchanged() {
        Material one = add("one.pdf", last);
        Material two = add("two.pdf", last - 1);

        labels.put(application, Map.of(one.id(), year(last - 1), two.id(), year(last)));

        assertThat(materials.of(application.id()))
                .extracting(Material::name, Material::year)
                .containsExactlyInAnyOrder(tuple("one.pdf", last - 1), tuple("two.pdf", last));
    }

    @Test
    @DisplayName("R2.13 two reports given one year → refused")
    void same() {
        Material one = add("one.pdf", last);
        add("two.pdf", last - 1);

        refused("已有一份", () -> labels.put(application, Map.of(one.id(), year(last - 1))));
    }

    @Test
    @DisplayName("R2.13 newer file without a year → keeps the year of the one that it replaces")
    void kept() {
        Material old = add("old.pdf", last);

        materials.add(application.id(), upload("new.pdf", FileLabel.NONE), old.id());

        assertThat(materials.of(application.id())).extracting(Material::year).containsExactly(last);
    }

    @Test
    @DisplayName("R2.13 file brought back whose year another has by now → its year is asked for again")
    void broughtBack() {
        Material old = add("old.pdf", last);
        materials.add(application.id(), upload("new.pdf", FileLabel.NONE), old.id());
        jdbc.sql("update material set removed_at = null where id = :id")
                .param("id", old.id())
                .update();

        labels.leaveYear(application, old.id());

        assertThat(materials.of(application.id()))
                .extracting(Material::name, Material::year)
                .containsExactlyInAnyOrder(tuple("old.pdf", null), tuple("new.pdf", last));
    }

    @Test
    @DisplayName("R2.13 label of another kind of material, or no year at all → refused")
    void kinds() {
        assertThat(FileLabel.parse(MaterialKind.RESULT, null, "use-proof").resultClass())
                .isEqualTo(ResultClass.USE_PROOF);
        refused("只有财务审计报告", () -> FileLabel.parse(MaterialKind.EVIDENCE, "2025", null));
        refused("只有“相关成果”", () -> FileLabel.parse(MaterialKind.EVIDENCE, null, "AWARD"));
        refused("四位数字", () -> FileLabel.parse(MaterialKind.AUDIT_REPORT, "25", null));
        refused("没有这一类", () -> FileLabel.parse(MaterialKind.RESULT, null, "PRIZE"));
    }

    @Test
    @DisplayName("R2.13 the notice's kinds of results → each can be chosen")
    void classes() {
        assertThat(labels.classes()).isEqualTo(List.of(ResultClass.values())).hasSize(7);
    }

    private void check(String name, int year, Long replaces) {
        labels.check(application, MaterialKind.AUDIT_REPORT, name, year(year), replaces);
    }

    private Material add(String name, int year) {
        return materials.add(application.id(), upload(name, year(year)), null);
    }

    private Materials.Upload upload(String name, FileLabel label) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(pdf);
            return materials
                    .receive(MaterialKind.AUDIT_REPORT, name, new ByteArrayInputStream(pdf.toByteArray()))
                    .labelled(label);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLabel year(int year) {
        return new FileLabel(year, null);
    }

    private static void refused(String words, Runnable work) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(work::run)
                .withMessageContaining(words)
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("R2.13"));
    }
}
