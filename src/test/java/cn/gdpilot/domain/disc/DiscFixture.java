package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.disc.image.Checksums;
import cn.gdpilot.domain.disc.image.Content;
import cn.gdpilot.domain.disc.image.Hashes;
import cn.gdpilot.domain.disc.image.Layout;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Discs of files that lie nowhere: their names tell what is in them. */
final class DiscFixture {

    static final Instant SIGNED = Instant.parse("2026-12-07T02:03:04Z");

    private final Map<String, byte[]> small = new HashMap<>();
    private final Map<String, Long> crcs = new HashMap<>();
    private final List<DiscProject> projects = new ArrayList<>();
    private long ids;

    /** A project with one piece of evidence for each name. */
    DiscFixture project(String name, String... files) {
        List<Material> materials = new ArrayList<>();
        for (String file : files) {
            byte[] content = ("内容：" + name + "/" + file).repeat(500).getBytes(StandardCharsets.UTF_8);
            small.put(Hashes.sha256(content), content);
            materials.add(material(file, content.length, Hashes.sha256(content)));
        }
        return add(name, materials);
    }

    /** A project with one file of so many zero bytes, whose hash and CRC are made up so that nobody need read it. */
    DiscFixture large(String name, String file, long size) {
        String hash = Hashes.sha256((name + file).getBytes(StandardCharsets.UTF_8));
        crcs.put(hash, 0x12345678L);
        return add(name, List.of(material(file, size, hash)));
    }

    DiscSet discs(long medium) {
        DiscList list = new DiscList("2026/city-440900", "推荐材料_2026_茂名市", "茂名市工业和信息化局", SIGNED, projects, List.of());
        return new DiscSet(list, medium, this::content, checksums());
    }

    static byte[] bytes(Layout image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        image.write(out, 0, image.size());
        return out.toByteArray();
    }

    private DiscFixture add(String name, List<Material> materials) {
        projects.add(new DiscProject("GD2026-%03d".formatted(projects.size() + 1), name, "测试单位", materials));
        return this;
    }

    private Material material(String name, long size, String hash) {
        return new Material(
                ++ids,
                "GD2026-001",
                MaterialKind.EVIDENCE,
                name,
                "pdf",
                size,
                hash,
                null,
                SIGNED,
                null,
                null,
                null,
                null);
    }

    private Content content(Material material) {
        return from -> {
            byte[] content = small.get(material.sha256());
            return content == null
                    ? new Zeros(material.sizeBytes() - from)
                    : new ByteArrayInputStream(content, (int) from, content.length - (int) from);
        };
    }

    private Checksums checksums() {
        return new Checksums() {
            @Override
            public OptionalLong known(String sha256) {
                return crcs.containsKey(sha256) ? OptionalLong.of(crcs.get(sha256)) : OptionalLong.empty();
            }

            @Override
            public void learn(String sha256, long crc32) {
                crcs.put(sha256, crc32);
            }
        };
    }

    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int at, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(left, length);
            java.util.Arrays.fill(buffer, at, at + read, (byte) 0);
            left -= read;
            return read;
        }
    }
}
