package cn.gdpilot.domain.disc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.disc.image.Hashes;
import cn.gdpilot.domain.disc.image.Layout;
import cn.gdpilot.domain.disc.image.LayoutChannel;
import cn.gdpilot.domain.text.Refusal;
import com.github.stephenc.javaisotools.loopfs.iso9660.Iso9660FileEntry;
import com.github.stephenc.javaisotools.loopfs.iso9660.Iso9660FileSystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R4.2 R4.4 the images of a disc, read by programs that are not ours. */
class DiscImageTest {

    private static final long DVD = 4_700_000_000L;
    private static final long GIB_5 = 5L << 30;

    @TempDir
    Path folder;

    @Test
    @DisplayName("R4.2 the .iso gives every file back whole, under its Chinese name")
    void iso() throws Exception {
        DiscVolume volume = new DiscFixture()
                .project("油页岩干馏", "佐证（一）.pdf", "佐证（二）.pdf")
                .project("高岭土", "审计报告2023.pdf")
                .discs(DVD)
                .volume(1);

        Map<String, String> read = readByLoopFs(write(volume.iso()));

        assertThat(read).isEqualTo(volume.hashes());
        assertThat(read).containsKey("data/02_GD2026-002_高岭土/佐证材料/审计报告2023.pdf").containsKey("data/索引目录.txt");
    }

    @Test
    @DisplayName("R4.2 the .iso is read by 7z too, names and all")
    void sevenZip() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/7z")), "没有 7z，跳过");
        String longest = "长".repeat(76) + ".pdf";
        DiscVolume volume = new DiscFixture()
                .project("油页岩干馏", longest, "a".repeat(106) + ".pdf")
                .discs(DVD)
                .volume(1);

        String listing = output("/usr/bin/7z", "l", "-slt", write(volume.iso()).toString());

