package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.disc.image.Checksums;
import cn.gdpilot.domain.disc.image.Content;
import cn.gdpilot.domain.files.scan.VirusScan;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Makes discs of what the store holds. Nothing is written on this machine, so no disk of ours can be too full for it. */
@Component
public class Disc {

    private final Materials materials;
    private final VirusScan scan;
    private final Checksums checksums;
    private final long medium;

    Disc(Materials materials, VirusScan scan, Checksums checksums, @Value("${pilot.disc.medium}") long medium) {
        this.materials = materials;
        this.scan = scan;
        this.checksums = checksums;
        this.medium = medium;
    }

    /** The discs of a list, nothing of them read yet. */
    public DiscSet of(DiscList list) {
        return new DiscSet(list, medium, this::content, checksums);
    }

    /**
     * Looks whether it can be made at all, before a byte goes out.
     *
     * @throws Refusal if a file is missing, has another size than it had, or was not found clean
     */
    public void check(Iterable<DiscFile> files) {
        for (DiscFile file : files) {
            scan.checkOpen(file.material().sha256());
            if (!isWhole(file.material())) {
                throw Refusal.conflict("disc.broken", file.path());
            }
        }
    }

    private Content content(Material material) {
        return from -> {
            InputStream in = materials.content(material).getInputStream();
            in.skipNBytes(from);
            return in;
        };
    }

    private boolean isWhole(Material material) {
        Resource content = materials.content(material);
        try {
            return content.exists() && content.contentLength() == material.sizeBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
