package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.papers.SummaryTable;
import cn.gdpilot.domain.papers.SummaryTable.Line;
import cn.gdpilot.domain.papers.template.Documents;
import cn.gdpilot.domain.papers.template.DocumentsFixture;
import cn.gdpilot.domain.papers.template.Facts;
import cn.gdpilot.domain.project.direction.DirectionsFixture;
import cn.gdpilot.domain.record.RecordAnchors.Anchor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The summary table with 2,000 rows, in each format: time, size, peak of the heap. Run by hand. */
final class DocumentsBench {

    private static final int ROWS = 2000;

    private DocumentsBench() {}

    public static void main(String[] arguments) throws IOException {
        Documents documents = DocumentsFixture.shipped();
        SummaryTable table = new SummaryTable(
                documents, DirectionsFixture.sample(), FileStore.in(Files.createTempDirectory("bench")));
        List<Line> lines = IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> new Line(
                        "GD2026-%05d".formatted(i),
                        "基于标识解析的供应链协同第" + i + "号",
                        "广州示例机械有限公司" + i,
                        "91440101MA00000000",
                        "平台类",
                        "T01",
                        "陈晓明",
                        "020-12345678"))
                .toList();
        Facts facts = table.facts("2026年工业互联网试点示范项目推荐汇总表", "广州市工业和信息化局", lines, new Anchor(7, "ab"));
        for (int round = 1; round <= 3; round++) {
            measure(round, "xlsx", facts, all -> documents.excel("summary", all));
            measure(round, "docx", facts, all -> documents.word("summary", all));
            measure(round, "pdf (page)", facts, all -> documents.pdf("summary", all));
        }
    }

    private static void measure(int round, String format, Facts facts, Function<Facts, byte[]> maker) {
        System.gc();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        byte[] paper = maker.apply(facts);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                "run %d %-10s %6.2f s  %6.2f s of CPU  %6d KB  heap +%d MB%n",
                round, format, seconds, used, paper.length / 1024, (peak - before) >> 20);
    }
}