        volume.hashes().keySet().forEach(path -> assertThat(listing).contains("Path = " + path + "\n"));
        assertThat(listing).contains("/" + longest + "\n");
        assertThat(output(
                        "/usr/bin/7z",
                        "t",
                        write(new DiscFixture()
                                        .project("高岭土", "甲.pdf")
                                        .discs(DVD)
                                        .volume(1)
                                        .iso())
                                .toString()))
                .contains("Everything is Ok");
    }

    @Test
    @DisplayName("a name that no disc takes is shortened, stays its own, and stands in full in the index")
    void names() throws Exception {
        String endless = "工业互联网标识解析二级节点建设与应用推广情况说明".repeat(6);
        DiscVolume volume = new DiscFixture()
                .project("项目", endless + "甲.pdf", endless + "乙.pdf", "con.pdf")
                .discs(DVD)
                .volume(1);

        Set<String> paths = volume.hashes().keySet();
        assertThat(paths).allSatisfy(path -> {
            for (String name : path.split("/")) {
                assertThat(name.length()).isLessThanOrEqualTo(110);
                assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
            }
        });
        assertThat(new HashSet<>(paths)).hasSize(5 + 3);
        assertThat(paths).anyMatch(path -> path.endsWith("(2).pdf")).anyMatch(path -> path.endsWith("/_con.pdf"));
        String index = entry(volume.zip(), volume.name() + "/data/索引目录.txt");
        assertThat(index).contains("原文件名“" + endless + "甲.pdf”，光盘上为“").contains("原文件名“" + endless + "乙.pdf”，光盘上为“");
    }

    @Test
    @DisplayName("made again it is the same to the byte, and any stretch of it can be asked for")
    void ranges() throws Exception {
        for (boolean zip : new boolean[] {true, false}) {
            byte[] whole = DiscFixture.bytes(image(sample().discs(DVD).volume(1), zip));
            Layout again = image(sample().discs(DVD).volume(1), zip);
            assertThat(again.size()).isEqualTo(whole.length);
            ByteArrayOutputStream pieces = new ByteArrayOutputStream();
            for (long at = 0; at < again.size(); at += 1_777) {
                again.write(pieces, at, Math.min(at + 1_777, again.size()));
            }
            assertThat(pieces.toByteArray()).isEqualTo(whole);
        }
    }

    @Test
    @DisplayName("beyond 4 GiB the zip is a zip64: a file behind a large one, and the large one's size, are read back")
    void zip64() throws Exception {
        DiscVolume volume = new DiscFixture()
                .large("视频", "现场.mp4", GIB_5)
                .project("高岭土", "报告.pdf")
                .discs(DVD)
                .volume(null);

        Layout zip = volume.zip();

        assertThat(zip.size()).isGreaterThan(GIB_5);
        try (ZipFile read =
                ZipFile.builder().setSeekableByteChannel(new LayoutChannel(zip)).get()) {
            ZipArchiveEntry large = read.getEntry(volume.name() + "/data/01_GD2026-001_视频/佐证材料/现场.mp4");
            assertThat(large.getSize()).isEqualTo(GIB_5);
            assertThat(large.getCrc()).isEqualTo(0x12345678L);
        }
        assertThat(entry(zip, volume.name() + "/data/02_GD2026-002_高岭土/佐证材料/报告.pdf"))
                .startsWith("内容：高岭土/报告.pdf");
    }

    @Test
    @DisplayName("beyond 4 GiB a file lies in several stretches of the .iso, and 7z adds them up")
    void largeFileOnIso() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/7z")), "没有 7z，跳过");
        Layout iso = new DiscFixture()
                .large("视频", "现场.mp4", GIB_5)
                .project("高岭土", "报告.pdf")
                .discs(25_000_000_000L)
                .volume(1)
                .iso();

        String listing = output("/usr/bin/7z", "l", "-slt", sparse(iso).toString());

        assertThat(listing).contains("现场.mp4\nFolder = -\nSize = " + GIB_5 + "\n");
    }

    @Test
    @DisplayName(
            "what is larger than the medium is spread over several: each is a bag of its own and tells what is where")
    void volumes() throws Exception {
        DiscFixture fixture = new DiscFixture();
        for (int i = 1; i <= 8; i++) {
            fixture.large("项目" + i, "视频.mp4", 700_000_000L);
        }

        List<DiscVolume> volumes = fixture.discs(DVD).volumes();

        assertThat(volumes).extracting(volume -> volume.files().size()).containsExactly(6, 2);
        for (DiscVolume volume : volumes) {
            assertThat(volume.iso().size()).isLessThanOrEqualTo(DVD);
            assertThat(volume.zip().size()).isLessThanOrEqualTo(DVD);
            String inside = volume.name() + "/";
            assertThat(entry(volume.zip(), inside + "bag-info.txt"))
                    .contains("Bag-Group-Identifier: 2026/city-440900\nBag-Count: " + volume.number() + " of 2\n");
            assertThat(entry(volume.zip(), inside + "manifest-sha256.txt").lines())
                    .hasSize(volume.files().size() + 2);
            assertThat(entry(volume.zip(), inside + "data/分盘目录.txt"))
                    .contains("第 1 张（共 2 张），6 个文件")
                    .contains("第 2 张（共 2 张），2 个文件")
                    .contains("08_GD2026-008_项目8/佐证材料/视频.mp4\t700000000\t");
        }
    }

    @Test
    @DisplayName("a project that fits onto a disc whole is not torn apart; one that does not is")
    void projectsStayWhole() {
        DiscFixture fixture =
                new DiscFixture().large("甲", "视频.mp4", 3_000_000_000L).project("乙", "一.pdf", "二.pdf");

        assertThat(fixture.discs(3_000_000_000L + 1024 * 1024 + 3 * 2048 + 10_000)
                        .volumes())
                .extracting(volume -> volume.files().size())
                .containsExactly(1, 2);
        assertThat(new DiscFixture()
                        .project("乙", "一.pdf", "二.pdf", "三.pdf")
                        .discs(1024 * 1024 + 3 * 2048 + 30_000)
                        .volumes())
                .hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("a file that no disc of that size takes is named, with what to do")
    void tooLarge() {
        DiscSet discs = new DiscFixture().large("视频", "现场.mp4", GIB_5).discs(DVD);

        assertThatThrownBy(discs::volumes)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("现场.mp4")
                .hasMessageContaining("5.4 GB")
                .hasMessageContaining("4.7 GB")
                .hasMessageContaining("25 GB");
        assertThat(discs.volume(null).files())
                .as("all in one, for another medium")
                .hasSize(1);
    }

    @Test
    @DisplayName("a stored file that has changed ends the image unfinished, so that no damaged disc looks whole")
    void changedFile() {
        DiscVolume volume =
                new DiscFixture().large("视频", "现场.mp4", 5_000).discs(DVD).volume(1);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();

        assertThatThrownBy(() -> volume.zip().write(zip, 0, volume.zip().size()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has changed");
        assertThat(zip.size()).isLessThan((int) volume.zip().size());
    }

    private static DiscFixture sample() {
        return new DiscFixture().project("油页岩干馏", "佐证（一）.pdf", "佐证（二）.pdf").project("高岭土", "审计报告2023.pdf");
    }

    private static Layout image(DiscVolume volume, boolean zip) {
        return zip ? volume.zip() : volume.iso();
    }

    private static String entry(Layout zip, String name) throws IOException {
        try (ZipFile read = ZipFile.builder()
                        .setSeekableByteChannel(new LayoutChannel(zip))
                        .get();
                InputStream content = read.getInputStream(read.getEntry(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path write(Layout image) throws IOException {
        return Files.write(Files.createTempFile(folder, "disc", ".iso"), DiscFixture.bytes(image));
    }

    /** The image with holes where its large file lies: a few MB on this disk. */
    private Path sparse(Layout image) throws IOException {
        Path file = Files.createTempFile(folder, "disc", ".iso");
        try (var out = Files.newByteChannel(file, java.nio.file.StandardOpenOption.WRITE)) {
            for (long from : new long[] {0, image.size() - (1 << 20)}) {
                ByteArrayOutputStream part = new ByteArrayOutputStream();
                image.write(part, from, from + (1 << 20));
                out.position(from).write(java.nio.ByteBuffer.wrap(part.toByteArray()));
            }
        }
        return file;
    }

    private static Map<String, String> readByLoopFs(Path iso) throws IOException {
        Map<String, String> hashes = new HashMap<>();
        try (Iso9660FileSystem disc = new Iso9660FileSystem(iso.toFile(), true)) {
            for (Iso9660FileEntry entry : disc) {
                if (!entry.isDirectory()) {
                    hashes.put(
                            entry.getPath(),
                            Hashes.sha256(disc.getInputStream(entry).readAllBytes()));
                }
            }
        }
        return hashes;
    }

    private static String output(String... command) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().put("LC_ALL", "C.UTF-8");
        Process process = program.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
