package cn.gdpilot.dossier.disc;

import cn.gdpilot.dossier.Material;
import cn.gdpilot.dossier.Materials;
import cn.gdpilot.dossier.scan.VirusScan;
import cn.gdpilot.wording.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Writes the disc as a zip without compression, streamed: never more than a buffer in memory, whatever its size, and the
 * same bytes however often it is made. {@code sha256sum -c manifest-sha256.txt} in its folder checks it.
 */
@Component
public class Disc {

    private static final String CONTENTS = "data/索引目录.txt";
    private static final String MANIFEST = "manifest-sha256.txt";

    private final Materials materials;
    private final VirusScan scan;

    Disc(Materials materials, VirusScan scan) {
        this.materials = materials;
        this.scan = scan;
    }

    /**
     * Looks whether it can be made at all, before a byte goes out.
     *
     * @throws Refusal if a file is missing, has another size than it had, or was not found clean
     */
    public void check(List<DiscProject> projects) {
        for (DiscFile file : new DiscTree(projects).files()) {
            scan.checkOpen(file.material().sha256());
            if (!isWhole(file.material())) {
                throw Refusal.conflict("disc.broken", file.path());
            }
        }
    }

    /**
     * Writes it.
     *
     * @param folder   name of the folder that holds all
     * @param unit     who hands it in
     * @param signedAt when the list was signed: the time of all entries
     * @throws IOException if the receiver went away, or a file is not what its hash says: the zip ends unfinished then
     */
    public void write(String folder, String unit, Instant signedAt, List<DiscProject> projects, OutputStream out) throws IOException {
        DiscTree tree = new DiscTree(projects);
        byte[] index = utf8(tree.index());
        byte[] manifest = utf8(manifest(tree, index));
        byte[] declaration = utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        byte[] info = utf8(info(tree, unit, signedAt, index.length));
        String tags = line(declaration, "bagit.txt") + line(info, "bag-info.txt") + line(manifest, MANIFEST);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.NO_COMPRESSION);
        Writer writer = new Writer(zip, folder + "/", FileTime.from(signedAt));
        writer.add("bagit.txt", declaration);
        writer.add("bag-info.txt", info);
        writer.add(MANIFEST, manifest);
        writer.add("tagmanifest-sha256.txt", utf8(tags));
        writer.add(CONTENTS, index);
        for (DiscFile file : tree.files()) {
            writer.add(file.path(), materials.content(file.material()), file.material().sha256());
        }
        zip.finish();
        zip.flush();
    }

    private boolean isWhole(Material material) {
        Resource content = materials.content(material);
        try {
            return content.exists() && content.contentLength() == material.sizeBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String manifest(DiscTree tree, byte[] index) {
        StringBuilder manifest = new StringBuilder(line(index, CONTENTS));
        tree.files().forEach(file -> manifest.append(file.material().sha256()).append("  ").append(file.path()).append('\n'));
        return manifest.toString();
    }

    private static String info(DiscTree tree, String unit, Instant signedAt, int indexBytes) {
        long bytes = indexBytes + tree.files().stream().mapToLong(file -> file.material().sizeBytes()).sum();
        return "Source-Organization: %s%nBagging-Date: %s%nPayload-Oxum: %d.%d%n"
                .formatted(unit, signedAt.atOffset(ZoneOffset.ofHours(8)).toLocalDate(), bytes, tree.files().size() + 1)
                .replace(System.lineSeparator(), "\n");
    }

    private static String line(byte[] content, String path) {
        return HexFormat.of().formatHex(sha256().digest(content)) + "  " + path + "\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Writer(ZipOutputStream zip, String folder, FileTime time) {

        void add(String path, byte[] content) throws IOException {
            open(path);
            zip.write(content);
            zip.closeEntry();
        }

        /** Copies a file and stands for its hash. */
        void add(String path, Resource file, String sha256) throws IOException {
            open(path);
            try (InputStream content = file.getInputStream();
                    DigestInputStream hashed = new DigestInputStream(content, sha256())) {
                hashed.transferTo(zip);
                String found = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
                if (!found.equals(sha256)) {
                    throw new IOException("The stored file " + sha256 + " has changed to " + found);
                }
            }
            zip.closeEntry();
        }

        private void open(String path) throws IOException {
            ZipEntry entry = new ZipEntry(folder + path);
            entry.setLastModifiedTime(time);
            zip.putNextEntry(entry);
        }
    }
}
