package cn.gdpilot.domain.papers.template;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.papers.print.OfficePrinter;
import cn.gdpilot.domain.papers.print.PrintFixture;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Papers of growing length, read page by page: wherever a page ends, no row stands alone and no heading without its block. */
class PageBreaksTest {

    private static final Map<String, String> HEADINGS = Map.of("四、申报条件", "条件", "五、优先条件", "优先", "六、申报材料清单", "材料");
    private static final Map<String, String> HEADS = Map.of("条件", "填报情况", "优先", "是否符合", "材料", "材料名称", "步骤", "办理单位");

    private final DocumentWords words = new DocumentWords();
    private final Documents documents = DocumentsFixture.shipped();

    @Test
    @DisplayName("R2.13 application form of any length as page → no lone row, no lone heading, heads repeated")
    void formAsPage() throws IOException {
        for (Facts form : forms()) {
            thenWellBroken(pages(documents.pdf("application-form", form)));
        }
    }

    @Test
    @DisplayName(
            "R2.13 application form of any length by the office program → no lone row, no lone heading, heads repeated")
    void formByOffice() throws IOException {
        for (byte[] pdf : byOffice("application-form", forms())) {
            thenWellBroken(pages(pdf));
        }
    }

    @Test
    @DisplayName("R2.13 index of any length as page → no lone row, no lone heading, heads repeated")
    void indexAsPage() throws IOException {
        for (Facts index : indexes()) {
            thenRowsInCompany(pages(documents.pdf("index", index)), "材料");
        }
    }

    @Test
    @DisplayName("R2.13 index of any length by the office program → no lone row, no lone heading, heads repeated")
    void indexByOffice() throws IOException {
        for (byte[] pdf : byOffice("index", indexes())) {
            thenRowsInCompany(pages(pdf), "材料");
        }
    }

    @Test
    @DisplayName("R3.8 notice of outcome of any length as page → the closing block stands with the last rows")
    void outcomeAsPage() throws IOException {
        for (Facts outcome : outcomes()) {
            thenClosedInCompany(pages(documents.pdf("outcome", outcome)));
        }
    }

    @Test
    @DisplayName(
            "R3.8 notice of outcome of any length by the office program → the closing block stands with the last rows")
    void outcomeByOffice() throws IOException {
        for (byte[] pdf : byOffice("outcome", outcomes())) {
            thenClosedInCompany(pages(pdf));
        }
    }

    /** From two steps to many, with and without the right to object. */
    private List<Facts> outcomes() {
        return IntStream.range(0, 20)
                .mapToObj(i -> words.of("outcome")
                        .samples()
                        .list("steps", rows("步骤", "grounds", 2 + i))
                        .list(
                                "objections",
                                i % 2 == 0 ? List.of() : List.of(new Facts().word("until", "2026年12月10日 24:00"))))
                .toList();
    }

    private static void thenClosedInCompany(List<String> pages) {
        String last = pages.get(pages.size() - 1);
        assertThat(last).contains("（盖章）", "本通知由系统");
        assertThat(IntStream.rangeClosed(1, 60)
                        .filter(i -> last.contains("步骤%02d号".formatted(i)))
                        .count())
                .as("rows on the last page")
                .isPositive();
        thenRowsInCompany(pages, "步骤");
    }

    private List<byte[]> byOffice(String document, List<Facts> all) {
        OfficePrinter office = PrintFixture.office("soffice", Duration.ofMinutes(2));
        Assumptions.assumeTrue(office.isThere(), "LibreOffice is not installed");
        return office.print(all.stream()
                        .map(facts -> documents.word(document, facts))
                        .toList())
                .orElseThrow();
    }

    /** From a short one to one of many pages: each pushes the tables on by about a line. */
    private List<Facts> forms() {
        return IntStream.range(0, 14)
                .mapToObj(i -> words.of("application-form")
                        .samples()
                        .word("summary", "项目简介的一行文字。\n".repeat(4 + 2 * i))
                        .list("conditions", rows("条件", "condition", 9))
                        .list("priorities", rows("优先", "condition", 4))
                        .list("materials", rows("材料", "name", 6 + i)))
                .toList();
    }

    private List<Facts> indexes() {
        return IntStream.range(0, 14)
                .mapToObj(i -> words.of("index")
                        .samples()
                        .list(
                                "projects",
                                List.of(new Facts()
                                        .word("place", "1.")
                                        .word("project", "某项目")
                                        .list("materials", rows("材料", "name", 26 + i)))))
                .toList();
    }

    private static List<Facts> rows(String kind, String column, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Facts()
                        .word("no", i)
                        .word("rule", "条款")
                        .word("answer", "是")
                        .word("kind", "类别")
                        .word("format", "pdf")
                        .word("pages", "3")
                        .word("size", "1 MB")
                        .word("sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                        .word(column, kind + "%02d号".formatted(i)))
                .toList();
    }

    private static void thenWellBroken(List<String> pages) {
        HEADINGS.forEach((heading, kind) -> {
            thenRowsInCompany(pages, kind);
            String page = pages.stream()
                    .filter(one -> one.contains(heading))
                    .findFirst()
                    .orElseThrow();
            assertThat(page.substring(page.indexOf(heading)))
                    .as("%s is followed by a row", heading)
                    .contains(kind + "01号");
        });
    }

    private static void thenRowsInCompany(List<String> pages, String kind) {
        Map<Integer, List<String>> rows = new LinkedHashMap<>();
        for (int page = 0; page < pages.size(); page++) {
            String text = pages.get(page);
            List<String> found = new ArrayList<>();
            IntStream.rangeClosed(1, 60)
                    .mapToObj(i -> kind + "%02d号".formatted(i))
                    .filter(text::contains)
                    .forEach(found::add);
            if (!found.isEmpty()) {
                rows.put(page, found);
                assertThat(text).as("head repeated on page %d", page + 1).contains(HEADS.get(kind));
            }
        }
        assertThat(rows.values())
                .as("rows of %s on each page", kind)
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).hasSizeGreaterThan(1));
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                pages.add(text.getText(document).replaceAll("[\\s\\p{Z}]", ""));
            }
        }
        return pages;
    }
}
